"""What an announcement says, for every kind of act, and when it is late, newer, thin or put right."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from discord import ui

from cogs.announcements import views, wording
from cogs.common.cards import TEXT_LIMIT
from db.announcements import Announcement, AnnouncementKind
from db.models import Act, ActKind, Authority, PartialDate, Standing
from db.register import Register
from db.standing import derive

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
TIE = "portland-or--khabarovsk"


def recorded(register: Register, *acts: Act) -> Register:
    """The register with these acts at the end of Portland's tie."""
    fresh = Register(register.record)
    tie = fresh.tie(TIE)
    fresh.replace_tie(replace(tie, acts=(*tie.acts, *acts)))
    return fresh


def act(register: Register, kind: ActKind, name: str = "new", **changes: object) -> Act:
    """An act of 20 November 2026 on one report."""
    source = next(source.id for source in register.record.sources.values() if source.grade == "C")
    made = Act(
        name, PartialDate(date(2026, 11, 20)), kind, "the council", Authority.COUNCIL, "It was decided", (source,)
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def said_of(register: Register, kind: AnnouncementKind = AnnouncementKind.CHANGE, **changes: object) -> Announcement:
    """The announcement of the new act."""
    after = derive(register.tie(TIE)).standing
    made = Announcement("new", kind, TIE, "new", Standing.ACTIVE, after, None, NOW)
    return replace(made, **changes)  # type: ignore[arg-type]


def text(story: wording.Story | None) -> str:
    """All that a story says."""
    assert story is not None
    return "\n".join([story.title, story.name, *(said.strong + said.rest for said in story.paragraphs), *story.notes])


@pytest.mark.parametrize("kind", list(ActKind))
def test_every_kind_of_act_is_told_with_date_actor_and_source(register: Register, kind: ActKind) -> None:
    known = recorded(register, act(register, kind))
    story = wording.news(said_of(known), known, NOW)
    told = text(story)
    assert "by the council on 20 November 2026, on one report [1]." in told
    assert "Portland, Oregon – Khabarovsk" in told
    assert "recorded on" not in told
    assert story is not None
    assert len(story.sources) == 1


def test_a_condition_a_vote_and_a_hearing_are_told(register: Register) -> None:
    new = act(register, ActKind.PROPOSED, vote="5–4", condition="peace", hearing=date(2026, 12, 3))
    known = recorded(register, new)
    told = text(wording.news(said_of(known, AnnouncementKind.VOTE), known, NOW))
    assert "Proposed: nothing is decided yet" in told
    assert ", 5–4, on one report [1]. Until: peace." in told
    assert "Hearing: it is set for 3 December 2026." in told
    assert "How the tie stands has not changed by this: ● Active." in told
    later = text(wording.news(said_of(known, AnnouncementKind.VOTE), known, NOW + timedelta(days=30)))
    assert "Hearing: it was set for 3 December 2026." in later


def test_late_news_say_so(register: Register) -> None:
    known = recorded(register, act(register, ActKind.ENDED))
    told = text(wording.news(said_of(known), known, NOW + timedelta(days=3)))
    assert "Sent late: recorded on 25 November 2026." in told


def test_news_that_the_record_has_overtaken_say_what_is_newer(register: Register) -> None:
    known = recorded(register, act(register, ActKind.SUSPENDED), act(register, ActKind.ENDED, "later"))
    told = text(wording.news(said_of(known, after=Standing.SUSPENDED), known, NOW))
    assert "Newer since: ○ Ended." in told


def test_news_without_its_act_are_never_told(register: Register) -> None:
    with pytest.raises(LookupError):
        wording.news(said_of(register), register, NOW)


def test_an_error_whose_correction_was_withdrawn_is_not_told(register: Register) -> None:
    first = act(register, ActKind.SUSPENDED)
    wrong = act(register, ActKind.ENDED, "mend", replaces="new", replaces_why="No.", retracted="It never happened")
    known = recorded(register, first, wrong)
    mend = said_of(known, AnnouncementKind.RETRACTION, id="undone", act_id="mend", corrects="mend")
    assert wording.news(said_of(known, after=Standing.SUSPENDED), known, NOW, mend) is None


def test_nobody_can_ping_or_format_through_a_summary(register: Register) -> None:
    evil = "@everyone <@1> <@&2> **bold** [link](https://evil.example) `code` {{ 1 }}"
    known = recorded(register, act(register, ActKind.ENDED, actor=evil, summary=evil, condition=evil, vote=evil))
    story = wording.news(said_of(known), known, NOW)
    assert story is not None
    card = views.story(story, [])
    shown = "\n".join(item.content for item in card.walk_children() if isinstance(item, ui.TextDisplay))
    assert "evil.example" in shown
    for bad in (r"@everyone", r"(?<!\\)<@", r"(?<!\\)\*\*bold", r"(?<!\\)\[link", r"(?<!\\)`code"):
        assert not re.search(bad, shown)


def test_however_long_the_texts_are_they_fit_into_a_message(register: Register) -> None:
    long = "A long sentence with _markdown_ in it. " * 300
    sources = tuple(register.record.sources)[:40]
    new = act(register, ActKind.ENDED, summary=long, condition=long, actor="The council", vote=long, sources=sources)
    known = recorded(register, new)
    item = said_of(known)
    for story in (
        wording.news(item, known, NOW),
        wording.reply(item, replace(item, kind=AnnouncementKind.CORRECTION, corrects="new"), known),
    ):
        assert story is not None
        assert views.story(story, [], "<@&1>").content_length() <= TEXT_LIMIT
    rows = [f"{long} [1]"] * 60
    card = views.rows_card("The week", [("What changed", rows)], tuple(register.record.sources.values())[:1], [])
    assert card.content_length() <= TEXT_LIMIT


def test_an_act_that_was_withdrawn_before_it_could_be_told_and_is_not_mended_is_not_told(register: Register) -> None:
    known = recorded(register, act(register, ActKind.SUSPENDED, retracted="It was another city."))
    assert wording.news(said_of(known), known, NOW) is None
