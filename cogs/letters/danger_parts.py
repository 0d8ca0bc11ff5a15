"""The parts of which a threat is made: who is meant, what harm, what is known. Pure, but for reading them once.

They are data, one file a language in ``data/letters/danger``; ``danger`` says how they come together. What is asked
about by classes of words is read beside them (``concern``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

import tomli

from cogs.letters.concern import ConcernError, ConcernWords, words_of
from cogs.letters.menace_words import MenaceError, MenaceWords
from cogs.letters.menace_words import words_of as menace_words_of
from cogs.letters.templates import FOLDER
from db.record.lazy_pattern import LazyPattern
from db.record.values import value

LANGUAGES = ("en", "uk", "ru")

# ``<kin>`` stands for the words of that name, ``<gap3>`` for up to three words between.
_NAMED = re.compile(r"<([a-z_]+)>")
_GAP = re.compile(r"<gap(\d+)>")
_WORD_BEGINS = r"\b"
_WORDS_BETWEEN = r"(?:\W+[\w'-]+){0,%s}?\W+"


class PartsError(ValueError):
    """A file of parts cannot be used. Its text names the file and what is wrong."""


@value
class Parts:
    """One language's patterns.

    ``meant``: somebody may be meant at all. ``harm``: somebody is to be hurt, or what is theirs; ``harsh``: the same in
    words that are also said of votes. ``private``: the writer knows where or when to find somebody. ``ominous``: what
    may happen, without saying who does it. ``fear``: what may happen, which is a threat only with ``condition`` or
    with somebody's own people in it (``own``).

    ``told``: somebody else said it, to the writer or to others. ``unreal``: it is imagined, denied, feared or asked.
    ``political``: it is about votes, courts and offices. ``war``: it is about the war over there, where "you" is
    anybody. ``shared``: whose it is, is told of both sides, or with thanks.

    ``slur``: people are insulted for what they are. ``doubt``: what is nobody's business in such a letter, and may be
    taken for a threat. ``signs`` threaten by none of themselves, but several together: whose house or people, how
    weak, what was seen of it, by what means, until when, a hint. ``concern``: classes of words that come together.
    ``menace``: the same by how near they stand.
    """

    meant: LazyPattern
    harm: LazyPattern
    harsh: LazyPattern
    private: LazyPattern
    ominous: LazyPattern
    fear: LazyPattern
    condition: LazyPattern
    own: LazyPattern
    told: LazyPattern
    unreal: LazyPattern
    political: LazyPattern
    war: LazyPattern
    slur: LazyPattern
    shared: LazyPattern
    doubt: LazyPattern
    signs: Mapping[str, LazyPattern]
    concern: ConcernWords
    menace: MenaceWords

    @property
    def patterns(self) -> tuple[LazyPattern, ...]:
        """All patterns, to be looked at one by one."""
        named = (
            getattr(self, field.name) for field in fields(self) if field.name not in {"signs", "concern", "menace"}
        )
        return (*named, *self.signs.values(), *self.concern.all_patterns)


@cache
def languages(folder: Path = FOLDER) -> tuple[Parts, ...]:
    """The parts of each language, read once. Raises PartsError, and OSError for a file that cannot be read."""
    return tuple(_read(folder / "danger" / f"{code}.toml") for code in LANGUAGES)


def _read(file: Path) -> Parts:
    try:
        told = tomli.loads(file.read_text(encoding="utf-8"))
        words: dict[str, str] = {}
        for name, text in told["words"].items():
            words[name] = _whole(text, words)
        parts = {name: _pattern(texts, words) for name, texts in told["parts"].items()}
        signs = {name: _pattern(texts, words) for name, texts in told["signs"].items()}
        folder = file.parents[1]
        concern, menace = words_of(file.stem, folder), menace_words_of(file.stem, folder)
        return Parts(**parts, signs=signs, concern=concern, menace=menace)
    except (tomli.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError, AttributeError) as error:
        raise PartsError(f"{file.parent.name}/{file.name}: {error}") from None
    except (ConcernError, MenaceError) as error:
        raise PartsError(str(error)) from None


def _pattern(texts: Any, words: Mapping[str, str]) -> LazyPattern:
    """One pattern of several. Those that begin at a word are one group: ``re`` then asks once whether one begins."""
    whole = [_whole(text, words) for text in texts]
    at_words = [text for text in whole if text.startswith(_WORD_BEGINS)]
    others = [text for text in whole if not text.startswith(_WORD_BEGINS)]
    return LazyPattern("|".join([f"(?:{'|'.join(at_words)})"] * bool(at_words) + others))


def _whole(text: str, words: Mapping[str, str]) -> str:
    """A pattern with its named words in place."""
    spaced = _GAP.sub(lambda found: _WORDS_BETWEEN % found[1], text)
    return _NAMED.sub(lambda found: words[found[1]], spaced)
