"""What the conditions for lifting suspensions are to speak of, in the words of a question. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from cogs.lookup.model import ConditionOf
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.patterns import Phrases, PhraseTable, phrases
from cogs.lookup.reading.leaving_out import left_out_before
from db.record.vocabulary import LANGUAGES, vocabulary

# "Strings attached, like “until peace”": an example, and no narrower list.
_LIKE = LATE.compile(
    r"\b(?:like|such as|eg|e g|for example|for instance|типу|типа|вроде|например|наприклад|на кшталт|на зразок) "
    r"(?:\w+ ){0,3}$"
)


@cache
def _topics() -> PhraseTable[ConditionOf]:
    return PhraseTable({topic: _phrases(vocabulary("conditions")["topics"][topic]) for topic in ConditionOf})


@cache
def _words(name: str) -> Phrases:
    return _phrases(vocabulary("conditions")[name])


def _phrases(row: Mapping[str, Any]) -> Phrases:
    return phrases("\n".join(phrase for language in LANGUAGES for phrase in row[language]))


def topics_asked(joined: str) -> tuple[ConditionOf, ...]:
    """What conditions are to speak of: "until the troops are out"; any of them will do, and none that is an example."""
    found = _topics().found(joined)
    return tuple(it for it, said in found.items() if not all(map(_is_no_topic, said)))


def topics_left_out(joined: str) -> list[re.Match[str]]:
    """What conditions are not to speak of: "without those that mention hostilities"."""
    said = (match for matches in _topics().found(joined).values() for match in matches)
    return [match for match in said if left_out_before(joined, match.start())]


def _is_no_topic(match: re.Match[str]) -> bool:
    before = match.string[: match.start()]
    return _LIKE.search(before) is not None or left_out_before(match.string, match.start()) is not None


def finds(topics: Sequence[ConditionOf]) -> list[str]:
    """The beginnings of words, in small letters, by one of which a condition of the record speaks of any of these."""
    return [word for topic in topics for word in vocabulary("conditions")["topics"][topic]["finds"]]


def says(topic: ConditionOf) -> str:
    """How a list names what a condition speaks of."""
    return str(vocabulary("conditions")["topics"][topic]["says"])


def means_a_condition(joined: str) -> bool:
    """Whether ties are asked for by what their suspension waits for, though no condition is named: "any that want
    Russian troops out first".
    """
    if not topics_asked(joined) or _words("reasons").search(joined):
        return False
    return _words("marks").search(joined) is not None and _words("several").search(joined) is not None


def words_of_conditions(joined: str) -> frozenset[str]:
    """The normalised words by which it is asked what a condition speaks of."""
    found = [match for matches in _topics().found(joined).values() for match in matches]
    found += [*_words("marks").finditer(joined)]
    return frozenset(word for match in found for word in match.group().split())
