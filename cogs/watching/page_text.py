"""The words of a page or a PDF file, as one text in small letters, to look for other words in."""

from __future__ import annotations

import io
import logging
import re
import unicodedata
from contextlib import suppress

log = logging.getLogger(__name__)

# What is read of one page or file: words of an agenda stand in its first pages, and no text holds things up.
MOST_CHARACTERS = 400_000
MOST_PAGES = 60
_UNSEEN = re.compile(r"<(script|style|noscript|template)\b.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[a-z/!?][^<>]*>", re.IGNORECASE)
_NOT_WORDS = re.compile(r"[\W_]+")


def words_of(text: str) -> str:
    """A text as words with one blank between: small letters, no accents, no marks."""
    plain = unicodedata.normalize("NFKD", text[:MOST_CHARACTERS]).casefold()
    kept = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _NOT_WORDS.sub(" ", kept).strip()


def words_of_page(text: str) -> str:
    """The words of an HTML page, its title among them; of a plain text its own."""
    import html

    seen = _UNSEEN.sub(" ", text[: 4 * MOST_CHARACTERS])
    return words_of(html.unescape(_TAG.sub(" ", seen)))


def words_of_file(body: bytes, text: str) -> str:
    """The words of an answer: of a PDF file those of its pages, of anything else those of its text."""
    if body.startswith(b"%PDF"):
        return words_of(text_of_pdf(body))
    return words_of_page(text)


def text_of_pdf(body: bytes) -> str:
    """The text of a PDF file's pages, as far as it can be read; empty for a scan and for what is no PDF."""
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    found: list[str] = []
    with suppress(Exception):  # a file may be damaged in any way, and what was read before stands
        reader = pypdf.PdfReader(io.BytesIO(body))
        for page in reader.pages[:MOST_PAGES]:
            found.append(page.extract_text())
            if sum(map(len, found)) > MOST_CHARACTERS:
                break
    return "\n".join(found)


def has_phrase(words: str, phrase: str) -> bool:
    """Whether words have another text's words in them, whole and in a row; False for an empty one."""
    wanted = words_of(phrase)
    return bool(wanted) and f" {wanted} " in f" {words} "
