"""What the conditions for lifting suspensions are to speak of, in the words of a question. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from cogs.lookup.model import ConditionOf
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.patterns import Phrases, PhraseTable
from cogs.lookup.phrases.words_matched import words_matched
from cogs.lookup.reading.leaving_out import left_out_before
from cogs.lookup.reading.vocabulary import said_in_row
from db.record.vocabulary import vocabulary

# "Strings attached, like “until peace”": an example, and no narrower list.
_LIKE = LATE.compile(
    r"\b(?:like|such as|eg|e g|for example|for instance|типу|типа|тип|вроде|например|наприклад|на кшталт"
    r"|на зразок) "
    r"(?:\w+ ){0,3}$"
)

# Behind several things it may wait for, or one: "peace, withdrawal, whatever" are examples of anything.
_WHATEVER = LATE.compile(
    r" (?:\w+ ){0,3}?(?:whatever|whatnot|etc|et cetera|you name it|and so on|and the like|тощ|и так дал|и таке инш"
    r"|и т ?д|и т ?п|и проч\w*|что угодно|будь що|що завгодно)\b"
)
# "Until the war ends or something like it" is not much wider than what it names; of several things it is.
_OR_LIKE = LATE.compile(
    r" (?:\w+ ){0,3}?(?:(?:or|and) (?:something|anything|things|stuff|some other|any other|another|similar|else)"
    r"|(?:або|чи|или|либо) (?:щос|шос|ще щос|иншо\w*|инше|что-т\w*|что то|что нибуд\w*|чего\w*|чогос"
    r"|еще что\w*|подобн\w*|друг\w*))\b"
)


@cache
def _topics() -> PhraseTable[ConditionOf]:
    return PhraseTable({topic: said_in_row(vocabulary("conditions")["topics"][topic]) for topic in ConditionOf})


@cache
def _words(name: str) -> Phrases:
    return said_in_row(vocabulary("conditions")[name])


def topics_asked(joined: str) -> tuple[ConditionOf, ...]:
    """What conditions are to speak of: "until the troops are out"; any of them will do, and none that is an example."""
    if names_examples(joined):
        return ()
    return tuple(it for it, said in _topics().found(joined).items() if not all(map(_is_no_topic, said)))


def names_examples(joined: str) -> bool:
    """Whether what conditions may speak of is named and then anything else as well, or as an example: "peace,
    withdrawal, whatever", "such as peace".
    """
    found = _topics().found(joined)
    if found and all(_LIKE.search(joined[: match.start()]) for matches in found.values() for match in matches):
        return True
    behind = (_WHATEVER, _OR_LIKE) if len(found) > 1 else (_WHATEVER,)
    said = (match for matches in found.values() for match in matches)
    return any(words.match(joined, match.end()) for match in said for words in behind)


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
    if not (topics_asked(joined) or names_examples(joined)) or _words("reasons").search(joined):
        return False
    return _words("marks").search(joined) is not None and _words("several").search(joined) is not None


def words_of_conditions(joined: str) -> frozenset[str]:
    """The normalised words by which it is asked what a condition speaks of."""
    found = [match for matches in _topics().found(joined).values() for match in matches]
    found += [*_words("marks").finditer(joined)]
    return words_matched(found)
