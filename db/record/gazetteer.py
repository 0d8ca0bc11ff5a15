"""From free text to places: an index of every known name, exact first, then by likeness. Pure and in memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from heapq import nlargest
from itertools import chain

from rapidfuzz import process
from rapidfuzz.distance import OSA

from db.record.derived_names import is_adjective, may_be_derived, names_behind, names_something_else, whole_name
from db.record.explanations import is_of_concept
from db.record.known_names import Named, by_name, in_ties, named_in, namesakes, others_by_name
from db.record.like_names import GLANCE, LikeNames, NamesByText, NumbersByText, TextSet, glance
from db.record.models import Country, OtherPlace, Place, PlaceKind, Record, UsRegion, UsState
from db.record.ordinary_words import is_common, is_familiar
from db.record.other_places import OtherPlaces
from db.record.spelt_in_cyrillic import american_names
from db.record.text import Token, heard, key, sound
from db.record.typed_beginnings import TypedBeginnings
from db.record.values import value

LONGEST_NAME = 6
# No name is longer than this, written without its blanks.
LONGEST_COMPACT = 40
MAX_FUZZY_LOOKUPS = 12
# A word is looked up with its neighbours, too; where so many runs of words were searched for, alone.
_MOST_SEARCHES = 24
FAMOUS = 200_000
# So large a place has a word for its people; which words of a name may stand before what is made from its last one.
_MANY = 50_000
_MOST_BEFORE_DERIVED = 2
# A guess at a place with a tie may have nearly an error more than another.
_OF_TIE = 0.9
_ONE_ERROR = 1
# So many words of one name are misspelt at most.
_MOST_MISSPELT = 2
_LEAST_OF_TWO_ERRORS = 2 - _OF_TIE
_RUSSIA = "russia"
# What so many names stand for, and whether so many words are of one, is kept: a question is asked about each several
# times, and the longest has six hundred.
_NAMES_KEPT, _WORDS_KEPT, _MISTYPED_KEPT = 512, 1_024, 64
_WRITTEN_IN_CYRILLIC = frozenset({Country.RU, Country.UA})


@value
class Match:
    """Names found at tokens ``start`` to ``end`` (exclusive). ``distance`` counts typing errors; ``weak`` marks a name
    that is also an ordinary word."""

    start: int
    end: int
    named: tuple[Named, ...]
    distance: int = 0
    weak: bool = False


@value
class Guess:
    """A known name near to one that is not known, ``distance`` typing errors away."""

    name: str
    distance: int
    named: tuple[Named, ...]


def allowed_distance(compact: str) -> int:
    """How many typing errors a name of this length may have: none up to 3 letters, then 1, 2 (from 6) and 3 (from 9).

    A Cyrillic word without its ending is shorter than it was typed, and gets one fewer.
    """
    length = len(compact)
    allowed = 0 if length <= 3 else 1 if length <= 5 else 2 if length <= 8 else 3
    return allowed if compact.isascii() else max(0, allowed - 1)


class _WordsOfNames:
    """Which words names of several words have, and at which place."""

    __slots__ = ("_placed",)

    def __init__(self, names: Iterable[str]) -> None:
        several = (name.split() for name in names if " " in name)
        self._placed = TextSet(_placed(word, at, len(words)) for words in several for at, word in enumerate(words))

    def has(self, word: str, at: int, among: int) -> bool:
        """Whether any name of so many words has this one at such a place."""
        return _placed(word, at, among) in self._placed


def _placed(word: str, at: int, among: int) -> str:
    return f"{at}/{among} {word}"


class TiedThere:
    """Places that have a tie by their names, in small letters without blanks, each with its number in the record."""

    __slots__ = ("names", "places")

    def __init__(self) -> None:
        self.names: list[str] = []
        self.places: list[tuple[int, Place]] = []


class Gazetteer:
    """Every name of the record's places, states and regions and of the known other places."""

    def __init__(self, record: Record) -> None:
        self._others = OtherPlaces.of(record.other_places)
        self._looked_up = lru_cache(_NAMES_KEPT)(self._look_up)
        # A claim is read once more without who tells it.
        self._nearest_to = lru_cache(_MISTYPED_KEPT)(self._look_for_nearest)
        called = list(self._others.called())
        own = by_name(named_in(record))
        numbers = others_by_name(called, own)
        # In the record's order, its own places first; what only ``make_ready`` needs goes with it.
        self._forms: Sequence[str] = list(dict.fromkeys((*own, *numbers)))
        untied = ((item.country, item.name, item.aliases) for item in named_in(record) if isinstance(item, OtherPlace))
        for form, same in namesakes(record, (*untied, *called)).items():
            held = own.get(form, [])
            own[form] = [*(place for place in dict.fromkeys(same) if place not in held), *held]
        self._own = {form: tuple(named) for form, named in own.items()}
        self._numbers = NumbersByText(numbers)
        self._shorts: dict[str, str] = {}
        tied = in_ties(record)
        self._places = {name: place for name, place in record.places.items() if name in tied}
        self._states = record.states
        for state in record.states.values():
            self._shorts[state.code.casefold()] = state.code
            self._shorts.update((key(name), state.code) for name in state.abbreviations)
        words = {word for name in self._forms for word in name.split()}
        self._knows = lru_cache(_WORDS_KEPT)(TextSet(words).__contains__)
        # Those that are not their own name: a name with blanks, before one that is written without.
        glued = {name.replace(" ", ""): name for name in reversed(self._forms)}
        self._unspaced = NamesByText({compact: name for compact, name in glued.items() if compact != name})
        self._may_be_name, self._may_be_word = glance(chain(self._forms, glued)), glance(words)

    def make_ready(self) -> None:
        """Make what only mistyped names and suggestions need: else the first of them does, and is held up."""
        _ = self._like, self._sounds, self._heard, self._starts, self._words_of_names, self._tied_by_state
        self._forms = ()

    @cached_property
    def _words_of_names(self) -> _WordsOfNames:
        return _WordsOfNames(self._forms)

    @cached_property
    def _like(self) -> LikeNames:
        return LikeNames(self._compacts())

    def _compacts(self) -> Iterable[str]:
        """Each name without its blanks, in the order that is the reverse of the record's."""
        return dict.fromkeys(name.replace(" ", "") for name in reversed(self._forms))

    @cached_property
    def _sounds(self) -> NamesByText:
        """The Russian and Ukrainian names by how they sound."""
        found: dict[str, str] = {}
        for compact in self._compacts():
            name = self._spaced(compact)
            if not _WRITTEN_IN_CYRILLIC.isdisjoint(self._countries(name)):
                found.setdefault(sound(compact), name)
        return NamesByText(found)

    @cached_property
    def _heard(self) -> NamesByText:
        """The Cyrillic names of American places with a tie, by how they are heard; not what two of them share."""
        names: defaultdict[str, dict[frozenset[str], str]] = defaultdict(dict)
        for form, named in self._own.items():
            tied = frozenset(item.id for item in named if isinstance(item, Place) and item.country is Country.US)
            if tied and not form.isascii() and (spoken := heard(form.replace(" ", ""))):
                names[spoken].setdefault(tied, form)
        return NamesByText({spoken: next(iter(same.values())) for spoken, same in names.items() if len(same) == 1})

    def _countries(self, name: str) -> Iterator[Country]:
        """The countries of the places that a normalised name stands for."""
        yield from (item.country for item in self._own.get(name, ()) if isinstance(item, Place | OtherPlace))
        yield from map(self._others.country, self._numbers.get(name))

    @cached_property
    def _starts(self) -> TypedBeginnings:
        """What the name of a register's place may be typed from, with the place's id."""
        return TypedBeginnings(
            {
                (" ".join(words[i:]), i > 0, item.id)
                for name, named in self._own.items()
                for item in named
                if isinstance(item, Place)
                for full in (name, *(f"{name} {where}" for where in self._whereabouts(item)))
                for words in [full.split()]
                for i in range(len(name.split()))
            }
        )

    def _whereabouts(self, place: Place) -> tuple[str, ...]:
        """What may be typed behind a place's name, normalised: its state by name or code, or its region and country."""
        if place.country is Country.RU:
            return (_RUSSIA, f"{key(place.region)} {_RUSSIA}") if place.region else (_RUSSIA,)
        state = self._states.get(place.state or "")
        return (key(state.name), state.code.casefold()) if state else ()

    def exact(self, name: str) -> tuple[Named, ...]:
        """What a normalised name (``text.key``) stands for."""
        return self._looked_up(name) if self._may_be_name[hash(name) & GLANCE] else ()

    def knows_word(self, word: str) -> bool:
        """Whether a normalised word is part of any name."""
        return bool(self._may_be_word[hash(word) & GLANCE]) and self._knows(word)

    def _look_up(self, name: str) -> tuple[Named, ...]:
        own, numbers = self._own.get(name, ()), self._numbers.get(name)
        others = [self._others[number] for number in numbers]
        return (*own, *(other for other in others if other not in own)) if own else tuple(others)

    def short_state(self, word: str) -> str | None:
        """The postal code for a normalised postal code or abbreviation."""
        return self._shorts.get(word)

    def tied_in(self, code: str, letters: int) -> TiedThere:
        """The places of a state that have a tie whose names have so many letters."""
        return self._tied_by_state.get((code, letters)) or TiedThere()

    @cached_property
    def _tied_by_state(self) -> dict[tuple[str, int], TiedThere]:
        found: defaultdict[tuple[str, int], TiedThere] = defaultdict(TiedThere)
        for number, place in enumerate(self._places.values()):
            if place.state and place.country is Country.US and place.kind is not PlaceKind.STATE:
                compact = key(place.name).replace(" ", "")
                there = found[place.state, len(compact)]
                there.names.append(compact)
                there.places.append((number, place))
        return dict(found)

    def joined(self, compact: str) -> tuple[Named, ...]:
        """What a name written without its blanks stands for."""
        return self.exact(self._spaced(compact)) if self._may_be_name[hash(compact) & GLANCE] else ()

    def _spaced(self, compact: str) -> str:
        return self._unspaced.get(compact) or compact

    def sounding(self, compact: str) -> tuple[Named, ...]:
        """The place that another spelling stands for: a romanisation of a Russian or Ukrainian one, or an American one
        with a tie as it is heard.
        """
        name = self._sounds.get(sound(compact)) or self._as_heard(compact)
        return self.exact(name) if name else ()

    def spelt_in_cyrillic(self, typed: str) -> list[str]:
        """The names of American places without a tie that a Cyrillic word may be by its sound, the likeliest first."""
        return american_names(typed, self._others)

    def _as_heard(self, compact: str) -> str | None:
        spoken = heard(compact)
        return self._heard.get(spoken) if spoken else None

    def like(self, compact: str, limit: int | None = None, most: int = 1) -> list[Guess]:
        """The nearest names to one that is not known, nearest and most prominent first.

        ``limit`` is the largest distance; by default what the length allows, one fewer for small places without a tie.
        """
        largest = allowed_distance(compact) if limit is None else limit
        if not largest or len(compact) > LONGEST_COMPACT:
            return []
        guesses = self._ranked(compact, self._like.near(compact, largest), largest)
        return (guesses if limit is not None else _likely(guesses, largest))[:most]

    def _one_by_one(self, compact: str, most: int) -> Iterator[Guess]:
        """The same, but none is looked for that is further off before those with one error were seen not to do."""
        largest = allowed_distance(compact)
        if not largest or len(compact) > LONGEST_COMPACT:
            return
        sought = self._like.sought(compact)
        nearest: list[Guess] = []
        if largest > _ONE_ERROR:
            ranked = self._ranked(compact, sought.one_off(), _ONE_ERROR)
            nearest = [guess for guess in ranked if _cost(compact, guess)[0] < _LEAST_OF_TWO_ERRORS][:most]
            yield from nearest
        if len(nearest) < most:
            guesses = _likely(self._ranked(compact, sought.near(largest), largest), largest)
            yield from (guess for guess in guesses[:most] if guess not in nearest)

    def _ranked(self, compact: str, names: Sequence[str], largest: int) -> list[Guess]:
        """Those of some names that are near enough, the best guess first."""
        found = process.extract(compact, names, scorer=OSA.distance, score_cutoff=largest, limit=20)
        guesses = [Guess(self._spaced(name), int(distance), self.joined(name)) for name, distance, _ in found]
        return sorted(guesses, key=lambda guess: _cost(compact, guess))

    def starting(self, typed: str, most: int) -> list[Place]:
        """Register places one of whose names, or a word in it, starts with a normalised text; whole names first.

        The state, or the region and country, may follow the name. Of an empty text, the largest places.
        """
        if not typed:
            return nlargest(most, self._places.values(), key=lambda place: place.population or 0)
        inside: dict[str, bool] = {}
        for within, place_id in self._starts.of(typed, 120 * most):
            inside[place_id] = within and inside.get(place_id, True)
        ranked = sorted(inside, key=lambda name: (inside[name], -(self._places[name].population or 0)))
        return [self._places[name] for name in ranked[:most]]

    def find(self, words: Sequence[Token], stop: frozenset[str]) -> list[Match]:
        """All names in a text, left to right, the longest first; never overlapping.

        ``stop`` are the normalised words of the question's own vocabulary: they start no search by likeness.
        """
        exact = list(self._find_exact(words))
        taken = {i for match in exact for i in range(match.start, match.end)}
        derived = [made for i, word in enumerate(words) if i not in taken and (made := self._derived(words, i, stop))]
        exact += derived
        taken |= {i for match in derived for i in range(match.start, match.end)}
        likely = self._find_like(words, taken, stop)
        covered = {i for match in likely for i in range(match.start, match.end)}
        kept = [match for match in exact if not covered & set(range(match.start, match.end))]
        return sorted([*kept, *likely], key=lambda match: match.start)

    def _find_exact(self, words: Sequence[Token]) -> Iterator[Match]:
        norms = [word.norm for word in words]
        i = 0
        while i < len(norms):
            match = self._longest_at(norms, i)
            later = self._longest_at(norms, i + 1) if norms[i] == "the" else None
            if match is None or (later and later.end > match.end):
                i += 1
                continue
            yield match
            i = match.end

    def _longest_at(self, norms: Sequence[str], i: int) -> Match | None:
        if i == len(norms) or not self.knows_word(norms[i]):
            return None
        for end in range(self._end_of_known(norms, i), i, -1):
            name = " ".join(norms[i:end])
            if named := self.exact(name):
                return Match(i, end, named, weak=end == i + 1 and _is_homograph(name, named))
        return None

    def _end_of_known(self, norms: Sequence[str], i: int) -> int:
        """How far a name may reach that begins at a known word: all words of a longer one are known."""
        end, last = i + 1, min(len(norms), i + LONGEST_NAME)
        while end < last and self.knows_word(norms[end]):
            end += 1
        return end

    def _derived(self, words: Sequence[Token], i: int, stop: frozenset[str]) -> Match | None:
        """The place from whose name a word is made, alone or with the words before it: "нью-йоркський"."""
        word = words[i]
        for name in whole_name(word):
            if named := self.exact(name):
                return Match(i, i + 1, named)
        if word.norm in stop or not may_be_derived(word.norm) or names_something_else(words, i):
            return None
        familiar = is_familiar(word.norm)
        if familiar and not is_adjective(word.norm):
            return None
        fits = _is_tied_or_ukrainian if familiar else _is_known_by_many
        for start in range(max(0, i - _MOST_BEFORE_DERIVED), i + 1):
            before = [each.norm for each in words[start:i]]
            for name in names_behind(word.norm):
                if named := tuple(filter(fits, self.exact(" ".join([*before, name])))):
                    return Match(start, i + 1, named)
        return None

    def _find_like(self, words: Sequence[Token], taken: set[int], stop: frozenset[str]) -> list[Match]:
        out: list[Match] = []
        used: set[int] = set()
        lookups = 0
        # Two misspelt words side by side come to the same runs of words.
        known: dict[tuple[int, int], Match | None] = {}
        for i, word in enumerate(words):
            if i in used or word.norm in stop or not word.norm.isalpha():
                continue
            found = self._glued(words, i, taken, stop)
            if found is None and self._may_be_misspelt(word.norm, i in taken) and lookups < MAX_FUZZY_LOOKUPS:
                lookups += 1
                found = self._nearest_around(words, i, stop, known)
            if found is not None and not used & set(range(found.start, found.end)):
                out.append(found)
                used.update(range(found.start, found.end))
        return out

    def _may_be_misspelt(self, word: str, taken: bool) -> bool:
        return not (taken or is_familiar(word) or word in self._shorts or is_of_concept(word))

    def _may_be_one_name(self, words: Sequence[Token], misspelt: int) -> bool:
        """Whether a misspelt word and its neighbours may be one name: each is a word that a name of so many words has
        at this place, or is misspelt as well, but not all of three. No name begins or ends with "and".
        """
        wrong, among = 1, len(words)
        for at, word in enumerate(words):
            if at == misspelt or self._words_of_names.has(word.norm, at, among):
                continue
            if self.knows_word(word.norm) or is_familiar(word.norm):
                return False
            wrong += 1
        return wrong <= _MOST_MISSPELT

    def _glued(self, words: Sequence[Token], i: int, taken: set[int], stop: frozenset[str]) -> Match | None:
        """A name that was split in two ("port land"). Two ordinary words are only one with a tie: "в мире город" is no
        Myrhorod.
        """
        if i + 1 >= len(words) or i in taken or i + 1 in taken or words[i + 1].norm in stop:
            return None
        compact = words[i].norm + words[i + 1].norm
        named = self.joined(compact) if len(compact) >= 7 else ()
        two_words = all(is_familiar(word.norm) for word in words[i : i + 2])
        return Match(i, i + 2, named, distance=1) if named and (_tied(named) or not two_words) else None

    def _nearest_around(
        self, words: Sequence[Token], i: int, stop: frozenset[str], known: dict[tuple[int, int], Match | None]
    ) -> Match | None:
        """The best of what is nearest to a word alone and with its neighbours; what is looked up is then ``known``."""
        found = []
        around = ((i, i + 1), (i - 1, i + 1), (i, i + 2), (i - 1, i + 2), (i, i + 3), (i - 2, i + 1))
        for start, end in around if len(known) < _MOST_SEARCHES else around[:1]:
            if start < 0 or end > len(words):
                continue
            if (start, end) not in known:
                if not self._may_be_one_name(words[start:end], i - start):
                    continue
                norms = [word.norm for word in words[start:end]]
                known[start, end] = self._nearest(start, end, norms, stop)
            match = known[start, end]
            if match is not None and (_is_near(match) or any(word.capital for word in words[start:end])):
                found.append(match)
        return min(
            found,
            key=lambda match: match.distance - 0.9 * (match.end - match.start) - 0.5 * _tied(match.named),
            default=None,
        )

    def _nearest(self, start: int, end: int, norms: Sequence[str], stop: frozenset[str]) -> Match | None:
        """The name nearest to a run of words. A run of several is a name of as many words, or one that was split."""
        free = not any(norm in stop or norm in self._shorts for norm in norms[len(norms) > 1 :])
        found = self._nearest_to(tuple(norms), free)
        return Match(start, end, found[0], distance=found[1]) if found else None

    def _look_for_nearest(self, norms: tuple[str, ...], free: bool) -> tuple[tuple[Named, ...], int] | None:
        """What is nearest to a run of words, and its distance; ``free``: it may be one that was split."""
        compact = "".join(norms)
        if free and (named := self.joined(compact) or self.sounding(compact)):
            return named, 0
        most = 1 if len(norms) == 1 else 5
        for guess in self._one_by_one(compact, most):
            if guess.distance > 1 and all(isinstance(item, UsRegion) for item in guess.named):
                continue
            if (
                len(norms) == 1
                or _word_by_word(norms, guess.name.split())
                or (free and guess.distance <= 1 and len(compact) > 6)
            ):
                return guess.named, guess.distance
        return None


def _likely(guesses: Iterable[Guess], largest: int) -> list[Guess]:
    """Those of some guesses that are not as far off as may be, or at something that many know."""
    return [guess for guess in guesses if guess.distance < largest or _is_prominent(guess.named)]


def _is_near(match: Match) -> bool:
    """Whether a word in small letters may be a mistyped name: of a large place, or further off of one with a tie."""
    return bool(_tied(match.named)) or (match.distance <= 1 and _is_prominent(match.named))


def _word_by_word(typed: Sequence[str], known: Sequence[str]) -> bool:
    """Whether two runs of words are alike in each place, and not only as a whole ("Chicago hasn't", "Chicago Lawn")."""
    return len(typed) == len(known) and all(
        one == other or (len(one) >= 3 and OSA.distance(one, other) <= max(1, allowed_distance(other)))
        for one, other in zip(typed, known, strict=True)
    )


def _cost(typed: str, guess: Guess) -> tuple[float, int]:
    known = max((getattr(item, "population", 0) or 0 for item in guess.named), default=0)
    other_start = typed[0] != guess.name[0]
    return (
        guess.distance - _OF_TIE * _tied(guess.named) + 0.6 * other_start + 0.3 * (not _is_prominent(guess.named)),
        -known,
    )


def _is_prominent(named: Iterable[Named]) -> bool:
    return any(isinstance(item, Place | UsState | UsRegion) or item.population > FAMOUS for item in named)


def _is_known_by_many(item: Named) -> bool:
    """Whether there is a word for who or what is of it: a place with a tie, a state, a large city."""
    return isinstance(item, Place | UsState) or (isinstance(item, OtherPlace) and item.population >= _MANY)


def _is_tied_or_ukrainian(item: Named) -> bool:
    """Whether it is meant by an adjective that is an everyday word too: "московский" is not only of the city."""
    of_ukraine = isinstance(item, OtherPlace) and item.country is Country.UA and item.population >= _MANY
    return of_ukraine or isinstance(item, Place | UsState)


def _tied(named: Iterable[Named]) -> bool:
    return any(isinstance(item, Place) for item in named)


def _is_homograph(name: str, named: Iterable[Named]) -> bool:
    """Whether a name is a common word too, and no state's, region's or large city's own."""
    return is_common(name) and not any(
        isinstance(item, UsState | UsRegion) or ((item.population or 0) >= FAMOUS and key(item.name) == name)
        for item in named
    )
