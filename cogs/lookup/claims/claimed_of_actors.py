"""What a text says that somebody did who is no place of the record, such as Sister Cities International. Pure.

Who they are, and what of them is on record, stands in ``data/vocabulary/actors.toml``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from cogs.lookup.claims import claim_sentences
from cogs.lookup.claims.claimed_acts import asks_nothing
from cogs.lookup.phrases.patterns import Phrases, PhraseTable, any_of, phrases
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.yes_no import begins_with_yes_or_no
from db.record.models import Country, Place, PlaceKind
from db.record.values import value
from db.record.vocabulary import vocabulary

_SO, _NOT_SO, _DEEDS = "so", "not_so", "deeds"
# The first that a text has decides.
_IN_ORDER = (_SO, _NOT_SO, _DEEDS)
# A longer text claims more than one thing.
_LONGEST = 40


@value
class ClaimOfActor:
    """A verdict on what a text says of somebody; empty where the answer on file that is ``told`` begins with it."""

    verdict: str
    told: str


@cache
def _said() -> PhraseTable[tuple[str, str]]:
    rows = vocabulary("actors").items()
    return PhraseTable({(actor, kind): any_of(row[kind]) for actor, row in rows for kind in _IN_ORDER if row[kind]})


@cache
def _of_cities() -> Mapping[str, Phrases]:
    """The words without which, or a city, nothing is meant of those who act on cities."""
    return {actor: phrases(row["of_cities"]) for actor, row in vocabulary("actors").items() if "of_cities" in row}


def make_ready() -> None:
    """Read what such texts are recognised by, if that is not done yet."""
    _said()
    _of_cities()


def claim_of_actor(question: Question) -> ClaimOfActor | None:
    """The verdict on what a text says, or asks, that somebody who is no place did; None where it does neither.

    Where it names a place, who decided there is told of its tie.
    """
    if len(question.words) > _LONGEST or not claims_or_asks_whether(question):
        return None
    found = _said().found(question.joined)
    if not found:
        return None
    placed = [place for mention in question.mentions for place in mention.places]
    actor, kind = min(found, key=lambda each: _IN_ORDER.index(each[1]))
    row: Mapping[str, Any] = vocabulary("actors")[actor]
    if placed and not row.get("anywhere"):
        return None
    of_cities = _of_cities().get(actor)
    if of_cities and not (any(map(_is_a_city, placed)) or of_cities.search(question.joined)):
        return None
    return ClaimOfActor(_verdict(kind, row.get("name", "")), row["told"])


def _is_a_city(place: Place) -> bool:
    return place.country is Country.US and place.kind is not PlaceKind.STATE


def claims_or_asks_whether(question: Question) -> bool:
    """Whether a text says that something is so, or asks if it is."""
    return Intent.CLAIM in question.intents or asks_nothing(question) or begins_with_yes_or_no(question)


def _verdict(kind: str, name: str) -> str:
    if kind == _DEEDS:
        return claim_sentences.nothing_of_that_kind(name) if name else ""
    return claim_sentences.right_or_not(kind == _SO)
