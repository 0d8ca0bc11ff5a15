"""Questions in Ukrainian and Russian: that they are answered in English, and the word for how a tie stands. Pure.

The answers themselves stay in the language of the record. What is said here is the standing's word alone, one of six:
no more can be said in another language with certainty.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from cogs.lookup.model import Answer
from cogs.lookup.question import Question
from cogs.wording.blocks import Line, TextBlock
from db.record.standings import STANDINGS, Standing
from db.record.text import Token

# Letters and short words of Ukrainian that Russian does not have: a question without any of them is Russian as a rule.
_OF_UKRAINIAN = frozenset("іїєґ")
_UKRAINIAN_WORDS = frozenset(
    "хто що чи та ще коли чому як де від або але це яка яке був була було "
    "лист листа листи мер мера меру мерові мером мене тебе себе має треба дякую допоможи хочемо".split()
)
# How verbs end in Ukrainian, and hardly any word in Russian: написати, зробити.
_UKRAINIAN_ENDINGS = ("ати", "ити", "яти", "увати")


@dataclass(frozen=True, slots=True, eq=False)
class Tongue:
    """What is said in a language: that the answer is in English, and what each standing is called."""

    code: str
    in_english: str
    standing: str
    words: Mapping[Standing, str]

    def of_standing(self, word: str, standing: Standing | None) -> str:
        """That the answer is in English, and the ``word`` in it for how the tie stands, with what that means."""
        if standing is None:
            return f"{self.in_english} {self.standing}: “{word}”."
        return f"{self.in_english} {self.standing}: “{word}” ({self.words[standing]})."


UKRAINIAN = Tongue(
    "uk",
    "Відповідь англійською.",
    "Що записано про цей зв'язок",
    {standing: facts.ukrainian for standing, facts in STANDINGS.items()},
)
RUSSIAN = Tongue(
    "ru",
    "Ответ на английском.",
    "Что записано об этой связи",
    {standing: facts.russian for standing, facts in STANDINGS.items()},
)


def tongue_of(written: Sequence[Token]) -> Tongue | None:
    """The language of words that are not English; None where most are in Latin letters."""
    cyrillic = [word for word in written if word.cyrillic]
    if not cyrillic or 2 * len(cyrillic) <= len(written):
        return None
    words = {word.raw.lower() for word in cyrillic}
    has_letters = not _OF_UKRAINIAN.isdisjoint("".join(words))
    has_words = not _UKRAINIAN_WORDS.isdisjoint(words) or any(word.endswith(_UKRAINIAN_ENDINGS) for word in words)
    return UKRAINIAN if has_letters or has_words else RUSSIAN


def with_word_for_the_asker(found: Answer, question: Question) -> Answer:
    """An answer about ties that begins with a sentence in the asker's language, where that is Ukrainian or Russian.

    One that begins in it already stays as it is.
    """
    tongue = tongue_of(question.words) if found.ties and found.parts else None
    if tongue is None:
        return found
    first, *rest = found.parts
    if first.lines and "\u0400" <= first.lines[0].text[:1] <= "\u04ff":
        return found
    line = Line(_told(tongue, first, alone=len(found.ties) == 1))
    return replace(found, parts=(replace(first, lines=(line, *first.lines)), *rest))


def _told(tongue: Tongue, part: TextBlock, *, alone: bool) -> str:
    """The sentence; of a tie that stands otherwise than the word of its standing says, without what that means."""
    if part.standing is None or not alone:
        return tongue.in_english
    usual = STANDINGS[part.standing].label
    label = part.label or usual
    return tongue.of_standing(label, part.standing if label == usual else None)
