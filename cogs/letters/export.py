"""A letter as a file: plain text, Word, PDF, or a mail that is not sent. Pure.

The functions take some milliseconds and hold nothing, so they can run in a thread.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from email.message import EmailMessage
from email.policy import SMTP
from enum import StrEnum

from cogs.letters import sentences
from cogs.letters.compose import Letter
from db.record.fact_tables import complete
from db.record.values import value

_NOT_SLUG = re.compile(r"[^a-z0-9]+")


class ExportError(Exception):
    """A letter could not be made into a file. Its text says nothing of the letter, so that no log does."""


class FileFormat(StrEnum):
    """The files that a letter can be taken as, in the order in which they are offered; each is an ending of names."""

    DOCX = "docx"
    PDF = "pdf"
    EML = "eml"
    TXT = "txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFormatFacts:
    """What is known of a form of file: who writes it, its ``label`` and ``hint`` where it is chosen, and what is said
    when it is ``ready``. ``write`` gives the file and the characters that it lacks.
    """

    label: str
    hint: str
    ready: str
    write: Callable[[Letter], tuple[bytes, tuple[str, ...]]]


@value
class Export:
    """A finished file. ``lacking`` are the characters that were left out because no font here has them."""

    name: str
    data: bytes
    lacking: tuple[str, ...] = ()


def export(letter: Letter, form: FileFormat, stem: str) -> Export:
    """A letter as a file of this form, named ``stem`` and its ending. Raises ExportError if it cannot be made."""
    data, lacking = FILE_FORMATS[form].write(letter)
    return Export(f"{stem}.{form}", data, lacking)


def stem(day: date, place: str, partner: str, office: str, noun: str = "letter") -> str:
    """A file name that sorts by day and says what it is: ``2026-11-25_letter_eugene-oregon_irkutsk_mayor``."""
    parts = [slug(part) for part in (place, partner, office)]
    return "_".join([day.isoformat(), noun, *(part for part in parts if part)])


def lacking(letter: Letter) -> tuple[str, ...]:
    """The characters of a letter that its PDF would leave out, each once; fast for a letter in plain scripts."""
    return () if is_plain(letter.text) else _pdf(letter)[1]


def plain_text(letter: Letter) -> str:
    """The letter with its date, address and subject, as it is pasted or saved."""
    parts = (letter.date, "\n".join(letter.addressee), letter.heading, letter.text)
    return "\n\n".join(part for part in parts if part) + "\n"


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


# Word's and PDF's makers load with the first such file, in its thread: 14 MB that no start has to wait for.
def _docx(letter: Letter) -> tuple[bytes, tuple[str, ...]]:
    from cogs.letters import pdf_file, word_file

    try:
        missing = lacking(letter)
    except ExportError:
        return word_file.make(letter), ()
    # Both show the same pictures: what the PDF's fonts lack is left out here too.
    shown, left_out = pdf_file.without_emoji(letter, missing)
    return word_file.make(shown), left_out


def _pdf(letter: Letter) -> tuple[bytes, tuple[str, ...]]:
    from cogs.letters import pdf_file

    try:
        return pdf_file.make(letter)
    except pdf_file.PdfError as error:
        raise ExportError(str(error)) from None


def is_plain(text: str) -> bool:
    """Latin, Greek or Cyrillic letters and the punctuation that goes with them: the fonts have all of these."""
    return all(char < "\u0180" or "\u0400" <= char < "\u0460" or char in "–—‘’“”„…№ґҐ" for char in text)


def slug(text: str) -> str:
    """A text as a part of a file name: small Latin letters, digits and hyphens; may be empty."""
    folded = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return _NOT_SLUG.sub("-", folded).strip("-")[:60]


FILE_FORMATS = complete(
    FileFormat,
    {
        FileFormat.DOCX: FileFormatFacts(
            label="Word", hint="to change or print", ready=sentences.WORD_READY, write=_docx
        ),
        FileFormat.PDF: FileFormatFacts(label="PDF", hint="to print or attach", ready=sentences.PDF_READY, write=_pdf),
        FileFormat.EML: FileFormatFacts(
            label="Mail draft",
            hint="opens in a mail program, without an address",
            ready=sentences.MAIL_READY,
            write=_eml,
        ),
        FileFormat.TXT: FileFormatFacts(
            label="Plain text", hint="to paste anywhere", ready=sentences.TEXT_READY, write=_txt
        ),
    },
)
