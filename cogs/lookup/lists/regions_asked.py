"""Which region or part of Russia a question names, whose places or ties are asked for. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from itertools import chain

from cogs.lookup.phrases.patterns import PhraseTable
from cogs.lookup.phrases.words_matched import words_matched
from cogs.lookup.reading.harmless import narrows_nothing
from cogs.lookup.reading.intents import SEVERAL, Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import OF_TALKING, said_for
from db.record.models import Country, PlaceKind, UsState
from db.record.parts_of_russia import OR, PARTS_OF_RUSSIA
from db.record.register import Register
from db.record.text import Token, key, keys, normalise, sound
from db.record.vocabulary import vocabulary

# What sets a state beside a place that is named: "Chicago and Texas", "in Chicago or in Ohio".
_SET_BESIDE = frozenset(map(normalise, "and or plus also и или та або чи й і".split()))
_BEFORE_A_STATE = frozenset(map(normalise, "in the state of в у штат штата штаті штате штату".split()))
_LISTING = frozenset({Intent.LIST, Intent.COUNT})
_KINDS_OF_REGION = "(?:oblast|krai|kray|region|republic|territory|province|district)"
_PLACES_OF_REGION = re.compile(
    r"\b(?:cities|towns|places|ties|partners|ones|sisters) (?:\w+ ){0,2}(?:in|from|of) (?:the )?(\w+) "
    rf"{_KINDS_OF_REGION}\b"
)
# "Around Moscow" and "the Moscow area" hold the city as well as the region.
_REGION = re.compile(rf"\b(\w+) (?:{_KINDS_OF_REGION}|(area|surroundings|environs))\b|\b(?:around|outside) (\w+)\b")
_OF_ANY_REGION = frozenset("oblast krai kray region republic territory of the city federal autonomous okrug".split())
# The same in Cyrillic, by the beginning of its name: "городами Ярославской области".
_REGION_CYRILLIC = re.compile(
    r"\b(\w{4,})(?:ськ|ск|цьк|цк|зьк) (?:област|обл|кра|крае|регион)\b|\bреспублик (\w{4,})\b|\b(\w{4,})щин\b"
)
_OF_CITIES = said_for("russian_regions", "of_cities")
_SHORTEST_ROOT = 5
_KOMI, _KOMI_TYPED = "Komi Republic", frozenset({"komi", "коми", "комі"})
_ASKED_PARTS = {part: said_for("russian_regions", "parts", part) for part in PARTS_OF_RUSSIA}
# Regions that have a name of one word, by which no place on record is called.
_ASKED_REGIONS = {
    region: said_for("russian_regions", "regions", region) for region in vocabulary("russian_regions")["regions"]
}
# Names of regions that without their endings are those of their cities: "Ставрополье" and "Ставрополь".
_TYPED_IN_FULL = dict.fromkeys(
    ("ставрополье", "ставрополья", "ставрополью", "ставропольем", "ставропольи"), "Stavropol Krai"
)
_KIND_IN_CYRILLIC = frozenset(map(normalise, ("край", "края")))
_LONGEST_HELD = 60
_REPUBLIC_OF = "Republic of "
_FEDERAL = "(federal city)"
_IN_GENERAL = said_for("russian_regions", "in_general")
_PARTS = PhraseTable({**_ASKED_PARTS, **_ASKED_REGIONS})
_REGIONS_NAMED = PhraseTable(_ASKED_REGIONS)


def states_set_beside(question: Question, register: Register) -> tuple[str, ...]:
    """The states that a question sets beside a place that it names, by a joining word: their ties are asked for too."""
    codes = [code for code in question.all_states if code not in question.excluded_states]
    ends = {named.end for named in question.mentions if any(it.country is Country.US for it in named.places)}
    return tuple(code for code in codes if _is_set_beside(register.record.states[code], ends, question.words))


def _is_set_beside(state: UsState, ends: Set[int], words: Sequence[Token]) -> bool:
    names = {form.split()[0] for name in (state.name, *state.other_names, state.code) for form in keys(name)}
    for end in ends:
        if end >= len(words) or words[end].norm not in _SET_BESIDE:
            continue
        at = end + 1
        while at < len(words) and words[at].norm in _BEFORE_A_STATE:
            at += 1
        if at < len(words) and words[at].norm in names:
            return True
    return False


def region_asked(question: Question, register: Register) -> str:
    """The Russian region whose places are asked for: "ties with cities in Samara region"; empty for none."""
    match = _PLACES_OF_REGION.search(question.joined) or _counted_of_region(question)
    said = next(filter(None, match.groups()), "") if match else ""
    cyrillic = None if match or question.joined.isascii() else _of_cyrillic_region(question)
    if (match is None and cyrillic is None) or claims_of_a_tie(question):
        return ""
    regions = dict.fromkeys(place.region for place in register.record.places.values() if place.region)
    named = [
        region
        for region in regions
        if (said and said not in _OF_ANY_REGION and said in key(region).split())
        or (cyrillic and any(_is_same_root(cyrillic, word) for word in key(region).split()))
    ]
    # "Новгородская" is that of Novgorod, and not of Nizhny Novgorod.
    named.sort(key=lambda region: not _begins_so(region, said or "", cyrillic or ""))
    if match is not None and match.re is _REGION and (match[2] or match[3]):
        return OR.join(named)
    federal = [region for region in named if "city" in key(region).split()]
    found = next((region for region in named if region not in federal), "") or next(iter(named), "")
    parts = part_of_russia(question).split(OR)
    # "Republics? Dagestan, Ossetia": more than the one that stands beside its kind.
    return "" if len(parts) > 1 and found in parts else found


def claims_of_a_tie(question: Question) -> bool:
    """Whether something is claimed of the partner of an American place that is named: "with the krai, not the city"."""
    of_city = any(
        place.country is Country.US and place.kind is not PlaceKind.STATE
        for named in question.mentions
        for place in named.places
    )
    return of_city and Intent.CLAIM in question.intents and not question.intents & _LISTING


def _of_cyrillic_region(question: Question) -> str:
    """The root of the name of a region, in Cyrillic, whose cities or ties are asked for; empty for none."""
    match = _REGION_CYRILLIC.search(question.joined)
    if match is None or not _OF_CITIES.search(question.joined):
        return ""
    return match[1] or match[2] or match[3]


def _is_same_root(cyrillic: str, word: str) -> bool:
    """Whether a word in Cyrillic and one in Latin letters begin alike: "ярослав", "yaroslavl"."""
    one, other = sound(cyrillic), sound(word)
    if len(one) < _SHORTEST_ROOT:
        # "Тульська", "Псковська": of a short name the whole, but for its last letter.
        return other.startswith(one) and len(other) <= len(one) + 1
    length = max(_SHORTEST_ROOT, len(one) - 1)
    return one[:length] == other[:length]


def is_of_region(name: str, region: str) -> bool:
    """Whether a name in any case and script is that of a region, or of a part of its name: "Камчатці"."""
    return any(
        _is_same_root(said, word)
        for said in key(name).split()
        for word in key(region).split()
        if len(sound(said)) >= _SHORTEST_ROOT
    )


def _begins_so(region: str, said: str, cyrillic: str) -> bool:
    """Whether the name of a region begins with what is said of it."""
    first = key(region).split()[0]
    return first == said if said else bool(cyrillic) and _is_same_root(cyrillic, first)


def _counted_of_region(question: Question) -> re.Match[str] | None:
    """A region by its name and kind, where several of its ties are asked for: "how many with Moscow region"."""
    several = bool(question.intents & _LISTING) or SEVERAL.search(question.joined) is not None
    # "Tri-Cities, Tennessee – Rybinsk, Yaroslavl Oblast" names both sides of a tie, and none of them is a list.
    is_pair = len({place.country for named in question.mentions for place in named.places}) > 1
    return _REGION.search(question.joined) if several and not is_pair else None


def part_of_russia(question: Question) -> str:
    """The part of Russia that a question names, in any of three languages; several, joined; empty for none."""
    found = [part for part in _PARTS.found(question.joined) if part != _KOMI or _names_komi(question)]
    found += [part for part in _typed_in_full(question).values() if part not in found]
    # "The Caucasus: Ossetia, Dagestan" asks for these alone.
    wider = {part for part in found if any(other in PARTS_OF_RUSSIA.get(part, ()) for other in found)}
    if wider and _IN_GENERAL.search(question.joined):
        # "Chukotka, Sakhalin, the Far East in general" asks for all of it.
        return OR.join(part for part in found if not any(part in PARTS_OF_RUSSIA[other] for other in wider))
    joined = OR.join(part for part in found if part not in wider)
    # A button holds no longer names of several.
    return joined if len(joined) <= _LONGEST_HELD else joined.replace(_REPUBLIC_OF, "")


def asks_for_parts(question: Question) -> bool:
    """Whether several parts of Russia are named, or one in a text that says nothing else: "Tatarstan?", "Урал"."""
    parts = part_of_russia(question)
    if OR in parts or not parts:
        return bool(parts)
    known = words_of_parts(question) | OF_TALKING
    return not any(normalise(word) not in known and not narrows_nothing(word) for word in question.asides)


def with_places_named(parts: str, question: Question) -> str:
    """The parts of Russia that are asked for, and the Russian cities that are named beside them and lie in none."""
    if not parts:
        return ""
    asked = parts.split(OR)
    named = (place for mention in question.mentions if not mention.negated for place in mention.places)
    for place in named:
        if place.country is not Country.RU:
            continue
        region = place.region or ""
        told = region if region.endswith(_FEDERAL) else place.name
        of_asked = (region, region.removeprefix(_REPUBLIC_OF), told)
        if not any(part in of_asked or region in PARTS_OF_RUSSIA.get(part, ()) for part in asked):
            asked.append(told)
    joined = OR.join(asked)
    if len(joined) <= _LONGEST_HELD:
        return joined
    return OR.join(each.removeprefix(_REPUBLIC_OF).removesuffix(_FEDERAL).strip() for each in asked)


def is_typed_as_region(word: Token) -> bool:
    """Whether a word is the name of a region by its ending, without which it is that of its city."""
    return word.raw.casefold() in _TYPED_IN_FULL


def _typed_in_full(question: Question) -> dict[str, str]:
    """The regions that are named by a word with its ending, by the normalised word."""
    typed = ((word, _TYPED_IN_FULL.get(word.raw.casefold())) for word in question.words if word.cyrillic)
    return {word.norm: region for word, region in typed if region}


def _names_komi(question: Question) -> bool:
    """Whether Komi is named: "кому" loses its ending as it does."""
    return any(word.raw.casefold() in _KOMI_TYPED for word in question.words)


def words_of_region(question: Question) -> frozenset[str]:
    """The normalised words by which a region is named by its kind: "Самарской областью"."""
    found = (pattern.search(question.joined) for pattern in (_PLACES_OF_REGION, _REGION, _REGION_CYRILLIC))
    return words_matched(filter(None, found))


def names_region(question: Question) -> bool:
    """Whether a region of Russia is named by a word of its own: "Primorye", "Московская область"."""
    return bool(_REGIONS_NAMED.found(question.joined) or _typed_in_full(question))


def words_of_parts(question: Question) -> frozenset[str]:
    """The normalised words by which a question names parts of Russia."""
    found = _PARTS.found(question.joined).values()
    said = words_matched(chain.from_iterable(found))
    in_full = _typed_in_full(question).keys()
    return said | in_full | (_KIND_IN_CYRILLIC if in_full else frozenset())
