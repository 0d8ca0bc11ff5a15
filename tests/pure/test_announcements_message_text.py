"""What an announcement says, for every kind of act, and when it is late, newer, thin or put right."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from discord import ui

from cogs.announcements import announced, corrections, message_parts, message_text, summary_rows, views
from cogs.announcements.digest import Digest
from cogs.kit.cards import TEXT_LIMIT
from cogs.wording.sources import Citations
from cogs.wording.standing_text import standing_line
from db.record.act_kinds import ActKind
from db.record.authorities import Authority
from db.record.derivation import derive
from db.record.models import Act, DateBasis, PartialDate
from db.record.register import Register
from db.record.standings import Standing
from db.store.announcement_models import Announcement, AnnouncementKind

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
TIE = "portland-or--khabarovsk"


@pytest.fixture(scope="module")
def register(frozen_register: Register) -> Register:
    """The record of the tests, which stands still."""
    return frozen_register


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


def text(story: message_parts.Message | None) -> str:
    """All that a story says."""
    assert story is not None
    return "\n".join([story.title, story.name, *(said.strong + said.text for said in story.paragraphs), *story.notes])


@pytest.mark.parametrize("kind", list(ActKind))
def test_every_kind_of_act_is_told_with_date_actor_and_source(register: Register, kind: ActKind) -> None:
    known = recorded(register, act(register, kind))
    story = message_text.news(said_of(known), known, NOW)
    told = text(story)
    assert "by the council on 20 November 2026, on one report [1]." in told
    assert "Portland, Oregon – Khabarovsk" in told
    assert "recorded on" not in told
    assert story is not None
    assert len(story.sources) == 1


def test_a_condition_a_vote_and_a_hearing_are_told(register: Register) -> None:
    new = act(register, ActKind.PROPOSED, vote="5–4", condition="peace", hearing=date(2026, 12, 3))
    known = recorded(register, new)
    told = text(message_text.news(said_of(known, AnnouncementKind.VOTE), known, NOW))
    assert "Proposed: nothing is decided yet" in told
    assert ", 5–4, on one report [1]. What would lift it: peace." in told
    assert "Hearing: it is set for 3 December 2026." in told
    assert "On record on 25 November 2026, not changed by this: ● Active." in told
    later = text(message_text.news(said_of(known, AnnouncementKind.VOTE), known, NOW + timedelta(days=30)))
    assert "Hearing: it was set for 3 December 2026." in later


@pytest.mark.parametrize(
    ("after", "is_late"),
    [
        (timedelta(days=1) - timedelta(seconds=1), False),
        (timedelta(days=1), True),
        (timedelta(days=1, seconds=1), True),
        (timedelta(days=3), True),
    ],
)
def test_news_that_are_sent_a_day_late_say_so(register: Register, after: timedelta, is_late: bool) -> None:
    known = recorded(register, act(register, ActKind.ENDED))
    told = text(message_text.news(said_of(known), known, NOW + after))
    assert ("Sent late: recorded on 25 November 2026." in told) == is_late


def test_news_that_the_record_has_overtaken_say_what_is_newer(register: Register) -> None:
    known = recorded(register, act(register, ActKind.SUSPENDED), act(register, ActKind.ENDED, "later"))
    told = text(message_text.news(said_of(known, after=Standing.SUSPENDED), known, NOW))
    assert "On record on 25 November 2026: ○ Ended." in told


def test_a_word_that_contradicts_another_names_that_other(register: Register) -> None:
    first = act(register, ActKind.ENDED, "first", vote="9–0")
    new = act(register, ActKind.CONFIRMED, actor="The association", disputes="first")
    known = recorded(register, first, new)
    said = said_of(known, before=Standing.ENDED)
    story = message_text.news(said, known, NOW)
    told = text(story)
    assert story is not None
    assert story.title == "Changed: disputed"
    assert "Said to stand by The association on 20 November 2026" in told
    against = (
        "It contradicts what was on record on 25 November 2026: Ended by the council on 20 November 2026, 9–0 [1]."
    )
    assert f"{against} Which of the two is right was not settled that day." in told
    row = summary_rows.row(said, known, Citations(known.record.sources))
    assert row.endswith("[1]. It was decided. It contradicts what was on record.")


def test_a_change_that_follows_from_another_act_names_that_act(register: Register) -> None:
    first = act(register, ActKind.SUSPENDED, "first")
    quiet = act(register, ActKind.DORMANT, "quiet", actor="A reporter")
    known = recorded(register, first, act(register, ActKind.RESUMED), quiet)
    told = text(message_text.news(said_of(known, before=Standing.SUSPENDED), known, NOW))
    assert "Changed: dormant, no formal ending found" in told
    assert "Resumed by the council on 20 November 2026" in told
    other = "Reported without contact by A reporter on 20 November 2026 [1]."
    assert f"How the tie stands now follows from another act: {other}" in told


def test_a_kept_vote_on_an_ended_tie_says_why_it_changes_nothing(register: Register) -> None:
    known = recorded(register, act(register, ActKind.ENDED, "first"), act(register, ActKind.KEPT))
    told = text(message_text.news(said_of(known, AnnouncementKind.VOTE, before=Standing.ENDED), known, NOW))
    assert "On record on 25 November 2026, not changed by this: ○ Ended." in told
    assert "A vote to keep a tie does not undo its ending; only a decision to resume it does." in told


def test_a_word_without_a_vote_is_not_called_one(register: Register) -> None:
    word = act(register, ActKind.KEPT, authority=Authority.MAYOR, actor="the mayor")
    known = recorded(register, act(register, ActKind.ENDED, "first"), word)
    story = message_text.news(said_of(known, AnnouncementKind.VOTE, before=Standing.ENDED), known, NOW)
    told = text(story)
    assert story is not None
    assert story.title == "A word for keeping the tie, which is on record as ended"
    assert "A word that a tie stays does not undo its ending; only a decision to resume it does." in told
    assert "vote" not in told


@pytest.mark.parametrize(
    ("authority", "vote", "dated", "title"),
    [
        (Authority.MAYOR, None, "2026-11-20", "A word for keeping the tie"),
        (Authority.MAYOR, None, "2022-03-08", "Newly on record: a word for keeping the tie"),
        (Authority.COUNCIL, None, "2026-11-20", "A decision not to cut the tie"),
        (Authority.MAYOR, "4–3", "2022-03-08", "Newly on record: a decision not to cut the tie"),
    ],
)
def test_an_officials_word_is_announced_as_a_word(
    register: Register, authority: Authority, vote: str | None, dated: str, title: str
) -> None:
    kept = act(register, ActKind.KEPT, authority=authority, vote=vote, date=PartialDate.parse(dated))
    known = recorded(register, kept)
    story = message_text.news(said_of(known, AnnouncementKind.VOTE), known, NOW)
    assert story is not None
    assert story.title == title


def test_how_a_tie_stands_is_told_in_its_own_words_where_a_proposal_does_not_change_it(register: Register) -> None:
    own = "On 1 May 2022 Portland's council suspended its own support of the tie; it did not dissolve it."
    first = act(register, ActKind.SUSPENDED, "first", said=own)
    known = recorded(register, first, act(register, ActKind.PROPOSED))
    story = message_text.news(said_of(known, AnnouncementKind.VOTE, before=Standing.SUSPENDED), known, NOW)
    assert "not changed by this: ◐ Suspended its own support." in text(story)
    changed = message_text.news(said_of(known, act_id="first"), known, NOW)
    assert changed is not None
    assert changed.title == "Changed: suspended its own support"


def test_an_entry_put_right_that_nobody_was_told_says_what_was_wrong(register: Register) -> None:
    wrong = act(register, ActKind.SUSPENDED, "wrong")
    right = act(register, ActKind.SUSPENDED, vote="8–1", replaces="wrong", replaces_why="It was a vote of 8 to 1")
    known = recorded(register, wrong, right)
    story = message_text.news(said_of(known, AnnouncementKind.VOTE, before=Standing.SUSPENDED), known, NOW)
    told = text(story)
    assert story is not None
    assert story.title == "Recorded: suspended"
    wrong_entry = "It replaces an earlier entry of the record, which was not announced."
    assert f"{wrong_entry} What was wrong: It was a vote of 8 to 1." in told
    assert "With that entry the record had gone from ● Active to ◐ Suspended, not ended." in told
    assert "On record on 25 November 2026, not changed by this: ◐ Suspended, not ended." in told


def test_what_a_withdrawal_leaves_is_told_as_of_its_day_and_the_reason_of_a_withdrawn_correction_as_given_then(
    register: Register,
) -> None:
    wrong = act(register, ActKind.SUSPENDED, "first")
    mend = act(register, ActKind.SUSPENDED, "mend", replaces="first", replaces_why="8–1", retracted="No such vote")
    known = recorded(register, wrong, mend)
    first = said_of(known, id="first", act_id="first")
    corrected = said_of(known, AnnouncementKind.CORRECTION, id="mend", act_id="mend", corrects="first")
    undone = said_of(known, AnnouncementKind.RETRACTION, id="undone", act_id="mend", corrects="mend")
    story = corrections.rewritten(first, [corrected, undone], known, NOW)
    told = text(story)
    assert "Reason given then: 8–1." in told
    assert "What replaced it was withdrawn. Reason: No such vote." in told
    assert "On record on 25 November 2026: " in told
    reply = text(corrections.reply(corrected, undone, known, NOW, again=True))
    assert "Reason: No such vote." in reply
    assert "given then" not in reply


def test_what_was_withdrawn_and_is_put_back_is_told_in_rows_and_after_a_correction(register: Register) -> None:
    gone = act(register, ActKind.SUSPENDED, "gone", retracted="Another city")
    known = recorded(register, gone, act(register, ActKind.SUSPENDED, replaces="gone", replaces_why="This city"))
    first = said_of(known, id="first", act_id="gone")
    undone = said_of(known, AnnouncementKind.RETRACTION, id="undone", act_id="gone", after=Standing.ACTIVE)
    back = said_of(known, AnnouncementKind.CORRECTION, corrects="undone")
    row = summary_rows.row(first, known, Citations(known.record.sources), [undone, back])
    assert row.endswith("This had been withdrawn, and was put back on 25 November 2026.")
    row = summary_rows.row(undone, known, Citations(known.record.sources), [back])
    assert row.endswith("Reason: Another city. This withdrawal was wrong, and was taken back on 25 November 2026.")
    mend = said_of(known, AnnouncementKind.CORRECTION, id="mend", act_id="gone", corrects="first")
    told = text(corrections.rewritten(first, [mend, undone, back], known, NOW))
    assert "What replaced it had been withdrawn, and should not have been. Reason: This city." in told
    news = text(message_text.news(said_of(known), known, NOW))
    assert "It replaces an earlier entry of the record, which was withdrawn. What was wrong: This city." in news
    assert "An earlier entry of this act had been withdrawn." not in news


def test_a_word_that_was_old_news_is_not_called_so_where_a_newer_one_came_since(register: Register) -> None:
    digest = Digest(date(2026, 11, 18), (), (TIE,), {})
    (told,), _ = summary_rows.digest_rows(digest, register)
    assert told == "Portland, Oregon – Khabarovsk: the newest word is from 2022."
    known = recorded(register, act(register, ActKind.ENDED))
    (later,), _ = summary_rows.digest_rows(digest, known)
    assert later.endswith("Khabarovsk: this was so on 18 November 2026; the record has changed since.")


def test_news_without_its_act_are_never_told(register: Register) -> None:
    with pytest.raises(LookupError):
        message_text.news(said_of(register), register, NOW)


def test_an_error_whose_correction_was_withdrawn_is_not_told(register: Register) -> None:
    first = act(register, ActKind.SUSPENDED)
    wrong = act(register, ActKind.ENDED, "mend", replaces="new", replaces_why="No.", retracted="It never happened")
    known = recorded(register, first, wrong)
    mend = said_of(known, AnnouncementKind.RETRACTION, id="undone", act_id="mend", corrects="mend")
    assert message_text.news(said_of(known, after=Standing.SUSPENDED), known, NOW, mend) is None


def test_nobody_can_ping_or_format_through_a_summary(register: Register) -> None:
    evil = "@everyone <@1> <@&2> **bold** [link](https://evil.example) `code` {{ 1 }}"
    known = recorded(register, act(register, ActKind.ENDED, actor=evil, summary=evil, condition=evil, vote=evil))
    story = message_text.news(said_of(known), known, NOW)
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
        message_text.news(item, known, NOW),
        corrections.reply(
            item, replace(item, kind=AnnouncementKind.CORRECTION, corrects="new"), known, NOW, again=False
        ),
    ):
        assert story is not None
        assert views.story(story, [], "<@&1>").content_length() <= TEXT_LIMIT
    rows = [f"{long} [1]"] * 60
    card = views.rows_card("The week", [("What changed", rows)], tuple(register.record.sources.values())[:1], [])
    assert card.content_length() <= TEXT_LIMIT


def test_an_act_that_was_withdrawn_before_it_could_be_told_and_is_not_mended_is_not_told(register: Register) -> None:
    known = recorded(register, act(register, ActKind.SUSPENDED, retracted="It was another city."))
    assert message_text.news(said_of(known), known, NOW) is None


def test_what_alone_was_wrong_is_quoted_and_what_alone_is_right_is_told(register: Register) -> None:
    wrong = act(register, ActKind.PROPOSED, "first", hearing=date(2026, 12, 3))
    right = replace(wrong, id="mend", hearing=date(2026, 12, 10), replaces="first", replaces_why="It was put off")
    known = recorded(register, wrong, right)
    first = said_of(known, AnnouncementKind.VOTE, id="first", act_id="first")
    mend = said_of(known, AnnouncementKind.CORRECTION, id="mend", act_id="mend", corrects="first")
    told = text(corrections.rewritten(first, [mend], known, NOW))
    assert "This message said: “Hearing on 3 December 2026.” That was wrong. Reason: It was put off." in told
    assert "The record now says: Proposed by the council on 20 November 2026" in told
    assert "Hearing on 10 December 2026." in told
    row = summary_rows.row(first, known, Citations(known.record.sources), [mend])
    assert "on 20 November 2026 [1]. It was decided. Hearing on 3 December 2026. This was wrong" in row
    assert row.endswith("The record now says: Hearing on 10 December 2026.")


def test_a_withdrawal_told_late_names_no_standing_that_is_over(register: Register) -> None:
    gone = act(register, ActKind.ENDED, "gone", retracted="Another city")
    known = recorded(register, gone)
    item = said_of(known, AnnouncementKind.RETRACTION, act_id="gone", after=Standing.SUSPENDED)
    story = message_text.news(item, known, NOW)
    assert story is not None
    assert (story.title, story.standing) == ("Withdrawn", None)
    assert "Suspended" not in summary_rows.row(item, known, Citations(known.record.sources))


def test_an_act_that_is_recorded_anew_says_that_an_earlier_entry_was_withdrawn(register: Register) -> None:
    gone = act(register, ActKind.ENDED, "gone", retracted="It never happened")
    known = recorded(register, gone, act(register, ActKind.ENDED))
    told = text(message_text.news(said_of(known), known, NOW))
    assert "An earlier entry of this act had been withdrawn. Reason given then: It never happened." in told


def test_what_is_added_to_an_actor_stands_behind_the_date_as_on_the_card(register: Register) -> None:
    actor = "Tallahassee City Commission, on Mayor John Dailey's motion"
    known = recorded(register, act(register, ActKind.SUSPENDED, actor=actor))
    named = "by the Tallahassee City Commission on 20 November 2026, on Mayor John Dailey's motion"
    on_card = standing_line(known.tie(TIE), known, Citations(known.record.sources)).text
    assert "The Tallahassee City Commission suspended it on 20 November 2026, on Mayor John Dailey's" in on_card
    assert named in text(message_text.news(said_of(known), known, NOW))
    assert named in summary_rows.row(said_of(known), known, Citations(known.record.sources))


@pytest.mark.parametrize(
    ("day", "title"),
    [(date(2026, 11, 20), "Recorded: said to stand"), (date(2024, 7, 4), "Newly on record: said to stand")],
)
def test_a_word_that_a_tie_stands_is_no_change_of_it(register: Register, day: date, title: str) -> None:
    known = recorded(register, act(register, ActKind.CONFIRMED, actor="A newspaper", date=PartialDate(day)))
    said = said_of(known, before=Standing.UNCONFIRMED)
    story = message_text.news(said, known, NOW)
    assert story is not None
    assert story.title == title
    assert not announced.tells_of_a_change(said, known)
    assert "On record before this: ? Unconfirmed." in text(story)


@pytest.mark.parametrize("kind", [ActKind.SUSPENDED, ActKind.ENDED, ActKind.KEPT, ActKind.RESUMED, ActKind.DORMANT])
def test_what_is_decided_is_a_change_where_the_standing_moved(register: Register, kind: ActKind) -> None:
    known = recorded(register, act(register, kind))
    said = said_of(known, before=Standing.DISPUTED)
    assert announced.tells_of_a_change(said, known)
    assert not announced.tells_of_a_change(replace(said, before=said.after), known)


def test_a_summary_that_begins_with_what_was_done_is_told_with_who_did_it(register: Register) -> None:
    new = act(
        register,
        ActKind.ENDED,
        actor="Corwin City Council, on Mayor Brill's motion",
        vote="5–0",
        summary="Formally terminated the tie.",
    )
    known = recorded(register, new)
    told = text(message_text.news(said_of(known), known, NOW))
    assert "The council formally terminated the tie." in told
    assert "Ended by the Corwin City Council on 20 November 2026, 5–0, on Mayor Brill's motion" in told


def test_a_row_of_a_digest_has_the_condition_the_vote_and_the_doubt(register: Register) -> None:
    new = act(
        register,
        ActKind.SUSPENDED,
        said="On 20 November 2026 the council suspended the tie.",
        vote="5–4",
        condition="Until peace comes.",
        date_basis=DateBasis.INFERRED,
    )
    known = recorded(register, new)
    row = summary_rows.row(said_of(known), known, Citations(known.record.sources))
    assert row == (
        "◐ Portland, Oregon – Khabarovsk: On 20 November 2026 the council suspended the tie [1]. The vote: 5–4. The "
        "date is not certain. The suspension is to last until peace comes."
    )
