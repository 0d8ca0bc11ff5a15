"""Which states, Russian regions or places have ties that stand so, of two standings, only of one, or none. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from cogs.lookup.lists import comparison_sentences
from cogs.lookup.lists.comparisons import side_of
from cogs.lookup.lists.division_reading import STATES_ASKED, Division, Form, division_asked, groups_named
from cogs.lookup.lists.divisions import counted_by
from cogs.lookup.lists.filters import fitting, set_rows
from cogs.lookup.model import Look, SortBy, SortOrder, TieFilter, Trait
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.reading.intents import ASKED_STANDINGS, Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_for, said_in_all
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.english import either
from db.record.act_kinds import DECIDING
from db.record.derivation import INVASION
from db.record.register import Register
from db.record.standings import CUT, STANDINGS, Standing

_ONLY = said_for("lists", "groups_by_standing", "only")
# Behind "only", what says when: "suspended only after New Year 2023" asks for that time, and of all of nobody's ties.
_BEFORE_A_TIME = LATE.compile(
    r" (?:after|since|from|before|until|till|in|during|by|once|when|later|recently|last|this"
    r"|писл|посл|з|с|из|от|вид|до|у|в|кол|когд|торик|минул|прошл|пизниш|поздн|позж|недавн|нещодавн|наприкинц)\b"
)
# Behind "all" in Ukrainian and Russian: "все ще", "все ещё", "все погано".
_OF_NO_TIES = LATE.compile(r" (?:ще|еще|поган\w*|плох\w*|добр\w*|хорош\w*|гаразд|одно|равно|сумн\w*|грустн\w*)\b")
_ALL, _NONE = (said_in_all("lists", name) for name in ("of_all", "of_none"))
_NOTHING_BUT = said_for("lists", "groups_by_standing", "nothing_but")
_MORE = said_for("lists", "groups_by_standing", "more")
_BOTH = said_for("lists", "groups_by_standing", "both")
_ONE_AND_ANOTHER = said_for("lists", "groups_by_standing", "one_and_another")
_OR = LATE.compile(r"\b(?:or|або|чи|или|либо)\b")
_ONE_AND_ONE = said_for("lists", "groups_by_standing", "one_and_one")
# "No mystery cases": right before a standing.
_NO = LATE.compile(r"\b(?:no|without(?: any| an?)?|без|нема|нет|жодн\w*|ни одн\w*|ни|ани) $")
# "And nothing active", "but no suspended one": right before a standing.
_NOT_ONE = LATE.compile(
    r"\b(?:no|nothing|none|not one|not a single(?: one)?|without|(?:dont|doesnt|do not|does not|never) ha(?:ve|d)"
    r"|без|жодн\w*|ни одн\w*|ничег|ничог|нема|немае|нет|не (?:мают|мае|имеют|имеет|було|был\w*))"
    r"(?: (?:is|are|that|any|one|ones|и|of them|ни одн\w*|жодн\w*))* $"
)
# "Активних немає": right behind a standing.
_THERE_IS_NONE = LATE.compile(r" (?:(?:звязк\w*|связ\w*|побратимств\w*|ties|ones) )?(?:нема|немае|нет|none)\b")
_OR_BEFORE = LATE.compile(r" (?:or|nor|чи|або|ани|или|ни) $")
_COLUMNS = said_for("lists", "groups_by_standing", "columns")
_AT_LEAST_ONE = said_for("lists", "groups_by_standing", "at_least_one")
# So many letters behind "everything" a standing is said of it.
_NEAR = 24
# States without a tie are no matter of states' own ties, nor of what was not done.
_NO_STATES = frozenset({Trait.OF_STATE, Trait.NO_VOTE, Trait.NO_WORD, Trait.NEVER_SEARCHED})


def groups_by_standing_part(question: Question, chosen: TieFilter, register: Register) -> TextBlock | None:
    """The states, Russian regions or places that have ties of two standings, or more of the one, or none else; None
    where none are asked for so.
    """
    division, divided = _division_of_standings(question, chosen), division_asked(question)
    if division is None:
        return None
    if each := _each_of_which(question, register):
        return _groups_with_each(division, chosen, replace(question, standings=each), register)
    if divided and divided.form is not Form.MOST and not _AT_LEAST_ONE.search(question.joined):
        return None
    # "Nothing but suspended": what is left out is what is asked for.
    named = question.standings if _NOTHING_BUT.search(question.joined) else chosen.standings or question.standings
    asked = sorted(named, key=lambda it: _place_of(it, question.joined))
    every = _asks_of_all(question)
    if apart := _with_one_and_no_other(division, question, chosen, register):
        return apart
    if not every and (none := _none_asked(question)):
        # "Nothing left active": what "nothing left" may say of ties that are gone is not asked for beside it.
        behind = [it for it in question.standings if any(at >= none.end() for at in _places_of_one(it, question))]
        return _groups_with(question, division, behind or question.standings, chosen, register, all_of_them=False)
    if every or (len(asked) == 1 and _says_only(question)):
        return _groups_with(question, division, asked, chosen, register, all_of_them=True)
    if len(asked) != 2 or question.excluded_standings:
        return None
    return _with_both_or_more(question, division, asked, chosen, register)


def _with_both_or_more(
    question: Question, division: Division, asked: Sequence[Standing], chosen: TieFilter, register: Register
) -> TextBlock | None:
    """The groups that have ties of both of two standings, or more of the first; None where neither is asked."""
    more = _MORE.search(question.joined)
    both = _BOTH.search(question.joined) or _ONE_AND_ONE.search(question.joined)
    if not (more or both):
        return None
    one, other = (_counted(division, replace(chosen, standings=(it,)), register) for it in asked)
    names = sorted(name for name in one if (one[name] > other[name] if more else other[name]))
    words = [STANDINGS[it].word for it in asked]
    group = comparison_sentences.GROUPS[division]
    told = (
        comparison_sentences.groups_with_more(group, names, *words)
        if more
        else comparison_sentences.groups_with_both(group, names, *words)
    )
    lines = [told]
    if Intent.COUNT in question.intents:
        # "How many were cut, how many paused, and is there a state with both".
        sides = (side_of(STANDINGS[it].word, replace(chosen, standings=(it,)), register) for it in asked)
        lines.insert(0, comparison_sentences.compared_standings(*sides))
    return TextBlock(tuple(map(Line, lines)), comparison_sentences.HEADINGS[division])


def _division_of_standings(question: Question, chosen: TieFilter) -> Division | None:
    """By what groups it is asked of that have ties of some standings; None where none are."""
    if Trait.OF_STATE in chosen.traits or _COLUMNS.search(question.joined):
        # "Why did all three states end theirs" asks for no group of each; nor does "state; city; partner; status — only
        # suspended", which names the columns of a list.
        return None
    placed = question.states or (question.regions and not STATES_ASKED.search(question.joined))
    divided = division_asked(question)
    if not placed and divided and divided.form is Form.EVERY_STANDING:
        return divided.by
    return None if placed or not question.standings else _groups_asked(question)


def _each_of_which(question: Question, register: Register) -> tuple[Standing, ...]:
    """The standings of each of which a group is to have a tie: those named, or all that any tie has; else none."""
    divided, several = division_asked(question), len(question.standings) > 1
    if divided and divided.form is Form.EVERY_STANDING:
        return question.standings if several else tuple(it for it, number in register.counts().items() if number)
    return question.standings if several and _ONE_AND_ANOTHER.search(question.joined) else ()


def _groups_with_each(division: Division, chosen: TieFilter, question: Question, register: Register) -> TextBlock:
    """The groups that have a tie of each standing asked for: "states where one city kept it and another cut it"."""
    asked = sorted(question.standings, key=lambda it: _place_of(it, question.joined))
    cut = tuple(it for it in asked if it in CUT)
    # "Dropped or paused": either will do.
    as_one = len(cut) > 1 and _OR.search(question.joined) is not None
    sides = [cut, *((it,) for it in asked if it not in CUT)] if as_one else [(it,) for it in asked]
    sides.sort(key=lambda side: asked.index(side[0]))
    plain = replace(chosen, look=Look.BEHIND, kinds=(), order=SortOrder.RECORD)
    found = [set(_counted(division, replace(plain, standings=side), register)) for side in sides]
    names = sorted(set.intersection(*found))
    words = [either([STANDINGS[it].word for it in side]) for side in sides]
    told = comparison_sentences.groups_with_each(comparison_sentences.GROUPS[division], names, words)
    return TextBlock((Line(told),), comparison_sentences.HEADINGS[division])


def _with_one_and_no_other(
    division: Division, question: Question, chosen: TieFilter, register: Register
) -> TextBlock | None:
    """The groups that have a tie of one standing and none of another: "at least one ended and nothing active"."""
    none = _those_not_asked(question)
    if not none:
        return None
    some = tuple(it for it in question.standings if it not in none)
    has, others = (_counted(division, replace(chosen, standings=those), register) for those in (some, none))
    names = sorted(name for name in has if not others[name])
    words = (either(STANDINGS[it].word for it in those) for those in (some, none))
    told = comparison_sentences.groups_with_one_alone(comparison_sentences.GROUPS[division], names, *words)
    return TextBlock((Line(told),), comparison_sentences.HEADINGS[division])


def _those_not_asked(question: Question) -> tuple[Standing, ...]:
    """The standings of which there is to be no tie, beside others of which there is to be one: "an ended one and
    nothing active"; nothing, where there are no others.
    """
    none = tuple(it for it in question.standings if _is_none(it, question))
    return none if len(none) < len(question.standings) else ()


def _is_none(standing: Standing, question: Question) -> bool:
    """Whether there is to be no tie that stands so: "nothing active", "активних немає", "no suspended or ended one"."""
    found = [*ASKED_STANDINGS[standing].finditer(question.joined)]
    return bool(found) and all(_is_denied_at(match, question) for match in found)


def _is_denied_at(match: re.Match[str], question: Question) -> bool:
    before = question.joined[: match.start()]
    if _NOT_ONE.search(before) or _THERE_IS_NONE.match(question.joined, match.end()):
        return True
    joined = _OR_BEFORE.search(before)
    # "No suspended or ended one", "жодного діючого (active)": what is denied goes on.
    ends = joined.start() if joined else len(before) - 1
    others = (it for named in question.standings for it in ASKED_STANDINGS[named].finditer(question.joined))
    return any(it.end() == ends and _is_denied_at(it, question) for it in others)


def _groups_asked(question: Question) -> Division | None:
    """Which groups are asked for: states; Russian regions and places, where something is said of all of theirs."""
    if _ONE_AND_ONE.search(question.joined) and groups_named(question) is None:
        # "A city with one suspended and one active tie".
        return Division.AMERICAN_PLACE
    named = groups_named(question)
    of_one_and_another = _ONE_AND_ANOTHER.search(question.joined) is not None
    if STATES_ASKED.search(question.joined) and (of_one_and_another or named in {None, Division.STATE}):
        return Division.STATE
    several = bool(_asks_of_all(question) or _BOTH.search(question.joined) or _none_asked(question))
    only = named is not Division.STATE and not question.narrowing.traits and _says_only(question)
    several = several or only
    return named if several and (named is not Division.STATE or _BOTH.search(question.joined)) else None


def _says_only(question: Question) -> bool:
    """Whether only ties that stand so are to be there; not "only" of a time, where one is named."""
    found = _ONLY.finditer(question.joined)
    return any(question.period is None or not _BEFORE_A_TIME.match(question.joined, it.end()) for it in found)


def _asks_of_all(question: Question) -> bool:
    """Whether all of a state's ties are to stand so: "all", "nothing but"; not "none at all"."""
    found = _ALL.finditer(question.joined)
    none = _none_asked(question)
    every = [each for each in found if _OF_NO_TIES.match(question.joined, each.end()) is None]
    if not every or (none and _comes_to_none(none, every, question)):
        return False
    # "Not one was left: everything there is suspended or over" asks of all that stands behind "everything".
    near = any(0 < place - each.end() <= _NEAR for each in every for place in _places_of(question))
    return none is None or every[0].start() <= none.start() or near


def _comes_to_none(none: re.Match[str], every: Sequence[re.Match[str]], question: Question) -> bool:
    """Whether none is to stand so, for all that is said before it: "entirely clean, nothing active"."""
    first = min(_places_of(question), default=0)
    if not 0 < first - none.end() <= _NEAR or _NOTHING_BUT.search(question.joined):
        return False
    return all(
        each.end() < none.start() or (each.start() == none.start() and each.end() + 1 == first) for each in every
    )


def _none_asked(question: Question) -> re.Match[str] | None:
    """Where none is asked for: not by a word that belongs to a standing, "zero clue"."""
    own = frozenset(word for words in question.said.values() for word in words)
    none = next((match for match in _NONE.finditer(question.joined) if not set(match.group().split()) <= own), None)
    return none or next(filter(None, (_NO.search(question.joined[:at]) for at in _places_of(question))), None)


def _places_of(question: Question) -> list[int]:
    """Where the standings are named that a question asks for."""
    return [place for named in question.standings for place in _places_of_one(named, question)]


def _places_of_one(standing: Standing, question: Question) -> list[int]:
    return [it.start() for it in ASKED_STANDINGS[standing].finditer(question.joined)]


def _groups_with(
    question: Question,
    division: Division,
    standings: Sequence[Standing],
    chosen: TieFilter,
    register: Register,
    *,
    all_of_them: bool,
) -> TextBlock:
    """The groups all of whose ties stand in one of these ways; or those that have ties, and none that does."""
    named = tuple(standings) or question.standings
    places = TieFilter(states=chosen.states, outside=chosen.outside, region=chosen.region, without=chosen.without)
    whole = _counted(division, places, register)
    alike = _counted(division, replace(chosen, standings=named, since=None, until=None), register)
    names = sorted(name for name in whole if alike[name] == (whole[name] if all_of_them else 0))
    words, group = either(STANDINGS[it].word for it in named), comparison_sentences.GROUPS[division]
    told = (
        comparison_sentences.groups_with_only(group, names, words)
        if all_of_them
        else comparison_sentences.groups_with_none(group, names, words)
    )
    first = _first_by_size(question, division, names, register)
    return TextBlock(tuple(map(Line, filter(None, (first, told)))), comparison_sentences.HEADINGS[division])


def _first_by_size(question: Question, division: Division, names: Sequence[str], register: Register) -> str:
    """The largest of some Russian places, or the smallest, where that is asked for; empty elsewhere."""
    sort = question.narrowing.sort
    places = [it for it in register.record.places.values() if it.region and it.population and it.name in names]
    if sort is None or sort[0] not in {SortBy.SIZE, SortBy.RUSSIAN_SIZE} or division is not Division.RUSSIAN_PLACE:
        return ""
    ranked = sorted(places, key=lambda it: it.population or 0, reverse=sort[1] is SortOrder.NEWEST)
    of_size = [(it.name, it.population or 0) for it in ranked[: question.narrowing.most or 1]]
    return comparison_sentences.first_by_size(of_size, smallest=sort[1] is SortOrder.OLDEST) if of_size else ""


def _counted(division: Division, chosen: TieFilter, register: Register) -> Counter[str]:
    return counted_by(division, replace(chosen, look=Look.BEHIND, kinds=()), register)


def _place_of(standing: Standing, joined: str) -> int:
    """Where a standing is named in a text."""
    found = ASKED_STANDINGS[standing].search(joined)
    return found.start() if found else len(joined)


def stateless_part(question: Question, chosen: TieFilter, register: Register) -> TextBlock | None:
    """The states without a tie, or without one that fits a filter, where these are asked for; None elsewhere."""
    if not question.narrowing.without_ties or _NO_STATES & set(chosen.traits):
        return None
    if question.standings and (_asks_of_all(question) or _those_not_asked(question)):
        return None
    tied = [code for code in register.index.states if not chosen.states or code in chosen.states]
    if chosen.states and not tied:
        # "How many states have none, and is Hawaii one?"
        chosen = replace(chosen, states=(), where="")
        tied = [*register.index.states]
    chosen = replace(chosen, standings=question.standings or chosen.standings)
    if Trait.UNDECIDED in chosen.traits:
        # Where nobody decided anything: none of the state's ties has a decision.
        rest = tuple(it for it in chosen.traits if it is not Trait.UNDECIDED)
        chosen = replace(chosen, traits=rest, look=Look.ACTS, kinds=DECIDING, since=INVASION, until=None)
    if said := [row.says(chosen, register) for row in set_rows(chosen, register)]:
        fit = {register.state_of(tie) for tie in fitting(chosen, register)}
        left = sorted(register.record.states[code].name for code in tied if code not in fit)
        told = comparison_sentences.states_without_such(left, len(tied), said)
        never = sorted(register.record.states[code].name for code in chosen.states if code not in tied)
        lines = (told, comparison_sentences.nor_in(never)) if never else (told,)
        return TextBlock(tuple(map(Line, lines)), comparison_sentences.TIES_BY_STATE)
    names = [state.name for code, state in register.record.states.items() if code not in tied]
    return TextBlock(
        (Line(comparison_sentences.states_without_ties(sorted(names))),), comparison_sentences.TIES_BY_STATE
    )
