"""What has a place's name and is none: other countries and their cities, governments, words of the trade."""

from __future__ import annotations

import pytest

from db.record.elsewhere import COUNTRY_NAMES, Abroad, find_abroad
from db.record.mentions import Names
from db.record.name_reading import read_names
from db.record.register import Register
from db.record.text import clean, tokens


def abroad(text: str) -> list[Abroad]:
    """What of a text is in another country."""
    return find_abroad(tokens(clean(text)), clean(text))


def names(text: str, register: Register) -> Names:
    """The names in a text."""
    return read_names(tokens(clean(text)), register.gazetteer, clean(text))


@pytest.mark.parametrize(
    ("text", "typed", "country"),
    [
        ("Gdansk, Poland", "Gdansk", "Poland"),
        ("Gdańsk", "Gdańsk", "Poland"),
        ("Мінськ", "Мінськ", "Belarus"),
        ("Минск", "Минск", "Belarus"),
        ("Kutaisi in Georgia", "Kutaisi", "Georgia"),
        ("Little Snoring, United Kingdom", "Little Snoring", "United Kingdom"),
        ("what about Germany?", "Germany", "Germany"),
        ("Німеччина", "Німеччина", "Germany"),
    ],
)
def test_places_abroad_are_known_with_their_country(text: str, typed: str, country: str) -> None:
    [found] = abroad(text)
    assert (found.typed, COUNTRY_NAMES[found.code]) == (typed, country)


@pytest.mark.parametrize("text", ["Atlanta, Georgia", "Kyiv", "Moscow", "Portland, Oregon", "Reading", "Jordan Smith"])
def test_what_is_american_russian_or_ukrainian_is_not_abroad(text: str) -> None:
    assert abroad(text) == []


def test_a_name_beside_a_foreign_country_is_never_repaired(register: Register) -> None:
    assert names("Kochi, India", register).mentions == ()
    assert [mention.typed for mention in names("Kochi", register).mentions] == []
    assert [place.name for place in names("Sochy", register).mentions[0].places] == ["Sochi"]


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Moscow's invasion of Ukraine", []),
        ("relations between Washington and Moscow", []),
        ("they condemned Moscow", []),
        ("агресія Москви", []),
        ("Is Moscow paired with Chicago?", ["Moscow", "Chicago"]),
        ("Moscow's partner Chicago", ["Moscow's", "Chicago"]),
        ("Are Cleveland and Volgograd twin cities?", ["Cleveland", "Volgograd"]),
    ],
)
def test_governments_and_words_of_the_trade_are_no_places(register: Register, text: str, typed: list[str]) -> None:
    assert [mention.typed for mention in names(text, register).mentions] == typed


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("с чего всё началось", []),
        ("был ли там совет", []),
        ("крім Чикаго, хто призупинив?", ["Чикаго"]),
        ("скільки їх буде", []),
        ("Нове", ["Нове"]),
        ("Зима", ["Зима"]),
        ("чи є побратим у міста Зима", ["Зима"]),
    ],
)
def test_everyday_words_are_no_towns(register: Register, text: str, typed: list[str]) -> None:
    assert [mention.typed for mention in names(text, register).mentions] == typed


def test_the_twin_cities_alone_are_minneapolis_and_saint_paul(register: Register) -> None:
    [found] = names("the Twin Cities", register).mentions
    assert {place.name for place in found.places} == {"Minneapolis", "Saint Paul"}


def test_a_state_with_city_in_small_letters_is_the_state(register: Register) -> None:
    found = names("Florida city suspends its relationship", register)
    assert (found.mentions, found.codes) == ((), ("FL",))


def test_an_occupied_city_is_ukraines_whatever_shares_its_name(register: Register) -> None:
    [found] = names("Donetsk", register).mentions
    assert {str(place.country) for place in found.others} == {"UA"}
