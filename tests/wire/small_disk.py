"""A disk of a few megabytes, which can be filled: of the real kind, so only where this process may mount one."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

MEGABYTES = 24


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """Mount a disk at a new folder; skips the test where that is not allowed."""
    folder.mkdir()
    size = f"size={MEGABYTES}m"
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", size, "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("this process may not mount a disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@contextmanager
def filled(disk: Path) -> Iterator[None]:
    """Let nothing more fit on it."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        for block in (1 << 20, 1 << 12):
            try:
                while file.write(b"\0" * block) == block:
                    pass
            except OSError:
                continue
    try:
        yield
    finally:
        ballast.unlink()
