"""How to write a letter, in Ukrainian and in Russian, in which many of its writers think. Pure, but for reading.

The forms and the letter itself are in English. A guide stands behind a button, and a line of it over each form.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import tomli

from cogs.letters.guide_languages import GuideLanguage
from cogs.letters.templates import FOLDER
from db.record.values import value


class GuideError(ValueError):
    """A guide cannot be used. Its text names the file and what is wrong."""


@value
class Guide:
    """A guide: the label of its button, its text, what stands over the forms for the words, for name and town, and for
    what a sentence means, and why a field that threatens was not kept.
    """

    language: GuideLanguage
    button: str
    text: str
    words: str
    about: str
    meaning: str
    refused: str


@cache
def guide_in(language: GuideLanguage, folder: Path = FOLDER) -> Guide:
    """The guide in a language, read once. Raises GuideError, and OSError for a file that cannot be read."""
    file = folder / "guide" / f"{language}.toml"
    try:
        told = tomli.loads(file.read_text(encoding="utf-8"))
        return Guide(language, **{name: str(text).strip() for name, text in told.items()})
    except (tomli.TOMLDecodeError, UnicodeDecodeError, TypeError) as error:
        raise GuideError(f"{file.parent.name}/{file.name}: {error}") from None
