"""Every card of the letters is within Discord's limits, whatever is typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cogs.kit.components import Layout
from cogs.letters import compose as drafting
from cogs.letters import kept_letters, options_card, views
from cogs.letters.compose import clean_text, line
from cogs.letters.draft_service import DraftView
from cogs.letters.forms import about_form, meaning_form, title_form, words_form
from cogs.letters.guide_languages import GuideLanguage
from cogs.letters.guides import guide_in
from cogs.letters.requests import Request
from cogs.letters.review import review
from db.record.register import Register
from db.store.letter_models import LetterDraft, LetterOutcome, SentLetter
from tests.pure.letters import SHIPPED, TIES, TODAY, draft_about, letter_of

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
TEXT = 10
UKRAINIAN = guide_in(GuideLanguage.UKRAINIAN)
WORST = "*_~`|>[]()#\\" * 400


@pytest.fixture(scope="module")
def register(frozen_register: Register) -> Register:
    """The record of the tests, which stands still."""
    return frozen_register


def reading(draft: LetterDraft, register: Register, **found: Any) -> DraftView:
    """What the desk reads from a draft."""
    subject = drafting.subject_of(draft, register)
    fitting = tuple(item for item in SHIPPED if item.fits(Request(draft.ask), draft.fact.standing))
    letter = letter_of(draft, register, fitting[0])
    request = drafting.values(draft, subject, register, TODAY)["ask"]
    return DraftView(
        draft,
        subject,
        letter,
        request,
        fitting[0],
        fitting,
        review(draft, letter, subject, register, **found),
        found.get("changed", ""),
    )


def check(layout: Layout) -> None:
    """Discord's limits for a message: characters, components, custom ids, options."""
    assert layout.content_length() <= 4000
    assert layout.total_children_count <= 40
    names: list[str] = []
    _collect(layout.to_components(), names)  # type: ignore[no-untyped-call]
    assert len(names) == len(set(names))
    assert all(len(name) <= 100 for name in names)


def _collect(components: Any, names: list[str]) -> None:
    for component in components:
        names += [component["custom_id"]] if component.get("custom_id") else []
        assert len(component.get("options", ())) <= 25
        assert len(component.get("placeholder", "")) <= 150
        for option in component.get("options", ()):
            assert 1 <= len(option["label"]) <= 100
            assert len(option.get("description") or "") <= 100
        assert len(component.get("label") or "") <= 80
        _collect(component.get("components", ()), names)
        _collect([component["accessory"]] if component.get("accessory") else (), names)


def test_the_cards_of_every_tie_are_within_the_limits(register: Register) -> None:
    for tie in register.record.ties:
        shown = reading(draft_about(tie, register, changed_at=NOW), register)
        check(views.panel(shown, register, NOW, TODAY, UKRAINIAN))
        check(views.letter_card(shown, NOW))
        check(options_card.options_card(shown, register))


@pytest.mark.parametrize(
    "text", [WORST[:4000], "503-555-0142 I urge you to stop this bullshit. " * 80, "I will kill you. " * 230]
)
def test_the_worst_a_person_can_type_is_within_the_limits(text: str, register: Register) -> None:
    draft = draft_about(
        *("bloomington-normal-il--vladimir", register),
        reason=clean_text(text)[:4000],
        respect=text[:1000],
        name=text[:200],
        neighborhood=text[:100],
        title=text[:80],
        changed_at=NOW,
    )
    shown = reading(draft, register, changed=text[:300], alike=1.0, lacking=tuple("😢😀👍"))
    check(views.letter_card(shown, NOW, note="A note. " * 30, guide=UKRAINIAN))
    check(views.guide_card(UKRAINIAN, guide_in(GuideLanguage.RUSSIAN)))
    check(views.panel(shown, register, NOW, TODAY, UKRAINIAN))
    check(options_card.options_card(shown, register))
    check(kept_letters.confirm_delete(draft, kept_letters.subject_of(draft, register)))
    drafts = [(replace(draft, id=f"{number:016x}"), text[:80]) for number in range(25)]
    sent = [(_sent(f"{number:016x}"), text[:80]) for number in range(25)]
    check(kept_letters.list_card(drafts, sent))
    check(
        kept_letters.sent_card(
            replace(_sent("0"), outcome=LetterOutcome.AGREED, remind_at=NOW + timedelta(14)), text[:80]
        )
    )


def _sent(letter: str) -> SentLetter:
    return SentLetter(
        letter, 7, None, "x", None, "end-1", "Mayor of Portland and Portland City Council", NOW, None, None
    )


@settings(max_examples=80)
@given(text=st.text(alphabet=st.characters(codec="utf-8"), max_size=1500))
def test_any_text_is_within_the_limits(text: str, register: Register) -> None:
    draft = draft_about(
        next(iter(TIES.values())), register, reason=clean_text(text), title=line(text, 80), changed_at=NOW
    )
    check(views.letter_card(reading(draft, register), NOW))


def test_every_form_is_within_the_limits(register: Register) -> None:
    guides = (None, *map(guide_in, GuideLanguage))
    for tie, guide in product(register.record.ties, guides):
        draft = draft_about(tie, register, reason="x" * 4000, respect="x" * 1000, name="x" * 200)
        for form in (
            words_form(draft, drafting.subject_of(draft, register).place, guide),
            about_form(draft, guide),
            meaning_form(draft, "meaning:0123456789ab", "x " * 800, guide),
            title_form(draft),
        ):
            payload = form.to_dict()
            assert len(payload["title"]) <= 45
            assert len(payload["custom_id"]) <= 100
            assert 1 <= len(payload["components"]) <= 5
            told = [each["content"] for each in payload["components"] if each["type"] == TEXT]
            assert sum(map(len, told)) <= 4000
            for label in (each for each in payload["components"] if each["type"] != TEXT):
                assert len(label["label"]) <= 45
                assert len(label.get("description") or "") <= 100
                assert len(label["component"].get("value", "")) <= 4000
