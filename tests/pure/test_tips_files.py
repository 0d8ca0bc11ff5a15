"""Files that go with tips: told by their content, freed of position data, refused where they are not what they seem."""

from __future__ import annotations

import io
import struct
import time
import zipfile
import zlib

import pypdf
import pypdf.annotations
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.tips import pdf_properties
from cogs.tips.files import FileError, FileType, clean_file

pytestmark = pytest.mark.slow

# As a camera would write it, in ASCII so that it is found anywhere.
WHERE = b"GPS 58.3019N 134.4197W"
MAKER = "Vera Petrova"


def tiff(turn: int) -> bytes:
    """EXIF of a turned picture, with where it was taken."""
    return b"II*\0\x08\0\0\0" + struct.pack("<HHHIHHI", 1, 0x0112, 3, 1, turn, 0, 0) + WHERE


def segment(marker: int, body: bytes) -> bytes:
    """A segment of a JPEG."""
    return bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body


def jpeg(turn: int = 6, scan: bytes = b"\x01\xff\x00\x02\xff\xd0\x03", behind: bytes = b"") -> bytes:
    """A JPEG as a phone makes it: two scans, and perhaps more behind its end."""
    return b"".join(
        (
            b"\xff\xd8",
            segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"),
            segment(0xE1, b"Exif\0\0" + tiff(turn)),
            segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + WHERE),
            segment(0xE2, b"ICC_PROFILE\0\x01\x01colours"),
            segment(0xE2, b"MPF\0" + WHERE),
            segment(0xED, b"Photoshop 3.0\0" + WHERE),
            segment(0xFE, WHERE),
            segment(0xDB, bytes(65)),
            segment(0xDA, b"\x01\x01\0\0\x3f\0") + scan,
            segment(0xDA, b"\x01\x01\0\0\x3f\0") + scan,
            b"\xff\xd9",
            behind,
        )
    )


def chunk(name: bytes, body: bytes) -> bytes:
    """A chunk of a PNG."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(*more: bytes) -> bytes:
    """A PNG of one point."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")


def webp() -> bytes:
    """A WebP with EXIF and XMP."""

    def part(name: bytes, body: bytes) -> bytes:
        return name + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)

    parts = part(b"VP8X", b"\x0c\0\0\0" + bytes(6)) + part(b"VP8L", b"/\0\0\0\0") + part(b"EXIF", tiff(1))
    body = b"WEBP" + parts + part(b"XMP ", WHERE)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def pdf(inside: bytes = b"") -> bytes:
    """A PDF, as far as its ends tell."""
    return b"%PDF-1.7\n" + inside + b"\nstartxref\n0\n%%EOF\n"


def document(*, password: str = "") -> bytes:
    """A real PDF of one page, which names its maker in every way."""
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    writer.add_metadata({"/Title": "For my mother", "/Author": MAKER, "/Producer": "A program"})
    writer.xmp_metadata = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'><a>{MAKER}</a></x:xmpmeta>".encode()
    writer.add_annotation(0, pypdf.annotations.Text(rect=(1, 1, 9, 9), text="See here", title_bar=MAKER))
    if password:
        writer.encrypt(password)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def zipped() -> bytes:
    """A ZIP archive."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("letter.txt", "Dear Mayor")
    return made.getvalue()


FILES = {
    FileType.JPEG: jpeg(),
    FileType.PNG: png(chunk(b"eXIf", tiff(1)), chunk(b"tEXt", b"Comment\0" + WHERE), chunk(b"tIME", WHERE[:7])),
    FileType.WEBP: webp(),
    FileType.PDF: pdf(b"stream\n" + jpeg() + b"\nendstream"),
}


@pytest.mark.parametrize("kind", FileType)
def test_a_file_is_told_by_its_content_and_says_nothing_of_where_it_was_taken(kind: FileType) -> None:
    found = clean_file(FILES[kind])
    assert found.type is kind
    if kind is not FileType.PDF:
        assert WHERE not in found.data
    assert clean_file(found.data) == found, "what is clean stays as it is"


def test_a_turned_photo_stays_turned_and_keeps_its_colours() -> None:
    found = clean_file(jpeg(turn=6)).data
    assert found.count(b"Exif\0\0") == 1
    assert b"ICC_PROFILE" in found
    assert b"JFIF" in found
    assert b"Exif\0\0" not in clean_file(jpeg(turn=1)).data


def test_what_stands_behind_the_end_of_a_picture_goes_too() -> None:
    assert WHERE not in clean_file(jpeg(behind=jpeg() + WHERE)).data
    assert clean_file(png() + zipped()).data == png()
    assert clean_file(webp() + WHERE).data == clean_file(webp()).data


def test_the_picture_itself_is_untouched() -> None:
    scan = b"\x10\x20\xff\x00\x30\xff\xd7\x40"
    found = clean_file(jpeg(scan=scan)).data
    assert found.count(scan) == 2
    assert found.endswith(b"\xff\xd9")
    assert clean_file(png()).data == png()


def test_photos_in_a_pdf_are_freed_where_they_lie_open_and_its_length_stays() -> None:
    before = pdf(b"stream\n" + jpeg() + b"\nendstream")
    after = clean_file(before).data
    assert len(after) == len(before)
    for aside in (b"Exif\0\0", b"http://ns.adobe.com/xap"):
        at = after.index(aside)
        assert WHERE not in after[at : at + 80]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        b"<svg onload='alert(1)'/>",
        b"MZ" + bytes(100),
        zipped(),
        pdf(zipped()),
        pdf() + zipped(),
        b"%PDF-1.7 without an end",
        jpeg()[:-2],
        jpeg()[:40],
        b"\xff\xd8\xff",
        png()[:-12],
        png()[:20] + b"x" + png()[21:],
        webp()[:20],
        b"RIFF\0\0\0\0WEBP",
    ],
    ids=lambda data: str(len(data)),
)
def test_what_is_no_such_file_or_damaged_is_refused(data: bytes) -> None:
    with pytest.raises(FileError):
        clean_file(data)


@given(st.sampled_from(sorted(FILES)), st.integers(0, 400), st.binary(max_size=30))
def test_no_damage_raises_anything_else_or_loops(kind: FileType, at: int, garbage: bytes) -> None:
    data = FILES[kind]
    for damaged in (
        data[:at] + garbage + data[at:],
        data[:at] + garbage,
        data[:at] + garbage + data[at + len(garbage) :],
    ):
        try:
            clean_file(damaged)
        except FileError:
            continue


def test_a_pdf_says_nothing_of_its_maker_and_has_its_pages_and_comments() -> None:
    freed = pdf_properties.freed(document())
    assert freed is not None
    assert clean_file(freed).type is FileType.PDF
    read = pypdf.PdfReader(io.BytesIO(freed))
    assert not read.metadata
    assert read.xmp_metadata is None
    (page,) = read.pages
    assert [comment.get_object().get("/Contents") for comment in page.annotations or ()] == ["See here"]
    packed = [read.get_object(number) for number in range(1, len(read.xref[0]) + 1)]
    assert MAKER.encode() not in freed
    assert MAKER not in str(packed)


@pytest.mark.parametrize("data", [document(password="x"), pdf(b"1 0 obj << /Length 9 >>"), b"%PDF-", b""])
def test_a_locked_pdf_or_a_damaged_one_is_left_as_it_is(data: bytes) -> None:
    assert pdf_properties.freed(data) is None


def test_a_pdf_that_holds_its_reader_up_or_eats_memory_harms_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    many = b"".join(b"%d 0 obj\n<< /A [" % number + b"[" * 3000 + b"\nendobj\n" for number in range(1, 400))
    monkeypatch.setattr(pdf_properties, "SECONDS", 2)
    began = time.monotonic()
    pdf_properties.freed(b"%PDF-1.7\n" + many + b"trailer << /Root 1 0 R >>\nstartxref\n0\n%%EOF\n")
    assert time.monotonic() - began < 10
