"""What is left out together, of more than one kind: "leave out the mayors and Texas" leaves out each. Pure.

A name goes with the names before it, and a decider with the deciders; before one of the other kind what leaves out is
said again, so that whatever reads the question reads of each that it is left out. Deciders and levels are known by the
words of ``data/vocabulary/leaving_out.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.leaving_words import LEAVING_OUT, words_of
from cogs.lookup.phrases.patterns import phrases
from db.record.gazetteer import Gazetteer
from db.record.name_reading import names_of
from db.record.no_places import find_places
from db.record.text import Token, normalise
from db.record.values import value

_WHO = phrases(words_of("who"))
_LEADS = LATE.compile(rf"\b(?:{LEAVING_OUT}|neither)(?= )")
_NEITHER = "neither"
_SMALL = frozenset(map(normalise, words_of("small").splitlines()))
_BEHIND = frozenset(map(normalise, words_of("behind_who").splitlines()))
# "Without a council and in Texas" is of Texas.
_LACKING, _PLACED = frozenset({"without", "без"}), frozenset("in from у в з из".split())
_JOINS = frozenset("and or nor plus also та и й або или чи а".split())
_AS_WELL = ("as", "well", "as")
_CYRILLIC = LATE.compile(r"[а-яіїєґ]", re.IGNORECASE)
# A longer text is talk.
_LONGEST = 80


@value
class _Member:
    """One of what is left out: with which word it begins, whether it is a name, and whether a comma alone joins it."""

    first: int
    named: bool
    by_comma: bool


def each_left_out(text: str, words: Sequence[Token], gazetteer: Gazetteer) -> str:
    """A text in which what leaves out is said before each; the text itself where it leaves out things of one kind."""
    if len(words) > _LONGEST:
        return text
    joined = " ".join([word.norm for word in words])
    who = {_at(joined, match.start()): _at(joined, match.end()) + 1 for match in _WHO.finditer(joined)}
    leads = [*_LEADS.finditer(joined)] if who else ()
    if not leads:
        return text
    names = names_of(words, find_places(words, gazetteer, text), gazetteer, text)
    spans = {it.start: it.end for it in names.mentions} | {it.start: it.end for it in names.states}
    for match in reversed(leads):
        first = _at(joined, match.start())
        members = _members(text, words, _at(joined, match.end()) + 1, who, spans)
        if match.group() in _LACKING:
            members = [*takewhile(lambda it: words[it.first].norm not in _PLACED, members)]
        if len({member.named for member in members}) > 1 and (first or match.group() != _NEITHER):
            text = _said_of_each(text, words, members)
            text = f"{text[: words[first].start]}{_said_first(match.group(), text[words[first].start :])}"
    return text


def _at(joined: str, offset: int) -> int:
    """The number of the word at an offset of joined words."""
    return joined.count(" ", 0, offset)


def _said_first(lead: str, rest: str) -> str:
    """The rest of a text from what leaves out, which takes no "neither"."""
    return f"except{rest[len(_NEITHER) :]}" if lead == _NEITHER else rest


def _said_of_each(text: str, words: Sequence[Token], members: Sequence[_Member]) -> str:
    """A text with a word that leaves out before each but the first."""
    word = "без" if _CYRILLIC.search(text) else "except"
    for member in reversed(members[1:]):
        start = words[member.first].start
        joins = words[member.first - 1]
        before = text[: joins.start] + "and " if joins.norm == "nor" else text[:start]
        text = f"{before}{word} {text[start:]}"
    return text


def _members(
    text: str, words: Sequence[Token], at: int, who: Mapping[int, int], spans: Mapping[int, int]
) -> Sequence[_Member]:
    """What is left out together from a word on."""
    found = [*_all_members(text, words, at, who, spans)]
    while found and found[-1].by_comma:
        # "Except Texas, mayors first": a comma alone joins none but within a row that an "and" ends.
        found.pop()
    return found


def _all_members(
    text: str, words: Sequence[Token], at: int, who: Mapping[int, int], spans: Mapping[int, int]
) -> Iterator[_Member]:
    by_comma = False
    while True:
        first = at
        while at < len(words) and words[at].norm in _SMALL and at not in who and at not in spans:
            at += 1
        if at not in spans and at not in who:
            return
        yield _Member(first, at in spans, by_comma)
        at = spans[at] if at in spans else who[at]
        while at < len(words) and words[at].norm in _BEHIND and not _pauses(text, words, at):
            at += 1
        by_comma = at < len(words) and _pauses(text, words, at)
        joins = _length_of_joins(words, at)
        if not (joins or by_comma):
            return
        by_comma, at = not joins, at + joins


def _pauses(text: str, words: Sequence[Token], at: int) -> bool:
    """Whether a comma stands before a word."""
    return "," in text[words[at - 1].end : words[at].start]


def _length_of_joins(words: Sequence[Token], at: int) -> int:
    """How many words from one on join what follows to what stands before."""
    if tuple(word.norm for word in words[at : at + 3]) == _AS_WELL:
        return len(_AS_WELL)
    ends = at
    while ends < len(words) and words[ends].norm in _JOINS:
        ends += 1
    return ends - at
