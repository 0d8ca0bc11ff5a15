"""What a question names first as what it asks for: "active ties where …", "сплячі, про які писала преса". Pure."""

from __future__ import annotations

from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import words_in_all
from db.record.standings import Standing

# What may stand before it.
_BEFORE = words_in_all("lists", "heads_before")
# The ending of a word that says how ties stand, as typed; a verb says what somebody did, or asks to be done.
_STANDS = LATE.compile(r"[a-z]+(?:ed|en|t)|active|dormant|[а-яіїєґ'’]+(?:[нт][іиыа]|[ыи]е|[нщ]е|[лж]ячі|[нт]ых|[нт]их)")
# With these it is asked what the word means, why they stand so, or who is right.
_ELSE = frozenset({Intent.MEANING, Intent.REASONS, Intent.CLAIM, Intent.ARGUING, Intent.ABOUT})
_FEWEST_WORDS = 4


def heads_with_standing(question: Question) -> Standing | None:
    """How the ties stand that a question asks for by its first words; None where it begins otherwise."""
    if question.intents & _ELSE or len(question.words) < _FEWEST_WORDS or "!" in question.text:
        return None
    first = next((word for word in question.words if word.norm not in _BEFORE), None)
    if first is None or _STANDS.fullmatch(first.raw.casefold()) is None:
        return None
    return next((it for it in question.standings if first.norm in question.said.get(it, ())), None)
