"""Events that all know, as times: what they are called is in ``data/vocabulary/events.toml``. Pure."""

from __future__ import annotations

from datetime import date
from functools import cache

from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.patterns import PhraseTable, any_of
from cogs.lookup.phrases.words_matched import words_matched
from db.record.months import MONTHS
from db.record.vocabulary import LANGUAGES, vocabulary

# What leads to an event that is named as a time.
_LEAD = LATE.compile(
    r"\b(?:before|after|since|until|till|by|following|predat(?:e|es|ed|ing)|(?:older|newer|younger|later|earlier) than"
    r"|до|посл|писл|з|с|к|перед) (?:the )?$"
)


@cache
def _days() -> dict[str, date]:
    return {name: row["day"] for name, row in vocabulary("events").items()}


@cache
def _asked() -> PhraseTable[str]:
    return PhraseTable({
        name: any_of(phrase for language in LANGUAGES for phrase in row[language])
        for name, row in vocabulary("events").items()
    })  # fmt: skip


def with_their_days(joined: str) -> str:
    """Normalised words with the day of an event in its place, where a "before" or "after" leads to it."""
    for name, found in _asked().found(joined).items():
        match = max(found, key=lambda each: len(each.group()))
        if _LEAD.search(joined[: match.start()]):
            day = _days()[name]
            told = f"{day.day} {MONTHS[day.month - 1].casefold()} {day.year}"
            return f"{joined[: match.start()]}{told}{joined[match.end() :]}"
    return joined


def numbers_of_events(joined: str) -> frozenset[int]:
    """The numbers of the normalised words by which an event is named as a time: no place is meant by them."""
    found = (each for matches in _asked().found(joined).values() for each in matches)
    spans = ((joined[: each.start()], each.group()) for each in found)
    starts = ((before.count(" "), words.count(" ") + 1) for before, words in spans if _LEAD.search(before))
    return frozenset(number for first, many in starts for number in range(first, first + many))


def words_of_events(joined: str) -> frozenset[str]:
    """The normalised words by which an event is named as a time."""
    found = (each for matches in _asked().found(joined).values() for each in matches)
    return words_matched(each for each in found if _LEAD.search(joined[: each.start()]))
