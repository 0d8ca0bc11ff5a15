"""Drawing: each picture once, kept within bounds, with rests between, and said where it cannot be."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from cogs.kit.settings import ROOT
from cogs.pictures import drawing
from cogs.pictures.drawing import PictureError, Pictures
from cogs.pictures.scene import Picture, Scene
from cogs.pictures.subjects import FigurePicture, View
from cogs.pictures.themes import Shape, Theme
from db.record.models import Record
from db.record.register import Register
from db.record.standings import Standing
from tests.pure.pictures import told

PNG = b"\x89PNG\r\n"


def test_what_lays_pictures_out_loads_with_the_first_of_them() -> None:
    code = "import sys, importlib, bot; [importlib.import_module(name) for name in bot.EXTENSIONS]; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert "cogs.pictures.drawing" in loaded.split()
    later = {"typst", *(f"cogs.pictures.{name}_picture" for name in ("map", "state", "timeline", "tie"))}
    assert not later & set(loaded.split())


async def test_a_picture_is_drawn_once_and_found_again(
    register: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    subject = FigurePicture(View.TIME, "", Theme.DARK, Shape.SHARE)
    first = Pictures(tmp_path / "kept")
    drawn = await first.of(subject, register)
    assert drawn.data.startswith(PNG)
    assert drawn.name.endswith(".png")
    first.close()
    monkeypatch.setattr(drawing, "_compile", _refuse)
    second = Pictures(tmp_path / "kept")
    assert await second.of(subject, register) == drawn
    assert await second.of(subject, register) == drawn
    second.close()


def _refuse(source: bytes, scene: str) -> bytes:
    raise PictureError("drawn again")


async def test_a_changed_record_is_drawn_anew(record: Record, tmp_path: Path) -> None:
    register = Register(record)
    subject = FigurePicture(View.MAP, "OR", Theme.DARK, Shape.SHARE)
    kept = Pictures(tmp_path / "kept")
    before = await kept.of(subject, register)
    tie = register.tie("portland-or--khabarovsk")
    register.replace_tie(replace(tie, acts=()))
    after = await kept.of(subject, register)
    kept.close()
    assert after.data != before.data
    assert told(after.alt)[Standing.UNCONFIRMED] == told(before.alt)[Standing.UNCONFIRMED] + 1


async def test_the_folder_keeps_within_its_bound(register: Register, tmp_path: Path) -> None:
    kept = Pictures(tmp_path / "kept", most_bytes=300_000)
    for state in ("OR", "CA", "AK", "TX", "FL", "NY"):
        await kept.of(FigurePicture(View.MAP, state, Theme.DARK, Shape.SHARE), register)
    kept.close()
    files = list((tmp_path / "kept").iterdir())
    assert files
    assert sum(file.stat().st_size for file in files) <= 300_000


async def test_a_folder_that_cannot_be_written_is_no_harm(
    register: Register, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    blocked = tmp_path / "kept"
    blocked.write_text("a file, where a folder should be")
    kept = Pictures(blocked)
    drawn = await kept.of(FigurePicture(View.TIME, "", Theme.LIGHT, Shape.SHARE), register)
    kept.close()
    assert drawn.data.startswith(PNG)
    assert "could not be kept" in caplog.text


async def test_what_cannot_be_drawn_is_said_to_be_so(tmp_path: Path, register: Register) -> None:
    kept = Pictures(tmp_path)
    with pytest.raises(PictureError):
        await kept.of(_Broken(), register)
    kept.close()


class _Broken:
    """A subject whose outlines cannot be read."""

    def draw(self, register: Register) -> Picture:
        raise OSError


@dataclass(frozen=True)
class Slow:
    """A picture that takes a while to lay out, and notes when."""

    name: str
    times: list[tuple[float, float]] = field(compare=False)

    def draw(self, register: Register) -> Picture:
        """Take a twentieth of a second."""
        began = time.monotonic()
        time.sleep(0.05)
        self.times.append((began, time.monotonic()))
        return Picture(Scene(10, 10, Theme.LIGHT), "x.png", "A picture")


async def test_between_two_pictures_there_is_as_long_a_rest_and_before_the_first_none(
    register: Register, tmp_path: Path
) -> None:
    kept, times = Pictures(tmp_path), list[tuple[float, float]]()
    asked = time.monotonic()
    await asyncio.gather(*(kept.of(Slow(name, times), register) for name in ("a", "b")))
    kept.close()
    (first, first_ended), (second, _) = times
    assert first - asked < 0.05
    assert second - first_ended >= 0.05
