"""What a copy of a source's page must show to count: a quote, the title, or both places. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from cogs.watching.looking import is_guard
from cogs.watching.page_text import has_phrase, words_of
from db.record.models import Place, Source, Tie
from db.record.register import Register
from db.record.values import value

_SHORTEST_WORD = 4
_LEAST_WORDS = 3
_SHARE = 0.7


@value
class Expected:
    """What a page is expected to say: one of some phrases, most of some words, or one name of every place."""

    phrases: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    places: tuple[tuple[str, ...], ...] = ()

    def shown_by(self, text: str, words: str) -> bool:
        """Whether a page shows it: its text, and its words. A guard's page shows nothing, whatever it says."""
        if is_guard(text):
            return False
        if any(has_phrase(words, phrase) for phrase in self.phrases):
            return True
        there = set(words.split())
        known = sum(word in there for word in self.words)
        if len(self.words) >= _LEAST_WORDS and known >= _SHARE * len(self.words):
            return True
        return bool(self.places) and all(any(has_phrase(words, name) for name in names) for names in self.places)


def expected_of(source: Source, register: Register) -> Expected:
    """What the page of a source is expected to say, by its title, what is quoted from it, and whom it is cited for."""
    record = register.record
    quotes = [point.quote for point in record.talking_points.values() if point.source == source.id and point.quote]
    titled = () if source.title_is_descriptive else (source.title,)
    words = tuple(dict.fromkeys(word for word in words_of("".join(titled)).split() if len(word) >= _SHORTEST_WORD))
    pairs = {(tie.us, tie.ru) for tie in record.ties.values() if _cites(tie, source.id)}
    places: tuple[tuple[str, ...], ...] = ()
    if len(pairs) == 1:
        places = tuple(_names(register.place(name)) for name in next(iter(pairs)))
    return Expected((*quotes, *titled), words, places)


def day_of(source: Source, ties: Iterable[Tie], today: date) -> date:
    """The day near which a copy is worth most: the page's own, else of the first act that cites it, else today."""
    if source.published:
        return source.published.first
    return min((act.date.first for tie in ties for act in tie.acts if source.id in act.sources), default=today)


def _cites(tie: Tie, source: str) -> bool:
    cited = [*(act.sources for act in tie.acts), *(page.sources for page in tie.listings)]
    return any(source in names for names in cited)


def _names(place: Place) -> tuple[str, ...]:
    return (place.name, *place.aliases)
