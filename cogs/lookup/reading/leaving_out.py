"""What a question asks to leave out of a list: "minus the …", "за винятком тих, що …", "… не показуй". Pure.

The words are those of ``data/vocabulary/leaving_out.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.leaving_words import LEAVING_OUT, OUT, PUT, SO_MANY, words_of
from cogs.lookup.phrases.patterns import phrases
from cogs.lookup.phrases.words_matched import words_matched
from db.record.text import normalise

_LEAVES_OUT = phrases(words_of("before", "before_conditions"))
_NOT_WANTED = phrases(words_of("behind_conditions"))
_FILLERS = frozenset(map(normalise, words_of("fillers").splitlines()))
_NONE = frozenset(map(normalise, words_of("none").splitlines()))
# Between the word that leaves out and what it leaves out; at its end what denies that again.
_FILLER = rf"(?:(?:{'|'.join(sorted(_FILLERS))}) )*"
_JOINS = "(?:or|nor|and|чи|або|или|та|и)"
_BETWEEN = LATE.compile(rf" {_FILLER}(?:({'|'.join(sorted(_NONE))}) )?(?:\w+ {_JOINS} {_FILLER})?")
_AT_ONCE = re.compile("()")
# Around what is left out: "leave the counties out", "keep the unconfirmed ones out of it".
_PUTS = LATE.compile(rf"\b{PUT}(?= )")
_OUT_BEHIND = LATE.compile(rf"\w+(?: {_JOINS} (?:the )?\w+)?(?: (?:{'|'.join(sorted(_FILLERS))}))* {OUT}\b")
_LEADS = LATE.compile(rf"(?:{LEAVING_OUT}|no) ")
_SO_MANY = LATE.compile(SO_MANY)
_AND_NO = LATE.compile(r"\b(?:only|ones|cities|ties|but|and|please) no $")
# "Suspended, councils excluded": a decider behind is what is not wanted.
_FILLERS_BEHIND = "|".join(sorted(_FILLERS - {"council", "councils"}))
_BEHIND = LATE.compile(rf"(?: (?:them|тут|мне|мен|сюд|зараз|сеичас|{_FILLERS_BEHIND}))*")
# Who or what stands before a "не …", which leaves it out: "мэров не считаем: приостановленные".
_OBJECT = LATE.compile(r"\b(?:мер|мэр|рад|совет|губернатор|штат|округ|депутат|радник|чиновник|асоциац|ассоциац)\w* $")
_ASKS = LATE.compile(r" (?:кто|хто|яки|скольк|скильк|чи|де|где)\b")
# What may follow on what is not wanted: anything else is what is not wanted there.
_GOES_ON = LATE.compile(
    r"$| (?:please|будь|пожалуи?ст|решт|остальн|а|але|но|и|та|but|and|just|only|тольк|тильк|лиш|мне|мен"
    r"|who|which|what|where|how|is|are|was|were|did|хто|кто|чи|яки|как\w*|скильк|скольк|де|где)\b"
)

# Behind what is not counted, why: up to the end of the sentence.
_WHY_LEFT_OUT = LATE.compile(
    r"((?:\bне (?:рахува|рахуй|рахуємо|врахов|бер|счита|учит|включ)\w*"
    r"|\b(?:not counting|not including|excluding|leave out|leaving out|skip|besides|except) [A-Z]\w+(?: [A-Z]\w+)?"
    r"|\b(?:not counted|doesn'?t count|don'?t count)))"
    r"\s*[,–—-]\s*(?:бо |потому что |because |since |as )?"
    r"(?:він|вона|воно|вони|там|он|она|оно|они|it|it's|its|they|they're)\s(?![^.?!;]*\?)[^.?!;]*",
    re.IGNORECASE,
)

# Behind a comma, before a name: "active ties, dropping Florida".
_DROPPING = LATE.compile(
    r"([,;:(–—-])\s*(?:but |and )?(?:dropping|striking|subtracting|ditching|nixing|scratching|removing|taking away"
    r"|drop|strike|subtract|nix|scratch|remove)\s+(?=[A-Z][a-z]+(?: [A-Z]\w+)?\s*(?:[.?!)]|$))"
)


def left_out_before(joined: str, start: int) -> re.Match[str] | None:
    """What stands between a word that leaves something out and what it leaves out, which begins at ``start``.

    Its first group is what denies that again: "leave out those without a …". None where nothing leaves it out.
    """
    for match in _LEAVES_OUT.finditer(joined):
        begins, ends = match.span()
        if begins < start < ends:
            # "Apart from those on the list": what leaves out ends with a word of what it leaves out.
            return _AT_ONCE.match(joined, start)
        if ends >= start:
            break
        if match.group().split()[-1] == "but" and _SO_MANY.match(joined, ends):
            continue
        if match.group().startswith("не ") and (_ASKS.match(joined, ends) or _OBJECT.search(joined[:begins])):
            # "Мэров не берём, кто ещё закончил": what stands before it is left out.
            continue
        if between := _BETWEEN.fullmatch(joined, match.end(), start):
            return between
    return _put_before(joined, start)


def are_left_out(found: Iterable[re.Match[str]]) -> bool:
    """Whether each of what is found is left out, by a word before it or within it."""
    return all(
        _LEADS.match(it.group()) or _AND_NO.search(it.string, 0, it.start()) or left_out_before(it.string, it.start())
        for it in found
    )


def _put_before(joined: str, start: int) -> re.Match[str] | None:
    """What stands between "leave" and what begins at ``start``, with an "out" behind it; None where there is none."""
    if _OUT_BEHIND.match(joined, start) is None:
        return None
    found = (_BETWEEN.fullmatch(joined, match.end(), start) for match in _PUTS.finditer(joined[:start]))
    return next(filter(None, found), None)


def not_wanted_behind(joined: str, end: int) -> bool:
    """Whether it is said behind what ends at ``end`` that it is not wanted: "those without one I do not need"."""
    # Whether it is said at all is known of a text that was looked through; where, is not.
    return _NOT_WANTED.search(joined) is not None and any(
        end < match.start()
        and _BEHIND.fullmatch(joined, end, match.start() - 1)
        and (_GOES_ON.match(joined, match.end()) or _OBJECT.search(joined[: match.start()]))
        for match in _NOT_WANTED.finditer(joined)
    )


def without_why_it_is_left_out(text: str) -> str:
    """A text without what is said of a place that is left out, behind a comma: "Louisville not counted, they changed
    their mind" asks for no change; nor does "…, dropping Florida" ask who dropped it.
    """
    return _DROPPING.sub(r"\1 except ", _WHY_LEFT_OUT.sub(r"\1", text))


def words_leaving_out(joined: str) -> frozenset[str]:
    """The normalised words that leave something out."""
    found = (*_LEAVES_OUT.finditer(joined), *_NOT_WANTED.finditer(joined), *_PUTS.finditer(joined))
    return words_matched(found)
