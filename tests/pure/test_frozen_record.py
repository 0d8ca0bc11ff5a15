"""The small record of the tests has one of everything that a test of code may need."""

from __future__ import annotations

from db.record.act_kinds import ActKind
from db.record.grades import Grade
from db.record.levels import Level
from db.record.models import PlaceKind
from db.record.register import Register
from db.record.shows import Shows
from db.record.standings import Standing


def test_it_has_every_standing_level_and_grade(frozen_register: Register) -> None:
    record = frozen_register.record
    assert {frozen_register.status(tie).standing for tie in record.ties} == set(Standing)
    assert {source.grade for source in record.sources.values()} == set(Grade)
    assert {tie.level for tie in record.ties.values()} == set(Level)


def test_it_has_a_state_a_county_a_metro_and_names_that_two_places_share(frozen_register: Register) -> None:
    places = frozen_register.record.places.values()
    kinds = {place.kind for place in places if place.state}
    assert {PlaceKind.STATE, PlaceKind.COUNTY, PlaceKind.METRO, PlaceKind.CITY} <= kinds
    assert sum(place.name == "Portland" for place in places) == 2
    assert len(frozen_register.ties_of("moscow")) > 1


def test_it_has_votes_disputes_and_known_places_without_a_tie(frozen_register: Register) -> None:
    acts = [act for tie in frozen_register.record.ties.values() for act in tie.acts]
    assert any(act.kind is ActKind.KEPT and act.vote for act in acts)
    assert any(act.disputes for act in acts)
    assert {place.name for place in frozen_register.record.other_places} >= {"Seattle", "Portland", "Moscow"}


def test_it_has_listings_of_every_kind_acts_with_a_sentence_of_their_own_and_notes_of_both_kinds(
    frozen_register: Register,
) -> None:
    ties = frozen_register.record.ties.values()
    assert {listing.shows for tie in ties for listing in tie.listings} == set(Shows)
    acts = [act for tie in ties for act in tie.acts]
    assert any(act.said and act.date_note for act in acts)
    assert any(act.said is None for act in acts)
    assert any(tie.note and tie.editor_note for tie in ties)
    assert any(tie.note is None and tie.editor_note is None for tie in ties)
