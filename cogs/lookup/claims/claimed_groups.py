"""What a text says of all, none, most or only some of the ties, held against the record. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain

from cogs.lookup.claims import claim_sentences
from cogs.lookup.claims.claim_parts import OF_ORDER, Clause
from cogs.lookup.claims.claimed_acts import DECIDERS_SAID
from cogs.lookup.claims.claimed_numbers import words_around
from cogs.lookup.claims.claimed_of_tie import is_right_beside
from cogs.lookup.claims.claimed_order import began, in_order, ranked, years_of
from cogs.lookup.claims.claimed_since import KINDS, last_done, none_since_then
from cogs.lookup.claims.claimed_ties import (
    MOST_NAMED,
    ORDERS,
    RANKS,
    as_standing,
    claimed_filter,
    names_acts,
    names_of,
    names_such_ties,
    not_ended_of,
    speaks_of_lost_votes,
    that_may_stand,
    told_besides,
)
from cogs.lookup.claims.claimed_traits import claims_a_trait, lost_votes_line_steps, trait_line_steps
from cogs.lookup.lists.filters import fitting, fitting_steps
from cogs.lookup.lists.lists import list_sentence
from cogs.lookup.lists.wholes import told_of_whole
from cogs.lookup.model import How, Look, TieFilter, Trait
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.reading.intents import ASKED_STANDINGS
from cogs.lookup.reading.vocabulary import said_for
from cogs.lookup.steps import Steps
from cogs.wording.blocks import Line
from cogs.wording.english import listed_apart, paragraph
from cogs.wording.names import pair_name
from cogs.wording.status import tie_line
from db.record.act_kinds import ActKind
from db.record.authorities import Authority
from db.record.levels import Level
from db.record.models import Tie
from db.record.register import Register
from db.record.standings import CUT, Standing

# Of which ties something is said, and not what.
_OF_SUBJECT = frozenset({
    Trait.ON_2022_LIST, Trait.NOT_ON_2022_LIST, Trait.NAMED_IN_SPEECH, Trait.OF_STATE, Trait.OF_COUNTY, Trait.OF_CITY,
    Trait.NOT_OF_CITY, Trait.NOT_OF_STATE,
})  # fmt: skip
# Right before what was done and no more: "only on pause", "лишь приостановили".
_ONLY_THIS = LATE.compile(r"\b(?:only|just|merely|simply|лиш|тильк|тольк|прост)(?: \w+){0,3} $")
# "The only state to end its own" is held against other states alone.
_OF_STATES = LATE.compile(r"\b[Ss]tates?\b|\b[Шш]тат\w*")
# "Every town in the state", "for all its cities": not the state's own tie.
_OF_TOWNS = LATE.compile(
    r"\b(?:all|every|each|everyone|уси|вси|всих|усих|кожн\w*|все|всех|всим|всем|кажд\w*)(?: of)?"
    r"(?: the| its| their| his| her)?(?: \w+)? (?:cit(?:y|ies|ys)|towns?|municipalit\w*|мист\w*|город\w*|громад\w*)\b"
)
# "All that voted": of those alone.
_OF_SOME = LATE.compile(r"\b(?:that|which|who|яки|що|котор\w*|что)\b")
_ALL_SUCH = LATE.compile(
    r"\W*(?:покажи |дай |назви |назови |перелічи |перечисли )?(?:усі|всі|все|всех|усіх) "
    r"\w+(?:ені|ані|ані|ті|чі|вні|ные|ние|щие|тые|мые|шие|них|ных|щих|тых|чих) (?:у|в|во|з|із|зі|с|по|на) ",
    re.IGNORECASE,
)
_OF_EACH = LATE.compile(
    r"\b(?:what|who|when|how|which|що|хто|коли|як|что|кто|когда|как) (?:\w+ ){0,6}"
    r"(?:in|for|of|by|about|on|у|в|по|з|для|о) (?:each|every|кожн\w*|каждо\w*)(?: one| case| of them| випадк\w*)?$"
)
_YEAR = LATE.compile(r"\b20\d\d\b")
# "Every city that voted": of those alone.
_OF_VOTERS = said_for("questions", "claimed_groups", "of_voters")
# What is said of more than a few.
_OF_MANY = frozenset({"all", "most"})
# A claim of how many has its whole beside it.
_SHARES = frozenset({"few", "most"})
_ONE_VOTE = ((Trait.UNANIMOUS,), (Trait.SPLIT,))
_DECISIONS = (ActKind.ENDED, ActKind.SUSPENDED, ActKind.KEPT)
# So small a part, at most, is what a text calls few, and what it calls almost none.
_FEW, _NONE = 0.25, 0.1
_NEXT_TO_NONE = LATE.compile(r"hardly|barely|scarcely|almost|practically|next|почти|маиж")
# So many words may stand behind a quantity, with the office that it is of.
_BESIDE_OFFICE = 2
# "Only did one city", and not "the only one".
_ONLY_ONE = LATE.compile(
    r"(?<!the )\b(?:only|just|лише|тильк\w*|тольк\w*|лиш\w*) (?:\w+ )?(?:one|1|a single|одн\w*|один)\b"
)
_BY_AGE = frozenset({"oldest", "youngest"})


def quantified(
    clause: Clause, own: Sequence[Tie], register: Register, today: date
) -> Iterator[tuple[str, Line] | None]:
    """What the record has where a text says "only", "all", "none", "most" or "the first"; None between two steps."""
    name, words = clause.quantifier
    of_names = own and name not in OF_ORDER
    of_trait = not own and claims_a_trait(clause)
    says = clause.says_something or clause.says_that_some_acted or (own and name in OF_ORDER) or of_trait
    if not name or not says or of_names or clause.question.speakers or (name == "all" and _asks_for_all(clause)):
        return
    chosen = claimed_filter(clause, today)
    if name == "none":
        chosen = _without_what_was_done_instead(chosen, clause)
    if name in RANKS:
        yield from _ranked(chosen, own, clause, register)
        return
    quote = words_around(clause.question, words)
    if (told := (yield from _of_votes_or_years(quote, chosen, own, clause, register))) is not None:
        yield quote, told
        return
    yield None
    if (told := _of_office_votes(quote, chosen, own, clause, register)) is not None:
        yield quote, told
        return
    yield None
    of_acts = names_acts(clause.question, words) or names_such_ties(clause.question, words)
    if not (own or name in ORDERS) and clause.offices and not of_acts:
        line = yield from _of_offices_steps(quote, name, chosen, clause, register)
        yield quote, line
        return
    if not own and name == "only" and clause.question.all_states:
        own = yield from fitting_steps(replace(chosen, states=clause.question.all_states), register)
        # Whether others did is looked for everywhere: "the only votes against it came from Alaska".
        chosen = replace(chosen, states=())
    if name in ORDERS:
        yield from in_order(
            quote, name, chosen, own, register, sure=clause.is_all_read and is_right_beside(clause, own, register)
        )
        return
    if name == "only":
        yield from _only_ones(quote, chosen, own, clause, register)
    else:
        since = _none_since_then(quote, chosen, clause, register) if name == "none" else None
        yield quote, since or (yield from _of_all_steps(quote, name, chosen, clause, register))


def _of_votes_or_years(
    quote: str, chosen: TieFilter, own: Sequence[Tie], clause: Clause, register: Register
) -> Steps[Line | None]:
    """Whether it is so how votes went, or when ties were made; None where a text says something else."""
    if own:
        return None
    if claims_a_trait(clause):
        return (yield from trait_line_steps(quote, chosen, clause, register))
    lost = clause.quantifier[0] == "none" and speaks_of_lost_votes(clause)
    return (yield from lost_votes_line_steps(quote, chosen, register)) if lost else None


def _of_office_votes(
    quote: str, chosen: TieFilter, own: Sequence[Tie], clause: Clause, register: Register
) -> Line | None:
    """Whether all votes of an office on one thing went in one way: "every council vote to suspend was unanimous"."""
    if own or clause.quantifier[0] != "all" or len(clause.offices) != 1 or chosen.traits not in _ONE_VOTE:
        return None
    if clause.is_quantity_denied:
        return None
    by_office = replace(chosen, authorities=tuple(clause.offices), how=None, look=Look.ACTS)
    if kinds := tuple(KINDS[it] for it in chosen.standings if it in KINDS):
        by_office = replace(by_office, standings=(), kinds=kinds)
    told = told_of_whole(clause.question, by_office, register) if clause.is_all_read else None
    if told is None:
        return None
    other = replace(by_office, standings=(), kinds=_DECISIONS, traits=(Trait.SPLIT,))
    said = paragraph(line.text for line in told.lines)
    names = (pair_name(tie, register) for tie in fitting(other, register))
    split = [name for name in names if name not in said]
    beside = claim_sentences.split_votes(split) if chosen.traits == (Trait.UNANIMOUS,) and split else ""
    return Line(claim_sentences.after_name(said, beside), claim_sentences.quoted(quote))


def _ranked(chosen: TieFilter, own: Sequence[Tie], clause: Clause, register: Register) -> Iterator[tuple[str, Line]]:
    """Whether a tie is the oldest, the youngest, or of the largest or the smallest place."""
    name, words = clause.quantifier
    ordered = replace(chosen, sort=RANKS[name][0], order=RANKS[name][1])
    if years_of(clause) & began(own):
        # The year is when the tie that is named began, and no bound of those it is held against.
        ordered = replace(ordered, since=None, until=None)
    sure = clause.is_all_read and (name not in _BY_AGE or years_of(clause) <= began(own))
    yield from ranked(words_around(clause.question, words), ordered, own, register, sure=sure)


def _asks_for_all(clause: Clause) -> bool:
    """Whether "all" stands with a word for how ties stand as one noun, and claims nothing: "усі непідтверджені у …"; or
    something is asked of each: "and what body did it in each".
    """
    return _ALL_SUCH.match(clause.text) is not None or _OF_EACH.search(clause.question.joined) is not None


def _without_what_was_done_instead(chosen: TieFilter, clause: Clause) -> TieFilter:
    """What none is to have done, without what they are said to have done instead: "none ended it, they just paused"."""
    if {*chosen.standings} != {Standing.SUSPENDED, Standing.ENDED}:
        return chosen
    joined = clause.question.joined
    left = tuple(
        standing
        for standing in chosen.standings
        if not any(_ONLY_THIS.search(joined[: said.start()]) for said in ASKED_STANDINGS[standing].finditer(joined))
    )
    return replace(chosen, standings=left) if left else chosen


def _only_ones(
    quote: str, chosen: TieFilter, own: Sequence[Tie], clause: Clause, register: Register
) -> Iterator[tuple[str, Line] | None]:
    """Whether the ties of a claim are the only ones: of a place's partners, of the states, or of all."""
    if told := _only_one_of_place(quote, chosen, own, clause, register):
        yield quote, told
    elif clause.only_partner is not None:
        fits = yield from fitting_steps(chosen, register)
        yield quote, _only_of_place(quote, fits, own, register, sure=clause.is_all_read)
    elif chosen != TieFilter():
        # "I can only find stuff about Mâcon" limits no ties.
        if own and _are_of_states(own) and _OF_STATES.search(quote):
            chosen = replace(chosen, levels=(Level.SISTER_STATE,))
        sure = clause.is_all_read and not speaks_of_lost_votes(clause)
        fits = yield from fitting_steps(chosen, register)
        yield None
        yield from _only(quote, chosen, fits, own, register, sure=sure)


def _of_offices_steps(quote: str, name: str, chosen: TieFilter, clause: Clause, register: Register) -> Steps[Line]:
    """What each office that a claim names decided of what it takes in, and whether all, none, most or only they did; a
    look at all ties at a step.
    """
    if name == "only" and clause.question.all_states:
        chosen = replace(chosen, states=clause.question.all_states)
    of_quantity = _offices_of_quantity(clause)
    if name == "all" and tuple(of_quantity) == (Authority.STATE,) and _OF_TOWNS.search(clause.question.joined):
        return (yield from _of_towns_steps(quote, chosen, clause, register))
    found: list[tuple[TieFilter, Sequence[Tie]]] = []
    for each in _by_office(chosen, of_quantity):
        found.append((each, (yield from fitting_steps(each, register))))
        yield
    told = [list_sentence(each, fits, register) for each, fits in found]
    decided = list(chain.from_iterable(fits for _, fits in found))
    whole = _whole_of_offices(name, chosen, clause, of_quantity)
    right = None
    if whole is not None and clause.is_all_read:
        all_of_it = yield from fitting_steps(whole, register)
        so = _holds("all" if name == "only" else name, len(decided) + clause.left_out, len(all_of_it))
        right = so is not clause.is_quantity_denied
        told += [list_sentence(whole, all_of_it, register)] if name != "none" else []
        left = [pair_name(tie, register) for tie in all_of_it if tie not in decided]
        told += [claim_sentences.others_fit(left, len(left))] if name == "all" and 0 < len(left) <= MOST_NAMED else []
    names = names_of(decided, register) if name == "none" else ()
    return Line(
        claim_sentences.after_name(claim_sentences.right_or_not(right), *told, *names), claim_sentences.quoted(quote)
    )


def _of_towns_steps(quote: str, chosen: TieFilter, clause: Clause, register: Register) -> Steps[Line]:
    """Whether a state or its governor decided for all its towns, and what they decided of the state's own tie."""
    of_state = replace(chosen, traits=(), levels=(Level.SISTER_STATE,))
    of_towns = replace(chosen, traits=(Trait.OF_CITY,))
    whole = TieFilter(states=chosen.states, traits=(Trait.OF_CITY,))
    found = []
    for each in (of_towns, whole, of_state):
        found.append((yield from fitting_steps(each, register)))
        yield
    decided, towns, own = found
    right = bool(towns) and len(decided) == len(towns)
    right = right is not clause.is_quantity_denied
    told = [
        claim_sentences.right_or_not(right if clause.is_all_read or not right else None),
        list_sentence(of_state, own, register),
        list_sentence(of_towns, decided, register),
        list_sentence(whole, towns, register),
        *(f"{tie_line(tie, register)}." for tie in towns[:MOST_NAMED]),
    ]
    return Line(claim_sentences.after_name(*dict.fromkeys(told)), claim_sentences.quoted(quote))


def _offices_of_quantity(clause: Clause) -> Sequence[Authority]:
    """Of which offices all or none is said: "not one mayor did it alone, it was always councils"."""
    joined, words = clause.question.joined, clause.quantifier[1]
    start = joined.find(words) if clause.quantifier[0] in {"all", "none"} else -1
    # Up to the office itself, with a word or two that say what kind of it.
    near = " ".join(joined[max(0, start) :].split()[: len(words.split()) + _BESIDE_OFFICE]) if start >= 0 else ""
    meant = [it for it in clause.offices if DECIDERS_SAID.found(near).get(it)]
    return meant if len(meant) == 1 else clause.offices


def _whole_of_offices(name: str, chosen: TieFilter, clause: Clause, offices: Sequence[Authority]) -> TieFilter | None:
    """The ties that a claim of all, none, most or only of an office is held against; None where it limits those.

    A governor decides for a state itself. "All councils that voted" is of those alone, and what two offices did is
    not told of each.
    """
    if name == "none":
        return TieFilter(states=chosen.states)
    if name == "only":
        limited = clause.ties_named or next(clause.numbers(), None) is not None
        return None if limited else replace(chosen, authorities=(), how=None)
    if len(offices) == 1 and _OF_VOTERS.search(clause.question.joined):
        return TieFilter(states=chosen.states, authorities=chosen.authorities, how=How.VOTE, look=Look.ACTS)
    if len(offices) > 1 or _OF_SOME.search(clause.question.joined):
        return None
    if chosen.traits == (Trait.OF_CITY,):
        return TieFilter(states=chosen.states, traits=chosen.traits)
    of_state = tuple(offices) == (Authority.STATE,)
    return TieFilter(states=chosen.states, levels=(Level.SISTER_STATE,) if of_state else ())


def _none_since_then(quote: str, chosen: TieFilter, clause: Clause, register: Register) -> Line | None:
    """That what nobody is said to have done since a season was last done in that season; None where that is not so."""
    fits = fitting(chosen, register)
    told = none_since_then(chosen, fits, clause.question.period) if clause.is_all_read else ""
    if not told:
        return None
    return Line(claim_sentences.after_name(told, last_done(chosen, fits, register)), claim_sentences.quoted(quote))


def _of_all_steps(quote: str, name: str, chosen: TieFilter, clause: Clause, register: Register) -> Steps[Line]:
    """Whether all, none or most of what a claim takes in are as it says, with those that are not, or that are; a look
    at all ties at a step.
    """
    chosen = as_standing(chosen) if name != "none" else chosen
    whole = _whole(chosen, clause)
    fits = yield from fitting_steps(chosen, register)
    yield
    all_of_it = yield from fitting_steps(whole, register)
    yield
    may_tell = clause.is_all_read and not clause.says_how_many_twice
    # Of what there is none of, all and none would be so at once.
    right = _holds(name, len(fits) + clause.left_out, len(all_of_it)) if may_tell and all_of_it else None
    if name == "few" and right and _NEXT_TO_NONE.search(clause.quantifier[1]) and len(fits) > _NONE * len(all_of_it):
        right = None
    in_time = name == "none" and (chosen.since or chosen.until)
    if (_YEAR.search(quote) and not in_time) or (
        names_such_ties(clause.question, clause.quantifier[1]) and not _is_of_one_way(chosen)
    ):
        # "All of the 2023 suspensions", "none of the dormant ties ended": of those alone, which no filter takes in.
        right = None
    may_stand = len(not_ended_of(that_may_stand(chosen), register))
    unsure = right is False and name in _OF_MANY and _holds(name, may_stand, len(all_of_it))
    unsure = unsure or (bool(right and may_stand) and name == "few" and not _holds(name, may_stand, len(all_of_it)))
    yield
    # "Most have not cut theirs": those of which nothing is known may have.
    known = sum(1 for tie in fits if register.status(tie.id).standing is not Standing.UNCONFIRMED)
    of_several_ways = len(chosen.standings) > 1 and Standing.UNCONFIRMED in chosen.standings
    unsure = unsure or bool(right and name == "most" and of_several_ways and not _holds(name, known, len(all_of_it)))
    if unsure:
        right = None
    if right is not None and clause.is_quantity_denied:
        right = not right
    last = last_done(chosen, fits, register) if in_time and right is not None else ""
    told = [claim_sentences.right_or_not(right), list_sentence(chosen, fits, register), last]
    unknown = fitting(replace(whole, standings=(Standing.UNCONFIRMED,)), register) if unsure else ()
    if unknown:
        told.insert(0, claim_sentences.not_known_of_all(len(unknown), len(all_of_it)))
    of_whole = list_sentence(whole, all_of_it, register)
    if whole != TieFilter():
        told.append(of_whole)
    of_those = {tie.id for tie in fits}
    left = [tie for tie in all_of_it if tie.id not in of_those]
    yield
    if name == "all" and fits and 0 < len(left) <= min(len(fits), MOST_NAMED):
        told.append(claim_sentences.others_fit([pair_name(tie, register) for tie in left], len(left)))
    else:
        told += names_of(fits, register)
    if right is False and len(left) > MOST_NAMED and chosen.standings and {*chosen.standings} <= CUT:
        # "Everybody quit by now": who did not.
        told.append(claim_sentences.the_rest(len(left), register.counts(left)))
    told += told_besides(chosen, register)
    if unknown or name in _SHARES or chosen.standings == (Standing.ACTIVE,):
        # Those that are not known to stand are not gone.
        told.append(of_whole)
    return Line(claim_sentences.after_name(*dict.fromkeys(told)), claim_sentences.quoted(quote))


def _whole(chosen: TieFilter, clause: Clause) -> TieFilter:
    """The ties of which a claim says that all or none are so: those of a place, of a list, or "the suspensions"."""
    traits = tuple(it for it in chosen.traits if it in _OF_SUBJECT)
    whole = TieFilter(
        states=chosen.states, levels=chosen.levels, region=chosen.region, outside=chosen.outside, traits=traits,
        over=chosen.over, under=chosen.under,
    )  # fmt: skip
    if _OF_VOTERS.search(clause.question.joined):
        whole = replace(whole, how=How.VOTE, look=Look.ACTS)
    quantity = clause.quantifier[1]
    if names_such_ties(clause.question, quantity) and _is_of_one_way(chosen):
        return replace(whole, standings=chosen.standings, kinds=chosen.kinds, look=chosen.look)
    if names_acts(clause.question, quantity):
        return replace(whole, standings=chosen.standings, kinds=chosen.kinds, look=chosen.look)
    return whole


def _is_of_one_way(chosen: TieFilter) -> bool:
    """Whether a claim is of ties that stand in one way, or that were kept."""
    return len(chosen.standings) == 1 or (chosen.kinds == (ActKind.KEPT,) and not chosen.standings)


def _by_office(chosen: TieFilter, offices: Sequence[Authority]) -> Iterator[TieFilter]:
    """What each office that a claim names decided of what it takes in."""
    for authority in offices:
        yield replace(chosen, authorities=(authority,), how=None)


def _only(
    quote: str, chosen: TieFilter, fits: Sequence[Tie], own: Sequence[Tie], register: Register, *, sure: bool
) -> Iterator[tuple[str, Line]]:
    """Whether others are on record besides those that a text says are the only ones; ``sure``: all of it was read."""
    if not own:
        return
    named = {tie.id for tie in own}
    others = [tie for tie in fits if tie.id not in named]
    are_so = named <= {tie.id for tie in fits}
    right = claim_sentences.right_or_not(not others and are_so if sure or others else None)
    told = [right, list_sentence(chosen, fits, register)]
    if others:
        told.append(claim_sentences.others_fit([pair_name(tie, register) for tie in others[:MOST_NAMED]], len(others)))
    yield quote, Line(claim_sentences.after_name(*told, *told_besides(chosen, register)), claim_sentences.quoted(quote))


def _only_of_place(quote: str, fits: Sequence[Tie], own: Sequence[Tie], register: Register, *, sure: bool) -> Line:
    """Whether of an American place's ties the one that is named alone is as claimed, with how each of them stands."""
    named = {tie.id for tie in own}
    ties = [tie for us in dict.fromkeys(tie.us for tie in own) for tie in register.ties_of(us)]
    holds = {tie.id for tie in ties} & {tie.id for tie in fits} == named
    stand = listed_apart([tie_line(tie, register) for tie in ties])
    right = claim_sentences.right_or_not(holds if sure or not holds else None)
    return Line(claim_sentences.after_name(right, f"{stand}."), claim_sentences.quoted(quote))


def _only_one_of_place(
    quote: str, chosen: TieFilter, own: Sequence[Tie], clause: Clause, register: Register
) -> Line | None:
    """Whether one alone of an American place's several ties is as claimed: "they only did one of the two"."""
    places = {tie.us for tie in own}
    if len(places) != 1 or len(own) < 2 or _ONLY_ONE.search(clause.question.joined) is None:
        return None
    standings = chosen.standings or (Standing.SUSPENDED, Standing.ENDED)
    such = [tie for tie in own if register.status(tie.id).standing in standings]
    stand = listed_apart([tie_line(tie, register) for tie in own])
    right = claim_sentences.right_or_not(len(such) == 1)
    return Line(claim_sentences.after_name(right, f"{stand}."), claim_sentences.quoted(quote))


def _are_of_states(ties: Sequence[Tie]) -> bool:
    return all(tie.level is Level.SISTER_STATE for tie in ties)


def _holds(name: str, fits: int, base: int) -> bool:
    return {"all": fits == base, "none": fits == 0, "most": 2 * fits > base, "few": 0 < fits <= _FEW * base}[name]
