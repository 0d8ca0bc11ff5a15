"""A source is called what it is; what copies others is never first, and is left out where there is better."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cogs.lookup.answers.answers_to_choices import sources_answer, tie_answer
from cogs.wording.sources import Citations, best_sources, brief_source, kind_of_page, short_source, source_line
from db.record.grades import Grade
from db.record.listings import leads
from db.record.models import PartialDate, Record, Source
from db.record.page_kinds import PageKind
from db.record.pages import outlets
from db.record.register import Register

TODAY = date(2026, 11, 28)


def source(name: str, kind: PageKind, grade: Grade = Grade.C, **more: object) -> Source:
    made = Source(name, f"https://{name}.example.org/1", name.title(), name.title(), None, grade, page_kind=kind)
    return replace(made, **more)  # type: ignore[arg-type]


PAPER = source("paper", PageKind.NEWSPAPER)
SCRAPER = source("scraper", PageKind.AGGREGATOR, Grade.E, mirror_of="Herald")
REPOST = source("repost", PageKind.OTHER, Grade.E)
STATE_MEDIA = source("agency", PageKind.RUSSIAN_OUTLET, Grade.D, country="RU", state_media=True)


@pytest.mark.parametrize(
    ("given", "cited"),
    [
        ([SCRAPER, PAPER], [PAPER]),
        ([REPOST, SCRAPER, PAPER], [PAPER]),
        ([SCRAPER], [SCRAPER]),
        ([SCRAPER, STATE_MEDIA], [STATE_MEDIA, SCRAPER]),
        ([PAPER, replace(PAPER, id="copy", mirror_of="Paper")], [PAPER]),
        ([PAPER, replace(PAPER, id="second", url="https://paper.example.org/2")], None),
    ],
)
def test_the_best_sources_go_first_and_alone(given: list[Source], cited: list[Source] | None) -> None:
    assert list(best_sources(given)) == (given if cited is None else cited)


def test_unknown_ids_are_passed_over_and_numbers_stay() -> None:
    citations = Citations({known.id: known for known in (PAPER, SCRAPER)})
    assert citations.cite_best(["none", "scraper", "paper"]) == " [1]"
    assert citations.cite(["scraper"]) == " [2]"
    assert citations.cite_best(["paper", "scraper"]) == " [1]"
    assert citations.sources == (PAPER, SCRAPER)


@pytest.mark.parametrize(
    ("known", "told"),
    [
        (PAPER, "a newspaper"),
        (source("case", PageKind.ENCYCLOPEDIA), "an encyclopedia"),
        (source("outlet", PageKind.RUSSIAN_OUTLET, country="RU"), "a Russian outlet"),
        (STATE_MEDIA, "a Russian outlet, Russian state media"),
        (source("site", PageKind.RUSSIAN_OFFICIAL, Grade.B, country="RU"), "a Russian office's own site"),
        (source("tv", PageKind.WIRE_COPY, mirror_of="Associated Press"), "a newsroom carrying Associated Press"),
        (
            source("wire", PageKind.WIRE_COPY, Grade.D, country="PK", mirror_of="Sputnik", state_media=True),
            "a newsroom carrying Sputnik, state media",
        ),
        (source("page", PageKind.OTHER), "news report"),
    ],
)
def test_a_source_is_called_what_it_is(known: Source, told: str) -> None:
    assert kind_of_page(known) == told
    assert brief_source(known).endswith(f", no date shown ({known.grade}: {told})")


@pytest.mark.parametrize(
    ("known", "told"),
    [
        (PAPER, "Paper (C)"),
        (source("city", PageKind.CITY_PAGE, Grade.B), "City (B)"),
        (replace(PAPER, published=PartialDate(date(2022, 4, 6))), "Paper, 6 April 2022 (C)"),
        (source("blog", PageKind.BLOG, Grade.E), "Blog (E: a blog)"),
        (source("op", PageKind.OP_ED, Grade.D), "Op (D: an opinion piece)"),
        (
            source("tv", PageKind.WIRE_COPY, mirror_of="Associated Press"),
            "Tv (C: a newsroom carrying Associated Press)",
        ),
        (STATE_MEDIA, f"{STATE_MEDIA.publisher} ({STATE_MEDIA.grade}: a Russian outlet, Russian state media)"),
    ],
)
def test_a_short_source_says_its_kind_where_that_is_no_news_or_own_page(known: Source, told: str) -> None:
    assert short_source(known) == told


def test_a_title_of_ours_stands_with_its_publisher_and_without_quotation_marks() -> None:
    ours = replace(PAPER, title="On the council's vote", title_is_descriptive=True)
    assert source_line(ours) == "Paper: On the council's vote, no date shown (C: a newspaper)"
    assert source_line(PAPER) == "Paper: “Paper”, no date shown (C: a newspaper)"


def test_no_card_of_the_record_begins_with_a_copy_where_there_is_better(record: Record, register: Register) -> None:
    for tie in record.ties.values():
        basis = register.status(tie.id).basis
        if basis is None:
            continue
        first = tie_answer(tie.id, register, TODAY).sources[0]
        assert leads(first) or not any(leads(record.sources[name]) for name in basis.sources), tie.id
        best = best_sources(record.sources[name] for name in basis.sources)
        for number, one in enumerate(best):
            assert not any(
                outlets(one) & outlets(other) and (one.mirror_of or other.mirror_of) for other in best[:number]
            )


def test_sources_of_one_outlet_are_said_to_count_as_one(register: Register) -> None:
    told = [line.text for line in sources_answer("la-crosse-wi--dubna", register).parts[0].lines]
    assert told == [
        (
            "5 sources: 2 of grade B and 3 of grade C. A grade says how near a page is to the decision: "
            "from A, a resolution or minutes, to E, a list or a repost."
        ),
        "[1] and [4] are both from City of La Crosse, and count as one.",
    ]
