"""Frees a PDF of what it says of itself: title, author, programs and times, of its pages, pictures and comments too.

``freed`` lets a process of its own do that, with bounds on its time and memory: what a stranger's file does to its
reader stays there. Run as a program, it takes a file from its input and gives the other to its output.
"""

from __future__ import annotations

import io
import logging
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

SECONDS = 20
MOST_MEMORY = 768 * 1024 * 1024
_ROOT = Path(__file__).parents[2]
# Keys of any dictionary: XMP, what programs keep for themselves, and when that changed.
_ASIDES = ("/Metadata", "/PieceInfo", "/LastModified")
# Of a comment: its author and times. The same key of a form's field is its name.
_OF_COMMENTS = ("/T", "/M", "/CreationDate", "/NM", "/RC")


def freed(data: bytes) -> bytes | None:
    """The same pages without all that; None where that cannot be done: a locked, damaged or too large file."""
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-m", __name__], input=data, capture_output=True, timeout=SECONDS, cwd=_ROOT, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 and done.stdout.startswith(b"%PDF-") else None


def rewritten(data: bytes) -> bytes:
    """The file, written anew. Raises whatever its reader does."""
    import pypdf  # noqa: PLC0415 - in the process of its own alone

    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        raise ValueError("locked")
    writer = pypdf.PdfWriter(clone_from=reader)
    writer.metadata = None
    for found in writer._objects:
        _free(found)
    writer.compress_identical_objects(remove_duplicates=False, remove_unreferenced=True)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def _free(found: Any) -> None:
    """An object and what lies in it; what it refers to is an object of its own."""
    inside = [found]
    while inside:
        part = inside.pop()
        if isinstance(part, list):
            inside += part
        if isinstance(part, dict):
            for key in (*_ASIDES, *(_OF_COMMENTS if _is_comment(part) else ())):
                part.pop(key, None)
            inside += part.values()


def _is_comment(part: dict[Any, Any]) -> bool:
    return "/Rect" in part and part.get("/Subtype") not in {None, "/Widget"}


def main() -> int:
    """From input to output; 1 where it cannot be done."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    logging.disable(logging.CRITICAL)
    try:
        made = rewritten(sys.stdin.buffer.read())
    except Exception:
        return 1
    sys.stdout.buffer.write(made)
    return 0


if __name__ == "__main__":
    sys.exit(main())
