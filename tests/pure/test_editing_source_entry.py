"""What the page of a source is taken to be, and whose text it carries."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cogs.editing.draft_faults import DraftFault, DraftStep
from cogs.editing.source_entry import PageFacts, described, facts_shown, read_sources, retyped, texts_of
from db.record.models import Record
from db.record.page_kinds import PAGE_KINDS, PageKind, kind_anywhere, kind_in
from db.record.register import Register
from db.store.draft_models import DraftSource

TODAY = date(2026, 11, 28)
NOTHING = Register(Record())
HERALD = DraftSource("https://herald.example.com/a", "City ends tie", "Herald", "2026-11-20", "C")
TIMES = DraftSource("https://times.example.org/b", "City ends tie", "Times", "2026-11-20", "C")


@pytest.mark.parametrize(
    ("address", "grade", "kind", "country", "citable"),
    [
        ("https://www.cityofdixon.us/page", "B", PageKind.CITY_PAGE, "US", True),
        ("https://dixon.gov/page", "A", PageKind.OTHER, "US", False),
        ("https://dixon.gov/page", "E", PageKind.OTHER, "US", False),
        ("https://en.wikipedia.org/wiki/Dixon", "E", PageKind.WIKI, None, False),
        ("https://someone.substack.com/p/dixon", "E", PageKind.BLOG, None, False),
        ("https://www.facebook.com/dixon/posts/1", "B", PageKind.SOCIAL, None, False),
        ("https://tula.ru/news", "B", PageKind.RUSSIAN_OFFICIAL, "RU", False),
        ("https://vesti-tula.ru/news", "D*", PageKind.RUSSIAN_OUTLET, "RU", False),
        ("https://vesti-tula.ru/news", "D", PageKind.OTHER, "RU", False),
        ("https://novyny.ua/news", "C", PageKind.OTHER, "UA", False),
        ("https://paper.com/news", "C", PageKind.OTHER, None, False),
        ("nowhere", "", PageKind.OTHER, None, False),
    ],
)
def test_what_address_and_grade_tell_of_a_page(
    address: str, grade: str, kind: PageKind, country: str | None, citable: bool
) -> None:
    facts = facts_shown(DraftSource(address, grade=grade), NOTHING)
    assert facts == PageFacts(kind, country, grade == "D*", citable)


def test_a_page_is_as_the_other_pages_of_its_site_as_far_as_they_agree(register: Register) -> None:
    for site in {source.url for source in register.record.sources.values()}:
        known = register.sources_of_site(site)
        facts = facts_shown(DraftSource(site, grade="C"), register)
        kinds, countries = {source.page_kind for source in known}, {source.country for source in known}
        assert facts.page_kind is (PageKind.OTHER if len(kinds) > 1 else kinds.pop())
        assert facts.country == (None if len(countries) > 1 else countries.pop())


@pytest.mark.parametrize("kind", list(PageKind))
def test_a_kind_of_one_country_follows_from_it(kind: PageKind) -> None:
    country = PAGE_KINDS[kind].country
    anywhere = kind_anywhere(kind)
    assert PAGE_KINDS[anywhere].country is None
    assert kind_in(anywhere, country) is kind or not country
    assert kind_in(kind, "US") is kind


def test_a_copy_carries_the_text_of_the_other_source_or_of_what_that_one_copies() -> None:
    copied = described(HERALD, PageFacts(mirror_of="Associated Press"))
    assert texts_of((HERALD, TIMES), 2, NOTHING, TODAY) == {1: "Herald"}
    assert texts_of((copied, TIMES), 2, NOTHING, TODAY) == {1: "Associated Press"}
    assert texts_of((HERALD, TIMES), 1, NOTHING, TODAY) == {2: "Times"}


def test_a_copy_is_asked_about_until_it_was_answered() -> None:
    def faults(*sources: DraftSource) -> list[DraftFault]:
        found: list[DraftFault] = []
        read_sources(sources, NOTHING, TODAY, found)
        return found

    (fault,) = faults(HERALD, TIMES)
    assert (fault.step, fault.number) == (DraftStep.PAGE, 2)
    assert "[1] and [2] have the same title" in fault.text
    assert faults(HERALD, described(TIMES, PageFacts())) == []
    assert faults(HERALD, described(TIMES, PageFacts(mirror_of="Herald"))) == []
    assert faults(HERALD, replace(TIMES, title="Another title")) == []


def test_what_was_said_of_a_page_stays_with_that_page() -> None:
    told = described(HERALD, PageFacts(PageKind.NEWSPAPER, "US", citable=True))
    assert retyped(told, replace(HERALD, title="A better title")) == replace(told, title="A better title")
    assert retyped(told, replace(HERALD, address="http://herald.example.com/a/")).page_kind == PageKind.NEWSPAPER
    assert retyped(told, TIMES) == TIMES
