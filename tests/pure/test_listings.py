"""Which pages may be told to show a pair, and which ties only Wikipedia names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cogs.letters.local_fact import local_fact
from cogs.lookup.answers.answers_to_choices import history_answer, tie_answer
from cogs.lookup.autocomplete import suggest
from cogs.lookup.lists.csv_export import ties_csv
from cogs.lookup.parts.blocks import partners_line
from cogs.lookup.render_text import as_text
from cogs.wording import page_sentences
from cogs.wording.sources import Citations
from cogs.wording.standing_text import standing_line
from cogs.wording.status import row_standing
from cogs.wording.tie_search import suggest_ties
from db.record.grades import Grade
from db.record.levels import Level
from db.record.listings import leading_pair, only_wikipedia
from db.record.models import Listing, PartialDate, Source, Tie
from db.record.page_kinds import PageKind
from db.record.register import Register
from db.record.shows import SHOWS, Shows

TODAY = date(2026, 11, 28)
WIKIPEDIAS = {
    "pembroke-pines-fl--astrakhan",
    "tooele-ut--kambarka",
    "chillicothe-oh--azov",
    "bowling-green-ky--protvino",
    "cleveland-heights-oh--volzhsky",
    "nassau-county-ny--pushkin",
    "oneonta-ny--krasnoyarsk",
    "yakima-wa--derbent",
}
# Unconfirmed, and no page found shows the pair.
WITHOUT_A_PAIR = {
    "los-altos-ca--syktyvkar",
    "saint-paul-mn--novosibirsk",
    "carrboro-nc--saratov",
    "shaker-heights-oh--volzhsky",
    "baker-city-or--zeya",
}


def source(name: str, kind: PageKind, grade: Grade = Grade.C, *, publisher: str = "", mirror_of: str = "") -> Source:
    url = f"https://{name}.org/"
    said = publisher or name
    return Source(name, url, "A page", said, None, grade, page_kind=kind, mirror_of=mirror_of or None)


SOURCES = {
    found.id: found
    for found in (
        source("paper", PageKind.NEWSPAPER),
        source("russia", PageKind.RUSSIAN_OUTLET, Grade.D),
        source("list", PageKind.NEWSPAPER, Grade.E),
        source("blog", PageKind.BLOG, Grade.E),
        source("directory", PageKind.DIRECTORY, Grade.D),
        source("wiki", PageKind.WIKI, Grade.E),
        source("wikipedia", PageKind.WIKI, Grade.E, publisher="Wikipedia"),
        source("scraper", PageKind.AGGREGATOR, Grade.E, mirror_of="Wikipedia"),
    )
}


def tie(*listings: tuple[str, str, Shows]) -> Tie:
    """A tie with a listing for each source, date and what it shows."""
    made = (
        Listing(f"a--b.listing.{number}", PartialDate.parse(day) if day else None, shows, "It says so.", (name,))
        for number, (name, day, shows) in enumerate(listings, 1)
    )
    return Tie("a--b", "a", "b", Level.SISTER_CITY, listings=tuple(made))


@pytest.mark.parametrize(
    ("listings", "leads"),
    [
        ([("paper", "2021", Shows.PAIR), ("paper", "2022", Shows.PAIR)], 2),
        ([("paper", "2022", Shows.PAIR), ("paper", "", Shows.PAIR)], 1),
        ([("paper", "", Shows.PAIR), ("paper", "2006", Shows.PAIR)], 2),
        ([("paper", "2021", Shows.PAIR), ("paper", "2024", Shows.UNCLEAR), ("paper", "2025", Shows.PAST)], 1),
        ([("russia", "", Shows.PAIR), ("scraper", "2023-04", Shows.PAIR)], 1),
        ([("paper", "2004", Shows.PAIR), ("list", "2022", Shows.PAIR), ("directory", "2023", Shows.PAIR)], 1),
        ([("blog", "2012", Shows.PAIR), ("scraper", "2023-04", Shows.PAIR)], 1),
        ([("wikipedia", "2020", Shows.PAIR), ("scraper", "2023-04", Shows.PAIR)], 2),
        ([("paper", "2024", Shows.ABSENT), ("paper", "2024", Shows.UNCLEAR)], None),
        ([], None),
    ],
)
def test_the_newest_sound_page_that_shows_the_pair_leads(
    listings: list[tuple[str, str, Shows]], leads: int | None
) -> None:
    asked = tie(*listings)
    assert leading_pair(asked, SOURCES) == (None if leads is None else asked.listings[leads - 1])


@pytest.mark.parametrize(
    ("names", "only"),
    [
        (["wikipedia"], True),
        (["scraper", "wikipedia"], True),
        (["scraper", "blog"], False),
        (["wiki"], False),
        (["wikipedia", "paper"], False),
        ([], False),
    ],
)
def test_only_wikipedia_names_a_tie_where_each_of_its_pages_is_wikipedias(names: list[str], only: bool) -> None:
    assert only_wikipedia(tie(*((name, "2022", Shows.UNCLEAR) for name in names)), SOURCES) is only


def test_an_act_read_elsewhere_makes_a_tie_known_beyond_wikipedia(register: Register) -> None:
    known = register.tie("yakima-wa--derbent")
    act = replace(register.tie("baker-city-or--zeya").acts[0], sources=("audacy-nd",))
    assert only_wikipedia(known, register.record.sources)
    assert not only_wikipedia(replace(known, acts=(act,)), register.record.sources)
    assert only_wikipedia(replace(known, acts=(replace(act, retracted="It was not so."),)), register.record.sources)


def test_the_ties_that_only_wikipedia_names_say_so_wherever_they_are_named(register: Register) -> None:
    for known in register.record.ties.values():
        us = register.place(known.us)
        texts = [
            as_text(tie_answer(known.id, register, TODAY), register),
            as_text(history_answer(known.id, register), register),
            row_standing(known, register),
            partners_line(us, register),
            local_fact(known, register).text,
            next(found.label for found in suggest_ties(known.id.replace("-", " "), register)),
        ]
        if len(register.ties_of(us.id)) == 1:
            texts += [found.label for found in suggest(us.name, register) if us.name in found.label][:1]
        wanted = known.id in WIKIPEDIAS
        assert ["Wikipedia" in text for text in texts[2:]] == [wanted] * len(texts[2:]), known.id
        assert ["nly Wikipedia" in text for text in texts[:2]] == [wanted] * 2, known.id
        assert ties_csv([known], register).decode().strip().endswith("yes" if wanted else "no")


def test_a_page_is_said_to_show_the_pair_only_where_it_does(register: Register) -> None:
    sources = register.record.sources
    for known in register.record.ties.values():
        citations = Citations(sources)
        said = standing_line(known, register, citations).text
        pairs = [item for item in known.listings if item.shows is Shows.PAIR]
        first_words = {item.says.partition(".")[0][:40] for item in pairs}
        shows = any(words in said for words in first_words)
        if register.status(known.id).basis is None and (shows or "Wikipedia" in said):
            assert citations.sources[0].id in {name for item in pairs for name in item.sources}, known.id
        if register.status(known.id).basis is None and known.id not in WIKIPEDIAS:
            assert shows == (known.id not in WITHOUT_A_PAIR), known.id
        for item in known.listings:
            assert item.shows is Shows.PAIR or item.says not in said, known.id


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("oakland-ca--nakhodka", "A news report of 4 June 2022 printed a U.S.–Russia Chamber of Commerce list that"),
        ("flagstaff-az--barnaul", "A Barnaul newsroom tells of a local family's visit to the mayor of Flagstaff"),
        ("flint-mi--tolyatti", "Sister Cities of Flint (archived copy) says that formal ties are limited to"),
        (
            "westport-ct--saint-petersburg",
            "No better page than a blog was found to name the two. A local blog quotes",
        ),
        ("fox-cities-wi--kurgan", "No better page than a blog was found to name the two. "),
        (
            "orlando-fl--orenburg",
            "No better page than a collection of others' texts was found to name the two. An old ",
        ),
        (
            "oneonta-ny--krasnoyarsk",
            "Only Wikipedia, or a copy of it, was found to name this pair [1]: ask the city before you repeat it. ",
        ),
        ("saint-paul-mn--novosibirsk", "On 21 June 2022 Novosibirsk's mayor, Anatoly Lokot, said that no city had "),
        (
            "los-altos-ca--syktyvkar",
            "One page names the two, and dates the tie [1]; none found says whether the tie stands (searched ",
        ),
    ],
)
def test_how_a_tie_is_told_whose_standing_nothing_says(register: Register, name: str, says: str) -> None:
    told = standing_line(register.tie(name), register, Citations(register.record.sources))
    assert told.strong == "Not known."
    assert told.text.startswith(f" {says}"), told.text
    assert "whether the tie stands (searched 28 November 2026)." in told.text


def test_a_page_that_names_partners_without_the_tie_is_told_as_that(register: Register) -> None:
    told = as_text(tie_answer("homer-ak--yelizovo", register, TODAY), register)
    assert (
        "The city's own page (which mentions events of 2024) names "
        "Teshio, Japan, as its sister city, in the singular, and not Yelizovo [2]."
    ) in told
    # One of 2018 is older than nothing that is told, and still no page shows the pair more newly than that.
    assert "A university center's series on the tie" in as_text(
        tie_answer("richmond-in--serpukhov", register, TODAY), register
    )
    assert "and not Northport (undated)" in as_text(tie_answer("northport-ny--sochi", register, TODAY), register)


def test_the_history_says_of_each_page_what_it_shows(register: Register) -> None:
    for known in register.record.ties.values():
        lines = as_text(history_answer(known.id, register), register).splitlines()
        for listing in known.listings:
            (line,) = [line for line in lines if f": {listing.says}" in line]
            assert SHOWS[listing.shows].label in line.partition(": ")[0]


def test_editors_notes_are_never_shown_and_readers_notes_are(register: Register) -> None:
    for known in register.record.ties.values():
        texts = [
            as_text(found, register)
            for found in (tie_answer(known.id, register, TODAY), history_answer(known.id, register))
        ]
        assert known.note is None or known.note in texts[1]
        assert known.editor_note is None or not any(known.editor_note in text for text in texts)


@pytest.mark.parametrize(
    ("says", "told"),
    [
        ("It names two (Minsk, Kranj).", "It names two (Minsk, Kranj) (2024) [1]."),
        ("It says “paused”. No more was found.", "It says “paused” (2024) [1]. No more was found."),
        ("It says “We paused.”", "It says “We paused.” (2024) [1]"),
        ("In 2024 it named St. Petersburg.", "In 2024 it named St. Petersburg [1]."),
    ],
)
def test_date_and_marks_stand_before_the_first_stop(register: Register, says: str, told: str) -> None:
    first = register.tie("homer-ak--yelizovo").listings[0]
    listing = replace(first, says=says, date=PartialDate.parse("2024"))
    assert page_sentences.shown_on_page(listing, " [1]") == told
