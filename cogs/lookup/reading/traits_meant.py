"""What is so of ties by the meaning of a question, beside what its phrases say; and what is opposite to what. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from re import Match

from cogs.lookup.model import Trait
from cogs.lookup.reading.asked_traits import ASKED_TRAITS
from cogs.lookup.reading.leaving_out import left_out_before
from cogs.lookup.reading.meanings import Meant
from db.record.act_kinds import ActKind
from db.record.authorities import Authority

# What of a tie may be asked for as not being so, and has no opposite of its own.
MAY_BE_DENIED = frozenset({
    Trait.OF_COUNTY, Trait.UKRAINIAN_PARTNER, Trait.ONLY_WIKIPEDIA, Trait.ONE_REPORT, Trait.SEVERAL,
    Trait.SEVERAL_RUSSIAN, Trait.CHANGED_COURSE, Trait.NAMED_IN_SPEECH, Trait.EXECUTIVE_ORDER,
    Trait.OF_CAPITAL, Trait.RUSSIAN_CAPITAL, Trait.OF_REPUBLIC, Trait.SAME_NAME, Trait.STATE_MEDIA, Trait.DOCUMENT,
    Trait.ABSTAINED, Trait.GRADE_A, Trait.GRADE_B, Trait.GRADE_C, Trait.GRADE_D,
    Trait.DOCUMENTED,
})  # fmt: skip
OPPOSITES = {
    Trait.NO_CONDITION: Trait.CONDITION, Trait.CONDITION: Trait.NO_CONDITION, Trait.NO_VOTE: Trait.VOTED,
    Trait.VOTED: Trait.NO_VOTE, Trait.NOT_ON_2022_LIST: Trait.ON_2022_LIST, Trait.ON_2022_LIST: Trait.NOT_ON_2022_LIST,
    Trait.SPLIT: Trait.UNANIMOUS, Trait.UNANIMOUS: Trait.SPLIT, Trait.OF_STATE: Trait.NOT_OF_STATE,
    Trait.INDEFINITE: Trait.CONDITION,
}  # fmt: skip
# What is meant by more words than those for its opposite, which are a part of them.
_GOES_BEFORE = {
    Trait.NO_CONDITION: Trait.CONDITION, Trait.NOT_ON_2022_LIST: Trait.ON_2022_LIST, Trait.SPLIT: Trait.UNANIMOUS,
    Trait.NO_VOTE: Trait.VOTED, Trait.NO_WORD: Trait.UNDECIDED,
}  # fmt: skip
# What is never asked for together.
_APART = (
    *map(frozenset, OPPOSITES.items()),
    frozenset({Trait.NO_WORD, Trait.UNDECIDED}),
    frozenset({Trait.DATE_UNSURE, Trait.NO_YEAR}),
    frozenset({Trait.FIRM, Trait.GRADE_A, Trait.DOCUMENTED, Trait.GRADE_E, Trait.ONE_REPORT}),
    frozenset({Trait.ONLY_WIKIPEDIA, Trait.GRADE_E}),
)
_OF_SEVERAL, _LARGER = (
    frozenset({Trait.SEVERAL, Trait.SEVERAL_RUSSIAN}), frozenset({Trait.RUSSIAN_LARGER, Trait.US_LARGER}),
)  # fmt: skip
_RIVALS = {trait: frozenset().union(*(group for group in _APART if trait in group)) - {trait} for trait in Trait}


# Kinds of act whose words are said of something else there: "who reversed an earlier decision", whichever it was;
# "endings confirmed by the city", which are no ties that it says stand.
_NOT_DONE = {Trait.CHANGED_COURSE: ActKind.RESUMED, Trait.DOCUMENTED: ActKind.CONFIRMED}


def kinds_not_meant(meant: Sequence[Meant]) -> frozenset[ActKind]:
    """The kinds of act that are not asked for by their words, as the question's meaning has it."""
    kinds = {_NOT_DONE[each.says] for each in meant if isinstance(each.says, Trait) and each.says in _NOT_DONE}
    # "Suspended by a spokesperson's statement": the suspension is asked for.
    stated = any(isinstance(each.says, Authority) for each in meant)
    return frozenset({*kinds, ActKind.STATEMENT} if stated else kinds)


def with_those_meant(
    traits: tuple[Trait, ...], not_so: tuple[Trait, ...], meant: Sequence[Meant]
) -> tuple[tuple[Trait, ...], tuple[Trait, ...]]:
    """The traits that are so, or not so, with those that are known by their meaning alone; and what is not so of all.

    What a phrase says goes before what is meant by the same words, unless the phrase is only a part of these and says
    the opposite: "left out of the Chamber's list".
    """
    for each in meant:
        if not isinstance(each.says, Trait):
            continue
        rivals = {it for it in traits if it in _RIVALS[each.says] or _shares_words(it, each)}
        if each.says in traits or not all(_is_part_of(trait, each) for trait in rivals):
            continue
        out = each.denied or _is_left_out(each)
        says = OPPOSITES.get(each.says, each.says) if out else each.says
        if out and says is each.says:
            if says not in MAY_BE_DENIED:
                continue
            not_so = (*not_so, says)
        traits = (*(trait for trait in traits if trait not in rivals), says)
    return traits, not_so


def of_the_side_meant(traits: tuple[Trait, ...], meant: Sequence[Meant]) -> tuple[Trait, ...]:
    """The traits, of places with several ties only those of the side that the question's meaning names: "які міста США
    мають більше ніж одного російського побратима" asks for none that have more people.
    """
    said = {each.says for each in meant if not each.denied} & _OF_SEVERAL
    if len(said) != 1 or not _OF_SEVERAL & {*traits}:
        return traits
    side = next(it for it in Trait if it in said)
    return (*(trait for trait in traits if trait not in _OF_SEVERAL | _LARGER), side)


def _is_left_out(meant: Meant) -> bool:
    """Whether ties of which it is so are to be left out; a word for what is meant leaves nothing out: "without"."""
    taken = {place for said in meant.said for place in range(said.start(), said.end())}
    found = (left_out_before(said.string, said.start()) for said in meant.said)
    return any(match is not None and match.start() - 1 not in taken for match in found)


def _shares_words(trait: Trait, meant: Meant) -> bool:
    found = [match.span() for match in _words_for(trait, meant)]
    return any(first < each.end() and each.start() < last for first, last in found for each in meant.said)


def _is_part_of(trait: Trait, meant: Meant) -> bool:
    """Whether the words for a trait are only a part of those for its opposite."""
    first, last = meant.span
    found = _words_for(trait, meant)
    opposite = _GOES_BEFORE.get(meant.says) if isinstance(meant.says, Trait) else None
    return opposite is trait and all(first <= it.start() and it.end() <= last for it in found)


def _words_for(trait: Trait, meant: Meant) -> Iterator[Match[str]]:
    """The words for a trait in the text of what is meant. Some have none: "leave out states" asks for cities."""
    asked = ASKED_TRAITS.get(trait)
    return asked.finditer(meant.said[0].string) if asked else iter(())
