"""Nothing is said beyond the record, and nothing it knows is lost: over records that nobody wrote by hand.

Cards, rows, histories, announcements and digests of small ties (``generated_ties``) may name only what is in them,
their first words must be true, and every condition, vote and doubt must be told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cogs.announcements import message_text, summary_rows
from cogs.lookup.answers.answers_to_choices import history_answer, tie_answer
from cogs.lookup.render_text import as_text
from cogs.wording import sentences
from cogs.wording.act_sentences import act_sentence, beside, date_doubt, first_clause
from cogs.wording.english import sentences_in
from cogs.wording.leads import Asked, lead
from cogs.wording.sources import Citations
from cogs.wording.standing_text import answer_lines
from cogs.wording.status import row_standing, tie_line
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.authorities import OF_THE_CITY, VOTING
from db.record.derivation import INVASION, acts_in_force
from db.record.models import Record, Tie
from db.record.register import Register
from db.record.standings import STANDINGS, Standing
from db.store.announcement_models import Announcement, AnnouncementKind
from tests.pure.generated_ties import NOW, TODAY, dates_beyond, known_texts, names_beyond, register_with, ties

pytestmark = pytest.mark.slow


def announced(tie: Tie, register: Register) -> Iterator[str]:
    """What is announced of each act that stands, and its row in a digest."""
    after = register.status(tie.id).standing
    for act in acts_in_force(tie.acts):
        for before in (Standing.UNCONFIRMED, after):
            kind = AnnouncementKind.VOTE if before is after else AnnouncementKind.CHANGE
            item = Announcement("new", kind, tie.id, act.id, before, after, None, NOW - timedelta(hours=1))
            story = message_text.news(item, register, NOW)
            assert story is not None
            yield "\n".join([story.title, *(line.strong + line.text for line in story.paragraphs), *story.notes])
            yield summary_rows.row(item, register, Citations(register.record.sources))


def said_texts(tie: Tie, register: Register) -> dict[str, str]:
    """Everything that people read of a tie, without the lines of its sources, by what it is."""
    card = tie_answer(tie.id, register, TODAY)
    history = history_answer(tie.id, register)
    asked = [line for kind in Asked for line in answer_lines(tie, register, Citations(register.record.sources), kind)]
    return {
        "card": as_text(replace(card, sources=()), register),
        "history": as_text(replace(history, sources=()), register),
        "answers": "\n".join(f"{line.strong}{line.text}" for line in asked),
        "rows": f"{row_standing(tie, register)}\n{tie_line(tie, register)}",
        "announcements": "\n".join(announced(tie, register)),
    }


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_nothing_is_named_that_is_not_in_the_record(frozen_record: Record, data: st.DataObject) -> None:
    tie = data.draw(ties(frozen_record))
    register = register_with(tie, frozen_record)
    known = known_texts(tie, register)
    for what, told in said_texts(tie, register).items():
        assert "EDITORS" not in told, what
        assert dates_beyond(told, known) == set(), what
        assert names_beyond(told, known) == set(), what


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_every_condition_vote_and_doubt_is_told(frozen_record: Record, data: st.DataObject) -> None:
    tie = data.draw(ties(frozen_record))
    register = register_with(tie, frozen_record)
    history = said_texts(tie, register)["history"]
    for act in tie.acts:
        assert act.said is None or act.said in history
        assert act.summary in history
        assert act.vote is None or act.vote in history
        assert act.condition is None or sentences.condition(act.condition) in history
        assert date_doubt(act) in history
        assert act.retracted is None or act.retracted in history
        assert act.replaces_why is None or act.replaces_why in history
    assert all(listing.says in history for listing in tie.listings)
    announcements = said_texts(tie, register)["announcements"]
    assert all(told in announcements for act in acts_in_force(tie.acts) for told in beside(act))
    status = register.status(tie.id)
    if status.basis is not None:
        card = said_texts(tie, register)["card"]
        assert all(told in card for told in beside(status.basis)), card
        assert not status.basis.vote or status.basis.vote.split(",")[0] in card


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_the_first_words_are_true_read_alone(frozen_record: Record, data: st.DataObject) -> None:
    tie = data.draw(ties(frozen_record))
    register = register_with(tie, frozen_record)
    status = register.status(tie.id)
    since = [act for act in acts_in_force(tie.acts) if act.date.last >= INVASION]
    kinds = {act.kind for act in since}
    told = lead(tie, status, register)
    assert (told == STANDINGS[Standing.DISPUTED].lead) == (status.against is not None)
    assert (told in {STANDINGS[Standing.UNCONFIRMED].lead, sentences.NOT_KNOWN_AFTER_VOTE}) == (
        status.standing is Standing.UNCONFIRMED
    )
    for asked in Asked:
        said = lead(tie, status, register, asked)
        assert said.endswith(".")
        if "no decision by the city" in said:
            assert not [act for act in since if act.authority in OF_THE_CITY]
        if said.startswith("Kept"):
            assert ActKind.KEPT in kinds
            assert status.standing is Standing.ACTIVE
        if said in {STANDINGS[Standing.ENDED].lead, sentences.NO_ENDED, sentences.MORE_THAN_SUSPENDED}:
            assert status.standing is Standing.ENDED
        if said in {STANDINGS[Standing.SUSPENDED].lead, sentences.YES_SUSPENDED, sentences.NO_SUSPENDED}:
            assert status.standing is Standing.SUSPENDED
        if said == sentences.NO_VOTE:
            assert not [act for act in since if act.authority in VOTING and (act.vote or ACT_KINDS[act.kind].decides)]
        if said in {sentences.NO_AS_FAR_AS_KNOWN, sentences.YES_AS_FAR_AS_KNOWN}:
            assert status.standing is Standing.ACTIVE
        if said == sentences.NOT_RESUMED:
            assert status.basis is None or status.basis.kind is not ActKind.RESUMED
        if said == sentences.NOT_KEPT:
            assert ActKind.KEPT not in kinds


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_an_answer_tells_the_act_that_answers_it(frozen_record: Record, data: st.DataObject) -> None:
    tie = data.draw(ties(frozen_record))
    register = register_with(tie, frozen_record)
    status = register.status(tie.id)
    if status.basis is None or status.against is not None:
        return
    for asked in Asked:
        told = "\n".join(line.text for line in answer_lines(tie, register, Citations({}), asked))
        if status.basis.said:
            # What two acts say alike is told once.
            assert all(each in told for each in sentences_in(act_sentence(status.basis)))
        else:
            assert status.basis.actor in told
        assert first_clause(status.basis)[:-1] in row_standing(tie, register)
