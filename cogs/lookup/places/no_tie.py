"""What is said where there is no tie: known places without one, wrong pairs, Ukrainian places, unknown names. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cogs.lookup import sentences
from cogs.lookup.model import AnswerChoice
from cogs.lookup.parts import blocks
from cogs.lookup.places import place_sentences
from cogs.lookup.reading.question import Question
from cogs.lookup.ukraine.ukraine import is_of
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.english import clip, either
from cogs.wording.names import place_name, short_name, state_names
from cogs.wording.sources import Citations
from cogs.wording.status import standing_word
from db.record.mentions import Mention
from db.record.models import Country, OtherPlace, Place, PlaceKind
from db.record.register import Register
from db.record.standings import STANDINGS
from db.record.text import key

_MOST_NAMES = 4
# So many places that share a name are named one by one in a sentence about a pair.
_MOST_SHARING = 2
_MOST_GUESSES = 5
_FAR_LARGER = 10
_GUESS_DISTANCE = 4
_LONGEST_TYPED = 60


def which_part(mention: Mention, register: Register) -> TextBlock:
    """A name that several places of the register share: who they are, and how their ties stand."""
    lines = [Line(place_sentences.which_place(len(mention.places)))]
    lines += [
        place_sentences.namesake(place_name(place, register), _partners(place, register)) for place in mention.places
    ]
    return TextBlock(tuple(lines), sentences.WHICH_ONE)


def _partners(place: Place, register: Register) -> list[str]:
    """Each partner of a place with its standing: ``● Khabarovsk (active)``."""
    return [_partner(place, tie.id, register) for tie in register.ties_of(place.id)]


def _partner(place: Place, tie_id: str, register: Register) -> str:
    tie = register.tie(tie_id)
    partner = register.place(tie.ru if place.id == tie.us else tie.us)
    standing = register.status(tie_id).standing
    word = standing_word(tie, register, STANDINGS[standing].word)
    return f"{STANDINGS[standing].shape} {place_sentences.partner_and_standing(short_name(partner, register), word)}"


def wrong_pair_part(us: Mention, ru: Mention, register: Register) -> TextBlock:
    """Two places that were taken for partners and are not."""
    lines = [Line(place_sentences.no_tie_between(_names(us, register), _names(ru, register)))]
    lines += [Line(blocks.partners_line(place, register)) for mention in (us, ru) for place in mention.places]
    return TextBlock(tuple(lines))


def no_tie_in_states_part(mention: Mention, states: Sequence[str], register: Register) -> TextBlock:
    """A Russian place that has no tie in the states named with it."""
    names = state_names(states, register)[:_MOST_NAMES]
    return TextBlock.saying(place_sentences.no_tie_in_states(_names(mention, register), names))


def _names(mention: Mention, register: Register) -> str:
    # Towns of Russia of one name are not told apart by it.
    names = list(dict.fromkeys(place_name(place, register) for place in mention.known))
    return either(names) if 0 < len(names) <= _MOST_SHARING else mention.typed


def no_tie_part(mention: Mention, register: Register, citations: Citations) -> tuple[TextBlock, Place | None]:
    """A known place that has no tie: that none is on record, and the nearest place that has one."""
    if mention.county:
        return _no_county_part(mention, register), None
    if mention.elsewhere is not None:
        return _elsewhere_part(mention, register), None
    ranked = sorted(mention.others, key=lambda place: -place.population)
    known = blocks.suggested(register.record.ukraine_ties.values())
    own = [blocks.ukraine_line(tie, citations) for place in ranked for tie in known if is_of(tie, place, register)]
    if not _is_meant(ranked):
        return TextBlock((*_namesakes_lines(ranked, register), *own), mention.typed), None
    nearest = register.nearest(ranked[0])
    told = map(Line, _no_tie_sentences(ranked[0], ranked[1:], nearest, register))
    lines = (*told, *_of_its_name(ranked[0], register))
    return TextBlock((*lines, *own), place_name(ranked[0], register)), nearest


def _no_county_part(mention: Mention, register: Register) -> TextBlock:
    """A county that is not on record: that it has no tie, and which counties have."""
    tied = (place for place in register.record.places.values() if register.ties_of(place.id))
    counties = [place_name(place, register) for place in tied if place.kind is PlaceKind.COUNTY]
    name = mention.others[0].name if mention.others else mention.typed
    return TextBlock((Line(place_sentences.no_county(name, counties)),), f"{name} County")


def _of_its_name(here: OtherPlace, register: Register) -> Iterator[Line]:
    """With whom a place of the same name in another state has its tie: Tri-Cities, Tennessee, beside Washington's."""
    for place in register.gazetteer.exact(key(here.name)):
        if isinstance(place, Place) and place.name == here.name and place.country is here.country:
            yield Line(blocks.partners_line(place, register))


def _no_tie_sentences(
    here: OtherPlace, namesakes: Sequence[OtherPlace], nearest: Place | None, register: Register
) -> Iterator[str]:
    name = place_name(here, register)
    russian = here.country is Country.RU
    yield place_sentences.no_tie_with_america(name) if russian else place_sentences.no_tie_with_russia(name)
    if others := [place for place in namesakes if place_name(place, register) != name]:
        yield place_sentences.nor_for_namesakes(_several(others, register))
    elif namesakes:
        yield place_sentences.nor_for_others_so_called(len(namesakes))
    if nearest is None:
        return
    there, partners = place_name(nearest, register), _partners(nearest, register)
    if namesakes:
        yield place_sentences.nearest_place_to(name, there, partners)
    else:
        yield place_sentences.nearest_place(there, partners)


def _is_meant(ranked: Sequence[OtherPlace]) -> bool:
    """Whether the first of places by size is meant by their name alone: it is the only one, or the largest by far."""
    return len(ranked) == 1 or ranked[0].population >= _FAR_LARGER * ranked[1].population


def _namesakes_lines(ranked: Sequence[OtherPlace], register: Register) -> tuple[Line, ...]:
    """Known places of one name, by size, none of which has a tie and none of which is meant more than another."""
    russian = ranked[0].country is Country.RU
    none = place_sentences.NO_NAMESAKE_WITH_AMERICA if russian else place_sentences.NO_NAMESAKE_WITH_RUSSIA
    names = {place_name(place, register) for place in ranked}
    if len(names) == 1:
        return (Line(place_sentences.none_of_namesakes(len(ranked), *names)),)
    return Line(none), Line(place_sentences.which_namesake(_several(ranked, register)))


def _several(ranked: Sequence[OtherPlace], register: Register) -> str:
    names = list(dict.fromkeys(place_name(place, register) for place in ranked))
    return place_sentences.some_places(names[:_MOST_NAMES], len(names[_MOST_NAMES:]))


def _elsewhere_part(mention: Mention, register: Register) -> TextBlock:
    state = register.record.states[mention.elsewhere or ""].name
    same = (item for item in register.gazetteer.exact(key(mention.typed)) if isinstance(item, Place))
    lines = [place_sentences.not_known_in(state), *(blocks.partners_line(place, register) for place in same)]
    return TextBlock(tuple(map(Line, lines)), f"{mention.typed}, {state}")


def unknown_part(question: Question, register: Register) -> tuple[TextBlock, list[AnswerChoice]]:
    """Names that fit nothing: that they are not known, and the nearest names that are."""
    typed = question.unknown[0]
    guesses = _guesses(typed, register)
    told = [place_sentences.UNKNOWN_NAME]
    if guesses:
        told.append(_nearest_names(guesses, register))
    return TextBlock(tuple(map(Line, told))), [blocks.place_choice(place, register) for place in guesses]


def unknown_place_part(typed: str, register: Register) -> tuple[TextBlock, list[AnswerChoice]]:
    """A text that names no place: that it is not known, the nearest names, and where questions are answered."""
    guesses = _guesses(key(typed), register)
    told = [place_sentences.unknown_place(clip(" ".join(typed.split()), _LONGEST_TYPED))]
    if guesses:
        told.append(_nearest_names(guesses, register))
    told.append(sentences.ASK_IN_YOUR_OWN_WORDS)
    return TextBlock(tuple(map(Line, told))), [blocks.place_choice(place, register) for place in guesses]


def _nearest_names(places: Sequence[Place], register: Register) -> str:
    return place_sentences.nearest_names(place_name(place, register) for place in places)


def _guesses(typed: str, register: Register) -> list[Place]:
    compact = "".join(char for char in typed.casefold() if char.isalpha())
    found = register.gazetteer.like(compact, _GUESS_DISTANCE, 3 * _MOST_GUESSES)
    places = [item for guess in found for item in guess.named if isinstance(item, Place)]
    return list(dict.fromkeys(places))[:_MOST_GUESSES]
