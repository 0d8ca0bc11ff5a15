"""Nothing is said beyond the record outside the cards: the site's pages and feeds, pictures, texts to share, hearings.

Over the same ties that nobody wrote by hand (``generated_ties``). What our own templates say is what they say of a tie
of which nothing is known.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest
from discord import ui
from hypothesis import given, settings
from hypothesis import strategies as st

from cogs.hearings import views
from cogs.hearings.schedule import Change
from cogs.kit.card_actions import CardActions
from cogs.kit.components import Layout
from cogs.pictures.shared_text import figures_text, tie_told
from cogs.pictures.subjects import FigurePicture, TiePicture, View
from cogs.pictures.themes import Shape, Theme
from cogs.site.feeds import feeds
from cogs.site.pages import home, state
from cogs.site.site import Site
from cogs.site.tie_page import tie_page
from cogs.wording import act_phrases, sentences
from cogs.wording.act_sentences import act_sentence, beside, date_doubt, vote_beside
from cogs.wording.calendar import described
from cogs.wording.dates import when
from cogs.wording.history import hearing_was_set
from cogs.wording.sources import Citations
from db.record.derivation import INVASION, acts_in_force, newest_entry
from db.record.hearings import Hearing, hearings_of
from db.record.models import Listing, PartialDate, Record, Tie
from db.record.register import Register
from db.record.shows import Shows
from db.record.standings import Standing
from db.store.delivery_models import Delivery, DeliveryState, Target
from tests.pure.generated_ties import TIE, dates_beyond, known_texts, names_beyond, register_with, ties

pytestmark = pytest.mark.slow

# Headings and first words of ours that a page has only of a tie with a history.
HEADINGS = {"Searches", "Other", "More", "Wrong", "Withdrawn", "Corrected", "Undated", "Hearing", "Upcoming", "What"}
CAPITALIZED = re.compile(r"[A-Z][a-z]{2,}")
MOMENT = datetime(2026, 11, 28, 12, tzinfo=UTC)
REMINDED = Delivery(
    1,
    "hearing_reminder",
    "key",
    1,
    Target("user", 5),
    None,
    {"tie": TIE, "act": "act0", "hearing": "act0"},
    None,
    None,
    DeliveryState.PENDING,
    "nonce",
    MOMENT,
    None,
    0,
    None,
    None,
    None,
    None,
    None,
    None,
    None,
)


class Words(HTMLParser):
    """The words of a page: its text, and what it tells of pictures to who does not see them."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.told += [value or "" for name, value in attrs if name == "alt" or (tag == "meta" and name == "content")]

    def handle_data(self, data: str) -> None:
        self.told.append(data)


def words_of(html: str) -> str:
    """The text of a page with single blanks."""
    page = Words()
    page.feed(html)
    return " ".join(" ".join(page.told).split())


def pages(tie: Tie, register: Register) -> dict[str, str]:
    """The pages of the site that tell of a tie, and its feeds."""
    site = Site(register)
    told = {
        "tie": tie_page(site, tie).html,
        "state": state(site, register.state_of(tie), {}).html,
        "home": home(site, {}).html,
        **{path: text for path, text in feeds(site) if path.endswith(".atom")},
    }
    return {what: words_of(html) for what, html in told.items()}


def pictures(tie: Tie, register: Register) -> dict[str, str]:
    """What pictures say, and what is told of them."""
    found = {"share": TiePicture(tie.id, Theme.LIGHT), "slide": TiePicture(tie.id, Theme.DARK, Shape.SLIDE)}
    code = register.state_of(tie)
    drawn = {
        **{what: subject.draw(register) for what, subject in found.items()},
        "map": FigurePicture(View.MAP, "", Theme.LIGHT, Shape.SHARE).draw(register),
        "state": FigurePicture(View.MAP, code, Theme.LIGHT, Shape.SHARE).draw(register),
        "timeline": FigurePicture(View.TIME, "", Theme.LIGHT, Shape.SHARE).draw(register),
    }
    return {
        f"picture: {what}": "\n".join([*(label.text for label in picture.scene.labels), picture.alt])
        for what, picture in drawn.items()
    }


def shown(layout: Layout) -> str:
    """All that a message says."""
    return "\n".join(item.content for item in layout.walk_children() if isinstance(item, ui.TextDisplay))


def heard(hearing: Hearing, register: Register) -> dict[str, str]:
    """What is said of a hearing: in the list, in a calendar, in a reminder and when something of it changed."""
    return {
        "list": views.hearing_text(hearing, register, Citations(register.record.sources)),
        "calendar": described(hearing),
        "reminder": shown(views.reminder_card(REMINDED, hearing, register, CardActions(), "")),
        "question": shown(views.question_card(REMINDED, hearing, register, CardActions())),
        **{
            change.name: shown(views.change_card(REMINDED, hearing, change, register, hearing.tie.id))
            for change in Change
        },
    }


@pytest.fixture(scope="module")
def ours(frozen_record: Record) -> dict[str, frozenset[str]]:
    """The words with a capital that stand in every page and picture, of a tie of which nothing is known."""
    bare = replace(frozen_record.ties[TIE], acts=(), listings=(), searches=(), note=None, editor_note=None)
    register = register_with(bare, frozen_record)
    told = {**pages(bare, register), **pictures(bare, register)}
    return {what: frozenset(CAPITALIZED.findall(text)) for what, text in told.items()}


def known_of(tie: Tie, register: Register) -> str:
    """All that the record says of a tie, with its sources and with what named people said of its places."""
    record = register.record
    said = [f"{point.speaker} {point.office_then} {point.gist} {point.quote}" for point in record.points_in_use]
    sources = [f"{source.title} {source.publisher} {source.mirror_of}" for source in record.sources.values()]
    dates = [point.date for point in record.points_in_use] + [source.published for source in record.sources.values()]
    asof = newest_entry([tie])
    dates += [PartialDate(asof)] if asof else []
    return " ".join([known_texts(tie, register), *said, *sources, *(when(known) for known in dates if known)])


@given(data=st.data())
@settings(max_examples=25, deadline=None)
def test_no_page_or_feed_names_what_is_not_in_the_record(
    frozen_record: Record, ours: dict[str, frozenset[str]], data: st.DataObject
) -> None:
    tie = data.draw(ties(frozen_record))
    register = register_with(tie, frozen_record)
    known = known_of(tie, register)
    for what, told in pages(tie, register).items():
        assert "EDITORS" not in told, what
        assert names_beyond(told, known, ours[what] | HEADINGS) == set(), what
        assert dates_beyond(told, f"{known} {when(PartialDate(INVASION))}") == set(), what


@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_the_site_tells_every_condition_vote_and_doubt(frozen_record: Record, data: st.DataObject) -> None:
    tie = data.draw(ties(frozen_record))
    register = register_with(tie, frozen_record)
    told = pages(tie, register)
    page, feed = told["tie"], next(text for path, text in told.items() if f"/{tie.id}" in path)
    replaced = {act.replaces for act in tie.acts}
    for act in tie.acts:
        wanted = [act.said or "", act.vote or "", date_doubt(act), act.retracted or "", act.replaces_why or ""]
        wanted += [sentences.condition(act.condition)] if act.condition else []
        assert all(text in page for text in wanted), page
        if act.id not in replaced:
            wanted += [vote_beside(act), "" if act.said else act_phrases.in_full(act)]
            wanted += [hearing_was_set(act)] if act.hearing else []
            assert all(text in feed for text in wanted), feed
    assert all(listing.says in page for listing in tie.listings)
    status = register.status(tie.id)
    if status.standing is Standing.SUSPENDED and status.basis and status.basis.condition:
        assert sentences.condition(status.basis.condition) in told["state"]
    newest = max(acts_in_force(tie.acts), key=lambda act: (act.date.first, act.id), default=None)
    if newest is not None and newest.condition:
        assert sentences.condition(newest.condition) in told["home"]


@given(data=st.data())
@settings(max_examples=25, deadline=None)
def test_no_picture_says_what_is_not_in_the_record(
    frozen_record: Record, ours: dict[str, frozenset[str]], data: st.DataObject
) -> None:
    tie = data.draw(ties(frozen_record))
    register = register_with(tie, frozen_record)
    known = known_of(tie, register)
    for what, told in pictures(tie, register).items():
        assert "EDITORS" not in told, what
        assert names_beyond(told, known, ours[what]) == set(), (what, told)


@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_a_text_to_share_has_what_its_card_has_and_no_more(frozen_record: Record, data: st.DataObject) -> None:
    tie = data.draw(ties(frozen_record))
    register = register_with(tie, frozen_record)
    told = tie_told(tie, register).text
    known = known_of(tie, register)
    assert dates_beyond(told, known) == set()
    assert names_beyond(told, known, {"Tiewatch", "Source", "No", "Nothing", "Nobody", "Only"}) == set()
    status = register.status(tie.id)
    for act in (status.basis, status.against):
        if act is not None:
            assert not act.said or act_sentence(act).removesuffix(".") in told
            assert all(text in told for text in beside(act))
    assert not re.search(r"\[\d", told)
    assert dates_beyond(figures_text(register, ""), known) == set()


@given(data=st.data())
@settings(max_examples=120, deadline=None)
def test_what_is_said_of_a_hearing_is_what_the_record_has(frozen_record: Record, data: st.DataObject) -> None:
    tie = data.draw(ties(frozen_record))
    register = register_with(tie, frozen_record)
    known = known_of(tie, register)
    for hearing in hearings_of(tie, register):
        act = hearing.act
        for what, told in heard(hearing, register).items():
            plain = told.replace("\\", "")
            assert dates_beyond(plain, known) == set(), what
            assert names_beyond(plain, known, {"Portland", "Canceled", "Place", "To", "Times"}) == set(), (what, plain)
            assert ("anceled" in plain) == act.hearing_cancelled or what in {"CANCELLED", "question"}, (what, plain)
            if what not in {"list", "calendar", "reminder"}:
                continue
            assert act.said is None or act.said.removesuffix(".") in plain
            assert act.said is not None or act.summary in plain
            assert all(text in plain for text in (vote_beside(act), date_doubt(act)))
            assert act.vote is None or act.vote.split(",")[0] in plain
            details = (text for text in (act.hearing_place, act.hearing_speak) if text)
            assert all((text in plain) is not act.hearing_cancelled for text in details)


def test_a_page_that_does_not_name_the_pair_stands_under_no_heading_that_says_so(frozen_record: Record) -> None:
    known = frozen_record.ties[TIE]
    says = "The city names its partners, and not this one."
    absent = Listing("page", None, Shows.ABSENT, says, known.acts[0].sources)
    tie = replace(known, listings=(absent,))
    told = pages(tie, register_with(tie, frozen_record))["tie"]
    assert "mention it" not in told
    assert f"names partners without this one: {says}" in told
