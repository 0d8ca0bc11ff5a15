"""What is made of files at every start, kept beside the byte code of its module: that is read in a tenth of the time.

As Python keeps byte code: where it may write, and until a file that it was made from changes.
"""

from __future__ import annotations

import logging
import os
import pickle
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cached_property
from hashlib import blake2b
from importlib.util import cache_from_source
from pathlib import Path
from typing import Generic, TypeVar, cast

log = logging.getLogger(__name__)

_Made = TypeVar("_Made")

# So many bytes tell that what is kept is whole, and made from the files as they are.
_SIGNED = 32


class KeptBesideByteCode(Generic[_Made]):
    """What the module of a file makes from other files.

    ``made_from`` gives those, code and data: all of which another content would have made something else.
    """

    def __init__(self, module: str, made_from: Callable[[], Iterable[Path]]) -> None:
        self._path = Path(cache_from_source(module)).with_suffix(".kept")
        self._made_from = made_from
        self._is_missing = False

    def read(self) -> _Made | None:
        """What was kept, if it is of the files as they are."""
        self._is_missing = True
        try:
            with self._path.open("rb") as file:
                signature, packed = file.read(_SIGNED), file.read()
        except OSError:
            return None
        if signature != self._signature(packed):
            return None
        self._is_missing = False
        # Whoever could write here could write byte code as well.
        return cast("_Made", pickle.loads(packed))  # noqa: S301

    def write(self, made: _Made) -> None:
        """Keep it for the next start where it was looked for and not found, if Python may keep byte code there."""
        if not self._is_missing or sys.dont_write_bytecode:
            return
        self._is_missing = False
        packed = pickle.dumps(made, pickle.HIGHEST_PROTOCOL)
        writing = self._path.with_suffix(f".{os.getpid()}")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            writing.write_bytes(self._signature(packed) + packed)
            writing.replace(self._path)
        except OSError as error:
            # Without it the next start takes a second longer.
            log.info("Nothing can be kept beside the byte code", extra={"reason": str(error)})
            with suppress(OSError):
                writing.unlink()

    def _signature(self, packed: bytes) -> bytes:
        return blake2b(packed, digest_size=_SIGNED, key=self._of_files).digest()

    @cached_property
    def _of_files(self) -> bytes:
        found = blake2b(sys.version.encode(), digest_size=_SIGNED)
        for file in sorted(self._made_from()):
            content = file.read_bytes()
            found.update(f"{file.name} {len(content)}\n".encode())
            found.update(content)
        return found.digest()
