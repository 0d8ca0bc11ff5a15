"""What is kept beside the byte code: read as it was made, until a file that it was made from is another."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import pytest

from db.store.kept_beside_byte_code import KeptBesideByteCode

MADE = {"phrase": [1, 2, 3]}


@pytest.fixture(autouse=True)
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where Python keeps byte code, and may."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "bytecode"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "bytecode"


@pytest.fixture
def words(tmp_path: Path) -> Path:
    file = tmp_path / "words.toml"
    file.write_text("one", encoding="utf-8")
    return file


def kept_of(words: Path) -> KeptBesideByteCode[dict[str, list[int]]]:
    return KeptBesideByteCode(__file__, lambda: [words])


def keep(words: Path) -> None:
    """Look for it, and keep it where it is missing."""
    kept = kept_of(words)
    kept.read()
    kept.write(MADE)


def files(beside: Path) -> list[Path]:
    return [file for file in beside.rglob("*") if file.is_file()]


def test_it_is_read_as_it_was_made(words: Path) -> None:
    assert kept_of(words).read() is None
    keep(words)
    assert kept_of(words).read() == MADE


def test_it_lies_by_the_byte_code_of_its_module_alone(words: Path, beside: Path) -> None:
    keep(words)
    (file,) = files(beside)
    assert file.name.startswith("test_store_kept_beside_byte_code.")
    assert file.suffix == ".kept"


def test_it_is_not_read_where_a_file_that_it_was_made_from_is_another(words: Path) -> None:
    keep(words)
    words.write_text("two", encoding="utf-8")
    assert kept_of(words).read() is None


@pytest.mark.parametrize("left", [0, 10, 32, -1])
def test_half_a_file_is_not_read(words: Path, beside: Path, left: int) -> None:
    keep(words)
    (file,) = files(beside)
    file.write_bytes(file.read_bytes()[:left])
    assert kept_of(words).read() is None


def test_what_was_read_or_was_not_looked_for_is_not_written(words: Path, beside: Path) -> None:
    kept_of(words).write(MADE)
    assert files(beside) == []
    keep(words)
    (file,) = files(beside)
    file.touch()
    before = file.stat().st_mtime_ns
    keep(words)
    assert file.stat().st_mtime_ns == before


def test_nothing_is_kept_where_python_keeps_no_byte_code(
    words: Path, beside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    keep(words)
    assert files(beside) == []


def test_where_it_cannot_be_written_the_start_goes_on(
    words: Path, beside: Path, caplog: pytest.LogCaptureFixture
) -> None:
    beside.write_text("a file where the folder would be", encoding="utf-8")
    with caplog.at_level(logging.INFO):
        keep(words)
    assert "Nothing can be kept beside the byte code" in caplog.text
    assert kept_of(words).read() is None
