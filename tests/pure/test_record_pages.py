"""What one page and one outlet are; and that what an editor may enter goes out with an export and comes back."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cogs.editing.draft_validation import check_draft
from cogs.editing.impact import preview_act
from cogs.kit.sanitize import sanitize
from db.record.act_kinds import ActKind
from db.record.authorities import Authority
from db.record.dataset import load_dataset
from db.record.grades import Grade
from db.record.models import Record, Source
from db.record.pages import (
    AddressError,
    count_as_one,
    independent,
    may_be_one,
    outlets,
    page_of,
    read_address,
    site_of,
)
from db.record.register import Register
from db.record.toml_export import export_toml
from db.store.draft_models import ActDraft, DraftSource, DraftState, DraftTask

pytestmark = pytest.mark.slow

TODAY = date(2026, 11, 28)
TIE = "eugene-or--irkutsk"
DRAFT = ActDraft(
    id=1,
    editor=5,
    task=DraftTask.RECORD,
    state=DraftState.OPEN,
    tie=TIE,
    kind="statement",
    date="2024-04-04",
    actor="Eugene City Council",
    authority="council",
    summary="Heard a report about the tie.",
    vote="",
    condition="",
    hearing="",
    target="",
    why="",
    disputes="",
    follows=None,
    act="",
    announcement=None,
    decided_by=None,
    sources=(),
)

ONE_PAGE = """
http://www.albanytula.org/our-history/ https://albanytula.org/our-history
https://x.org/a https://x.org:443/a
https://x.org/a http://x.org:80/a
https://X.org./a https://x.org/a
https://m.x.org/a https://www.x.org/a
https://mobile.x.org/a https://x.org/a
https://amp.x.org/a https://x.org/a
https://x.org/amp/1.html https://x.org/1.html
https://x.org/a/amp/ https://x.org/a
https://x.org/a.amp?page=3 https://x.org/a?page=3
https://x.org/a?amp=1 https://x.org/a
https://x.org/a?amp https://x.org/a
https://x.org/a?outputType=amp https://x.org/a
https://x.org/a?utm_source=b&UTM_medium=c&fbclid=d&gclid=e&p=1 https://x.org/a?p=1
https://x.org/?b=2&a=1 https://x.org?a=1&b=2
https://x.org/a?b https://x.org/a?b=
https://x.org/a?b=c+d https://x.org/a?b=c%20d
https://x.org/a#comments https://x.org/a
https://x.org/a#:~:text=b https://x.org/a
https://x.org/%7ea_(b) https://x.org/~a_%28b%29
https://x.org/b/../a https://x.org/a
https://пример.рф/новости https://xn--e1afmkfd.xn--p1ai/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8
https://web.archive.org/web/20220308012345/https://www.x.org/a?b=1 https://x.org/a?b=1
https://web.archive.org/web/20220308id_/http://x.org/a https://x.org/a
https://web.archive.org/web/2022/x.org/a https://x.org/a
https://web.archive.org/web/2022/https%3A%2F%2Fx.org%2Fa https://x.org/a
https://web.archive.org/web/https:/x.org/a https://x.org/a
https://archive.ph/20220308/https://x.org/a/ https://x.org/a
https://archive.today/newest/http://x.org/a https://x.org/a
https://archive.ph/2022.03.08-012345/https://x.org/a https://x.org/a
https://archive.is/o/AbCd1/https://x.org/a https://x.org/a
https://archive.ph/2022/https://web.archive.org/web/2022/https://x.org/a https://x.org/a
https://wayback.archive-it.org/1234/20220308012345/https://x.org/a https://x.org/a
https://www.google.com/amp/s/www.x.org/a/amp/ https://x.org/a
https://x-org.cdn.ampproject.org/c/s/x.org/a https://x.org/a
"""
TWO_PAGES = """
https://x.org/watch?v=AbC https://x.org/watch?v=aBc
https://x.org/AbC https://x.org/abc
https://x.org/a https://x.org/b
https://x.org/a https://x.org
https://x.org/amp https://x.org
https://x.org/ample https://x.org/le
https://x.org/a?p=1475 https://x.org/a
https://x.org/a?ref=1 https://x.org/a
https://x.org/a?id=1&id=2 https://x.org/a?id=2&id=1
https://x.org/a%2Fb https://x.org/a/b
https://x.org/#!/a https://x.org
https://x.org/#/a https://x.org/#/b
https://x.org:8443/a https://x.org/a
https://news.x.org/a https://x.org/a
https://m.org/a https://www.org/a
https://archive.ph/AbCd1 https://archive.ph/aBcD1
https://web.archive.org/web/2022/http://localhost/a https://web.archive.org/web/2022/http://localhost/b
"""


def pairs(text: str) -> list[tuple[str, str]]:
    """The two addresses of each line."""
    return [(one, other) for one, other in (line.split() for line in text.strip().splitlines())]


@pytest.mark.parametrize(("one", "other"), pairs(ONE_PAGE))
def test_addresses_of_one_page(one: str, other: str) -> None:
    assert page_of(one) == page_of(other)


@pytest.mark.parametrize(("one", "other"), pairs(TWO_PAGES))
def test_addresses_of_two_pages(one: str, other: str) -> None:
    assert page_of(one) != page_of(other)


SITES = st.sampled_from(
    ["x.org", "www.x.org", "M.X.org.", "amp.x.co.uk:8080", "пример.рф", "web.archive.org", "archive.ph", "google.com"]
)
PATHS = st.one_of(
    st.text(max_size=30),
    st.lists(
        st.sampled_from(
            ["amp", "a", "A", "..", "", ".amp", "b.amp", "web", "2022", "https:", "http%3A", "x.org", "%2F", "%ff", "é"]
        ),
        max_size=8,
    ).map("/".join),
)
QUERIES = st.lists(
    st.tuples(
        st.sampled_from(["utm_source", "fbclid", "p", "P", "amp", "outputType", "é", "%20", ""]), st.text(max_size=4)
    ),
    max_size=4,
).map(lambda found: "&".join(f"{name}={value}" for name, value in found))
FRAGMENTS = st.sampled_from(["", "#", "#a", "#!a/b c", "#/é%20", "#!%ff"])
ADDRESSES = st.builds(
    lambda scheme, site, path, query, fragment: f"{scheme}://{site}/{path}?{query}{fragment}",
    st.sampled_from(["http", "https", "HTTPS"]),
    SITES,
    PATHS,
    QUERIES,
    FRAGMENTS,
)


def page_or_none(address: str) -> str | None:
    """The page of an address, or None where it is none."""
    try:
        return page_of(address)
    except AddressError:
        return None


@settings(max_examples=300)
@given(ADDRESSES)
def test_the_page_of_a_page_is_itself(address: str) -> None:
    page = page_or_none(address)
    assume(page is not None)
    assert page is not None
    assert page_of(page) == page
    assert site_of(page) == site_of(address)


@given(ADDRESSES, st.sampled_from(["utm_source=a", "fbclid=b"]), st.sampled_from(["http", "https"]))
def test_what_differs_for_one_page_makes_no_other_page(address: str, tracking: str, scheme: str) -> None:
    """Pages are equal if ``page_of`` is: an equivalence, as that is a function. These moves stay within a class."""
    page = page_or_none(address)
    assume(page is not None and "#" not in address and ".." not in address and address == address.strip())
    assert page_of(f"{address}&{tracking}") == page
    rest = address.partition("://")[2]
    assert page_of(f"{scheme}://{rest}") == page
    assert page_or_none(f"https://web.archive.org/web/20220308012345/{scheme}://{rest}") == page


@given(ADDRESSES)
def test_whatever_can_be_entered_is_the_page_that_was_typed(address: str) -> None:
    try:
        kept = read_address(address)
    except AddressError:
        return
    assert read_address(kept) == kept
    assert page_of(kept) == page_of(address)


@pytest.fixture(scope="module")
def small(record: Record) -> Record:
    """One tie of the record with all that it needs, so that an export is quick."""
    tie = record.ties[TIE]
    partner = next(partner for partner in record.ukraine_ties.values() if partner.us_place is None)
    point = next(point for point in record.talking_points.values() if point.place is None)
    assert record.petition is not None
    cited = {name for act in tie.acts for name in act.sources}
    cited |= {name for listing in tie.listings for name in listing.sources}
    cited |= {partner.source, point.source, record.petition.source, tie.since_source or ""}
    return Record(
        places={name: record.places[name] for name in (tie.us, tie.ru)},
        ties={TIE: tie},
        sources={name: source for name, source in record.sources.items() if name in cited},
        talking_points={point.id: replace(point, answers=())},
        ukraine_ties={partner.id: partner},
        petition=record.petition,
        states=record.states,
        regions=record.regions,
    )


def recorded(draft: ActDraft, before: Record) -> Record | None:
    """The record with what a draft amounts to, as the database would hold it; None where it has faults."""
    checked = check_draft(draft, before.ties[TIE], Register(before), TODAY)
    if checked.act is None:
        return None
    sources = {**before.sources, **{source.id: source for source in checked.new}}
    return replace(before, ties={TIE: preview_act(before.ties[TIE], checked.act).tie}, sources=sources)


def exported_and_loaded(record: Record) -> Record:
    """What comes of a record that is written to files and read again."""
    with tempfile.TemporaryDirectory() as folder:
        export_toml(record, Path(folder))
        return load_dataset(Path(folder))


def test_pages_that_differ_by_the_case_of_their_path_alone_go_out_and_come_back(small: Record) -> None:
    pages = (
        "https://youtu.be/watch?v=AbC",
        "https://youtu.be/watch?v=aBc",
        "https://youtu.be/AbC",
        "https://youtu.be/abc",
    )
    sources = tuple(DraftSource(page, "The council's meeting", "City of Eugene", "2024-04-04", "B") for page in pages)
    after = recorded(replace(DRAFT, sources=sources), small)
    assert after is not None
    assert len(after.sources) == len(small.sources) + len(pages)
    assert exported_and_loaded(after) == after


# As a form brings it: cleaned at the door, and long enough.
TYPED = st.one_of(
    st.sampled_from(["5–4", '"""', "\\", "'''\n", "“é”\u2028", "\x7f\ufeff", "= [", "#"]), st.text(max_size=20)
).map(lambda text: sanitize(f"The text {text} as typed"))
SOURCES = st.builds(
    DraftSource,
    st.sampled_from(["https://x.org/a", "https://x.org/A", "http://x.org/(a)?b=|", "https://www.x.org/A?utm_id=1"]),
    TYPED,
    TYPED,
    st.sampled_from(["", "2022", "4 April 2022", "2024-05", "1945"]),
    st.sampled_from([*map(str, Grade), "D*"]),
)
DRAFTS = st.builds(
    replace,
    st.just(DRAFT),
    kind=st.sampled_from([str(kind) for kind in ActKind]),
    date=st.sampled_from(["2024-04-04", "2024-04", "2024", "2026-11-28", "1990"]),
    authority=st.sampled_from([str(authority) for authority in Authority]),
    actor=TYPED,
    summary=TYPED,
    vote=st.one_of(st.just(""), TYPED),
    condition=st.one_of(st.just(""), TYPED),
    hearing=st.sampled_from(["", "", "4 May 2028", "2026-12-24"]),
    sources=st.lists(SOURCES, min_size=1, max_size=3).map(tuple),
)


@settings(max_examples=40)
@given(draft=DRAFTS)
def test_whatever_the_forms_accept_goes_out_and_comes_back(draft: ActDraft, small: Record) -> None:
    after = recorded(draft, small)
    assert after is not None or draft.hearing
    if after is not None:
        assert exported_and_loaded(after) == after


@settings(max_examples=60)
@given(address=ADDRESSES)
def test_whatever_address_the_form_accepts_goes_out_and_comes_back(address: str, small: Record) -> None:
    after = recorded(replace(DRAFT, sources=(DraftSource(address, "The minutes", "City", "", "A"),)), small)
    if after is not None:
        assert exported_and_loaded(after) == after


@pytest.mark.parametrize(
    ("address", "site"),
    [
        ("https://chicago.suntimes.com/a", "suntimes.com"),
        ("https://www.bbc.co.uk/a", "bbc.co.uk"),
        ("https://en.lb.ua/a", "lb.ua"),
        ("https://ci.san-bernardino.ca.us/a", "san-bernardino.ca.us"),
        ("https://appleton-wi.blogspot.com/a", "appleton-wi.blogspot.com"),
        ("https://samliccardo.medium.com/a", "samliccardo.medium.com"),
        ("https://cityoflacrosse.legistar.com/View.ashx?ID=1", "cityoflacrosse.legistar.com"),
        ("https://m.facebook.com/CityOfHomer/posts/1", "facebook.com/cityofhomer"),
        ("https://web.archive.org/web/2022/https://www.city.gov/a", "city.gov"),
        ("https://apnews.com/article/1", "associated press"),
        ("https://gov.uk/a", "gov.uk"),
    ],
)
def test_the_site_of_an_address(address: str, site: str) -> None:
    assert site_of(address) == {site}


def test_what_is_no_address_is_of_no_site() -> None:
    assert site_of("a paper") == site_of("http://127.0.0.1/") == frozenset()


def source(number: int, url: str, publisher: str, mirror_of: str | None = None) -> Source:
    """A report."""
    return Source(str(number), url, "T", publisher, None, Grade.C, mirror_of=mirror_of)


def test_outlets_are_counted_by_site_publisher_and_whose_text_they_carry() -> None:
    paper = source(1, "https://oregonlive.com/a", "The Oregonian/OregonLive")
    blog = source(2, "https://blog.org/a", "A blog", "The Oregonian (op-ed, quoted in part)")
    radio = source(3, "https://klcc.org/a", "KLCC")
    wire = source(4, "https://klcc.org/b", "KLCC", "AP")
    agency = source(5, "https://apnews.com/b", "The Associated Press")
    assert outlets(paper) & outlets(blog)
    assert [independent(found) for found in ([], [paper], [paper, blog], [paper, radio], [radio, wire])] == [
        0,
        1,
        1,
        2,
        2,
    ]
    assert independent([wire, agency]) == 1
    assert independent([paper, blog, radio, wire, agency]) == 3


def test_one_that_shares_a_site_with_one_and_a_name_with_another_joins_them() -> None:
    one, other = source(1, "https://one.org/a", "One"), source(2, "https://other.org/a", "Other")
    between = source(3, "https://one.org/b", "Other")
    assert independent([one, other]) == 2
    assert independent([one, other, between]) == independent([between, one, other]) == 1


def test_what_counts_as_one_is_named_by_its_positions() -> None:
    paper, radio = source(1, "https://oregonlive.com/a", "The Oregonian"), source(2, "https://klcc.org/a", "KLCC")
    copy, again = source(3, "https://blog.org/a", "A blog", "Oregonian"), source(4, "https://m.klcc.org/b", "KLCC News")
    assert count_as_one([paper, radio, copy, again]) == ((0, 2), (1, 3))
    assert count_as_one([]) == ()


def test_equal_titles_and_names_within_names_may_be_one() -> None:
    kgw = source(1, "https://kgw.com/a", "KGW")
    other = replace(source(2, "https://other.org/a", "Other"), title="Another title")
    assert may_be_one(replace(kgw, title="City ends tie (AP)"), replace(other, title="City Ends Tie (AP)"))
    assert may_be_one(kgw, replace(other, publisher="KGW News"))
    assert not may_be_one(kgw, other)
    assert not may_be_one(kgw, replace(other, title=kgw.title, title_is_descriptive=True))
    assert not may_be_one(kgw, replace(other, url="https://kgw.com/b", title=kgw.title)), "it is one outlet anyway"
    assert not may_be_one(replace(kgw, title="***"), replace(other, title="***"))


def test_no_act_of_the_record_cites_two_pages_that_may_be_one(register: Register) -> None:
    for tie in register.record.ties.values():
        for act in tie.acts:
            cited = [register.record.sources[name] for name in act.sources]
            assert not [found for found in combinations(cited, 2) if may_be_one(*found)], act.id


def test_an_address_has_at_most_400_characters_as_typed_and_as_it_is_kept() -> None:
    longest = "https://example.org/".ljust(400, "a")
    assert read_address(longest) == longest
    with pytest.raises(AddressError, match=r"^The address has 401 characters; the most is 400\."):
        read_address(longest + "a")
    # What is unsafe in a link takes three characters for one.
    with pytest.raises(AddressError, match=r"^The address has more than 400 characters\."):
        read_address(longest[:-1] + "(")


@pytest.mark.parametrize("typed", ["", " ", "<>"])
def test_an_address_that_is_missing_is_called_that(typed: str) -> None:
    with pytest.raises(AddressError, match=r"^The address of the page is missing\."):
        read_address(typed)


@pytest.mark.parametrize(("length", "is_whole"), [(60, True), (61, False)])
def test_what_is_no_address_is_said_back_up_to_60_characters(length: int, is_whole: bool) -> None:
    typed = "ftp://example.org/".ljust(length, "x")
    shown = typed if is_whole else f"{typed[:59]}…"
    with pytest.raises(AddressError) as refused:
        read_address(typed)
    assert f"“{shown}”" in str(refused.value)


def test_a_site_that_is_called_2f_something_is_taken() -> None:
    assert read_address("https://2fa.example.org/") == "https://2fa.example.org/"


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("https://example.org/a b", "The address has a blank in it."),
        ("https://example.org/a\u200b", "The address has a blank in it."),
        ("https://user@example.org/", "user name"),
        ("https://2fwww.example.org/a", "begins with “2f”, what is left of a slash: write “www.example.org”."),
        ("https://2F2Fwww.example.org/a", "write “www.example.org”."),
    ],
)
def test_why_an_address_is_not_taken_is_said(typed: str, why: str) -> None:
    with pytest.raises(AddressError) as refused:
        read_address(typed)
    assert why in str(refused.value)


@pytest.mark.parametrize("port", [0, 80, 443])
def test_a_port_that_every_site_has_makes_no_other_page(port: int) -> None:
    assert page_of(f"https://example.org:{port}/a") == page_of("https://example.org/a")
    assert page_of("https://example.org:8080/a") != page_of("https://example.org/a")
