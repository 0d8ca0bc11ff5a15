"""Names in a question: which places each may stand for, given the state, country or kind said with it. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest
from operator import attrgetter
from typing import TypeVar

from db.record.dataset.occupied import is_occupied_name
from db.record.elsewhere import Abroad
from db.record.gazetteer import FAMOUS, Gazetteer, Match
from db.record.models import Country, OtherPlace, Place, PlaceKind, UsRegion, UsState
from db.record.months import ALL_MONTHS
from db.record.no_places import find_places
from db.record.ordinary_words import is_ordinary
from db.record.text import Token, key, normalise

# Postal codes that are also small words: in lower case they are states only where nothing else makes sense.
_SMALL_WORDS = frozenset("or in me ok hi la oh ma pa id de co al as so mo md ne ct ar va ga mi mt".split())
# Before these words "or" is no Oregon: "Portland or something like that".
_OR_ELSE = frozenset("something somewhere someplace anything another other whatever else some any what maybe".split())
_NEVER_ALONE = frozenset("me ok hi so as".split())
_COMPARING = frozenset({"vs", "versus", "v", "and", "than", "против"})
_CONNECTIVES = _NEVER_ALONE | {"or", "oh", "in", "id"}
_TITLES = frozenset(
    "mayor president governor senator councilmember councilor councillor commissioner mr mrs ms dr rep gov sen general "
    "secretary".split()
)
_LEADS = frozenset("the a any which what some every each no one another".split())
# Words of everyday talk that without their endings are spelt like a name: Maine, Bile, Nadym, Khoroshiv.
_EVERYDAY = frozenset("мене меня мені был была было были буде надо хорошо".split())
# What people and things are like stands before these, and no name of a town: "normal people", "mobile phone".
_DESCRIBED = frozenset(
    "people person persons folk folks resident residents citizen citizens human humans guy voter voters "
    "taxpayer taxpayers day life way thing things times practice phone phones app apps list glasses weekend".split()
)
_ONE_OR_SOME = frozenset("a an any every some another".split())
_RUSSIAN_COUNTRY = "russia"
_SEA_OF = ("sea", "of")
_INTRODUCTIONS = (("name", "is"), ("i", "am"), ("мен", "зовут"), ("мен", "звут"), ("мен", "зват"))
# People, bodies, units and everyday phrases that carry the name of a place.
_NOT_PLACES = frozenset(
    {
        ("vladimir", "putin"),
        ("vladimir", "zelensky"),
        ("vladimir", "zelenskyy"),
        ("vladimir", "lenin"),
        ("владимир", "путин"),
        ("владимир", "зеленск"),
        ("володимир", "зеленськ"),
        ("columbia", "university"),
        ("normal", "to"),
        ("що", "нов"),
        ("что", "нов"),
        ("alexander", "pushkin"),
        ("aleksandr", "pushkin"),
        ("александр", "пушкин"),
        ("олександр", "пушкин"),
        ("anton", "chekhov"),
        ("антон", "чех"),
        ("антон", "чехов"),
        ("chekhov", "play"),
        ("chekhov", "plays"),
        ("soviet", "union"),
        ("european", "union"),
        ("azov", "brigade"),
        ("azov", "regiment"),
        ("azov", "battalion"),
        ("azov", "fighters"),
        ("полк", "азов"),
        ("бригад", "азов"),
        ("батальон", "азов"),
        ("батальион", "азов"),
    }
)
_NEGATORS = frozenset(
    (
        "not except excluding besides ignore forget never minus without outside skip omit dont wout "
        "кром окрим крим не без поз вне"
    ).split()
)
_NEGATED_PAIRS = frozenset(
    {
        ("other", "than"),
        ("rather", "than"),
        ("instead", "of"),
        ("apart", "from"),
        ("aside", "from"),
        ("everything", "but"),
        ("everyone", "but"),
        ("anyone", "but"),
        ("anywhere", "but"),
        ("everywhere", "but"),
        ("all", "but"),
    }
)
# Behind these several names may be left out together, joined by these.
_LEAVING_OUT = frozenset("except excluding besides without outside omit skip minus кром окрим крим без поз вне".split())
_GO_ON = frozenset("and or nor та и й або или чи".split())
_SPAN_END = attrgetter("end")
# "Suspended or not in Ohio" rules out no place.
_PLACED = frozenset("in from across".split())
_NOT_BE = frozenset("isnt arent wasnt".split())
_RELATIVE = frozenset("that which who".split())
_FILLERS = frozenset(
    (
        "the in of for about from mean meaning one ones city talking asking my i am paired tied with в у про из с з "
        "show me include list give want need count tell to see показива показу включа додава"
    ).split()
)
_JOINS = frozenset("or and vs versus або чи или и та".split())
_LINKS = frozenset("in of the state city town which is that s штат в у".split())
# Words for a kind of place, said beside a name that fits places of several kinds.
_KIND_WORDS = {
    word: kind
    for kind, words in (
        (PlaceKind.REGION, "oblast krai kray region republic territory province област кра республик регион"),
        (PlaceKind.CITY, "city town village город мист"),
        (PlaceKind.COUNTY, "county округ"),
        (PlaceKind.STATE, "state штат"),
    )
    for word in words.split()
}
_PARTNER_NOUNS = frozenset("partner partners sister sisters twin twins city cities town towns tie ties".split())
_TIE_NOUNS = frozenset("ties cities towns ones list partnerships twins sister russian".split())
_RUSSIA = frozenset("russia russian rus рос росси росии росииск российск рф rf ru".split())
_AMERICA = frozenset("usa us america american сша американск штат".split())
_CITY_WORDS = frozenset("city town город мист".split())
# Before a number these are part of a date, not names: "August 2022", "early 2022".
_TIME_WORDS = frozenset(map(normalise, ALL_MONTHS)) | frozenset(
    "spring summer fall autumn winter early mid late весн лет лит осен осин".split()
)


# How many words before a name the "not" of a long "not … or … or …" may stand.
_FARTHEST_NOT = 60
# So many names of a text are read, and so often the same.
MOST_NAMES = 30
_MOST_OF_A_NAME = 2
_Found = TypeVar("_Found")


@dataclass(frozen=True, slots=True)
class Mention:
    """One place as named in a question, with every place that the name fits so far.

    ``elsewhere`` is a postal code given with the name, where no known place of that name lies. ``state_s``: the name is
    a state's, and none of its places is that state. ``weak``: the name is also a common word. ``plain``: it is weak, or
    in small letters that of a small place; a place in the right company.
    """

    start: int
    end: int
    typed: str
    places: tuple[Place, ...]
    others: tuple[OtherPlace, ...] = ()
    qualified: bool = False
    elsewhere: str | None = None
    state_s: bool = False
    negated: bool = False
    distance: int = 0
    weak: bool = False
    plain: bool = False

    @property
    def known(self) -> tuple[Place | OtherPlace, ...]:
        """All places that the name fits."""
        return (*self.places, *self.others)

    @property
    def countries(self) -> frozenset[Country]:
        """The countries in which the name fits a place."""
        return frozenset(place.country for place in self.known)

    @property
    def is_state(self) -> bool:
        """Whether the name is that of a state that has a tie of its own."""
        return any(place.kind is PlaceKind.STATE for place in self.places)

    def only(self, fits: Sequence[Place | OtherPlace]) -> Mention:
        """The same name, for some of its places."""
        return replace(
            self, places=tuple(p for p in self.places if p in fits), others=tuple(p for p in self.others if p in fits)
        )


@dataclass(frozen=True, slots=True)
class StateMention:
    """A state as named in a question. ``within``: as the place where something is ("in Iowa")."""

    start: int
    end: int
    code: str
    negated: bool = False
    within: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """All names in a text: the places, each with every place that its name fits, the states and the regions.

    ``abroad`` are names of other countries, and of places there; ``beside`` are states that only tell which place is
    meant ("Bellingham, WA").
    """

    words: tuple[Token, ...]
    matches: tuple[Match, ...]
    mentions: tuple[Mention, ...]
    states: tuple[StateMention, ...]
    regions: tuple[UsRegion, ...]
    abroad: tuple[Abroad, ...] = ()
    beside: tuple[StateMention, ...] = ()
    regions_out: tuple[UsRegion, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """The postal codes of the states that are named and not ruled out."""
        return tuple(dict.fromkeys(state.code for state in self.states if not state.negated))

    @property
    def excluded(self) -> tuple[str, ...]:
        """The postal codes of the states that are ruled out, and of those in the regions that are."""
        codes = [*(state.code for state in self.states if state.negated)]
        return tuple(dict.fromkeys([*codes, *(code for region in self.regions_out for code in region.states)]))

    @property
    def all_codes(self) -> tuple[str, ...]:
        """The postal codes of the states named, and of those in the regions named, without those ruled out."""
        codes = [*self.codes, *(code for region in self.regions for code in region.states)]
        return tuple(code for code in dict.fromkeys(codes) if code not in self.excluded)


def read_names(words: Sequence[Token], gazetteer: Gazetteer, text: str) -> Names:
    """The names among the words of a cleaned text."""
    matches, abroad = find_places(words, gazetteer, text)
    mentions, states, beside = _read_mentions(words, matches, gazetteer, text)
    out = _ruled_out_together(words, [*mentions, *states, *matches])
    mentions = [replace(named, negated=True) if named.start in out else named for named in mentions]
    states = [replace(state, negated=True) if state.start in out else state for state in states]
    said = [
        (item, is_negated(words, match.start) or match.start in out)
        for match in matches
        for item in match.named
        if isinstance(item, UsRegion)
    ]
    regions = dict.fromkeys(region for region, negated in said if not negated)
    regions_out = dict.fromkeys(region for region, negated in said if negated)
    return Names(
        tuple(words),
        tuple(matches),
        tuple(mentions),
        tuple(states),
        tuple(regions),
        tuple(abroad),
        tuple(beside),
        tuple(regions_out),
    )


def _ruled_out_together(words: Sequence[Token], spans: Iterable[Mention | StateMention | Match]) -> set[int]:
    """Where the names begin that are ruled out with one before them: "outside Texas, Ohio and Virginia"."""
    ends = {span.start: max(span.end, span.start + 1) for span in sorted(spans, key=_SPAN_END)}
    starts = sorted(ends)
    out: set[int] = set()
    for before, start in pairwise(starts):
        joins = {word.norm for word in words[ends[before] : start]}
        if joins <= _GO_ON and (before in out or _is_left_out(words, before)):
            out.add(start)
    return out


def _is_left_out(words: Sequence[Token], start: int) -> bool:
    """Whether a word that leaves something out of a list stands before a name: "except", "outside"."""
    i = start - 1
    while i > 0 and words[i].norm in _FILLERS:
        i -= 1
    return i >= 0 and (
        words[i].norm in _LEAVING_OUT or (i > 0 and (words[i - 1].norm, words[i].norm) in _NEGATED_PAIRS)
    )


def _first_of_each(found: Iterable[_Found], name: Callable[[_Found], Hashable]) -> list[_Found]:
    """The first thirty, and of one name two at most: what follows compares each with each."""
    told: Counter[Hashable] = Counter()
    kept: list[_Found] = []
    for item in found:
        told[name(item)] += 1
        if told[name(item)] <= _MOST_OF_A_NAME and len(kept) < MOST_NAMES:
            kept.append(item)
    return kept


def _read_mentions(
    words: Sequence[Token], matches: Sequence[Match], gazetteer: Gazetteer, text: str
) -> tuple[list[Mention], list[StateMention], list[StateMention]]:
    """The places named, each with the state, country or kind said with it; the states named for themselves, and those
    said with a place.
    """
    matches = [match for match in matches if not _is_person(words, match) and not _is_date(words, match)]
    matches = [_the_state_s_city(words, match, gazetteer) for match in _with_regions(words, matches)]
    coded = [*_named_states(words, matches), *_coded_states(words, matches, gazetteer, text)]
    states = _first_of_each(coded, lambda state: state.code)
    named = _first_of_each(matches, lambda match: match.named)
    mentions, free = _attach([found for match in named if (found := _mention(words, match))], states, words)
    mentions = [_as_city(mention, words) for mention in mentions]
    held = [mention for mention in mentions if not mention.is_state and (mention.qualified or not mention.state_s)]
    held += (county := [mention for mention in mentions if mention.state_s and _is_county(mention, words)])
    return (
        [mention for mention in mentions if mention not in county],
        [state for state in free if not any(_holds(mention, state) for mention in held)],
        [state for state in states if state not in free],
    )


def _as_city(mention: Mention, words: Sequence[Token]) -> Mention:
    """A state's name that is said to be a city's: "the city of Delaware"."""
    said = [word.norm for word in words[max(0, mention.start - 2) : mention.start]]
    is_city = mention.state_s and len(said) == 2 and said[0] in _CITY_WORDS and said[1] == "of"
    return replace(mention, qualified=True) if is_city else mention


def _is_county(mention: Mention, words: Sequence[Token]) -> bool:
    """Whether a state's name is part of a county's: "Delaware County"."""
    return not mention.qualified and mention.end < len(words) and words[mention.end].norm == "county"


def _holds(mention: Mention, state: StateMention) -> bool:
    return mention.start <= state.start and state.end <= mention.end


def _is_person(words: Sequence[Token], match: Match) -> bool:
    """Whether a name is part of a person's, or of what is no place: ``Mayor Johnson``, ``my name is Olga``, ``Azov
    brigade``.
    """
    start = match.start
    if _is_pronoun(words, match) or _describes(words, match):
        return True
    before, around = _norms(words, start - 2, start), _norms(words, start - 1, start + 1)
    if _norms(words, start, start + 2) in _NOT_PLACES or around in _NOT_PLACES:
        return True
    if before in {*_INTRODUCTIONS, _SEA_OF}:
        return True
    known = any(isinstance(item, Place | UsState | UsRegion) for item in match.named)
    return start > 0 and not known and words[start - 1].norm in _TITLES


def _is_pronoun(words: Sequence[Token], match: Match) -> bool:
    """Whether a name is a word of everyday talk that only without its ending is spelt like one: "у мене", "надо"."""
    return match.end == match.start + 1 and words[match.start].raw.casefold() in _EVERYDAY


def _describes(words: Sequence[Token], match: Match) -> bool:
    """Whether a name in small letters only says what somebody or something is like: "a normal resident"."""
    name, start, end = words[match.start], match.start, match.end
    if not match.weak or end != start + 1 or name.capital or end == len(words) or words[end].capital:
        return False
    led = start > 0 and words[start - 1].norm in _ONE_OR_SOME
    return words[end].norm in _DESCRIBED or (led and is_ordinary(words[end].norm))


def _norms(words: Sequence[Token], start: int, end: int) -> tuple[str, ...]:
    """The normalised words from one place to another; none where the text does not reach so far."""
    return tuple(word.norm for word in words[start:end]) if start >= 0 else ()


def _with_regions(words: Sequence[Token], matches: Sequence[Match]) -> Iterator[Match]:
    """The names, each Russian place's with the region said behind it, which is no name of its own: "Sochi, Krasnodar
    Krai"."""
    taken = 0
    for match in matches:
        if match.start < taken:
            continue
        regions = {item.region for item in match.named if isinstance(item, Place) and item.region}
        ends = {region: end for region in regions if (end := _end_of_region(region, words, match.end))}
        if not ends:
            yield match
            continue
        said, taken = next(iter(ends.items()))
        named = tuple(item for item in match.named if isinstance(item, Place) and item.region == said)
        yield replace(match, end=taken, named=named)


def _end_of_region(region: str, words: Sequence[Token], start: int) -> int | None:
    """Where a region's name ends that is said from a word on; what it has in brackets may be left out before its
    country: "Lomonosov, Saint Petersburg, Russia"."""
    whole, bare = key(region).split(), key(region.partition(" (")[0]).split()
    if _is_said(whole, words, start):
        return start + len(whole)
    return start + len(bare) if _is_said([*bare, _RUSSIAN_COUNTRY], words, start) else None


def _is_said(norms: Sequence[str], words: Sequence[Token], start: int) -> bool:
    return [word.norm for word in words[start : start + len(norms)]] == norms


def _the_state_s_city(words: Sequence[Token], match: Match, gazetteer: Gazetteer) -> Match:
    """In "the California city" and "Florida city suspends" the state is meant, and no town of that name."""
    span = words[match.start : match.end]
    led = (match.start > 0 and words[match.start - 1].norm in _LEADS) or span[0].capital
    if len(span) != 2 or span[1].raw not in {"city", "town"} or not led:
        return match
    states = tuple(item for item in gazetteer.exact(span[0].norm) if isinstance(item, UsState))
    return Match(match.start, match.start + 1, states) if states else match


def _is_date(words: Sequence[Token], match: Match) -> bool:
    """Whether a name is part of a date: ``August 2022``, ``spring 2022``."""
    following = words[match.end].norm if match.end < len(words) else ""
    return following.isdigit() and words[match.start].norm in _TIME_WORDS


def _mention(words: Sequence[Token], match: Match) -> Mention | None:
    places = tuple(item for item in match.named if isinstance(item, Place))
    others = tuple(item for item in match.named if isinstance(item, OtherPlace))
    if is_occupied_name(" ".join(word.raw for word in words[match.start : match.end])):
        others = tuple(other for other in others if other.country is Country.UA) or others
    if any(isinstance(item, UsState | UsRegion) for item in match.named):
        others = ()
    of_state = any(isinstance(item, UsState) for item in match.named)
    if not places and not others:
        return None
    span = words[match.start : match.end]
    tiny = len(span) == 1 and len(span[0].norm) <= 2 and not span[0].raw.isupper()
    article = match.start > 0 and words[match.start - 1].norm in {"a", "an"} and not span[0].capital
    weak = (match.weak and not _stands_out(words, match.start)) or tiny or article
    return Mention(
        match.start, match.end, " ".join(word.raw for word in span), places, others,
        state_s=of_state and all(place.kind is not PlaceKind.STATE for place in places),
        negated=is_negated(words, match.start), distance=match.distance, weak=weak,
        plain=weak or (len(span) == 1 and not span[0].capital and _is_plain(places, others)),
    )  # fmt: skip


def _is_plain(places: Sequence[Place], others: Sequence[OtherPlace]) -> bool:
    """Whether a word in small letters is likely no name in talk of other things: a small place without a tie.

    A region, of no known population, is no small place.
    """
    return not places and all(0 < other.population < FAMOUS for other in others)


def _stands_out(words: Sequence[Token], index: int) -> bool:
    """Whether a word is written with a capital where plain words are not."""
    return index > 0 and words[index].capital and not all(word.capital for word in words[:6])


def is_negated(words: Sequence[Token], start: int) -> bool:
    """Whether the word at ``start`` is ruled out: ``not the one in …``, ``other than …``, ``not … or …``."""
    i, first = start - 1, max(0, start - _FARTHEST_NOT)
    while i >= max(0, first, start - 6):
        norm, before = words[i].norm, words[i - 1].norm if i else ""
        if (before, norm) == ("or", "not") and words[i + 1].norm in _PLACED:
            return False
        if norm in _NEGATORS or (before, norm) in _NEGATED_PAIRS:
            return True
        if norm in _NOT_BE and (before in _RELATIVE or words[i + 1].norm in _PLACED):
            return True
        if norm in {"or", "nor", "или", "або"} and i >= 1:
            start, i = i - 1, i - 2
            continue
        if norm not in _FILLERS:
            return False
        i -= 1
    return False


def _named_states(words: Sequence[Token], matches: Sequence[Match]) -> Iterator[StateMention]:
    for match in matches:
        for item in match.named:
            if isinstance(item, UsState):
                yield _state(words, match.start, match.end, item.code)


def _state(words: Sequence[Token], start: int, end: int, code: str) -> StateMention:
    within = start > 0 and words[start - 1].norm in {"in", "from", "across", "в", "у"}
    return StateMention(start, end, code, is_negated(words, start), within)


def _coded_states(
    words: Sequence[Token], matches: Sequence[Match], gazetteer: Gazetteer, text: str
) -> Iterator[StateMention]:
    covered = {i for match in matches for i in range(match.start, match.end)}
    ending = {match.end: match for match in matches}
    # "Anacortes, La Conner": the first word of a longer name is no code.
    begins = {match.start for match in matches if match.end > match.start + 1}
    reader = _Codes(words, matches, text)
    for i, word in enumerate(words):
        # MT is Montana, and as a word of a name a mount.
        code = gazetteer.short_state(word.norm) or gazetteer.short_state(word.raw.casefold())
        before = ending.get(i)
        if code and (i not in covered or before) and i not in begins and reader.means_state(i, code, before):
            yield _state(words, i, i + 1, code)


class _Codes:
    """Tells whether a postal code or abbreviation is meant as a state, or is only a small word."""

    def __init__(self, words: Sequence[Token], matches: Sequence[Match], text: str) -> None:
        self.words = words
        self.starts = {match.start for match in matches}
        self.text = text
        self.shouting = text.isupper()

    def means_state(self, i: int, code: str, before: Match | None) -> bool:
        """Whether the word at ``i`` means the state ``code``; ``before`` is the name that ends there."""
        word = self.words[i]
        fitting = [item for item in before.named if getattr(item, "state", None) == code] if before else []
        fits = bool(fitting)
        if self._next(i) in {"state", "штат"} or self._alone(word):
            return True
        if word.raw.isupper() and not self.shouting and self._beside_another(i):
            return True
        if word.raw.isupper() and not self.shouting:
            return fits or word.norm not in _SMALL_WORDS or (before is not None and self._comma(i)) or self._asked_in(i)
        if word.norm not in _SMALL_WORDS and (fits or not is_ordinary(word.norm)):
            return fits or before is not None or self._asked_in(i) or len(word.norm) > 3
        return self._small_word_fits(i, before, fits, any(isinstance(item, Place) for item in fitting))

    def _alone(self, word: Token) -> bool:
        """Whether a code in capitals, or an abbreviation with its full stop, is all that was written."""
        stopped = len(word.raw) > 2 and word.capital and self.text[word.end :].startswith(".")
        return len(self.words) == 1 and (word.raw.isupper() or stopped) and word.norm not in _NEVER_ALONE

    def _beside_another(self, i: int) -> bool:
        """Whether another code in capitals stands beside it, and is compared with it: "WA vs OR"."""
        for joint, other in ((i + 1, i + 2), (i - 1, i - 2)):
            if 0 <= other < len(self.words) and self.words[joint].norm in _COMPARING:
                raw = self.words[other].raw
                if len(raw) == len(self.words[i].raw) and raw.isupper():
                    return True
        return False

    def _small_word_fits(self, i: int, before: Match | None, fits: bool, tied: bool) -> bool:
        last = i + 1 == len(self.words)
        if before is None:
            return self._asked_in(i) and last and len(self.words) > 1 and self.words[i].norm not in _NEVER_ALONE
        if not fits:
            return self._comma(i) and i + 1 not in self.starts
        if self.words[i].norm == "or" and self._next(i) in _OR_ELSE:
            return False
        if self.words[i].norm == "in" or (not tied and self.words[i].norm in _CONNECTIVES):
            return last
        return self._comma(i) or i + 1 not in self.starts

    def _next(self, i: int) -> str:
        return self.words[i + 1].norm if i + 1 < len(self.words) else ""

    def _comma(self, i: int) -> bool:
        return i > 0 and "," in self.text[self.words[i - 1].end : self.words[i].start]

    def _asked_in(self, i: int) -> bool:
        if len(self.words) == 1:
            return True
        before = self.words[i - 1].norm if i else ""
        return before in {"in", "from", "of", "for", "state", "across"} or (i > 0 and self._next(i) in _TIE_NOUNS)


def _attach(
    mentions: list[Mention], states: list[StateMention], words: Sequence[Token]
) -> tuple[list[Mention], list[StateMention]]:
    """Give each place the state, country or kind said with it; states that were used so are no longer free."""
    out: list[Mention] = []
    used: set[StateMention] = set()
    for mention in mentions:
        if any(state in used and state.start <= mention.start and mention.end <= state.end for state in states):
            continue
        if _is_code_of(mention, states, words):
            continue
        attached, state = _with_state(mention, states, words)
        if state:
            used.add(state)
            attached = replace(attached, negated=attached.negated or state.negated)
        out.append(_with_kind(_with_country(attached, words), words))
        if state and (namesake := _namesake(mention, state, states, words)):
            out.append(namesake[0])
            used.add(namesake[1])
    return out, [state for state in states if state not in used]


def _namesake(
    mention: Mention, first: StateMention, states: Sequence[StateMention], words: Sequence[Token]
) -> tuple[Mention, StateMention] | None:
    """The place of the same name in a second state: "Portland, Maine or Oregon"."""
    joined = first.start >= mention.end and first.end < len(words) and words[first.end].norm in _JOINS
    other = next((state for state in states if joined and state.start == first.end + 1), None)
    fits = [place for place in mention.known if other and place.state == other.code]
    if other is None or not fits:
        return None
    return replace(mention.only(fits), qualified=True, negated=mention.negated or other.negated), other


def _is_code_of(mention: Mention, states: Sequence[StateMention], words: Sequence[Token]) -> bool:
    """Whether a nickname is the code of a state that is also named: ``in LA, I mean Louisiana``."""
    if mention.end != mention.start + 1:
        return False
    return any(state.code.casefold() == words[mention.start].norm and not _holds(mention, state) for state in states)


def _with_state(
    mention: Mention, states: Sequence[StateMention], words: Sequence[Token]
) -> tuple[Mention, StateMention | None]:
    for state in sorted(states, key=lambda state: abs(state.start - mention.end)):
        if mention.start <= state.start < mention.end:
            continue
        after = state.start >= mention.end
        gap = words[mention.end : state.start] if after else words[state.end : mention.start]
        if len(gap) > 3 or any(word.norm not in _LINKS for word in gap):
            continue
        if after and gap and _is_of_list(state, words):
            continue
        fits = [place for place in mention.known if place.state == state.code]
        if fits and (after or not gap):
            return replace(mention.only(fits), qualified=True), state
        if after and not gap and Country.US in mention.countries and not mention.is_state:
            return replace(mention, places=(), others=(), qualified=True, elsewhere=state.code), state
    return mention, None


def _is_of_list(state: StateMention, words: Sequence[Token]) -> bool:
    """Whether a state says of which places more is asked: "Besides San Diego, which California cities"."""
    asked = state.start > 0 and words[state.start - 1].norm == "which"
    return asked and state.end < len(words) and words[state.end].norm in _TIE_NOUNS


def _with_kind(mention: Mention, words: Sequence[Token]) -> Mention:
    """The places of the kind that is said, or ruled out, beside a name that fits several kinds."""
    if len({place.kind for place in mention.places}) < 2:
        return mention
    for i in (mention.start - 1, *range(mention.end, min(mention.end + 4, len(words)))):
        kind = _KIND_WORDS.get(words[i].norm) if i >= 0 else None
        of_kind = [place for place in mention.places if place.kind is kind]
        if of_kind and is_negated(words, i):
            return mention.only([place for place in mention.places if place not in of_kind])
        if of_kind and i <= mention.end:
            return mention.only(of_kind)
    return mention


def _with_country(mention: Mention, words: Sequence[Token]) -> Mention:
    near = {word.norm for word in words[max(0, mention.start - 1) : mention.start]}
    after = [word.norm for word in words[mention.end : mention.end + 3]]
    near |= {norm for norm, following in zip_longest(after[:2], after[1:]) if following not in _PARTNER_NOUNS}
    if near & _CITY_WORDS:
        near |= {word.norm for word in words[max(0, mention.start - 3) : mention.start]}
    for country, said in ((Country.RU, _RUSSIA), (Country.US, _AMERICA)):
        if near & said and len(mention.countries) > 1 and country in mention.countries:
            return mention.only([place for place in mention.known if place.country is country])
    return mention
