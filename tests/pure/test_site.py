"""The public page: what its pages say, that nothing vanishes from it, and that a build is whole or none."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from posixpath import dirname, join, normpath
from struct import unpack
from urllib.parse import unquote

import pytest
from markupsafe import escape

from cogs.pictures.scene import LONGEST_ALT
from cogs.pictures.timeline_picture import decisions
from cogs.site import addresses
from cogs.site.build import build_site
from cogs.site.pages import all_ties, home, sides
from cogs.site.site import MOST_LISTED, Site
from cogs.site.tie_page import tie_page
from cogs.wording import figure_sentences
from cogs.wording.blocks import Line
from cogs.wording.english import listed, listed_apart
from cogs.wording.history import act_rest
from cogs.wording.names import pair_name
from cogs.wording.sources import Citations
from cogs.wording.status import tie_status
from db.record.act_kinds import ActKind
from db.record.figures import figures
from db.record.levels import LEVELS, Level
from db.record.models import ArchivedCopy, Place, Record, Source, Tie
from db.record.register import Register
from db.record.standings import STANDINGS, Standing
from tests.bench.synthetic import grown
from tests.pure.site_pages import TIE, Read, files_of, links, only, read, small, squeezed, with_acts, with_tie

pytestmark = pytest.mark.slow

# A page without its picture: what it loads, together.
MOST_BYTES = 60_000
NASTY = "“Q” <b>&amp; \"x\" 'y' ⟦\u202egnp\u202c⟧ \u05e9\u05dc\u05d5\u05dd \u0000"


@pytest.fixture(scope="module")
def register(frozen_register: Register) -> Register:
    """The record of the tests, which stands still."""
    return frozen_register


@pytest.fixture(scope="module")
def folder(register: Register, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of that record."""
    made = tmp_path_factory.mktemp("built") / "site"
    build_site(Site(register, contact="mail@example.org", kept=("watches",)), made)
    return made


@pytest.fixture(scope="module")
def pages(folder: Path) -> dict[str, Read]:
    """Every page of it, by its path."""
    return {file.relative_to(folder).as_posix(): read(file) for file in sorted(folder.rglob("*.html"))}


def test_there_is_a_page_for_each_tie_each_state_and_what_else_people_look_for(
    pages: dict[str, Read], register: Register
) -> None:
    expected = {addresses.tie_page(name) for name in register.record.ties}
    expected |= {addresses.state_page(code) for code in register.record.states}
    expected |= {"index.html", "ties.html", "how.html", "unknown.html", "sides.html", "about.html"}
    expected |= {"privacy.html", "terms.html", "data.html", "404.html"}
    assert set(pages) == expected


def test_every_page_has_one_heading_a_title_of_its_own_and_no_two_anchors_alike(pages: dict[str, Read]) -> None:
    titles = [page.all("title")[0].text for page in pages.values()]
    assert len(set(titles)) == len(titles)
    for path, page in pages.items():
        assert len(page.all("h1")) == 1, path
        assert page.all("h1")[0].text.strip(), path
        assert len(set(page.ids)) == len(page.ids), path
        assert all("alt" in image.attributes for image in page.all("img")), path


def test_every_picture_is_announced_in_its_size(pages: dict[str, Read], folder: Path) -> None:
    shown = [(path, image.attributes) for path, page in pages.items() for image in page.all("img")]
    assert len(shown) > 5
    for path, image in shown:
        file = folder / normpath(join(dirname(path), image["src"]))
        width, height = unpack(">II", file.read_bytes()[16:24])
        assert (image["width"], image["height"]) == (str(width), str(height)), file
        assert 20 < len(image["alt"]) <= LONGEST_ALT, path


def test_every_link_within_the_site_leads_somewhere(pages: dict[str, Read], folder: Path) -> None:
    found = [(path, to, anchor) for path, page in pages.items() for to, anchor in links(path, page)]
    assert len(found) > 500
    assert [(path, to) for path, to, _ in found if not (folder / to).is_file()] == []
    assert [found for found in found if found[2] and found[2] not in pages[found[1]].ids] == []


def test_a_ties_page_begins_with_the_first_line_of_its_status_card(pages: dict[str, Read], register: Register) -> None:
    asof = Site(register).today
    for tie in register.record.ties.values():
        line: Line = tie_status(tie, register, asof, Citations(register.record.sources)).lines[0]
        page = pages[addresses.tie_page(tie.id)]
        label, lead = page.all("p", "standing")[0].text.strip(), squeezed(page.all("p", "lead")[0].text)
        shape, _, standing = label.partition(" ")
        assert shape == STANDINGS[register.status(tie.id).standing].shape
        # What the label says, the sentence below it does not say again.
        said = f"{line.strong}{line.text}".removeprefix(f"{standing}.").lstrip()
        assert lead == squeezed(said)
        assert page.all("meta")[2].attributes["content"].startswith(line.strong)


def test_an_entry_of_a_history_is_brief_and_the_rest_is_a_press_away(
    pages: dict[str, Read], register: Register
) -> None:
    folded = 0
    for tie in register.record.ties.values():
        told = {item.attributes.get("id"): squeezed(item.text) for item in pages[addresses.tie_page(tie.id)].all("li")}
        for act in tie.acts:
            brief, _, more = told[addresses.act_anchor(act.id)].partition("More on this entry")
            rest = act_rest(act) if act.said else ""
            folded += bool(rest)
            assert more.strip() == squeezed(rest)
            assert "link to this entry" in brief
            assert not rest or squeezed(rest) not in brief
    assert folded > 10


def test_each_number_of_a_source_stands_beside_the_source(pages: dict[str, Read]) -> None:
    for path, page in pages.items():
        cited = {link.attributes["href"][1:] for link in page.all("a", "cite")}
        assert cited <= set(page.ids), path


def test_an_entry_that_was_corrected_or_withdrawn_is_struck_through_with_the_reason(
    register: Register, tmp_path: Path
) -> None:
    tie = register.record.ties[TIE]
    first = tie.acts[-1]
    newer = replace(first, id=f"{first.id}-2", replaces=first.id, replaces_why="The day was wrong", said=None)
    other = replace(first, id=f"{first.id}-3", retracted="It was about another city")
    changed = with_acts(only(register, TIE), tie, *tie.acts, newer, other)
    build_site(Site(changed), tmp_path / "site")
    page = read(tmp_path / "site" / addresses.tie_page(TIE))
    entries = {item.attributes["id"]: item for item in page.all("li") if "id" in item.attributes}
    assert "Wrong, and corrected by another entry." in entries[first.id].text
    assert "Withdrawn: It was about another city." in entries[other.id].text
    assert "Corrects an earlier entry: The day was wrong." in entries[newer.id].text
    assert len(page.all("del")) == 2
    assert f"#{newer.id}" in {link.attributes.get("href") for link in page.all("a")}
    assert "2 entries of this history turned out wrong." in squeezed(page.all("main")[0].text)


def test_what_people_wrote_is_shown_as_they_wrote_it_and_nothing_of_it_is_markup(
    register: Register, tmp_path: Path
) -> None:
    tie = register.record.ties[TIE]
    act = replace(tie.acts[-1], said=f"Said {NASTY}.", actor=NASTY, summary=NASTY)
    made = with_acts(only(register, TIE), replace(tie, note=NASTY), *tie.acts[:-1], act)
    record = made.record
    place: Place = replace(record.places[tie.us], name=NASTY)
    source: Source = replace(record.sources[act.sources[0]], title=NASTY, publisher=NASTY, url="javascript:alert(1)")
    record = replace(record, places={**record.places, place.id: place}, sources={**record.sources, source.id: source})
    build_site(Site(Register(record), contact=NASTY), tmp_path / "site")
    for path, data in files_of(tmp_path / "site").items():
        if path.endswith(".html"):
            text = data.decode()
            assert "<b>" not in text, path
            assert not {"\u202e", "\u0000"} & set(text), path
            assert "javascript:" not in text, path
    shown = read(tmp_path / "site" / addresses.tie_page(TIE))
    assert "“Q” <b>&amp; \"x\" 'y' ⟦gnp⟧ שלום" in shown.all("h1")[0].text


def test_the_archived_copy_of_a_source_stands_beside_it(register: Register, tmp_path: Path) -> None:
    made = only(register, TIE)
    cited = made.record.sources[made.record.ties[TIE].acts[-1].sources[0]]
    copy = ArchivedCopy("https://web.archive.org/web/2022/https://example.org/", date(2022, 6, 3))
    kept = replace(cited, copies=(copy,))
    record = replace(made.record, sources={**made.record.sources, kept.id: kept})
    build_site(Site(Register(record)), tmp_path / "site")
    page = read(tmp_path / "site" / addresses.tie_page(TIE))
    assert {link.text: link.attributes["href"] for link in page.all("a")}["copy of 3 June 2022"] == copy.url


def test_what_is_for_editors_alone_is_on_no_page(register: Register, tmp_path: Path) -> None:
    tie = replace(register.record.ties[TIE], editor_note="Ask the clerk privately.")
    build_site(Site(with_tie(only(register, TIE), tie)), tmp_path / "site")
    assert not [path for path, data in files_of(tmp_path / "site").items() if b"privately" in data]


def test_a_page_weighs_little_without_its_picture(folder: Path) -> None:
    loaded = sum((folder / name).stat().st_size for name in (addresses.STYLE, addresses.SCRIPT))
    heaviest = max(file.stat().st_size for file in (folder / "ties").iterdir())
    assert heaviest + loaded <= MOST_BYTES


def test_what_others_show_of_a_link_is_in_the_head_once_the_address_is_known(
    register: Register, tmp_path: Path
) -> None:
    build_site(small(register, address="https://example.org/ties/"), tmp_path / "site")
    meta = {
        item.attributes.get("property", item.attributes.get("name", "")): item.attributes.get("content", "")
        for item in read(tmp_path / "site" / addresses.tie_page(TIE)).all("meta")
    }
    assert meta["og:image"] == f"https://example.org/ties/pictures/ties/{TIE}.png"
    assert meta["og:url"] == f"https://example.org/ties/ties/{TIE}.html"
    assert meta["og:title"] == "Portland, Oregon – Khabarovsk, Russia"
    assert "[1]" not in meta["description"]
    listed = (tmp_path / "site" / addresses.SITEMAP).read_text(encoding="utf-8")
    assert f"<loc>https://example.org/ties/ties/{TIE}.html</loc>" in listed
    assert "404" not in listed
    assert (tmp_path / "site" / addresses.tie_picture(TIE)).read_bytes().startswith(b"\x89PNG")


def test_a_hearing_to_come_is_on_the_first_page_on_its_states_and_in_the_calendar(
    register: Register, tmp_path: Path
) -> None:
    tie = register.record.ties[TIE]
    proposal = replace(
        tie.acts[-1], id=f"{TIE}.new", kind=ActKind.PROPOSED, hearing=date(2027, 1, 12), hearing_place="City Hall, <2>"
    )
    folder = tmp_path / "site"
    build_site(Site(with_acts(only(register, TIE), tie, *tie.acts, proposal)), folder)
    for path in (addresses.HOME, addresses.state_page("OR")):
        told = squeezed(read(folder / path).all("main")[0].text)
        assert "A hearing is set for 12 January 2027" in told
        assert "Place: City Hall, <2>." in told
    calendar = (folder / addresses.HEARINGS).read_bytes()
    assert b"DTSTART;VALUE=DATE:20270112\r\n" in calendar


def test_a_state_without_a_tie_says_so(pages: dict[str, Read]) -> None:
    told = squeezed(pages[addresses.state_page("ID")].all("main")[0].text)
    assert "Idaho: no tie with Russia on record" in told
    assert "Do you know of one? Tell us at mail@example.org, or by /tip send in Discord." in told


def test_an_error_can_be_reported_from_every_page_and_says_what_it_is_about(
    pages: dict[str, Read], register: Register, tmp_path: Path
) -> None:
    for path, page in pages.items():
        reports = [link.attributes["href"] for link in page.all("a") if link.text == "Report an error"]
        assert [report.partition("?")[0] for report in reports] == ["mailto:mail@example.org"], path
    tie = pages[addresses.tie_page(TIE)]
    (written,) = {href for link in tie.all("a") if (href := link.attributes["href"]).startswith("mailto:")}
    assert unquote(written).endswith("?subject=Portland, Oregon – Khabarovsk, Russia | Tiewatch")
    forms = [form for page in pages.values() for form in page.all("form")]
    assert not [form for form in forms if form.attributes.get("method") == "post"]
    build_site(replace(small(register), contact="https://discord.gg/x"), tmp_path / "link")
    page = read(tmp_path / "link" / addresses.HOME)
    assert [link.attributes["href"] for link in page.all("a") if link.text == "Report an error"] == [
        "https://discord.gg/x"
    ]
    build_site(small(register), tmp_path / "none")
    assert "Report an error" not in (tmp_path / "none" / addresses.HOME).read_text(encoding="utf-8")


def test_a_record_with_one_tie_and_one_with_none_have_a_site_too(register: Register, tmp_path: Path) -> None:
    build_site(small(register), tmp_path / "one")
    assert (
        "The only tie with Russia is not on record as ended" in read(tmp_path / "one" / "index.html").all("h1")[0].text
    )
    none = Register(replace(register.record, ties={}, talking_points={}))
    build_site(Site(none), tmp_path / "none")
    assert "No tie is on record yet" in read(tmp_path / "none" / "index.html").all("h1")[0].text


def test_a_large_record_is_listed_by_state_and_has_a_picture_for_each(record: Record) -> None:
    large = Site(Register(grown(record, MOST_LISTED + 1)))
    tie = list(large.register.record.ties.values())[-1]
    assert large.picture_of(tie) == addresses.state_picture(large.register.state_of(tie))
    html = all_ties(large).html
    assert addresses.state_page("OR") in html
    assert addresses.tie_page(TIE) not in html
    assert "filter" not in html
    assert '<form class="filter"' not in home(large, {}).html
    whole = Site(Register(record))
    assert addresses.tie_page(TIE) in all_ties(whole).html
    assert whole.picture_of(record.ties[TIE]) == addresses.tie_picture(TIE)


def test_of_what_kinds_the_ties_are_is_on_the_first_page_and_on_that_of_each_other_tie(
    pages: dict[str, Read], register: Register
) -> None:
    ties = register.record.ties.values()
    text = pages["index.html"].all("main")[0].text
    for level, many in Counter(tie.level for tie in ties).items():
        assert figure_sentences.numbered(many, LEVELS[level].noun) in text
    for tie in ties:
        told = pages[addresses.tie_page(tie.id)].all("main")[0].text
        assert (f"This is a {LEVELS[tie.level].noun}" in told) is (tie.level is not Level.SISTER_CITY)


def test_each_figure_leads_to_the_list_of_its_ties(pages: dict[str, Read], register: Register) -> None:
    counts = register.counts()
    found = [item.attributes["href"] for item in pages["index.html"].all("a") if "standing=" in item.attributes["href"]]
    assert sorted(found) == sorted(f"ties.html?standing={standing}" for standing, many in counts.items() if many)
    state = register.state_of(register.record.ties[TIE])
    page = pages[addresses.state_page(state)]
    found = [item.attributes["href"] for item in page.all("a") if "standing=" in item.attributes["href"]]
    assert found
    assert all(address.startswith("../ties.html?standing=") and address.endswith(f"&q={state}") for address in found)


def test_it_is_said_of_what_kinds_the_ended_ties_are(pages: dict[str, Read], register: Register) -> None:
    ended = [tie for tie in register.record.ties.values() if register.status(tie.id).standing is Standing.ENDED]
    assert len(ended) > 1
    told = pages["index.html"].all("main")[0].text.partition(f"The {len(ended)} ended are ")[2].partition(".")[0]
    assert told == listed(
        figure_sentences.numbered(many, LEVELS[level].noun)
        for level in LEVELS
        if (many := sum(tie.level is level for tie in ended))
    )


def test_the_ties_that_a_vote_ended_are_named(pages: dict[str, Read], register: Register) -> None:
    told = pages["index.html"].all("main")[0].text.partition("Ended by a vote: ")[2].partition("News")[0]
    ended = [tie for tie in register.record.ties.values() if register.status(tie.id).standing is Standing.ENDED]
    named = [tie for tie in ended if pair_name(tie, register) in told]
    assert len(named) == figures(register).ended_by_vote
    assert figure_sentences.ended_by_vote([]) == figure_sentences.ended_by_vote(["A"] * 13) == ""


def test_it_is_said_how_a_feed_is_followed(pages: dict[str, Read], register: Register) -> None:
    state = register.state_of(register.record.ties[TIE])
    for path in (addresses.tie_page(TIE), addresses.state_page(state), addresses.DATA):
        told = squeezed(pages[path].all("main")[0].text)
        assert "a feed reader, such as Feedly or Thunderbird" in told, path


def test_both_sides_have_as_many_words_each(pages: dict[str, Read]) -> None:
    headings = [item.text for item in pages["sides.html"].all("h2") if " of " in item.text]
    assert len(headings) == 2
    assert len({heading.rpartition(": ")[2].split(" of ")[0] for heading in headings}) == 1
    for path, page in pages.items():
        if path.startswith("ties/"):
            assert len(page.all("blockquote")) % 2 == 0, path


def test_each_side_is_a_press_away_and_its_numbers_are_explained(pages: dict[str, Read]) -> None:
    page = pages["sides.html"]
    jumps = {item.attributes["href"] for item in page.all("a")}
    assert {"#side-1", "#side-2"} <= jumps
    assert "how many are here, and of how many on record" in page.all("main")[0].text


def test_the_timeline_says_why_its_numbers_are_not_those_of_the_ties(
    pages: dict[str, Read], register: Register
) -> None:
    many = Counter(made.tie for made in decisions(register.record.ties.values()))
    again = [pair_name(register.tie(tie), register) for tie, times in many.items() if times > 1]
    told = squeezed(pages["index.html"].all("main")[0].text)
    assert f"This counts decisions, not ties. About {listed_apart(again)} there was more than one." in told
    assert "A tie that somebody only said to stand is not in it." in told


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ((), "This counts decisions, not ties."),
        (("A – B",), "This counts decisions, not ties. About A – B there was more than one."),
        (tuple("abcde"), "This counts decisions, not ties. About 5 ties there was more than one."),
    ],
)
def test_which_ties_were_decided_about_more_than_once_is_named_while_they_are_few(
    names: tuple[str, ...], told: str
) -> None:
    assert figure_sentences.decided_again(names) == told


def test_on_a_narrow_screen_the_signs_of_the_table_are_explained_above_it(pages: dict[str, Read]) -> None:
    (key,) = pages["index.html"].all("p", "narrow")
    for standing in Standing:
        assert f"{STANDINGS[standing].shape} {STANDINGS[standing].word}" in squeezed(key.text)


def test_no_picture_waits_for_the_reader_to_scroll(pages: dict[str, Read]) -> None:
    assert not [path for path, page in pages.items() if any("loading" in item.attributes for item in page.all("img"))]


def test_what_a_figure_is_made_of_is_told_in_plain_words(register: Register) -> None:
    found = figures(register)
    assert figure_sentences.counted_more(Standing.UNCONFIRMED, found) == "not known whether it stands"
    assert figure_sentences.counted_more(Standing.DISPUTED, found) == "accounts differ"
    assert re.fullmatch(r"\d+ by a vote, \d+ without one", figure_sentences.counted_more(Standing.ACTIVE, found))


def test_what_is_quoted_no_more_keeps_its_place_with_the_reason(register: Register) -> None:
    known = next(point for point in register.record.points_in_use if point.answers and point.quote)
    anchor = addresses.act_anchor(known.id)
    retired = replace(known, retired="The page was withdrawn.")
    points = {**register.record.talking_points, known.id: retired}
    site = Site(Register(replace(register.record, talking_points=points)))
    html = sides(site).html
    assert f'<li id="{anchor}"' in html
    assert "The page was withdrawn." in html
    others = [tie_page(site, tie).html for tie in site.register.record.ties.values()]
    assert known.quote
    assert not [page for page in (html, *others) if escape(known.quote) in page]
    assert f'<blockquote id="{anchor}"' in sides(Site(register)).html


def test_a_tie_keeps_its_address_whatever_changes_in_it(register: Register) -> None:
    tie: Tie = register.record.ties[TIE]
    assert addresses.tie_page(tie.id) == f"ties/{TIE}.html"
