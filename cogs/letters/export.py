"""A letter as a file: plain text, Word, PDF, or a mail that is not sent. Pure but for the fonts that typst brings.

The functions take some milliseconds and hold nothing, so they can run in a thread.
"""

from __future__ import annotations

import io
import json
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from email.message import EmailMessage
from email.policy import SMTP
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final

import docx
import typst
from docx.shared import Inches, Pt
from docx.text.paragraph import Paragraph

from cogs.letters.compose import Letter

_SOURCE = Path(__file__).with_name("letter.typ").read_bytes()
# The standard for accessible PDF, which also makes typst name each character that its fonts lack.
_STANDARD: Final = "ua-1"
_LACKS = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-fA-F]+)\}|\\(.)")
_MOST_TRIES = 6
# What only changes the emoji before it: joiners, variants, skin tones, keycaps, flag letters and tags.
_MODIFIERS = re.compile("[\u200d\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U0001f1e6-\U0001f1ff\U000e0020-\U000e007f]")
_LONG_WORD = re.compile(r"(?<!\S)(?!https?://)\S{60,}")
_TOO_LONG = re.compile(r"\S{40}(?=\S)")
_FLAG = re.compile("[🇦-🇿]{2}")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


class ExportError(Exception):
    """A letter could not be made into a file. Its text says nothing of the letter, so that no log does."""


class FileFormat(StrEnum):
    TXT = "txt"
    DOCX = "docx"
    PDF = "pdf"
    EML = "eml"


@dataclass(frozen=True, slots=True)
class Export:
    """A finished file. ``lacking`` are the characters that were left out because no font here has them (PDF only)."""

    name: str
    data: bytes
    lacking: tuple[str, ...] = ()


def export(letter: Letter, form: FileFormat, stem: str) -> Export:
    """A letter as a file of this form, named ``stem`` and its ending. Raises ExportError if it cannot be made."""
    data, lacking = _WRITERS[form](letter)
    return Export(f"{stem}.{form}", data, lacking)


def stem(day: date, place: str, partner: str, office: str) -> str:
    """A file name that sorts by day and says what it is: ``2026-11-25_letter_eugene-oregon_irkutsk_mayor``."""
    parts = [slug(part) for part in (place, partner, office)]
    return "_".join([day.isoformat(), "letter", *(part for part in parts if part)])


def lacking(letter: Letter) -> tuple[str, ...]:
    """The characters of a letter that its PDF would leave out, each once; fast for a letter in plain scripts."""
    return () if is_plain(letter.text) else _pdf(letter)[1]


def plain_text(letter: Letter) -> str:
    """The letter with its date, address and subject, as it is pasted or saved."""
    return "\n\n".join([letter.date, "\n".join(letter.addressee), f"Re: {letter.subject}", letter.text]) + "\n"


def _txt(letter: Letter) -> tuple[bytes, tuple[str, ...]]:
    return plain_text(letter).encode(), ()


def _eml(letter: Letter) -> tuple[bytes, tuple[str, ...]]:
    """A mail that mail programs open for editing (``X-Unsent``), without an addressee."""
    mail = EmailMessage(policy=SMTP)
    mail["X-Unsent"] = "1"
    mail["To"] = ""
    mail["Subject"] = letter.subject
    mail.set_content(letter.text + "\n", charset="utf-8", cte="quoted-printable")
    return mail.as_bytes(), ()


def _docx(letter: Letter) -> tuple[bytes, tuple[str, ...]]:
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Inches(8.5), Inches(11)
    section.left_margin = section.right_margin = Inches(1.1)
    section.top_margin = section.bottom_margin = Inches(1)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Georgia", Pt(11)
    about = document.core_properties
    about.title, about.author, about.comments, about.language = letter.subject, "", "", letter.language
    _spaced(document.add_paragraph(letter.date))
    _spaced(document.add_paragraph("\n".join(letter.addressee)))
    heading = _spaced(document.add_paragraph())
    heading.add_run(f"Re: {letter.subject}").bold = True
    for paragraph in letter.paragraphs:
        _spaced(document.add_paragraph(paragraph))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue(), ()


def _spaced(paragraph: Paragraph) -> Paragraph:
    layout = paragraph.paragraph_format
    layout.space_after, layout.line_spacing, layout.widow_control = Pt(10), 1.15, True
    return paragraph


def _pdf(letter: Letter) -> tuple[bytes, tuple[str, ...]]:
    left_out: dict[str, None] = {}
    shown = letter
    for _ in range(_MOST_TRIES):
        made = _compile(shown)
        if isinstance(made, bytes):
            return made, tuple(left_out)
        left_out.update(dict.fromkeys(char for char in made if not _MODIFIERS.match(char)))
        left_out.update(dict.fromkeys(_FLAG.findall(shown.text)))
        shown = _without(shown, made)
    raise ExportError("the PDF still lacks characters after several tries")


def _compile(letter: Letter) -> bytes | str:
    """The PDF, or the characters that the fonts lack for it. Raises ExportError if it cannot be made at all."""
    fields = {
        "date": letter.date,
        "addressee": "\n".join(letter.addressee),
        "subject": letter.subject,
        "paragraphs": [_breakable(paragraph) for paragraph in letter.paragraphs],
        "language": letter.language,
    }
    try:
        made = typst.compile(
            _SOURCE,
            format="pdf",
            font_paths=_fonts(),
            sys_inputs={"letter": json.dumps(fields)},
            pdf_standards=[_STANDARD],
        )
    except typst.TypstError as error:
        if missing := _named_in(error):
            return missing
        raise ExportError("typst refused the letter") from None
    assert isinstance(made, bytes)
    return made


def _breakable(text: str) -> str:
    """A text in which a word that is longer than a line may be broken; addresses of pages break by themselves."""
    return _LONG_WORD.sub(lambda match: _TOO_LONG.sub("\\g<0>\u200b", match.group()), text)


@cache
def _fonts() -> typst.Fonts:
    """The fonts inside the typst package alone, so that a letter looks the same on every machine."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)


def _named_in(error: typst.TypstError) -> str:
    """The characters that typst says it has no font for, in order."""
    found = _LACKS.findall(f"{error.message}\n{error.diagnostic}")
    return "".join(dict.fromkeys("".join(_ESCAPED.sub(_unescaped, text) for text in found)))


def _unescaped(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else str(match[2])


def _without(letter: Letter, missing: str) -> Letter:
    """The letter without some characters and what belongs to them; a paragraph that held nothing else is gone."""
    lost = f"(?:[{re.escape(missing)}]|{_MODIFIERS.pattern})+"
    # The blank before what is lost goes with it, where a stop follows.
    gone = re.compile(f" *{lost}(?=[.,;:!?…])|{lost}")

    def cut(text: str) -> str:
        kept = gone.sub("", text)
        return "\n".join(" ".join(line.split(" ")).strip() for line in re.sub(r" {2,}", " ", kept).split("\n"))

    paragraphs = (cut(paragraph) for paragraph in letter.paragraphs)
    return replace(letter, subject=cut(letter.subject), paragraphs=tuple(text for text in paragraphs if text.strip()))


def is_plain(text: str) -> bool:
    """Latin, Greek or Cyrillic letters and the punctuation that goes with them: the fonts have all of these."""
    return all(char < "\u0180" or "\u0400" <= char < "\u0460" or char in "–—‘’“”„…№ґҐ" for char in text)


def slug(text: str) -> str:
    """A text as a part of a file name: small Latin letters, digits and hyphens; may be empty."""
    folded = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return _NOT_SLUG.sub("-", folded).strip("-")[:60]


_WRITERS: Mapping[FileFormat, Callable[[Letter], tuple[bytes, tuple[str, ...]]]] = {
    FileFormat.TXT: _txt,
    FileFormat.DOCX: _docx,
    FileFormat.PDF: _pdf,
    FileFormat.EML: _eml,
}
