"""A letter as a PDF. Pure but for the fonts that typst brings."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Final

import typst

from cogs.kit.typesetting import fonts
from cogs.letters.compose import Letter
from cogs.letters.writer import language_of

_SOURCE = Path(__file__).with_name("letter.typ").read_bytes()
# The standard for accessible PDF, which also makes typst name each character that its fonts lack.
_STANDARD: Final = "ua-1"
_LACKS = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-fA-F]+)\}|\\(.)")
_MOST_TRIES = 6
# What only changes the emoji before it: joiners, variants, skin tones, keycaps, flag letters and tags.
_MODIFIERS = re.compile("[\u200d\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U0001f1e6-\U0001f1ff\U000e0020-\U000e007f]")
# A picture that is joined of several, which no font here has: a part of it says nothing alone, as a shrug's "♀".
_JOINED = re.compile(f"[\U0001f000-\U0001faff]{_MODIFIERS.pattern}*(?:\u200d[^\\s\\w]{_MODIFIERS.pattern}*)+")
_LONG_WORD = re.compile(r"(?<!\S)(?!https?://)\S{60,}")
_TOO_LONG = re.compile(r"\S{40}(?=\S)")
# Unicode's categories of symbols.
_PICTURES = frozenset({"So", "Sk"})
_FLAG = re.compile("[🇦-🇿]{2}")


class PdfError(Exception):
    """A letter could not be made into a PDF. Its text says nothing of the letter, so that no log does."""


def make(letter: Letter) -> tuple[bytes, tuple[str, ...]]:
    """The PDF of a letter, and the characters that were left out of it because no font here has them.

    Raises PdfError if it cannot be made.
    """
    left_out: dict[str, None] = {}
    shown = letter
    for _ in range(_MOST_TRIES):
        made = _compile(shown)
        if isinstance(made, bytes):
            return made, tuple(left_out)
        left_out.update(dict.fromkeys(char for char in made if not _MODIFIERS.match(char)))
        left_out.update(dict.fromkeys(found[0] for found in _JOINED.findall(shown.text)))
        left_out.update(dict.fromkeys(_FLAG.findall(shown.text)))
        shown = _without(shown, made)
    raise PdfError("the PDF still lacks characters after several tries")


def _compile(letter: Letter) -> bytes | str:
    """The PDF, or the characters that the fonts lack for it. Raises PdfError if it cannot be made at all."""
    fields = {
        "date": letter.date,
        "addressee": "\n".join(letter.addressee),
        "subject": letter.subject,
        "heading": letter.heading,
        "paragraphs": [
            {
                "text": _breakable(paragraph),
                "language": language_of(paragraph) or letter.language,
                "room": is_closing,
            }
            for paragraph, is_closing in letter.printed
        ],
        "language": letter.language,
    }
    try:
        made = typst.compile(
            _SOURCE,
            format="pdf",
            font_paths=fonts(),
            sys_inputs={"letter": json.dumps(fields)},
            pdf_standards=[_STANDARD],
        )
    except typst.TypstError as error:
        if missing := _named_in(error):
            return missing
        raise PdfError("typst refused the letter") from None
    assert isinstance(made, bytes)
    return made


def _breakable(text: str) -> str:
    """A text in which a word that is longer than a line may be broken; addresses of pages break by themselves."""
    return _LONG_WORD.sub(lambda match: _TOO_LONG.sub("\\g<0>\u200b", match.group()), text)


def _named_in(error: typst.TypstError) -> str:
    """The characters that typst says it has no font for, in order."""
    found = _LACKS.findall(f"{error.message}\n{error.diagnostic}")
    return "".join(dict.fromkeys("".join(_ESCAPED.sub(_unescaped, text) for text in found)))


def _unescaped(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else str(match[2])


def without_emoji(letter: Letter, missing: Iterable[str]) -> tuple[Letter, tuple[str, ...]]:
    """The letter without those of some characters that are pictures, and which these are: other letters stay."""
    pictures = tuple(text for text in missing if unicodedata.category(text[0]) in _PICTURES)
    return (_without(letter, "".join(pictures)), pictures) if pictures else (letter, ())


def _without(letter: Letter, missing: str) -> Letter:
    """The letter without some characters and what belongs to them; a paragraph that held nothing else is gone."""
    lost = f"(?:{_JOINED.pattern}|[{re.escape(missing)}]|{_MODIFIERS.pattern})+"
    # The blank before what is lost goes with it, where a stop follows.
    gone = re.compile(f" *{lost}(?=[.,;:!?…])|{lost}")

    def cut(text: str) -> str:
        kept = gone.sub("", text)
        return "\n".join(" ".join(line.split(" ")).strip() for line in re.sub(r" {2,}", " ", kept).split("\n"))

    paragraphs = (cut(paragraph) for paragraph in letter.paragraphs)
    return replace(letter, subject=cut(letter.subject), paragraphs=tuple(text for text in paragraphs if text.strip()))
