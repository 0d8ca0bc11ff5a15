"""Words that are said of how a tie stands, set side by side or asked about: "paused vs severed", "unconfirmed, so it
still stands?", "another word for suspended". Pure.

The words are in ``data/vocabulary/words_apart.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from cogs.lookup import sentences
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.patterns import Phrases, PhraseTable, any_of
from cogs.lookup.reading.harmless import is_harmless
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from db.record.dataset.explanations import shipped
from db.record.explanations import Explanation
from db.record.standings import Standing
from db.record.stop_words import STOP_WORDS
from db.record.vocabulary import vocabulary

_OF_BOTH = {frozenset({Standing.SUSPENDED, Standing.ENDED}): "suspended-or-ended"}
_MOST_STANDINGS = 3
_OF_LISTS = frozenset({Intent.LATEST, Intent.EARLIEST, Intent.SEQUENCE, Intent.BY_STATE})
# So many words more may stand beside those that are compared, and beside those from one of which another is concluded.
_BESIDE_COMPARED, _BESIDE_CONCLUDED = 5, 0
_LONGEST = 24
_NAMED, _SAID, _INDEFINITE, _LOOSE, _EXISTS = _KINDS = ("named", "said", "indefinite", "loose", "exists")
_WEAK = frozenset({_LOOSE, _EXISTS})
_SAYS_NOTHING = ("beside", "concludes", "compares", "otherwise")
_PARTS = (*_SAYS_NOTHING, "asks_else")
# "Unconfirmed = you think it stands": in normalised words the sign is gone.
_EQUALS = LATE.compile(r"[=≠≈]|->|→")
# "Непідтверджене — воно ще чинне?": in a question a dash concludes as well.
_DASHED = LATE.compile(r"(?:\s[—–-]\s|/).*\?\s*$")
# A word in quotation marks stands for itself.
_MARKS = LATE.compile("[“”\"«»„'‘’]")


@dataclass(frozen=True, slots=True)
class WordsApart:
    """What is told of words that are compared: the ``lead`` says which of them are one, and ``told`` what they mean."""

    lead: str
    told: tuple[Explanation, ...]


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a question that is said of how a tie stands, as it was typed."""

    standing: Standing
    kind: str
    typed: str


@cache
def _rows() -> Mapping[Standing, Mapping[str, Any]]:
    return {Standing(row["standing"]): row for row in vocabulary("words_apart")["standing"]}


@cache
def _table() -> PhraseTable[tuple[Standing, str]]:
    return PhraseTable({
        (standing, kind): any_of(row[kind]) for standing, row in _rows().items() for kind in _KINDS if row.get(kind)
    })  # fmt: skip


@cache
def _asks() -> Mapping[str, Phrases]:
    return {name: any_of(vocabulary("words_apart")[name]) for name in _PARTS}


def make_ready() -> None:
    """Read what is needed before the first question."""
    _table()
    _asks()


def words_apart(question: Question) -> WordsApart | None:
    """What is told of words that a question sets side by side, or asks another for; None where it asks for more."""
    named = any(not mention.weak for mention in question.mentions) or question.all_states or question.abroad
    else_asked = question.period or question.speakers or question.intents & _OF_LISTS
    if named or else_asked or len(question.words) > _LONGEST:
        return None
    signed = any(sign.search(question.text) for sign in (_EQUALS, _DASHED))
    spans = _spans_in(question.joined)
    if not spans or not _asks_of_words(question.joined, spans, signed=signed):
        return None
    words = _as_typed(question, spans)
    # What is compared with a word of the record stands for one, too: "dormant and nobody knows, the difference".
    compared = _asks()["compares"].search(question.joined) is not None
    # "In plain words, dormant vs suspended" asks for both, and for no other words.
    several = len({word.standing for word in words}) > 1
    if _asks()["otherwise"].search(question.joined) and not (compared and several):
        return _other_words(words)
    return _told(words, [word for word in words if compared or word.kind not in _WEAK])


# Whoever answers a question asks this several times of the same words.
@lru_cache(maxsize=8)
def _spans_in(joined: str) -> tuple[tuple[int, int, Standing, str], ...]:
    """Where words of standings are, none within another; loose ones only beside others that are not."""
    found = [
        (match.start(), match.end(), standing, kind)
        for (standing, kind), matches in _table().found(joined).items()
        for match in matches
    ]
    if all(kind in _WEAK for *_, kind in found):
        return ()
    # Of two of the same length, the one of the record.
    found.sort(key=lambda it: (it[0], -it[1], _KINDS.index(it[3])))
    widest: list[tuple[int, int, Standing, str]] = []
    for each in found:
        if not widest or each[0] >= widest[-1][1]:
            widest.append(each)
    return tuple(widest)


def _asks_of_words(joined: str, spans: Sequence[tuple[int, int, Standing, str]], *, signed: bool) -> bool:
    """Whether words are asked about, and no ties: they are compared, or one is concluded from another, or named."""
    rest = _without(joined, spans)
    asks = _asks()
    if asks["asks_else"].search(rest):
        return False
    beside = sum(not _says_nothing(word) for word in asks["concludes"].sub(" ", rest).split())
    if asks["otherwise"].search(rest):
        return beside <= _BESIDE_COMPARED
    if len(spans) == 1 and spans[0][3] != _INDEFINITE:
        return False
    if asks["compares"].search(rest):
        return beside <= _BESIDE_COMPARED
    return (signed or asks["concludes"].search(rest) is not None) and beside <= _BESIDE_CONCLUDED


def _says_nothing(word: str) -> bool:
    asks = _asks()
    return word in STOP_WORDS or is_harmless(word) or any(asks[name].match(word) for name in _SAYS_NOTHING)


def _without(joined: str, spans: Sequence[tuple[int, int, Standing, str]]) -> str:
    words = re.finditer(r"\S+", joined)
    return " ".join(it.group() for it in words if not any(a <= it.start() and it.end() <= b for a, b, *_ in spans))


def _as_typed(question: Question, spans: Sequence[tuple[int, int, Standing, str]]) -> list[_Word]:
    """The words as they were typed, each once; as they were read, where those are others."""
    joined, same = question.joined, len(question.joined.split()) == len(question.words)
    found: dict[str, _Word] = {}
    for start, end, standing, kind in spans:
        typed = joined[start:end]
        if same:
            first, last = joined.count(" ", 0, start), joined.count(" ", 0, end)
            typed = question.text[question.words[first].start : question.words[last].end]
        found.setdefault(joined[start:end], _Word(standing, kind, _MARKS.sub("", typed)))
    return list(found.values())


def _other_words(words: Sequence[_Word]) -> WordsApart | None:
    """What else may be said for the first of some words."""
    first = next(word for word in words if word.kind not in _WEAK)
    told = shipped().by_id(_rows()[first.standing].get("note", f"word-{first.standing.value}"))
    return WordsApart("", (told,)) if told else None


def _told(words: Sequence[_Word], firm: Sequence[_Word]) -> WordsApart | None:
    standings = list(dict.fromkeys(word.standing for word in firm))
    if len(standings) > _MOST_STANDINGS:
        return None
    explained = (shipped().by_id(name) for name in _answers(firm, standings))
    told = tuple(each for each in explained if each)
    return WordsApart(_lead(words, firm, standings), told) if told else None


def _answers(firm: Sequence[_Word], standings: Sequence[Standing]) -> list[str]:
    """The ids of the answers on some words: on two standings at once, on other words for one, or on each."""
    if both := _OF_BOTH.get(frozenset(standings)):
        others = {word.standing for word in firm if word.kind != _NAMED} & {Standing.SUSPENDED}
        return [both, *(_rows()[standing]["note"] for standing in others)]
    names = []
    for standing in standings:
        other = any(word.kind != _NAMED for word in firm if word.standing is standing)
        note = _rows()[standing].get("note") if other else None
        names.append(note or f"word-{standing.value}")
    return names


def _lead(words: Sequence[_Word], firm: Sequence[_Word], standings: Sequence[Standing]) -> str:
    """Which of some words are one standing here, or what one of them does not say; empty where the meaning tells it."""
    if len(standings) == len(firm) > 1 and all(word.kind == _NAMED for word in firm):
        return sentences.words_are_standings([word.typed for word in firm])
    if len(standings) > 1:
        return sentences.words_of_several(
            {it: [word.typed for word in firm if word.standing is it] for it in standings}
        )
    # Whether a tie is one still is told by what its standing means, but where that is not known.
    unknown = standings[0] is Standing.UNCONFIRMED
    denied_by = {_LOOSE, _EXISTS} if unknown else {_LOOSE}
    meant = [word.standing for word in words if word.kind in denied_by and word.standing is not standings[0]]
    if meant:
        denied = list(dict.fromkeys(_rows()[standing]["says"] for standing in meant))
        return sentences.word_does_not_say([word.typed for word in firm], denied)
    return sentences.words_of_one([word.typed for word in firm], standings[0]) if len(firm) > 1 else ""
