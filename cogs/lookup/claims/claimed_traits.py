"""What a text says of all, none or most that is no standing: how votes went, when ties were made. Pure."""

from __future__ import annotations

from dataclasses import replace

from cogs.lookup.claims import claim_sentences
from cogs.lookup.claims.claim_parts import Clause
from cogs.lookup.claims.claimed_ties import MOST_NAMED, names_of
from cogs.lookup.lists.filters import fitting
from cogs.lookup.lists.lists import list_sentence
from cogs.lookup.model import How, TieFilter, Trait
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.vocabulary import said_for
from cogs.lookup.steps import Steps
from cogs.wording.blocks import Line
from cogs.wording.names import pair_name
from db.record.models import Tie
from db.record.register import Register

_OTHER_VOTE = {Trait.UNANIMOUS: Trait.SPLIT, Trait.SPLIT: Trait.UNANIMOUS}
# What a text may say to be so of none.
_OF_NONE = (Trait.CHANGED_COURSE, Trait.UKRAINIAN_PARTNER, Trait.EXECUTIVE_ORDER)
_CAME_BACK = said_for("questions", "claimed_traits", "came_back")
QUANTITIES = frozenset({"all", "none", "most", "few"})
# So small a part, at most, is what a text calls few.
_FEW = 0.25


def claims_a_trait(clause: Clause) -> bool:
    """Whether a part that is to be checked says of all, none or most how votes went, or when ties were made."""
    question = clause.question
    if clause.says_something or clause.ties_named or clause.quantifier[0] not in QUANTITIES:
        return False
    made = question.period is not None and question.intents & {Intent.FOUNDED, Intent.BEGINNING}
    return Intent.CLAIM in question.intents and bool(_vote_claimed(clause) or _denied_of_all(clause) or made)


def _denied_of_all(clause: Clause) -> Trait | None:
    """What a part says to be so of none: that there was a vote on it, that somebody changed course."""
    narrowing = clause.question.narrowing
    if clause.quantifier[0] != "none":
        return None
    voted = narrowing.unvoted or narrowing.how is How.VOTE
    said = {*narrowing.traits, *narrowing.not_so}
    return next((trait for trait in _OF_NONE if trait in said), Trait.VOTED if voted else None)


def trait_line_steps(quote: str, chosen: TieFilter, clause: Clause, register: Register) -> Steps[Line]:
    """Whether it is so of all, none or most of those whose vote, or whose year, is on record; a look at all ties at a
    step.
    """
    vote = _vote_claimed(clause) or _denied_of_all(clause)
    if vote is None:
        right, made = yield from _of_years_steps(chosen.states, clause, register)
        return _line(quote, right, *made)
    fits, told = _fitting(chosen, vote, register)
    if vote not in _OTHER_VOTE:
        # "Nobody changed their mind and came back" says more than what is counted.
        more = _CAME_BACK.search(clause.question.joined)
        right = not fits if clause.quantifier[0] == "none" and not more else None
        return _line(quote, right, told, *names_of(fits, register))
    yield
    others, of_others = _fitting(chosen, _OTHER_VOTE[vote], register)
    right = _holds(clause, len(fits), len({*fits, *others}))
    if len(fits) < len(others):
        return _line(quote, right, of_others, told, *names_of(fits, register))
    return _line(quote, right, told, of_others, *names_of(others, register))


def lost_votes_line_steps(quote: str, kept: TieFilter, register: Register) -> Steps[Line]:
    """That somebody did vote against, where a text says that nobody did: the split votes, and what was ``kept`` so."""
    split, told = _fitting(kept, Trait.SPLIT, register)
    yield
    fits = fitting(kept, register)
    of_kept = list_sentence(kept, fits, register) if fits else ""
    return _line(quote, not (split or fits), told, *names_of(split, register), of_kept)


def _of_years_steps(
    states: tuple[str, ...], clause: Clause, register: Register
) -> Steps[tuple[bool | None, list[str]]]:
    """Whether it is so of the ties whose year is on record, how many those are, and the few that are otherwise."""
    made = TieFilter(states=states, founded=True)
    if (period := clause.question.period) is not None:
        made = replace(made, since=period.since, until=period.until)
    fits = fitting(made, register)
    yield
    known = fitting(TieFilter(states=states, not_so=(Trait.NO_YEAR,)), register)
    yield
    of_those = {tie.id for tie in fits}
    left = [tie for tie in known if tie.id not in of_those]
    right = _holds(clause, len(fits), len(known))
    # Of those without a year it is not known.
    right = None if right and clause.quantifier[0] in {"all", "none"} else right
    told = claim_sentences.of_known_year(len(known), len(fitting(TieFilter(states=states), register)))
    told = f"{list_sentence(made, fits, register)} {told}"
    if clause.quantifier[0] == "all" and 0 < len(left) <= MOST_NAMED:
        return right, [told, claim_sentences.others_fit([pair_name(tie, register) for tie in left], len(left))]
    return right, [told, *names_of(fits, register)]


def _vote_claimed(clause: Clause) -> Trait | None:
    traits = (Trait.UNANIMOUS, Trait.SPLIT, Trait.ABSTAINED)
    return next((trait for trait in traits if trait in clause.question.narrowing.traits), None)


def _fitting(chosen: TieFilter, vote: Trait, register: Register) -> tuple[list[Tie], str]:
    such = TieFilter(states=chosen.states, traits=(vote,))
    fits = [*fitting(such, register)]
    return fits, list_sentence(such, fits, register)


def _holds(clause: Clause, fits: int, base: int) -> bool | None:
    """Whether so many of so many are what a part says; None where it was not all read."""
    if not clause.is_all_read:
        return None
    so = {
        "all": fits + clause.left_out == base,
        "none": fits == 0,
        "most": 2 * fits > base,
        "few": 0 < fits <= _FEW * base,
    }
    return so[clause.quantifier[0]] is not clause.is_quantity_denied


def _line(quote: str, right: bool | None, *told: str) -> Line:
    return Line(claim_sentences.after_name(claim_sentences.right_or_not(right), *told), claim_sentences.quoted(quote))
