"""Pictures as PNG files: drawn by typst beside the event loop, once for each state of the record, kept on disk.

A file is named after what is drawn in it, so the same picture is found again after a restart, and a changed one is
never taken for it. One picture is drawn at a time: what else the machine does has the other cores.
"""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from cogs.kit.short_turns import Rests
from db.record.register import Register
from db.record.values import value

if TYPE_CHECKING:
    from cogs.pictures.scene import Picture

log = logging.getLogger(__name__)

# On disk: the maps of every state in both themes, several times over.
MOST_BYTES = 48 * 2**20
# How many pictures of the present record are known by their file.
_KNOWN = 256
# A record that changes while it is drawn is drawn again, but not for ever.
_TRIES = 3
_SOURCE = Path(__file__).with_name("picture.typ")


class PictureError(Exception):
    """A picture could not be drawn."""


class Subject(Protocol):
    """What a picture is of, as a value by which it is found again. ``draw`` makes it from a record."""

    def __hash__(self) -> int: ...

    def draw(self, register: Register) -> Picture:
        """The scene. Called beside the event loop."""


@value
class Drawn:
    """A picture that is ready to be sent, with its file's name and what is told of it."""

    data: bytes
    name: str
    alt: str


@value
class _Kept:
    """A picture that was drawn: where its file is, if it is still there."""

    file: Path
    name: str
    alt: str


class Pictures:
    """Draws pictures, and keeps the files in a folder within ``most_bytes``."""

    def __init__(self, folder: Path, most_bytes: int = MOST_BYTES) -> None:
        self._folder = folder
        self._most_bytes = most_bytes
        self._known: OrderedDict[tuple[int, Subject], _Kept] = OrderedDict()
        self._rests = Rests()
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="pictures")

    def close(self) -> None:
        """End the thread; what it is drawing is still finished."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    async def of(self, subject: Subject, register: Register) -> Drawn:
        """The picture of a subject from the record as it is. Raises PictureError if it cannot be drawn."""
        for _ in range(_TRIES):
            version = register.version
            known = self._known.get((version, subject))
            drawn, kept = await self._beside(partial(self._make, subject, register, known))
            if register.version == version:
                break
        self._remember((version, subject), kept)
        return drawn

    async def _beside(self, work: Callable[[], tuple[Drawn, _Kept]]) -> tuple[Drawn, _Kept]:
        return await asyncio.get_running_loop().run_in_executor(self._pool, self._rests.do, work)

    def _remember(self, key: tuple[int, Subject], kept: _Kept) -> None:
        self._known[key] = kept
        while len(self._known) > _KNOWN:
            self._known.popitem(last=False)

    def _make(self, subject: Subject, register: Register, known: _Kept | None) -> tuple[Drawn, _Kept]:
        if known and (data := _read(known.file)):
            return Drawn(data, known.name, known.alt), known
        try:
            picture = subject.draw(register)
        except (OSError, ValueError) as error:
            raise PictureError("the outlines could not be read") from error
        file = self._folder / f"{fingerprint(picture)}.png"
        data = _read(file)
        if data is None:
            data = png(picture)
            self._write(file, data)
        return Drawn(data, picture.name, picture.alt), _Kept(file, picture.name, picture.alt)

    def _write(self, file: Path, data: bytes) -> None:
        """Keep a file, and so many of the others, the last used ones, as there is room for. A full disk is no harm."""
        try:
            self._folder.mkdir(exist_ok=True)
            half = file.with_suffix(".part")
            half.write_bytes(data)
            half.replace(file)
            self._prune(file)
        except OSError as error:
            log.warning("A picture could not be kept on disk", extra={"why": error.strerror})

    def _prune(self, newest: Path) -> None:
        found = [(file.stat().st_mtime_ns, file.stat().st_size, file) for file in self._folder.glob("*.p[na][gr]*")]
        room = self._most_bytes
        for _, size, file in sorted(found, key=lambda item: (item[2] != newest, -item[0])):
            room -= size
            if room < 0 and file != newest:
                file.unlink(missing_ok=True)


def fingerprint(picture: Picture) -> str:
    """A name for what a picture shows: two of one name are drawn alike."""
    return sha256(_SOURCE.read_bytes() + picture.scene.as_json().encode()).hexdigest()[:40]


def png(picture: Picture) -> bytes:
    """A picture as a PNG file. Raises PictureError if it cannot be drawn."""
    return _compile(_SOURCE.read_bytes(), picture.scene.as_json())


def _read(file: Path) -> bytes | None:
    """A file that was kept, marked as just used; None if it is not there."""
    try:
        data = file.read_bytes()
    except OSError:
        return None
    with suppress(OSError):
        file.touch()
    return data


def _compile(source: bytes, scene: str) -> bytes:
    """The PNG, a pixel for each unit of the scene. typst is loaded with the first picture, and drops the lock of the
    interpreter while it draws.
    """
    import typst

    from cogs.kit.typesetting import fonts

    try:
        made = typst.compile(source, format="png", ppi=72, font_paths=fonts(), sys_inputs={"scene": scene})
    except typst.TypstError as error:
        raise PictureError("typst refused the picture") from error
    assert isinstance(made, bytes)
    return made
