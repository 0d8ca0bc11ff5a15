"""Scans and photos that go with tips: told by their content, and freed of what they say about where they were taken.

Pure. What is taken out of a picture is all that is no picture: position, camera, time, texts and previews. Its turn
(EXIF's orientation) stays, and so do its colours. A file that cannot be walked through to its end is refused.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from enum import StrEnum

from db.record.values import value

MOST_BYTES = 8 * 1024 * 1024
MOST_FILES = 3

_PNG = b"\x89PNG\r\n\x1a\n"
# What a PNG needs to look as it does; all else may speak of its maker.
_PNG_KEPT = frozenset(b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT pHYs bKGD acTL fcTL fdAT cICP".split())
_EOI, _SOS = 0xD9, 0xDA
_APP0, _APP1, _APP2, _APP14, _APP15, _COMMENT = 0xE0, 0xE1, 0xE2, 0xEE, 0xEF, 0xFE
_EXIF = b"Exif\0\0"
_ICC = b"ICC_PROFILE\0"
# JFIF and Adobe's: how the colours are to be read.
_KEPT_SEGMENTS = frozenset({_APP0, _APP14})
_ORIENTATION = 0x0112
_VP8X_EXIF_AND_XMP = 0x0C
_WEBP_KEPT = frozenset({b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
_PDF_START, _PDF_END = b"%PDF-", b"%%EOF"
_PDF_TAIL = 1024
# How a ZIP archive ends, and how far from the end of a file that may stand: a file that is both opens as either.
_ZIP_END, _ZIP_TAIL = b"PK\x05\x06", 22 + 0xFFFF
_ASIDE_IN_PDF = re.compile(rb"\xff\xe1(..)(?:Exif\0\0|http://ns\.adobe\.com/xap/1\.0/\0)", re.DOTALL)


class FileType(StrEnum):
    """What kinds of files are taken."""

    PNG = "png"
    JPEG = "jpeg"
    WEBP = "webp"
    PDF = "pdf"


class FileError(ValueError):
    """The file is none that is taken, or is damaged."""


@value
class CleanFile:
    """A file as it is posted again."""

    type: FileType
    data: bytes


def clean_file(data: bytes) -> CleanFile:
    """A file freed of all but its picture or pages. Raises FileError for any other, or a damaged one."""
    if data.startswith(_PNG):
        return CleanFile(FileType.PNG, _PNG + b"".join(_png_chunks(data)))
    if data.startswith(b"\xff\xd8\xff"):
        return CleanFile(FileType.JPEG, b"\xff\xd8" + b"".join(_jpeg_parts(data)))
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return CleanFile(FileType.WEBP, _webp(data))
    if data.startswith(_PDF_START):
        return CleanFile(FileType.PDF, _pdf(data))
    raise FileError


def _png_chunks(data: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    while at + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        name, end = data[at + 4 : at + 8], at + 12 + length
        if end > len(data) or struct.unpack_from(">I", data, end - 4)[0] != zlib.crc32(data[at + 4 : end - 4]):
            raise FileError
        if name in _PNG_KEPT:
            yield data[at:end]
        if name == b"IEND":
            return
        at = end
    raise FileError


def _jpeg_parts(data: bytes) -> Iterator[bytes]:
    """The segments that stay, up to the end of the first picture: phones put a second one with its position behind."""
    at = 2
    while at + 2 <= len(data):
        if data[at] != 0xFF:
            raise FileError
        marker = data[at + 1]
        if marker == 0xFF:  # a byte that only fills up
            at += 1
            continue
        if marker == _EOI:
            yield b"\xff\xd9"
            return
        if at + 4 > len(data):
            raise FileError
        end = at + 2 + struct.unpack_from(">H", data, at + 2)[0]
        if end > len(data) or end < at + 4:
            raise FileError
        yield _segment(marker, data[at:end])
        if marker == _SOS:
            after = _end_of_scan(data, end)
            yield data[end:after]
            end = after
        at = end
    raise FileError


def _segment(marker: int, segment: bytes) -> bytes:
    """A segment as it stays, or nothing of it."""
    body = segment[4:]
    if marker == _APP1 and body.startswith(_EXIF):
        return _only_orientation(body[len(_EXIF) :])
    if marker == _APP2 and body.startswith(_ICC):
        return segment
    is_aside = _APP0 <= marker <= _APP15 or marker == _COMMENT
    return b"" if is_aside and marker not in _KEPT_SEGMENTS else segment


def _end_of_scan(data: bytes, at: int) -> int:
    """Where the coded picture ends: at the next marker that is no escaped byte and no restart."""
    while (at := data.find(b"\xff", at)) != -1 and at + 1 < len(data):
        follows = data[at + 1]
        if follows not in {0x00, 0xFF} and not 0xD0 <= follows <= 0xD7:
            return at
        at += 1 if follows == 0xFF else 2
    raise FileError


def _only_orientation(tiff: bytes) -> bytes:
    """EXIF with the picture's turn alone; nothing where it is not turned."""
    turn = _orientation(tiff)
    if not 2 <= turn <= 8:
        return b""
    made = b"MM\0*\0\0\0\x08" + struct.pack(">HHHIHHI", 1, _ORIENTATION, 3, 1, turn, 0, 0)
    return b"\xff\xe1" + struct.pack(">H", 2 + len(_EXIF) + len(made)) + _EXIF + made


def _orientation(tiff: bytes) -> int:
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return 0
    try:
        (first,) = struct.unpack_from(f"{order}I", tiff, 4)
        (number,) = struct.unpack_from(f"{order}H", tiff, first)
        for entry in range(min(number, 64)):
            at = first + 2 + 12 * entry
            tag, _kind, _count, value = struct.unpack_from(f"{order}HHIH", tiff, at)
            if tag == _ORIENTATION:
                return int(value)
    except struct.error:
        return 0
    return 0


def _webp(data: bytes) -> bytes:
    (size,) = struct.unpack_from("<I", data, 4)
    if 8 + size > len(data):
        raise FileError
    kept, at = [], 12
    while at + 8 <= 8 + size:
        name = data[at : at + 4]
        (length,) = struct.unpack_from("<I", data, at + 4)
        end = at + 8 + length + length % 2
        if end > len(data):
            raise FileError
        if name == b"VP8X" and length >= 1:
            flags = data[at + 8] & ~_VP8X_EXIF_AND_XMP
            kept.append(data[at : at + 8] + bytes([flags]) + data[at + 9 : end])
        elif name in _WEBP_KEPT:
            kept.append(data[at:end])
        at = end
    if not any(part[:4] in {b"VP8 ", b"VP8L", b"ANMF"} for part in kept):
        raise FileError
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _pdf(data: bytes) -> bytes:
    """A PDF of the same length: what its photos say of themselves is blanked where they lie open in it."""
    if _PDF_END not in data[-_PDF_TAIL:] or _ZIP_END in data[-_ZIP_TAIL:]:
        raise FileError
    made = bytearray(data)
    for found in _ASIDE_IN_PDF.finditer(data):
        length = struct.unpack(">H", found[1])[0]
        start, end = found.end(), min(found.start() + 2 + length, len(data))
        made[start:end] = bytes(end - start)
    return bytes(made)
