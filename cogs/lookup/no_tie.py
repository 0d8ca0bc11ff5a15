"""What is said where there is no tie: known places without one, wrong pairs, Ukrainian places, unknown names. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from cogs.lookup import blocks
from cogs.lookup.model import AnswerChoice, AnswerPart, Line
from cogs.lookup.question import Question
from cogs.wording.words import Citations, clip, place_name, plural, short_name
from db.record.mentions import Mention
from db.record.models import Country, OtherPlace, Place, UkraineTie
from db.record.register import Register
from db.record.standings import STANDINGS
from db.record.text import key

_MOST_NAMES = 4
# So many places that share a name are named one by one in a sentence about a pair.
_MOST_SHARING = 2
_MOST_GUESSES = 5
_FAR_LARGER = 10
_NEAREST = "The nearest place with a tie on record"
_GUESS_DISTANCE = 4
_LONGEST_TYPED = 60


def which_part(mention: Mention, register: Register) -> AnswerPart:
    """A name that several places of the register share: who they are, and how their ties stand."""
    lines = [Line(f"{plural(len(mention.places), 'place')} on record share this name. Which one do you mean?")]
    for place in mention.places:
        told = "; ".join(_partner(place, tie.id, register) for tie in register.ties_of(place.id))
        lines.append(Line(f": {told}.", place_name(place, register)))
    return AnswerPart(tuple(lines), "Which one?")


def _partner(place: Place, tie_id: str, register: Register) -> str:
    tie = register.tie(tie_id)
    partner = register.place(tie.ru if place.id == tie.us else tie.us)
    standing = register.status(tie_id).standing
    return f"{STANDINGS[standing].shape} {short_name(partner, register)} ({standing})"


def wrong_pair_part(us: Mention, ru: Mention, register: Register) -> AnswerPart:
    """Two places that were taken for partners and are not."""
    lines = [Line(f"No tie between {_names(us, register)} and {_names(ru, register)} is on record.")]
    lines += [Line(blocks.partners_line(place, register)) for mention in (us, ru) for place in mention.places]
    return AnswerPart(tuple(lines))


def no_tie_in_states_part(mention: Mention, states: Sequence[str], register: Register) -> AnswerPart:
    """A Russian place that has no tie in the states named with it."""
    names = [register.record.states[code].name for code in states if code in register.record.states]
    where = " or ".join(names[:_MOST_NAMES])
    return AnswerPart((Line(f"No tie between {_names(mention, register)} and a place in {where} is on record."),))


def _names(mention: Mention, register: Register) -> str:
    names = [place_name(place, register) for place in mention.known]
    return " or ".join(names) if 0 < len(names) <= _MOST_SHARING else mention.typed


def no_tie_part(mention: Mention, register: Register, citations: Citations) -> tuple[AnswerPart, Place | None]:
    """A known place that has no tie: that none is on record, and the nearest place that has one."""
    if mention.elsewhere is not None:
        return _elsewhere_part(mention, register), None
    if all(place.country is Country.UA for place in mention.others):
        return _ukrainian_part(mention, register, citations), None
    ranked = sorted(mention.others, key=lambda place: -place.population)
    known = blocks.suggested(register.record.ukraine_ties.values())
    own = [blocks.ukraine_line(tie, citations) for place in ranked for tie in known if _is_of(tie, place, register)]
    if not _is_meant(ranked):
        return AnswerPart((*_namesakes_lines(ranked, register), *own), mention.typed), None
    here = ranked[0]
    name = place_name(here, register)
    lines = [Line(f"There is no tie on record between {name} and {_other_side(here)} place.")]
    if len(ranked) > 1:
        lines.append(Line(f"Nor is there one for what else I know by that name: {_several(ranked[1:], register)}."))
    nearest = register.nearest(here)
    if nearest:
        beside = f"The nearest place with a tie on record to {name}" if len(ranked) > 1 else _NEAREST
        lines.append(Line(f"{beside} is {place_name(nearest, register)}: {_partners(nearest, register)}."))
    return AnswerPart((*lines, *own), name), nearest


def _is_meant(ranked: Sequence[OtherPlace]) -> bool:
    """Whether the first of places by size is meant by their name alone: it is the only one, or the largest by far."""
    return len(ranked) == 1 or ranked[0].population >= _FAR_LARGER * ranked[1].population


def _namesakes_lines(ranked: Sequence[OtherPlace], register: Register) -> tuple[Line, ...]:
    """Known places of one name, by size, none of which has a tie and none of which is meant more than another."""
    return (
        Line(f"There is no tie on record between {_other_side(ranked[0])} place and any place of this name."),
        Line(f"I know {_several(ranked, register)}. Say which one you mean, and I name the nearest place with a tie."),
    )


def _several(ranked: Sequence[OtherPlace], register: Register) -> str:
    names = [place_name(place, register) for place in ranked[:_MOST_NAMES]]
    names += [plural(len(ranked) - len(names), "smaller place")] if len(ranked) > len(names) else []
    return f"{'; '.join(names[:-1])}; and {names[-1]}" if len(names) > 2 else " and ".join(names)


def _other_side(place: OtherPlace) -> str:
    return "an American" if place.country is Country.RU else "a Russian"


def _is_of(tie: UkraineTie, place: OtherPlace, register: Register) -> bool:
    state = register.record.states.get(place.state)
    return tie.us_name == place.name and state is not None and tie.us_state == state.name


def _partners(place: Place, register: Register) -> str:
    return "; ".join(_partner(place, tie.id, register) for tie in register.ties_of(place.id))


def _elsewhere_part(mention: Mention, register: Register) -> AnswerPart:
    state = register.record.states[mention.elsewhere or ""].name
    return AnswerPart(
        (Line(f"There is no tie on record for a place of that name in {state}, and I know no such place there."),),
        f"{mention.typed}, {state}",
    )


def _ukrainian_part(mention: Mention, register: Register, citations: Citations) -> AnswerPart:
    place = mention.others[0]
    known = [tie for tie in register.record.ukraine_ties.values() if tie.ua_name == place.name]
    lines = [Line(f"{place.name} is in Ukraine, not in Russia, so no tie with it is in this record.")]
    lines += [blocks.ukraine_line(tie, citations) for tie in known]
    return AnswerPart(tuple(lines), f"{place.name}, Ukraine")


def ukraine_part(question: Question, places: Sequence[str], register: Register, citations: Citations) -> AnswerPart:
    """Ties with Ukraine: those of the places or states asked for, else how many are known and some of them."""
    known = blocks.suggested(register.record.ukraine_ties.values())
    local = [tie for tie in known if tie.us_place in places or _in_states(tie, question, register)]
    lines = [blocks.ukraine_line(tie, citations) for tie in (local or known[:8])]
    head = (
        f"{plural(len(known), 'U.S. tie')} with Ukraine are known to me; the word is that of each source, not of today."
    )
    if not local and places:
        head = f"None of them is of the places asked for. {head}"
    return AnswerPart((Line(head), *lines), "Ukrainian partners")


def _in_states(tie: UkraineTie, question: Question, register: Register) -> bool:
    return any(
        register.record.states[code].name == tie.us_state for code in question.states if code in register.record.states
    )


def unknown_part(question: Question, register: Register) -> tuple[AnswerPart, list[AnswerChoice]]:
    """Names that fit nothing: that they are not known, and the nearest names that are."""
    typed = question.unknown[0]
    guesses = _guesses(typed, register)
    lines = [Line("I know no place by that name, in the United States or in Russia.")]
    if guesses:
        lines.append(_nearest_names(guesses, register))
    return AnswerPart(tuple(lines)), [blocks.place_choice(place, register) for place in guesses]


def unknown_place_part(typed: str, register: Register) -> tuple[AnswerPart, list[AnswerChoice]]:
    """A text that names no place: that it is not known, the nearest names, and where questions are answered."""
    told = clip(" ".join(typed.split()), _LONGEST_TYPED)
    guesses = _guesses(key(typed), register)
    lines = [Line(f"I know no place called “{told}”, in the United States or in Russia.")]
    if guesses:
        lines.append(_nearest_names(guesses, register))
    lines.append(Line("For a question in your own words, use /ask."))
    return AnswerPart(tuple(lines)), [blocks.place_choice(place, register) for place in guesses]


def _nearest_names(places: Sequence[Place], register: Register) -> Line:
    names = "; ".join(place_name(place, register) for place in places)
    return Line(f"The nearest names with a tie on record: {names}.")


def _guesses(typed: str, register: Register) -> list[Place]:
    compact = "".join(char for char in typed.casefold() if char.isalpha())
    found = register.gazetteer.like(compact, _GUESS_DISTANCE, 3 * _MOST_GUESSES)
    places = [item for guess in found for item in guess.named if isinstance(item, Place)]
    return list(dict.fromkeys(places))[:_MOST_GUESSES]
