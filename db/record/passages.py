"""All that the record says, in passages that can be searched, and what an index of them can do. Pure.

A passage is one entry: an act with its condition and vote, what somebody said, a page, a note. Notes for editors are
none. Where an entry speaks of places, their names in every script go with it, and with what somebody said, what that is
in other languages and words.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from enum import StrEnum
from typing import Protocol

from db.record.act_kinds import ACT_KINDS
from db.record.derivation import acts_in_force
from db.record.explanations import PLACEHOLDER, Explanation
from db.record.models import Act, Place, Record, TalkingPoint, Tie
from db.record.text import normalise, norms
from db.record.values import value
from db.record.vocabulary import vocabulary

_BEGINNING = 5


class PassageKind(StrEnum):
    """What kind of entry a passage is."""

    ACT = "act"
    POINT = "point"
    LISTING = "listing"
    NOTE = "note"
    PETITION = "petition"
    UKRAINE = "ukraine"
    EXPLANATION = "explanation"


# What people call each kind.
PASSAGE_LABELS: Mapping[PassageKind, str] = {
    PassageKind.ACT: "Decisions and statements",
    PassageKind.POINT: "Talking points",
    PassageKind.LISTING: "Listings",
    PassageKind.NOTE: "Notes",
    PassageKind.PETITION: "The petition",
    PassageKind.UKRAINE: "Ukrainian partners",
    PassageKind.EXPLANATION: "Explanations",
}


@value
class Passage:
    """One entry: its id within its kind, all that it says, and the names of its places.

    ``about`` is the id of the tie or place that it is about.
    """

    kind: PassageKind
    id: str
    about: str | None
    text: str
    names: str = ""


# One thing that is looked for: normalised words, any of which will do.
Term = tuple[str, ...]


@value
class FoundPassage:
    """An entry that was found: ``holds`` is what it has of what was looked for, ``share`` how much, from 0 to 1.

    By whatever words it was found, it is the same entry.
    """

    kind: PassageKind
    id: str
    about: str | None
    share: float
    holds: frozenset[Term] = field(default=frozenset(), compare=False)


class PassageIndex(Protocol):
    """Passages that can be searched by their words, in whatever form of theirs."""

    def find(
        self,
        terms: Sequence[Term],
        most: int,
        about: Collection[str] = (),
        kinds: Collection[PassageKind] = (),
        *,
        by_name: bool = True,
    ) -> list[FoundPassage]:
        """The passages with any of the terms, at most so many, best first.

        ``about`` are the ids of ties and places, and ``kinds`` the kinds, that it is narrowed to, if any are given.
        ``by_name``: the names of its places count as words of a passage.
        """
        ...

    def replace(self, tie: str, passages: Iterable[Passage]) -> None:
        """Put passages in the place of all that was known of a tie."""
        ...


def all_passages(record: Record, explanations: Iterable[Explanation] = ()) -> Iterator[Passage]:
    """Every passage of a record, and of the explanations that go with it."""
    for each in explanations:
        if not each.small_talk:
            told = (each.topic, *each.en, PLACEHOLDER.sub("", each.answer))
            yield Passage(PassageKind.EXPLANATION, each.id, None, _joined(told), _joined((*each.uk, *each.ru)))
    for tie in record.ties.values():
        yield from passages_of_tie(tie, record)
    also = vocabulary("quotations")["also"]
    for point in record.points_in_use:
        place = record.places.get(point.place or "")
        names = _joined((_names(place) if place else "", _beginnings(also.get(point.id, ""))))
        yield Passage(PassageKind.POINT, point.id, point.place, _joined(_of_point(point)), names)
    for partner in record.ukraine_ties.values():
        names = _joined((partner.us_name, partner.us_state, partner.ua_name, partner.ua_oblast, partner.ua_note))
        yield Passage(PassageKind.UKRAINE, partner.id, partner.us_place, f"Ukrainian partner {names}")
    if (petition := record.petition) is not None:
        told = (petition.title, petition.started_by, petition.addressed_to, petition.asks, petition.who_may_sign)
        yield Passage(PassageKind.PETITION, "", None, _joined(("petition", *told, petition.invite)))


def passages_of_tie(tie: Tie, record: Record) -> Iterator[Passage]:
    """The passages that a tie's own entries make."""
    places = (record.places[tie.us], record.places[tie.ru])
    state = record.states.get(places[0].state or "")
    names = _joined((*map(_names, places), state.name if state else ""))
    for act in acts_in_force(tie.acts):
        yield Passage(PassageKind.ACT, act.id, tie.id, _joined(_of_act(act)), names)
    for listing in tie.listings:
        yield Passage(PassageKind.LISTING, listing.id, tie.id, listing.says, names)
    if told := _joined((tie.note, tie.since_note)):
        yield Passage(PassageKind.NOTE, tie.id, tie.id, told, names)


def _of_act(act: Act) -> tuple[str | None, ...]:
    kind = ACT_KINDS[act.kind].label
    return (kind, act.actor, act.said, act.summary, act.condition, act.vote, act.date_note)


def _of_point(point: TalkingPoint) -> tuple[str | None, ...]:
    who = (point.speaker, point.office_then, point.place_text)
    return (*who, point.gist, point.quote, point.lead, point.occasion)


def _names(place: Place) -> str:
    return _joined((place.name, place.region, *place.aliases))


def beginning(norm: str) -> str:
    """By what a word in Ukrainian or Russian is looked for in other words of what was said: what it begins with."""
    return norm if norm.isascii() else normalise(norm[:_BEGINNING])


def _beginnings(text: str) -> str:
    return _joined(beginning(norm) for norm in norms(text))


def _joined(texts: Iterable[str | None]) -> str:
    return " ".join(filter(None, texts))
