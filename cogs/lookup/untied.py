"""What is said where there is no tie: known places without one, wrong pairs, Ukrainian places, unknown names. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from cogs.common.words import SHAPES, Citations, place_name, plural, short_name
from cogs.lookup import parts
from cogs.lookup.mentions import Mention
from cogs.lookup.model import Choice, Line, Part
from cogs.lookup.question import Question
from db.models import Country, OtherPlace, Place, UkraineTie
from db.register import Register

_MOST_NAMES = 4
_MOST_GUESSES = 5
_GUESS_DISTANCE = 4


def which_part(mention: Mention, register: Register) -> Part:
    """A name that several places of the register share: who they are, and how their ties stand."""
    lines = [Line(f"{plural(len(mention.places), 'place')} on record share this name. Which one do you mean?")]
    for place in mention.places:
        told = "; ".join(_partner(place, tie.id, register) for tie in register.ties_of(place.id))
        lines.append(Line(f": {told}.", place_name(place, register)))
    return Part(tuple(lines), "Which one?")


def _partner(place: Place, tie_id: str, register: Register) -> str:
    tie = register.tie(tie_id)
    partner = register.place(tie.ru if place.id == tie.us else tie.us)
    standing = register.status(tie_id).standing
    return f"{SHAPES[standing]} {short_name(partner, register)} ({standing})"


def wrong_pair_part(us: Mention, ru: Mention, register: Register) -> Part:
    """Two places that were taken for partners and are not."""
    lines = [Line(f"No tie between {_names(us, register)} and {_names(ru, register)} is on record.")]
    lines += [Line(parts.partners_line(place, register)) for mention in (us, ru) for place in mention.places]
    return Part(tuple(lines))


def no_tie_in_states_part(mention: Mention, states: Sequence[str], register: Register) -> Part:
    """A Russian place that has no tie in the states named with it."""
    names = [register.record.states[code].name for code in states if code in register.record.states]
    where = " or ".join(names[:_MOST_NAMES])
    return Part((Line(f"No tie between {_names(mention, register)} and a place in {where} is on record."),))


def _names(mention: Mention, register: Register) -> str:
    names = [place_name(place, register) for place in mention.known]
    return " or ".join(names[:_MOST_NAMES]) or mention.typed


def no_tie_part(mention: Mention, register: Register, citations: Citations) -> tuple[Part, Place | None]:
    """A known place that has no tie: that none is on record, and the nearest place that has one."""
    if mention.elsewhere is not None:
        return _elsewhere_part(mention, register), None
    if all(place.country is Country.UA for place in mention.others):
        return _ukrainian_part(mention, register, citations), None
    here = max(mention.others, key=lambda place: place.population)
    own = [tie for tie in parts.suggested(register.record.ukraine_ties.values()) if _is_of(tie, here, register)]
    where = "an American" if here.country is Country.RU else "a Russian"
    heading = place_name(here, register) if len(mention.others) == 1 else mention.typed
    lines = [Line(f"There is no tie on record between {_other_names(mention, register)} and {where} place.")]
    nearest = register.nearest(here)
    if nearest:
        lines.append(
            Line(
                f"The nearest place with a tie on record is {place_name(nearest, register)}: "
                f"{_partners(nearest, register)}."
            )
        )
    lines += [parts.ukraine_line(tie, citations) for tie in own]
    return Part(tuple(lines), heading), nearest


def _is_of(tie: UkraineTie, place: OtherPlace, register: Register) -> bool:
    state = register.record.states.get(place.state)
    return tie.us_name == place.name and state is not None and tie.us_state == state.name


def _partners(place: Place, register: Register) -> str:
    return "; ".join(_partner(place, tie.id, register) for tie in register.ties_of(place.id))


def _other_names(mention: Mention, register: Register) -> str:
    ranked = sorted(mention.others, key=lambda place: -place.population)
    names = [place_name(place, register) for place in ranked[:_MOST_NAMES]]
    more = len(ranked) - len(names)
    names += [plural(more, "smaller place") + " of that name"] if more else []
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"


def _elsewhere_part(mention: Mention, register: Register) -> Part:
    state = register.record.states[mention.elsewhere or ""].name
    return Part(
        (Line(f"There is no tie on record for a place of that name in {state}, and I know no such place there."),),
        f"{mention.typed}, {state}",
    )


def _ukrainian_part(mention: Mention, register: Register, citations: Citations) -> Part:
    place = mention.others[0]
    known = [tie for tie in register.record.ukraine_ties.values() if tie.ua_name == place.name]
    lines = [Line(f"{place.name} is in Ukraine, not in Russia, so no tie with it is in this record.")]
    lines += [parts.ukraine_line(tie, citations) for tie in known]
    return Part(tuple(lines), f"{place.name}, Ukraine")


def ukraine_part(question: Question, places: Sequence[str], register: Register, citations: Citations) -> Part:
    """Ties with Ukraine: those of the places or states asked for, else how many are known and some of them."""
    known = parts.suggested(register.record.ukraine_ties.values())
    local = [tie for tie in known if tie.us_place in places or _in_states(tie, question, register)]
    lines = [parts.ukraine_line(tie, citations) for tie in (local or known[:8])]
    head = (
        f"{plural(len(known), 'U.S. tie')} with Ukraine are known to me; the word is that of each source, not of today."
    )
    if not local and places:
        head = f"None of them is of the places asked for. {head}"
    return Part((Line(head), *lines), "Ukrainian partners")


def _in_states(tie: UkraineTie, question: Question, register: Register) -> bool:
    return any(
        register.record.states[code].name == tie.us_state for code in question.states if code in register.record.states
    )


def unknown_part(question: Question, register: Register) -> tuple[Part, list[Choice]]:
    """Names that fit nothing: that they are not known, and the nearest names that are."""
    typed = question.unknown[0]
    guesses = _guesses(typed, register)
    lines = [Line("I know no place by that name, in the United States or in Russia.")]
    if guesses:
        lines.append(
            Line(
                "The nearest names with a tie on record: "
                + "; ".join(place_name(place, register) for place in guesses)
                + "."
            )
        )
    return Part(tuple(lines)), [parts.place_choice(place, register) for place in guesses]


def _guesses(typed: str, register: Register) -> list[Place]:
    compact = "".join(char for char in typed.casefold() if char.isalpha())
    found = register.gazetteer.like(compact, _GUESS_DISTANCE, 3 * _MOST_GUESSES)
    places = [item for guess in found for item in guess.named if isinstance(item, Place)]
    return list(dict.fromkeys(places))[:_MOST_GUESSES]
