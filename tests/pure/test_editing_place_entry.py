"""A place as typed becomes one of the register, with an id as the record's are; and both sides of a tie are found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cogs.editing.place_entry import KnownPlaces, PlaceEntry, enter_place, find_side, suggest_sides
from cogs.wording.date_parsing import EntryError
from cogs.wording.names import place_name
from db.record.dataset import faults_in, idle_places
from db.record.models import Country, Place, PlaceKind
from db.record.register import Register


def with_place(register: Register, place: Place) -> Register:
    """The register with a place more."""
    return Register(replace(register.record, places={**register.record.places, place.id: place}))


OFFICE = {"office": "Mayor", "body": "Council"}


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        (PlaceEntry("Austin, Texas"), "austin-tx"),
        (PlaceEntry("Abakan, Russia", region="Republic of Khakassia"), "abakan"),
        (PlaceEntry("Abakan"), "abakan"),
        (
            PlaceEntry("Twin–Cities Area", PlaceKind.METRO, "Austin, Texas", "", "Mayor", "Council"),
            "twin-cities-area-tx",
        ),
        (
            PlaceEntry("Texas", PlaceKind.STATE, "Austin, Texas", "", "Governor of Texas", "Office of the Governor"),
            "texas",
        ),
        (PlaceEntry("Khakassia", PlaceKind.REGION, "Abakan"), "khakassia"),
        (PlaceEntry("Pskov Oblast", PlaceKind.REGION, "Pskov"), "pskov-oblast"),
    ],
)
def test_a_place_has_an_id_as_the_records_are_and_breaks_no_rule(
    typed: PlaceEntry, name: str, register: Register
) -> None:
    place = enter_place(typed, register).place
    assert place.id == name
    grown = with_place(register, place).record
    assert faults_in(grown) == ()
    assert [fault.entry for fault in idle_places(grown)] == [name]


def test_every_place_of_the_record_is_a_side_by_its_full_name_and_id(register: Register) -> None:
    for place in register.record.places.values():
        assert find_side(place_name(place, register), place.country, register) == place
        assert find_side(place.id, place.country, register) == place


def test_a_place_in_no_tie_is_a_side_too_and_is_offered_first(register: Register) -> None:
    grown = with_place(register, enter_place(PlaceEntry("Austin, Texas"), register).place)
    assert find_side("Austin, Texas", Country.US, grown).id == find_side("austin", Country.US, grown).id == "austin-tx"
    assert suggest_sides("", Country.US, grown)[0].value == "Austin, Texas"
    assert suggest_sides("aus", Country.RU, grown) == []
    with pytest.raises(EntryError, match="Use /record place to add one"):
        find_side("Austin", Country.RU, grown)


def test_of_two_places_of_one_name_the_spot_tells(register: Register) -> None:
    offered = KnownPlaces(register.record.other_places).suggest("Kirov", register)
    values = [found.value for found in offered if found.value.startswith("Kirov, Russia @")]
    spots = {(place.lat, place.lon) for value in values for place in [enter_place(PlaceEntry(value), register).place]}
    assert len(spots) == len(values) == 2


def test_every_known_place_is_offered_by_a_text_that_finds_it_again(register: Register) -> None:
    known = KnownPlaces(register.record.other_places)
    for place in register.record.other_places[::97]:
        if place.country in {Country.US, Country.RU}:
            assert len(known.suggest(place.name, register)) >= 1, place.name


def test_names_that_others_have_are_left_out_and_said(register: Register) -> None:
    entered = enter_place(PlaceEntry("Austin, Texas", names="Bat City, Rose City, Portland"), register)
    assert "Bat City" in entered.place.aliases
    assert "Portland" in entered.dropped
    assert "Portland" not in entered.place.aliases
