"""Names of American places as they are written in Cyrillic by their sound."""

from __future__ import annotations

import pytest

from db.record.models import Country, OtherPlace
from db.record.other_places import OtherPlaces
from db.record.spelt_in_cyrillic import american_names

PLACES = OtherPlaces.of(
    OtherPlace(country, name, state, 40.0, -80.0, 9000, ())
    for country, name, state in (
        (Country.US, "Kenton", "OH"),
        (Country.US, "Canton", "OH"),
        (Country.US, "Walnut Creek", "CA"),
        (Country.US, "Bellevue", "WA"),
        (Country.US, "Fayetteville", "NC"),
        (Country.US, "Scranton", "PA"),
        (Country.US, "Waco", "TX"),
        (Country.RU, "Penza", ""),
    )
)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Кентон", ["Kenton", "Canton"]),
        ("Волнат-Крік", ["Walnut Creek"]),
        ("Уолнат-Крик", ["Walnut Creek"]),
        ("Беллв'ю", ["Bellevue"]),
        ("Бельвью", ["Bellevue"]),
        ("Фейєттвілл", ["Fayetteville"]),
        ("Фейетвилл", ["Fayetteville"]),
        ("Скрентон", ["Scranton"]),
        ("Вейко", ["Waco"]),
        ("Пенза", []),
        ("Ері", []),
        ("Kenton", []),
        ("", []),
        ("привіт", []),
    ],
)
def test_a_name_is_known_by_its_sound(typed: str, names: list[str]) -> None:
    assert american_names(typed, PLACES) == names
