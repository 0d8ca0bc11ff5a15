"""The guides: both sides in equal number, partners that may be held up, a bar that never runs over."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from discord import ui
from hypothesis import given
from hypothesis import strategies as st

from cogs.campaign import guide_sentences, guides, points
from cogs.campaign.guide_views import points_card, told_card
from cogs.campaign.progress import progress_texts
from cogs.campaign.register_cache import RegisterCache
from cogs.campaign.routes import PointsPage
from cogs.campaign.where import read_where
from cogs.kit.cards import TEXT_LIMIT, safe
from cogs.wording.sources import Citations
from db.record.dataset import load_dataset
from db.record.figures import figures
from db.record.models import Petition, Record, Side, TalkingPoint
from db.record.register import Register
from db.record.standings import Standing


def shown_points(register: Register, found: dict[Side, list[TalkingPoint]], page: int) -> dict[Side, int]:
    """How many points of each side stand on a page, by their words."""
    shown = points.page_of(register, found, page, Citations(register.record.sources))
    told = [line for line in shown.block.lines if not line.strong.startswith("↳")]
    return {
        side: sum(1 for point in all_ if any((point.quote or point.gist) in line.text for line in told))
        for side, all_ in found.items()
    }


def test_both_sides_have_as_many_words_on_every_page(register: Register) -> None:
    found = points.chosen(register, None, None, "")
    assert found[Side.END]
    assert found[Side.KEEP]
    pages = points.page_of(register, found, 0, Citations(register.record.sources)).pages
    for page in range(pages):
        counts = shown_points(register, found, page)
        assert counts[Side.END] == counts[Side.KEEP] > 0, page


def test_every_point_of_a_side_is_reached_when_it_is_chosen(register: Register) -> None:
    for side in Side:
        found = points.chosen(register, None, side, "")
        everything = [point for point in register.record.talking_points.values() if point.side is side]
        assert len(found[side]) == len(everything)
        pages = points.page_of(register, found, 0, Citations(register.record.sources)).pages
        assert pages == -(-len(everything) // points.PER_PAGE)


def test_each_point_names_speaker_office_date_and_source_and_what_was_said_against_it(register: Register) -> None:
    citations = Citations(register.record.sources)
    found = points.chosen(register, None, Side.END, "")
    shown = points.page_of(register, found, 0, citations)
    first = found[Side.END][0]
    line = next(line for line in shown.block.lines if line.strong.startswith(first.speaker))
    assert first.office_then is None or first.office_then in line.strong
    assert "[1]" in line.text
    assert any(line.strong.startswith("↳ On the other side, ") for line in shown.block.lines)
    assert register.record.sources[first.source] in citations.sources


def test_a_word_and_a_place_narrow_the_points(register: Register) -> None:
    found = points.chosen(register, read_where("Gainesville", register), None, "")
    assert {point.place for side in found.values() for point in side} == {"gainesville-fl"}
    of_state = points.chosen(register, read_where("Florida", register), None, "")
    assert len(of_state[Side.KEEP]) >= len(found[Side.KEEP])
    said = points.chosen(register, None, None, "zelenskyy")
    assert said[Side.END]
    assert all("elensk" in f"{point.speaker} {point.gist} {point.quote}" for point in said[Side.END])


@given(st.text(max_size=24), st.integers(0, 9))
def test_any_word_is_looked_for(register: Register, text: str, page: int) -> None:
    found = points.chosen(register, None, None, text)
    shown = points.page_of(register, found, page, Citations(register.record.sources))
    assert 0 <= shown.page < shown.pages
    assert shown.block.lines


@pytest.mark.parametrize("side", [None, *Side])
def test_every_page_of_points_fits_its_card_whole(register: Register, side: Side | None) -> None:
    found = points.chosen(register, None, side, "")
    for page in range(points.page_of(register, found, 0, Citations(register.record.sources)).pages):
        citations = Citations(register.record.sources)
        shown = points.page_of(register, found, page, citations)
        card = points_card(shown, citations, ("", side, ""))
        told = "\n".join(item.content for item in card.walk_children() if isinstance(item, ui.TextDisplay))
        assert len(told) <= TEXT_LIMIT
        for line in shown.block.lines:
            assert safe(line.strong) in told, (page, line)


def test_nothing_found_is_said(register: Register) -> None:
    found = points.chosen(register, None, None, "xyzzyx")
    (line,) = points.page_of(register, found, 0, Citations(register.record.sources)).block.lines
    assert "Nothing of that is on record" in line.text


def test_the_longest_page_of_points_fits_its_button() -> None:
    assert len(PointsPage(999, "щ" * 40, Side.CONTEXT, "щ" * 24).pack()) <= 100


def test_no_occupied_lapsed_or_weak_partner_is_held_up(register: Register) -> None:
    shown = guides.partners(register, None)
    assert len(shown) > 20
    assert not [tie for tie in shown if tie.weak or tie.ua_crimea or tie.ua_note]
    assert not [tie for tie in shown if tie.status in {"ended", "inactive"}]


@pytest.mark.parametrize(
    ("typed", "names"),
    [("Oregon", {"Corvallis"}), ("Corvallis", {"Corvallis"}), ("kharkiv", {"Cincinnati"}), ("Ohio", {"Cincinnati"})],
)
def test_partners_are_found_by_state_place_or_partner(register: Register, typed: str, names: set[str]) -> None:
    where = read_where(typed, register)
    assert where
    assert names <= {tie.us_name for tie in guides.partners(register, where)}


def test_places_with_both_partners_name_the_russian_one(register: Register) -> None:
    block = guides.ukraine_part(register, None, Citations(register.record.sources))
    told = " ".join(f"{line.strong}{line.text}" for line in block.lines)
    assert "On record with Russia: " in told
    assert "Where to begin." in told


PROGRAMS = ("Ukraine's ministry", "Patronage", "Sister Cities International", "Ukraine's Embassy", "Cities4Cities")


def test_each_program_on_record_is_named_with_whom_it_takes_and_its_source() -> None:
    register = Register(load_dataset())
    for state in ("", *register.record.states):
        citations = Citations(register.record.sources)
        where = read_where(state, register) if state else None
        block = guides.ukraine_part(register, where, citations)
        told = [f"{line.strong}{line.text}" for line in block.lines[-len(PROGRAMS) :]]
        assert all(line.startswith(name) for line, name in zip(told, PROGRAMS, strict=True))
        assert all(re.search(r"\[\d+\]", line) for line in told)
        # Nothing of it is cut from the card.
        card = told_card(block, citations, "A note.")
        shown = "\n".join(getattr(item, "content", "") for item in card.walk_children())
        assert "European Union alone" in shown, state


def test_a_program_whose_page_is_not_on_record_is_not_named(register: Register) -> None:
    bare = Register(replace(register.record, sources={}))
    told = " ".join(line.strong for line in guides.ukraine_part(bare, None, Citations({})).lines)
    assert "Where to begin." in told
    assert not [name for name in PROGRAMS if name in told]


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_the_bar_is_full_at_the_goal_and_never_beyond(register: Register, count: int, goal: int) -> None:
    assert register.record.petition is not None
    petition = replace(register.record.petition, count=count, goal=goal)
    bar = guides.bar(petition)
    assert len(bar) == 16
    assert ("▱" not in bar) == (count >= goal)
    told = " ".join(line.text for line in guides.petition_part(petition, Citations({})).lines)
    assert ("The goal has been reached" in told) == (count >= goal)


def test_the_invitation_tells_the_states_own_count(register: Register, petition: Petition) -> None:
    found = figures(register)
    everywhere = guides.invitation(register, petition, "")
    ended, suspended = found.standings[Standing.ENDED], found.standings[Standing.SUSPENDED]
    assert f"Only {ended} of {found.ties} sister-city ties" in everywhere
    assert (
        f"are on record as ended; {suspended} are suspended, and of {found.standings[Standing.UNCONFIRMED]} "
        in everywhere
    )
    assert "not ended" not in everywhere
    told = guides.invitation(register, petition, "OR")
    assert "Oregon has 5 sister-city ties with Russia on record, none of them on record as ended." in told
    assert "California has 11 sister-city ties with Russia on record; 1 is on record as ended." in guides.invitation(
        register, petition, "CA"
    )
    assert petition.url in told
    assert "ended every sister-city tie" in guides.invitation(register, petition, "MD")
    assert "sister-city ties between U.S. places" in guides.invitation(register, petition, "ID")


def test_a_beginning_counts_every_tie_under_a_standing(register: Register) -> None:
    found = figures(register)
    told = guide_sentences.about_campaign(found)
    counts = [int(many) for many in re.findall(r"\d+", told.partition("Mayors")[0].replace(",", ""))]
    assert counts[0] == found.ties == sum(counts[1:])
    assert f"{found.standings[Standing.SUSPENDED]} are suspended, " in told
    assert f"{found.standings[Standing.DORMANT]} are dormant, " in told
    one = replace(found, standings={**found.standings, Standing.DISPUTED: 1, Standing.DORMANT: 0})
    assert "1 is disputed, " in guide_sentences.about_campaign(one)
    assert "dormant" not in guide_sentences.about_campaign(one)


def test_a_newcomer_is_sent_to_a_tie_that_a_letter_may_move(register: Register) -> None:
    assert guides.letter_target(register, "MD") == ("", "")
    place, pair = guides.letter_target(register, "OR")
    assert place.endswith(", Oregon")
    assert pair.startswith(place)
    assert "Oregon – " in guides.look_for_news_of(register, "OR")


@pytest.fixture
def petition(register: Register) -> Petition:
    """The petition on record."""
    assert register.record.petition is not None
    return register.record.petition


async def test_figures_are_counted_once_for_each_state_of_the_record(record: Record) -> None:
    register, remembered, counted = Register(record), RegisterCache(), []

    def count(register: Register, state: str) -> int:
        counted.append(state)
        return len(register.record.ties)

    for _ in range(3):
        assert await remembered.of(count, register, "OR") == len(record.ties)
    assert counted == ["OR"]
    register.replace_tie(register.tie("portland-or--khabarovsk"))
    await remembered.of(count, register, "OR")
    assert counted == ["OR", "OR"]


def test_a_card_of_progress_says_the_figures_of_what_it_shows(register: Register, today: date) -> None:
    told = progress_texts(register, "OR", today)
    assert sum(int(count.split()[1]) for count, _ in told.figures) == len(told.ties) == 5
    everything = progress_texts(register, "", today)
    assert sum(int(count.split()[1]) for count, _ in everything.figures) == len(register.record.ties)
    assert not everything.ties
    assert progress_texts(register, "ID", today).figures == ()
