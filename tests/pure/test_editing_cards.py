"""Every card and form that editors see keeps Discord's limits, whatever was typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cogs.editing import draft_cards, forms, preview_card, recorded_card
from cogs.editing.commit import impact_of
from cogs.editing.draft_validation import MOST_SOURCES, check_draft
from cogs.editing.impact import concerns, why_second
from cogs.editing.routes import FormName
from cogs.editing.source_entry import facts_shown, texts_of
from cogs.kit.cards import TEXT_LIMIT
from cogs.kit.components import Form, Layout
from db.record.act_kinds import ActKind
from db.record.authorities import Authority
from db.record.models import Confidence, DateBasis
from db.record.page_kinds import PageKind
from db.record.register import Register
from db.store.draft_models import ActDraft, DraftSource, DraftState, DraftTask
from db.store.subscription_models import Audience, SendCounts
from tests.pure.test_editing_draft_validation import DRAFT, KNOWN
from tests.world import COMPONENT_LIMIT

TODAY = date(2026, 11, 25)
TIE = "juneau-ak--vladivostok"
MARKS = st.sampled_from(["x", "*", "_", "|", "`", "[a](b)", "@everyone", "<#1>", "\n", "Щ", "🕊", " "])


@pytest.fixture(scope="module")
def register(frozen_register: Register) -> Register:
    """The record of the tests, which stands still."""
    return frozen_register


def typed(most: int) -> st.SearchStrategy[str]:
    """A text as an editor may type it into a field of this length, seldom short."""
    return st.builds(lambda mark, count: (mark * count)[:most], MARKS, st.integers(0, most))


SOURCES = st.builds(
    DraftSource,
    address=st.builds("https://a{}.org/{}".format, st.integers(0, 9), st.integers(0, 380).map("x".__mul__)),
    title=typed(250),
    publisher=typed(100),
    published=st.sampled_from(["", "2022", "4/5/2022", "never"]),
    grade=st.sampled_from(["", "A", "C", "D*", "F"]),
    described=st.booleans(),
    page_kind=st.sampled_from(["", *(str(kind) for kind in PageKind)]),
    country=st.sampled_from(["", "US", "RU", "U"]),
    state_media=st.booleans(),
    citable=st.booleans(),
    mirror_of=typed(100),
)
DRAFTS = st.builds(
    ActDraft,
    id=st.integers(1, 10**9),
    editor=st.just(10**18),
    task=st.sampled_from([DraftTask.RECORD, DraftTask.CORRECT]),
    state=st.sampled_from([DraftState.OPEN, DraftState.WAITING]),
    tie=st.just(TIE),
    kind=st.sampled_from([str(kind) for kind in ActKind]),
    date=st.sampled_from(["2022", "2022-04", "2022-04-04", "11/4/2026", "some day"]),
    actor=typed(120),
    authority=st.sampled_from(["", *(str(authority) for authority in Authority)]),
    summary=typed(500),
    vote=typed(120),
    condition=typed(300),
    hearing=st.sampled_from(["", "3 December 2026", "May"]),
    target=st.sampled_from(["", f"{TIE}.20220404.kept"]),
    why=typed(400),
    disputes=st.sampled_from(["", f"{TIE}.20220404.kept"]),
    follows=st.sampled_from([None, "", f"{TIE}.20220404.kept"]),
    act=st.just(""),
    announcement=st.none(),
    decided_by=st.none(),
    said=typed(220),
    date_basis=st.sampled_from(["", *(str(basis) for basis in DateBasis)]),
    date_note=typed(120),
    confidence=st.sampled_from(["", *(str(level) for level in Confidence)]),
    sources=st.lists(SOURCES, max_size=MOST_SOURCES).map(tuple),
)
REACHES = st.one_of(st.none(), st.builds(Audience, st.integers(0, 5000), st.integers(0, 5000)))


def check(shown: Layout | Form) -> None:
    """Discord's limits: the text, the number of components, and what each of them may hold."""
    items = list(shown.walk_children())
    assert len(items) <= COMPONENT_LIMIT
    if isinstance(shown, Layout):
        assert 0 < shown.content_length() <= TEXT_LIMIT
    for item in items:
        found: dict[str, Any] = item.to_component_dict()
        assert len(found.get("content", "x")) >= 1
        assert len(found.get("custom_id", "")) <= 100
        assert len(found.get("label") or "") <= 80
        assert len(found.get("placeholder") or "") <= 150
        options = found.get("options", [])
        assert "options" not in found or 1 <= len(options) <= 25
        assert len({option["value"] for option in options}) == len(options)
        for option in options:
            assert all(1 <= len(option.get(part) or "x") <= 100 for part in ("label", "value", "description"))


@settings(max_examples=150)
@given(draft=DRAFTS, reach=REACHES, is_correction=st.booleans())
def test_any_draft_has_a_card_that_discord_takes(
    draft: ActDraft, reach: Audience | None, is_correction: bool, register: Register
) -> None:
    tie = register.tie(TIE)
    known = register.record.sources
    reading = check_draft(draft, tie, register, TODAY)
    outlook = impact_of(draft, tie, reading)
    if outlook is None:
        check(draft_cards.unfinished(draft, reading, tie, register))
        return
    found = {**known, **{source.id: source for source in reading.new}}
    sources = tuple(found[name] for name in outlook.act.sources)
    second, notes = why_second(outlook, found), concerns(outlook, found)
    shown = preview_card.Preview(
        draft,
        outlook,
        sources,
        reach,
        is_correction,
        is_correction,
        second,
        notes,
        "0" * 8,
        sources,
        is_correction,
        is_correction,
        TODAY,
    )
    check(preview_card.preview(shown, register))


@given(DRAFTS)
def test_any_draft_fills_its_forms(draft: ActDraft) -> None:
    for name in FormName:
        check(forms.form_of(name, draft, 1))
    for number, source in enumerate(draft.sources, start=1):
        check(forms.source_form(draft, number))
        others = texts_of(draft.sources, number, KNOWN, TODAY)
        check(forms.page_form(draft, number, facts_shown(source, KNOWN), others))
    check(forms.source_form(draft, len(draft.sources) + 1))
    if len(draft.sources) > 1:
        check(draft_cards.which_source(draft))
        check(draft_cards.which_page(draft, range(1, len(draft.sources) + 1)))


def test_every_act_of_the_record_can_be_chosen_and_every_tie_asked_about(register: Register) -> None:
    ties = list(register.record.ties.values())
    check(draft_cards.which_tie(1, DraftTask.RECORD, ties, register))
    for tie in ties:
        if tie.acts:
            check(draft_cards.which_act(DRAFT, tie, register))


@pytest.mark.parametrize("task", list(DraftTask))
def test_what_came_of_a_draft_fits(task: DraftTask, register: Register) -> None:
    done = SendCounts(sent=3000, waiting=1000, paused=500, failed=300, gone=200, total=5000)
    draft = replace(DRAFT, tie=TIE, task=task, announcement="x", decided_by=7)
    shown = recorded_card.recorded(draft, register.tie(TIE), register, done, Audience(4000, 1000), is_correction=False)
    check(shown)
