"""Of which kinds of places ties are asked for, and of which not: "towns, not states or counties". Pure."""

from __future__ import annotations

from itertools import pairwise

from cogs.lookup.model import Trait
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.leaving_words import LEAVING_OUT
from cogs.lookup.reading.leaving_out import left_out_before, not_wanted_behind, words_leaving_out

_CITY, _COUNTY, _STATE = "city", "county", "state"
_KINDS = LATE.compile(
    r"\b(?:(?P<city>cities|citys|towns|municipalities|villages|townships|мист|мисто|мистам|мистами|мистечк\w*|город|городам"
    r"|городки|городк\w*|громад|муниципалитет\w*|муниципалитет)"
    r"|(?P<county>counties|boroughs|countys|округ\w*|графств\w*)|(?P<state>states|штат\w*)"
    r"|(?P<state_one>state)(?= (?:or|and|nor) (?:county|city)|$| (?:level )?(?:ties|ones|governments))"
    r"|(?P<county_one>county)(?= (?:or|and|nor) (?:state|city)|$| (?:level )?(?:ties|ones|governments)))\b"
)
# What rules a kind out right before it.
_NOT = LATE.compile(
    rf"\b(?:{LEAVING_OUT}|not|no|nor|neither|never|rather than|instead of|не|ни|ани|замист|вмест)"
    r"(?: (?:the|any|just|only|whole|counting|including|to|of|from|those|for|count|include|у|в|про|з|из|для))*$"
)
_JOINS = LATE.compile(r"(?: (?:or|nor|and|any|the|whole|level|чи|або|или|та|и|и|ни|ани|у|в|про|не))+ ?| ")
_GO = LATE.compile(
    r" (?:(?:i|we|you) )?(?:(?:not|dont|doesnt|do not|arent|isnt) "
    r"(?:count|counted|counting|include|included|needed|wanted)"
    r"|(?:left|leave|leaving|stay|set|put|taken?) (?:out|aside)|excluded|aside"
    r"|не (?:раху|счит|врахов|учит|бер|включ|показ)\w*)"
)
# What sets one kind against the next, with nothing between them that joins both.
_IS_SET_AGAINST = LATE.compile(r"(?<!\bor )\b(?:not|не) (?:the |just |only )?$")
# "City, not state" may be said of one place.
_JUST_NOT = frozenset("but not no nor не ни the state states штат".split())
_ONE_KIND = {
    frozenset({_COUNTY, _STATE}): Trait.OF_CITY,
    frozenset({_CITY, _COUNTY}): Trait.OF_STATE,
    frozenset({_CITY, _STATE}): Trait.OF_COUNTY,
}


def kind_of_place_asked(joined: str) -> tuple[Trait | None, frozenset[str]]:
    """Of which one kind of places ties are asked for where the others are ruled out, and the normalised words that say
    so; None and no words where that asks for no one kind.
    """
    out, words = _kinds_ruled_out(joined)
    if out == {_STATE} and not words <= _JUST_NOT:
        # "Which cities ended it? states not counted".
        return Trait.NOT_OF_STATE, words
    trait = _ONE_KIND.get(out)
    return trait, words if trait else frozenset()


def _kinds_ruled_out(joined: str) -> tuple[frozenset[str], frozenset[str]]:
    """The kinds of places that are ruled out, and the normalised words that say it.

    A kind is ruled out by what stands before it or behind it, and with it each that is joined to it.
    """
    found = [*_KINDS.finditer(joined)]
    out: set[int] = set()
    words: set[str] = set()
    for i, match in enumerate(found):
        denied = _NOT.search(joined, 0, match.start() - 1) if match.start() else None
        goes = _GO.match(joined, match.end())
        if denied or goes:
            words.update(*(it.group().split() for it in (denied, goes) if it))
        left_out = left_out_before(joined, match.start()) or not_wanted_behind(joined, match.end())
        if left_out:
            words.update(words_leaving_out(joined))
        if denied or goes or left_out:
            out.add(i)
            words.add(match.group())
    for (i, one), (j, other) in pairwise(enumerate(found)):
        if not _JOINS.fullmatch(joined, one.end(), other.start()):
            continue
        if i in out and _IS_SET_AGAINST.search(joined, 0, one.start()) and one.end() + 1 == other.start():
            # "Not cities, counties": these are asked for.
            continue
        if i in out and not _GO.match(joined, one.end()):
            out.add(j)
            words.add(other.group())
        elif i not in out and _GO.match(joined, other.end()):
            # "States and counties not counted".
            out.add(i)
            words.add(one.group())
    kept = {_kind(match.lastgroup) for i, match in enumerate(found) if i not in out}
    kinds = frozenset(_kind(found[i].lastgroup) for i in out) - kept
    return kinds, frozenset(words) if kinds else frozenset()


def _kind(group: str | None) -> str:
    return (group or "").removesuffix("_one")
