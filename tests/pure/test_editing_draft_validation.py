"""A draft becomes an act with its sources, or says what is missing and where."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.editing.draft_faults import DraftStep
from cogs.editing.draft_validation import GONE, check_draft, filled_from
from cogs.editing.source_entry import source_id
from db.record.act_kinds import ActKind
from db.record.authorities import Authority
from db.record.grades import Grade
from db.record.levels import Level
from db.record.models import Act, Confidence, DateBasis, PartialDate, Record, Source, Tie
from db.record.register import Register
from db.store.draft_models import ActDraft, DraftSource, DraftState, DraftTask

TODAY = date(2026, 11, 25)
TIE = Tie("juneau--vladivostok", "juneau", "vladivostok", Level.SISTER_CITY)
KTOO = Source("ktoo-20220406", "https://www.ktoo.org/vote/", "Vote", "KTOO", None, Grade.C)
KNOWN = Register(Record(sources={KTOO.id: KTOO}))
MINUTES = DraftSource("https://juneau.gov/minutes.pdf", "Minutes", "City of Juneau", "4 April 2022", "A")
DRAFT = ActDraft(
    id=1,
    editor=5,
    task=DraftTask.RECORD,
    state=DraftState.OPEN,
    tie=TIE.id,
    kind="suspended",
    date="2022-04",
    actor="Juneau Assembly",
    authority="council",
    summary="Voted to suspend the tie.",
    vote="5–4",
    condition="Until the war ends",
    hearing="",
    target="",
    why="",
    disputes="",
    follows=None,
    act="",
    announcement=None,
    decided_by=None,
    sources=(MINUTES,),
)


def test_a_whole_draft_becomes_an_act_with_its_new_source() -> None:
    reading = check_draft(DRAFT, TIE, KNOWN, TODAY)
    assert reading.faults == ()
    assert reading.new == (
        Source(
            "juneau-20220404",
            "https://juneau.gov/minutes.pdf",
            "Minutes",
            "City of Juneau",
            PartialDate(date(2022, 4, 4)),
            Grade.A,
            country="US",
        ),
    )
    assert reading.act == Act(
        id="juneau--vladivostok.202204.suspended",
        date=PartialDate.parse("2022-04"),
        kind=ActKind.SUSPENDED,
        actor="Juneau Assembly",
        authority=Authority.COUNCIL,
        summary="Voted to suspend the tie.",
        sources=("juneau-20220404",),
        confidence=Confidence.HIGH,
        recorded_on=TODAY,
        condition="Until the war ends",
        vote="5–4",
    )


def test_every_gap_is_named_with_the_step_that_mends_it() -> None:
    bare = replace(DRAFT, actor="", authority="", summary="no", sources=())
    reading = check_draft(bare, TIE, KNOWN, TODAY)
    assert reading.act is None
    assert [fault.step for fault in reading.faults] == [DraftStep.SOURCE, DraftStep.ACT, DraftStep.ACT, DraftStep.ACT]
    assert [fault.text.split()[1] for fault in reading.faults] == ["source", "actor", "authority", "summary"]


@pytest.mark.parametrize(
    ("change", "step", "says"),
    [
        ({"date": "2027"}, DraftStep.DATE, "in the future"),
        ({"date": "1930"}, DraftStep.DATE, "before 1940"),
        ({"kind": "cancelled"}, DraftStep.DATE, "kind of act"),
        ({"condition": "x"}, DraftStep.ACT, "condition"),
        ({"kind": "proposed", "hearing": "May"}, DraftStep.ACT, "not a date"),
        ({"sources": (replace(MINUTES, address="ftp://juneau.gov/a"),)}, DraftStep.SOURCE, "must start with https"),
        ({"sources": (replace(MINUTES, published="2030"),)}, DraftStep.SOURCE, "Give the date that the page shows"),
        ({"sources": (replace(MINUTES, grade=""),)}, DraftStep.SOURCE, "grade"),
        ({"sources": (replace(MINUTES, title=""),)}, DraftStep.SOURCE, "title"),
    ],
)
def test_what_cannot_be_used_is_named(change: dict[str, object], step: DraftStep, says: str) -> None:
    reading = check_draft(replace(DRAFT, **change), TIE, KNOWN, TODAY)  # type: ignore[arg-type]
    assert reading.act is None
    (fault,) = reading.faults
    assert fault.step is step
    assert says in fault.text


def test_the_fault_of_the_second_source_carries_its_number() -> None:
    broken = replace(MINUTES, address="nowhere")
    (fault,) = check_draft(replace(DRAFT, sources=(MINUTES, broken)), TIE, KNOWN, TODAY).faults
    assert fault.number == 2


def test_a_page_that_the_record_has_is_recognised_and_needs_nothing_but_its_address() -> None:
    reading = check_draft(replace(DRAFT, sources=(DraftSource("http://ktoo.org/vote"),)), TIE, KNOWN, TODAY)
    assert reading.act is not None
    assert reading.act.sources == (KTOO.id,)
    assert reading.act.confidence is Confidence.MEDIUM
    assert reading.new == ()


def test_the_same_page_twice_is_one_source() -> None:
    twice = (MINUTES, replace(MINUTES, address="http://www.juneau.gov/minutes.pdf/"))
    reading = check_draft(replace(DRAFT, sources=twice), TIE, KNOWN, TODAY)
    assert reading.act is not None
    assert len(reading.act.sources) == len(reading.new) == 1


def test_a_publisher_left_out_is_the_one_that_the_record_has_for_the_site() -> None:
    unnamed = DraftSource("https://m.ktoo.org/later", "The vote", "", "", "C")
    (source,) = check_draft(replace(DRAFT, sources=(unnamed,)), TIE, KNOWN, TODAY).new
    assert source.publisher == KTOO.publisher
    elsewhere = replace(unnamed, address="https://elsewhere.org/later")
    (fault,) = check_draft(replace(DRAFT, sources=(elsewhere,)), TIE, KNOWN, TODAY).faults
    assert "publisher is missing" in fault.text


def test_the_same_act_is_refused_and_the_known_one_shown() -> None:
    first = check_draft(DRAFT, TIE, KNOWN, TODAY).act
    assert first is not None
    (fault,) = check_draft(DRAFT, replace(TIE, acts=(first,)), KNOWN, TODAY).faults
    assert "already has this act" in fault.text
    assert "Juneau Assembly: Voted to suspend the tie." in fault.text
    again = replace(DRAFT, target=first.id, why="Typo.", summary="Voted to suspend the tie for a year.")
    mended = replace(again, task=DraftTask.CORRECT)
    corrected = check_draft(mended, replace(TIE, acts=(first,)), KNOWN, TODAY).act
    assert corrected is not None
    assert (corrected.id, corrected.replaces, corrected.replaces_why) == (f"{first.id}-2", first.id, "Typo.")


def test_what_was_withdrawn_is_recorded_again_and_not_corrected_and_what_stands_the_other_way_round() -> None:
    first = check_draft(DRAFT, TIE, KNOWN, TODAY).act
    assert first is not None
    stands, gone = (replace(TIE, acts=(replace(first, retracted=why),)) for why in (None, "Another city."))
    again = replace(DRAFT, target=first.id, why="This city.")
    correction = replace(again, task=DraftTask.CORRECT, summary="Voted to suspend the tie for a year.")
    for draft, fits, other in ((again, gone, stands), (correction, stands, gone)):
        made = check_draft(draft, fits, KNOWN, TODAY).act
        assert made is not None
        assert made.replaces == first.id
        assert [fault.text for fault in check_draft(draft, other, KNOWN, TODAY).faults] == [GONE]
    put_back = check_draft(again, gone, KNOWN, TODAY).act
    assert put_back is not None
    twice = replace(gone, acts=(*gone.acts, put_back))
    assert [fault.text for fault in check_draft(again, twice, KNOWN, TODAY).faults] == [GONE]


def test_a_condition_stays_with_suspensions_and_a_hearing_with_proposals() -> None:
    proposed = check_draft(replace(DRAFT, kind="proposed", hearing="3 May 2022"), TIE, KNOWN, TODAY).act
    assert proposed is not None
    assert proposed.condition is None
    assert proposed.hearing == date(2022, 5, 3)


def test_state_media_is_marked() -> None:
    reading = check_draft(replace(DRAFT, sources=(replace(MINUTES, grade="D*"),)), TIE, KNOWN, TODAY)
    assert (reading.new[0].grade, reading.new[0].state_media) == (Grade.D, True)
    assert reading.act is not None
    assert reading.act.confidence is Confidence.LOW


@pytest.mark.parametrize(
    ("address", "published", "made"),
    [
        ("https://www.ktoo.org/a", "2022-04-06", "ktoo-20220406-2"),
        ("https://www.ktoo.org/a", "2022-04", "ktoo-202204"),
        ("https://news.bbc.co.uk/x", None, "news-nd"),
        ("https://xn--e1afmkfd.xn--p1ai/", None, "xne1afmkfd-nd"),
    ],
)
def test_a_source_gets_an_id_from_its_site_and_date(address: str, published: str | None, made: str) -> None:
    assert source_id(address, PartialDate.parse(published) if published else None, {KTOO.id}) == made


@given(st.builds(DraftSource, *[st.text(max_size=30)] * 5), st.text(max_size=30), st.text(max_size=30))
def test_whatever_is_typed_gives_an_act_or_a_fault(source: DraftSource, actor: str, when: str) -> None:
    reading = check_draft(replace(DRAFT, actor=actor, date=when, sources=(source,)), TIE, KNOWN, TODAY)
    assert (reading.act is None) is bool(reading.faults)
    assert all(fault.text for fault in reading.faults)


def vars_of(draft: ActDraft) -> dict[str, Any]:
    """A draft's fields by name."""
    return {field.name: getattr(draft, field.name) for field in fields(draft)}


def test_every_page_of_the_record_is_recognised_by_its_address(register: Register) -> None:
    for source in register.record.sources.values():
        assert register.source_of_page(source.url) == source


CORRECTED = Act(
    id="juneau--vladivostok.202204.suspended",
    date=PartialDate.parse("2022-04"),
    kind=ActKind.SUSPENDED,
    actor="Juneau Assembly",
    authority=Authority.COUNCIL,
    summary="Voted to suspend the tie.",
    sources=(KTOO.id,),
    said="In April 2022 the Juneau Assembly suspended the tie with Vladivostok, 5–4.",
    date_basis=DateBasis.INFERRED,
    date_note="The day is not given.",
    vote="5–4",
)


def correction(**typed: Any) -> ActDraft:
    """A draft that corrects the act above and begins as it is."""
    begun, pages = filled_from(CORRECTED, {KTOO.id: KTOO})
    draft = replace(DRAFT, task=DraftTask.CORRECT, target=CORRECTED.id, why="A slip.", sources=pages)
    return replace(draft, **{**begun, **typed})


@pytest.mark.parametrize("typed", [{"summary": "Suspended it."}, {"condition": "Until it ends."}])
def test_a_correction_begins_with_how_the_act_was_told(typed: dict[str, Any]) -> None:
    act = check_draft(correction(**typed), replace(TIE, acts=(CORRECTED,)), KNOWN, TODAY).act
    assert act is not None
    assert (act.said, act.date_basis, act.date_note) == (CORRECTED.said, DateBasis.INFERRED, CORRECTED.date_note)


@pytest.mark.parametrize(
    "typed",
    [{"vote": "6–3"}, {"actor": "The Assembly"}, {"authority": "mayor"}, {"kind": "ended"}],
    ids=lambda typed: next(iter(typed)),
)
def test_a_decision_is_not_told_in_the_words_of_the_one_that_it_corrects(typed: dict[str, Any]) -> None:
    tie = replace(TIE, acts=(CORRECTED,))
    (fault,) = check_draft(correction(**typed), tie, KNOWN, TODAY).faults
    assert fault.step is DraftStep.SAID
    assert "still that of the act which this corrects" in fault.text
    for said in ("In April 2022 the Assembly decided on Vladivostok anew.", ""):
        act = check_draft(correction(**typed, said=said), tie, KNOWN, TODAY).act
        assert act is not None
        assert act.said == (said or None)


def test_a_correction_makes_no_search_older_unless_it_is_of_the_date() -> None:
    tie = replace(TIE, acts=(CORRECTED,))
    act = check_draft(correction(summary="Suspended it."), tie, KNOWN, TODAY).act
    assert act is not None
    assert act.recorded_on is None, "it was on record as long as the dataset's"
    anew = correction(date="2022-05", said="In May 2022 Juneau suspended it.", date_basis="reported", date_note="")
    act = check_draft(anew, tie, KNOWN, TODAY).act
    assert act is not None
    assert act.recorded_on == TODAY


def test_a_corrected_date_needs_the_sentence_and_the_note_anew() -> None:
    tie = replace(TIE, acts=(CORRECTED,))
    told = [fault.text for fault in check_draft(correction(date="2022-05"), tie, KNOWN, TODAY).faults]
    assert [text.split(".")[0] for text in told] == [
        'The sentence of its own must give the date of the act, as "May 2022"',
        "The note on the date is still that of the act which this corrects, but the date has changed",
    ]
    anew = correction(date="2022-05", said="In May 2022 Juneau suspended it.", date_basis="reported", date_note="")
    act = check_draft(anew, tie, KNOWN, TODAY).act
    assert act is not None
    assert (act.said, act.date_basis, act.date_note) == (anew.said, DateBasis.REPORTED, None)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"said": "It was suspended in Juneau in March 2022."}, 'must give the date of the act, as "April 2022"'),
        ({"said": "in April 2022 Juneau suspended it."}, "must begin with a capital"),
        ({"said": "In April 2022 Juneau suspended it"}, "must end with a full stop"),
        ({"said": f"In April 2022 Juneau suspended it.{'x' * 200}."}, "the most is 220"),
        ({"date_note": "The day is not given."}, "belongs to a date_basis of inferred or meeting"),
        ({"date_basis": "meeting"}, "needs a sentence for readers on why"),
        ({"date_basis": "inferred", "date_note": f"{'X' * 120}."}, "the most is 120"),
    ],
)
def test_how_it_is_said_is_held_to_the_rules_of_the_dataset(typed: dict[str, Any], says: str) -> None:
    (fault,) = check_draft(replace(DRAFT, **typed), TIE, KNOWN, TODAY).faults
    assert fault.step is DraftStep.SAID
    assert says in fault.text


def test_a_sentence_names_a_place_of_the_tie(register: Register) -> None:
    tie = register.tie("juneau-ak--vladivostok")
    away = replace(DRAFT, tie=tie.id, said="In April 2022 the council suspended it.")
    assert "names neither place of the tie" in check_draft(away, tie, register, TODAY).faults[0].text
    named = replace(away, said="In April 2022 the council suspended the tie with Vladivostok.", confidence="low")
    act = check_draft(named, tie, register, TODAY).act
    assert act is not None
    assert (act.said, act.confidence) == (named.said, Confidence.LOW)


def test_every_act_of_the_record_can_be_corrected_by_changing_one_word(register: Register) -> None:
    sources = register.record.sources
    for tie in register.record.ties.values():
        for act in tie.acts:
            typed, pages = filled_from(act, sources)
            draft = replace(DRAFT, task=DraftTask.CORRECT, target=act.id, why="A word.", sources=pages)
            draft = ActDraft(**{**vars_of(draft), **typed, "summary": f"{act.summary} So."})
            reading = check_draft(draft, tie, register, TODAY)
            assert reading.faults == (), act.id
            assert reading.act is not None
            same = replace(
                reading.act,
                id=act.id,
                replaces=None,
                replaces_why=None,
                confidence=act.confidence,
                summary=act.summary,
            )
            assert replace(same, sources=()) == replace(act, sources=())
            assert len(same.sources) == len(act.sources)
