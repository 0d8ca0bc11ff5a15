"""Numbers and shares that a text states, each held against the record's own count. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from cogs.lookup.claims import claim_sentences
from cogs.lookup.claims.claim_parts import Clause
from cogs.lookup.claims.claimed_numbers import Number
from cogs.lookup.claims.claimed_places import counted_places, counts_states
from cogs.lookup.claims.claimed_ties import (
    as_standing,
    claimed_filter,
    names_acts,
    names_of,
    not_ended_of,
    told_besides,
)
from cogs.lookup.lists.filters import Part, fitting
from cogs.lookup.lists.lists import list_sentence
from cogs.lookup.lists.standings_listed import NOT_ENDED
from cogs.lookup.model import Look, TieFilter, Trait
from cogs.lookup.reading.vocabulary import said_for
from cogs.lookup.steps import Steps, at_once
from cogs.wording.blocks import Line
from db.record.models import Tie
from db.record.register import Register
from db.record.standings import Standing

# A share so far from the record's in per cent is the same, rounded; a rough one so far may be.
_EXACT, _NEAR = 1, 5
_PART_OF_WHOLE = re.compile(r"\d+ (?:of|out of|из|з|із) (?:\w+ ){0,3}?(\d+)\b")
_LISTED = TieFilter(traits=(Trait.ON_2022_LIST,))
# Those that began in a year are named, where they are so many at most.
_MOST_OF_A_YEAR = 12
# "There are 98 left", "їх лишилось 98".
ARE_LEFT = said_for("questions", "claimed_counts", "are_left")
# A number from this on is looked up in what people said and in the explanations: there it may be somebody's own count.
FOUND_BY = 10


def number_line(number: Number, clause: Clause, register: Register, today: date) -> tuple[Line, bool]:
    """What the record counts where a text gives a number, and whether that is the number.

    Ties are counted, and beside them the cities, the states or the deciders, where the number is of those.
    """
    return at_once(number_line_steps(number, clause, register, today))


def number_line_steps(number: Number, clause: Clause, register: Register, today: date) -> Steps[tuple[Line, bool]]:
    """The same, a look at all ties at a step."""
    chosen = claimed_filter(clause, today)
    if not (chosen.standings or chosen.kinds) and ARE_LEFT.search(clause.question.joined):
        chosen = replace(chosen, standings=NOT_ENDED)
    if counts_states(number.counted):
        # The states that are named are those it counts, unless ties lie in them: "two governors: Maryland and Vermont".
        chosen = replace(chosen, states=clause.question.states_within)
    whole = _whole_given(number)
    yield
    if whole is not None and not chosen.traits and whole == len(fitting(_LISTED, register)):
        # "16 of 69" is of those on the list of 2022, whose number that is.
        chosen = replace(chosen, traits=_LISTED.traits)
    all_since, chosen = chosen, _begun_in_its_year(chosen, number, clause, register)
    yield
    fits = fitting(chosen, register)
    yield
    counts = counted_places(number, chosen, fits, register)
    yield
    wholes = (None, len(fitting(chosen, register, Part.WHERE)), len(fitting(TieFilter(traits=chosen.traits), register)))
    yield
    of_all = whole in wholes
    holds = counts.holds(number) if clause.is_all_read and of_all else None
    yield
    standing = [] if counts.of_states else not_ended_of(chosen, register)
    may_be = holds is False and any(number.holds(count) for count in range(len(fits), len(standing) + 1))
    holds = None if may_be else holds
    yield
    cut = _cut_of(chosen, register) if holds is False and not number.is_bound else ()
    yield
    both = counted_places(number, chosen, cut, register)
    if cut and both.holds(number) is not False:
        # "Cut" may be meant of both, and the number is that of both.
        holds = None
    verdict = claim_sentences.right_or_not(holds)
    if counts.is_of_ties_alone(number) and holds is None:
        verdict = claim_sentences.SO_OF_THE_TIES
    yield
    told = [claim_sentences.MORE_THAN_IS_KNOWN if may_be else verdict, list_sentence(chosen, fits, register)]
    told += [claim_sentences.not_ended(len(standing), _unknown(standing, register))] if standing else []
    told += counts.told()
    told += [claim_sentences.suspended_or_ended(len(cut)), *both.told()] if cut and holds is None else []
    told += told_besides(chosen, register)
    told += names_of(fits, register, _MOST_OF_A_YEAR) if chosen != all_since else []
    told += _same_number(number, register) if holds is False else []
    return Line(claim_sentences.after_name(*told), claim_sentences.quoted(number.quote)), bool(holds)


def _begun_in_its_year(chosen: TieFilter, number: Number, clause: Clause, register: Register) -> TieFilter:
    """Those that began in a year, where it is said that so many go back to it: "nine ties date from 1988".

    The same words may take in all later ones as well: they are meant of the year alone where the number is of that.
    """
    period = clause.question.period
    if not (chosen.founded and period and period.begins_until and chosen.since == period.since and not chosen.until):
        return chosen
    of_year = replace(chosen, until=period.begins_until)
    return of_year if number.holds(len(fitting(of_year, register))) else chosen


def _unknown(ties: Sequence[Tie], register: Register) -> int:
    """Of how many ties it is not known whether they stand."""
    return sum(register.status(tie.id).standing is Standing.UNCONFIRMED for tie in ties)


def _acts_of(chosen: TieFilter) -> TieFilter:
    """All acts of a kind, or all ties that stand in a way, of which a filter takes some."""
    return TieFilter(standings=chosen.standings, kinds=chosen.kinds, look=chosen.look, states=chosen.states)


def _whole_given(number: Number) -> int | None:
    """The number of which another is a part, in figures: "16 of 69"; None for none."""
    found = _PART_OF_WHOLE.search(number.quote)
    return int(found[1]) if found else None


def _cut_of(chosen: TieFilter, register: Register) -> Sequence[Tie]:
    """The ties that were suspended or ended, where a claim is of endings and of nothing that limits these."""
    if chosen.standings != (Standing.ENDED,) or chosen.kinds:
        return ()
    return fitting(replace(chosen, standings=(Standing.SUSPENDED, Standing.ENDED), look=Look.BEHIND), register)


def _same_number(number: Number, register: Register) -> list[str]:
    """That a number is the record's count of ties of another standing, if it is."""
    same = [standing for standing, count in register.counts().items() if count == number.stated >= FOUND_BY]
    return [claim_sentences.count_of(number.stated, same[0])] if len(same) == 1 else []


def share_line(share: Number, clause: Clause, register: Register, today: date) -> Line:
    """What share the record has where a text gives one; of "cut", that of the ended, and with the suspended as well."""
    chosen = replace(as_standing(claimed_filter(clause, today)), share=True)
    cut = replace(chosen, standings=(Standing.SUSPENDED, Standing.ENDED), kinds=(), look=Look.BEHIND)
    # "80 percent of the suspensions were in 2022" is a share of those.
    of_acts = names_acts(clause.question, share.quote.split()[-1])
    may_be_both = chosen.standings == (Standing.ENDED,) and not (chosen.kinds or of_acts)
    both = [chosen, cut] if may_be_both else [chosen]
    fits = [fitting(each, register) for each in both]
    whole = len(fitting(_acts_of(chosen), register) if of_acts else fitting(chosen, register, Part.WHERE))
    holds = [_is_so_much(share, 100 * len(found) / whole) for found in fits if whole]
    limits = replace(chosen, share=False) != TieFilter()
    right = holds[0] if len(set(holds)) == 1 and clause.is_all_read and limits else None
    told = [list_sentence(each, found, register) for each, found in zip(both, fits, strict=True)]
    may_stand = not_ended_of(chosen, register) if right is False else ()
    if may_stand and share.stated <= 100 * len(may_stand) / whole:
        unknown = fitting(replace(chosen, standings=(Standing.UNCONFIRMED,), share=False), register)
        told.insert(0, claim_sentences.not_known_of_all(len(unknown), whole))
        right = None
    if chosen.standings == (Standing.ACTIVE,):
        # Those that are not known to stand are not gone.
        every = replace(chosen, standings=(), share=False)
        told.append(list_sentence(every, fitting(every, register), register))
    return Line(
        claim_sentences.after_name(claim_sentences.right_or_not(right), *told, *told_besides(chosen, register)),
        claim_sentences.quoted(share.quote),
    )


def _is_so_much(share: Number, counted: float) -> bool | None:
    """Whether a share of the record, in per cent, is the one that a text gives; None for a rough one that is near.

    More than a half is more than a half: only a share without a bound may be a little off.
    """
    if share.is_bound:
        return share.holds(counted)
    near = abs(round(counted) - share.stated)
    if share.holds(round(counted)) is None:
        return None if _EXACT < near <= _NEAR else near <= _EXACT
    return near <= _EXACT
