"""What an editor is told before recording: the place in the order, the standing before and after, doubts, evidence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.editing.impact import (
    can_dispute,
    concerns,
    evidence,
    order_note,
    preview_act,
    preview_retraction,
    same_act,
    standing_text,
    why_second,
)
from cogs.editing.impact_sentences import SecondReason, other_editor_needed, second_editor_needed
from db.record.act_kinds import ActKind
from db.record.authorities import Authority
from db.record.derivation import derive
from db.record.grades import Grade
from db.record.levels import Level
from db.record.models import Act, PartialDate, Source, Tie
from db.record.order import act_id, free_act_id, places_for
from db.record.standings import STANDINGS, Standing

SOURCES = {
    name: Source(name, f"https://{name}.org/", name, publisher, None, grade)
    for name, publisher, grade in (
        ("minutes", "City", Grade.A),
        ("page", "City", Grade.B),
        ("news", "Herald", Grade.C),
        ("again", "Herald", Grade.C),
        ("other", "Tribune", Grade.C),
        ("blog", "Blog", Grade.E),
    )
}


def act(kind: ActKind, when: str, actor: str = "City Council", sources: tuple[str, ...] = ("minutes",)) -> Act:
    return Act(
        f"juneau--vladivostok.{when.replace('-', '')}.{kind}",
        PartialDate.parse(when),
        kind,
        actor,
        Authority.COUNCIL,
        "It decided.",
        sources,
    )


def tie(*acts: Act) -> Tie:
    return Tie("juneau--vladivostok", "juneau", "vladivostok", Level.SISTER_CITY, acts=acts)


KEPT = act(ActKind.KEPT, "2022-04-04")
SUSPENDED = act(ActKind.SUSPENDED, "2023-05-01")


def test_a_new_act_goes_last_when_it_is_the_newest() -> None:
    outlook = preview_act(tie(KEPT), SUSPENDED)
    assert [found.id for found in outlook.tie.acts] == [KEPT.id, SUSPENDED.id]
    assert (outlook.before.standing, outlook.after.standing) == (Standing.ACTIVE, Standing.SUSPENDED)
    assert outlook.moves
    assert (
        order_note(outlook)
        == "In the order of acts it comes after “Kept” of 4 April 2022 by “City Council”. It is the last so far."
    )
    assert concerns(outlook, SOURCES) == ()


def test_an_older_act_goes_before_a_later_one_which_still_decides() -> None:
    outlook = preview_act(tie(SUSPENDED), KEPT)
    assert outlook.position == 0
    assert not outlook.moves
    assert order_note(outlook) == "In the order of acts it comes before “Suspended” of 1 May 2023 by “City Council”."
    assert concerns(outlook, SOURCES)[0].startswith(
        "A later act still decides the standing: “Suspended” of 1 May 2023 by “City Council”."
    )


def test_a_word_of_support_after_a_suspension_lifts_nothing_and_the_editor_is_told_why() -> None:
    outlook = preview_act(tie(SUSPENDED), act(ActKind.CONFIRMED, "2024-01-01"))
    assert outlook.after.standing is Standing.SUSPENDED
    why = concerns(outlook, SOURCES)[0]
    assert "only a resumption" in why
    assert not [known.decision for known in STANDINGS.values() if known.decision and f" {known.decision}" not in why]


def test_an_act_of_the_month_may_go_before_or_after_a_day_in_it_and_the_editor_may_choose() -> None:
    known = tie(KEPT, SUSPENDED)
    loose = act(ActKind.STATEMENT, "2022-04")
    outlook = preview_act(known, loose)
    assert list(outlook.places) == [0, 1]
    assert outlook.position == 1
    assert order_note(outlook).endswith("Its date allows other places too.")
    assert preview_act(known, loose, follows="").position == 0
    assert preview_act(known, loose, follows=SUSPENDED.id).position == 1


def test_an_act_from_before_the_invasion_is_said_to_decide_nothing() -> None:
    outlook = preview_act(tie(), act(ActKind.CONFIRMED, "2021"))
    assert outlook.after.standing is Standing.UNCONFIRMED
    assert concerns(outlook, SOURCES) == (
        "It is from before 24 February 2022, so it says nothing about how the tie stands since.",
    )


def test_an_act_close_to_one_of_the_same_kind_raises_the_question_whether_it_is_the_same() -> None:
    told = concerns(preview_act(tie(SUSPENDED), act(ActKind.SUSPENDED, "2023-05-08", "Mayor")), SOURCES)
    assert told[0].startswith("The record already has one close to it: “Suspended” of 1 May 2023 by “City Council”.")
    assert concerns(preview_act(tie(SUSPENDED), act(ActKind.SUSPENDED, "2023-06-08", "Mayor")), SOURCES) == ()


@pytest.mark.parametrize(
    ("when", "asks"),
    [
        ("2023-04-20", False),
        ("2023-04-21", True),
        ("2023-05-11", True),
        ("2023-05-12", False),
        ("2023-04", True),
        ("2023-06", False),
    ],
)
def test_the_question_whether_it_is_the_same_act_is_asked_within_10_days(when: str, asks: bool) -> None:
    told = concerns(preview_act(tie(SUSPENDED), act(ActKind.SUSPENDED, when, "Mayor")), SOURCES)
    assert any("Is it the same act?" in line for line in told) == asks


def test_the_same_kind_date_and_actor_is_the_same_act_however_it_is_spelt() -> None:
    again = replace(KEPT, id="new", actor="city  COUNCIL")
    assert same_act(tie(KEPT), again) == KEPT
    assert same_act(tie(KEPT), replace(again, actor="Mayor")) is None
    assert same_act(tie(KEPT), replace(again, date=PartialDate.parse("2022-04"))) is None


def test_a_withdrawn_act_and_the_one_being_corrected_may_be_entered_again() -> None:
    assert same_act(tie(replace(KEPT, retracted="wrong city")), KEPT) is None
    assert same_act(tie(KEPT), replace(KEPT, id="new", replaces=KEPT.id)) is None


def test_a_correction_takes_the_place_of_what_it_corrects() -> None:
    proposed = act(ActKind.PROPOSED, "2022-04-04", "Deputy Mayor")
    outlook = preview_act(tie(proposed, KEPT), replace(proposed, id="new", actor="Mayor", replaces=proposed.id))
    assert [found.id for found in outlook.tie.acts] == [proposed.id, "new", KEPT.id]
    assert outlook.after == outlook.before


def test_correcting_the_deciding_act_moves_the_standing() -> None:
    outlook = preview_act(tie(SUSPENDED), replace(SUSPENDED, id="new", kind=ActKind.ENDED, replaces=SUSPENDED.id))
    assert (outlook.before.standing, outlook.after.standing) == (Standing.SUSPENDED, Standing.ENDED)


def test_withdrawing_the_deciding_act_brings_the_earlier_standing_back() -> None:
    outlook = preview_retraction(tie(KEPT, SUSPENDED), SUSPENDED, "It was another city.")
    assert (outlook.before.standing, outlook.after.standing) == (Standing.SUSPENDED, Standing.ACTIVE)
    assert outlook.act.retracted == "It was another city."
    assert why_second(outlook, SOURCES) is SecondReason.NO_SOURCE
    assert concerns(outlook, SOURCES) == ()


def test_withdrawing_what_moves_no_standing_needs_no_second_editor() -> None:
    proposed = act(ActKind.PROPOSED, "2023-01-01")
    assert not why_second(preview_retraction(tie(KEPT, proposed), proposed, "It was another city."), SOURCES)


def test_withdrawing_a_correction_does_not_bring_back_what_it_corrected_and_the_editor_is_told() -> None:
    right = replace(SUSPENDED, id="right", vote="7–4", replaces=SUSPENDED.id, replaces_why="It was 7–4.")
    outlook = preview_retraction(tie(KEPT, SUSPENDED, right), right, "It was another city.")
    assert (outlook.before.basis, outlook.after.basis) == (right, KEPT)
    (told,) = concerns(outlook, SOURCES)
    assert told.startswith("This act was itself a correction. The act it had corrected stays out too")


@pytest.mark.parametrize(
    ("sources", "second"),
    [
        (("minutes",), False),
        (("page",), False),
        (("news", "other"), False),
        (("news",), True),
        (("news", "again"), True),
        (("blog", "news"), True),
        (("blog",), True),
    ],
)
def test_a_change_of_standing_needs_a_second_editor_unless_its_evidence_carries_it(
    sources: tuple[str, ...], second: bool
) -> None:
    entered = replace(SUSPENDED, sources=sources)
    outlook = preview_act(tie(KEPT), entered)
    assert bool(why_second(outlook, SOURCES)) is second
    assert ("carries a change" in evidence(outlook, SOURCES)) is not second


@pytest.mark.parametrize(
    ("sources", "told"),
    [
        (("news",), "C. That is less"),
        (("blog", "news"), "C, E. That is less"),
        (("news", "again"), "C, C. [1], [2]: one report, all from Herald. That is less"),
        (
            ("news", "copy"),
            "C, C. [1], [2]: one report, all with the text of Herald. That is less",
        ),
    ],
)
def test_reports_that_count_as_one_are_said_to(sources: tuple[str, ...], told: str) -> None:
    known = {**SOURCES, "copy": replace(SOURCES["other"], id="copy", mirror_of="Herald")}
    said = evidence(preview_act(tie(KEPT), replace(SUSPENDED, sources=sources)), known)
    assert said == f"Evidence: {told} than grade A, or B, or two independent C."


def test_an_actor_whose_name_has_a_comma_is_told_from_the_next_act() -> None:
    before = act(ActKind.STATEMENT, "2024-06-06", "Sister City Association, before Portland City Council")
    assert order_note(preview_act(tie(before), act(ActKind.KEPT, "2024-07-01"))) == (
        "In the order of acts it comes after “Statement” of 6 June 2024 by “Sister City Association, before Portland "
        "City Council”. It is the last so far."
    )


def test_evidence_is_not_weighed_where_nothing_follows_from_it() -> None:
    thin = act(ActKind.STATEMENT, "2023-01-01", sources=("blog",))
    assert evidence(preview_act(tie(KEPT), thin), SOURCES) == "Evidence: E."


def test_no_standing_comes_to_rest_on_thin_evidence_by_way_of_a_withdrawal_or_correction() -> None:
    weak = act(ActKind.SUSPENDED, "2023-04-01", sources=("blog",))
    gone = preview_retraction(tie(KEPT, weak, SUSPENDED), SUSPENDED, "It was another city.")
    assert not gone.moves
    assert why_second(gone, SOURCES) is SecondReason.LEFT_THIN
    note = "What decides the standing then rests on thin evidence: “Suspended” of 1 April 2023 by “City Council”."
    assert concerns(gone, SOURCES) == (note,)
    thinner = replace(SUSPENDED, id="new", replaces=SUSPENDED.id, sources=("blog",))
    assert why_second(preview_act(tie(KEPT, SUSPENDED), thinner), SOURCES) is SecondReason.THIN
    said = replace(SUSPENDED, id="new", kind=ActKind.STATEMENT, replaces=SUSPENDED.id)
    assert why_second(preview_act(tie(KEPT, weak, SUSPENDED), said), SOURCES) is SecondReason.LEFT_THIN


def test_putting_a_slip_right_in_what_was_thin_before_needs_no_second_editor() -> None:
    weak = act(ActKind.SUSPENDED, "2023-04-01", sources=("blog",))
    right = replace(weak, id="new", replaces=weak.id, summary="It decided so.")
    assert not why_second(preview_act(tie(KEPT, weak), right), SOURCES)


def test_what_was_withdrawn_is_not_recorded_anew_without_a_word() -> None:
    gone = replace(SUSPENDED, retracted="It was another city")
    told = concerns(preview_act(tie(KEPT, gone), replace(SUSPENDED, id="new")), SOURCES)
    reason = "Reason: It was another city."
    assert told == (f"One like it was withdrawn: “Suspended” of 1 May 2023 by “City Council”. {reason}",)


def test_what_was_corrected_is_not_recorded_anew_without_a_word() -> None:
    right = replace(SUSPENDED, id="right", kind=ActKind.ENDED, replaces=SUSPENDED.id, replaces_why="It was ended")
    told = concerns(preview_act(tie(KEPT, SUSPENDED, right), replace(SUSPENDED, id="new")), SOURCES)
    wrong = "What was wrong: It was ended."
    assert told[0] == f"One like it was corrected: “Suspended” of 1 May 2023 by “City Council”. {wrong}"
    again = replace(right, id="again", replaces="right")
    assert not [
        text for text in concerns(preview_act(tie(KEPT, SUSPENDED, right), again), SOURCES) if "corrected" in text
    ]


def test_a_page_from_before_the_act_is_pointed_out() -> None:
    early = replace(SOURCES["minutes"], published=PartialDate.parse("2023-04"))
    told = concerns(preview_act(tie(KEPT), SUSPENDED), {**SOURCES, "minutes": early})
    assert told == ("“minutes” is of April 2023, before the act. Check both dates.",)


def test_what_is_corrected_is_not_disputed_as_well() -> None:
    corrected = replace(SUSPENDED, id="new", replaces=SUSPENDED.id)
    assert not can_dispute(preview_act(tie(KEPT, SUSPENDED), corrected))
    assert can_dispute(preview_act(tie(KEPT), SUSPENDED))
    assert not can_dispute(preview_act(tie(), SUSPENDED))


def test_thin_evidence_is_enough_for_what_moves_no_standing() -> None:
    assert not why_second(preview_act(tie(KEPT), act(ActKind.PROPOSED, "2023-01-01", sources=("blog",))), SOURCES)
    assert not why_second(preview_act(tie(KEPT), act(ActKind.CONFIRMED, "2023-01-01", sources=("blog",))), SOURCES)


def test_a_thin_act_may_be_recorded_as_disputing_the_one_that_decides() -> None:
    disputing = replace(SUSPENDED, sources=("blog",), disputes=KEPT.id)
    outlook = preview_act(tie(KEPT), disputing)
    assert outlook.after.standing is Standing.DISPUTED
    assert not why_second(outlook, SOURCES)
    assert concerns(outlook, SOURCES) == ()


def test_disputing_what_no_longer_decides_is_no_way_around_a_second_editor() -> None:
    disputing = replace(act(ActKind.ENDED, "2024-01-01", sources=("blog",)), disputes=KEPT.id)
    outlook = preview_act(tie(KEPT, SUSPENDED), disputing)
    assert outlook.after.standing is Standing.SUSPENDED
    assert concerns(outlook, SOURCES)[0].startswith("What it disputes does not decide")


def test_no_standing_comes_to_rest_on_thin_evidence_by_an_act_that_goes_before_it() -> None:
    doubt = replace(act(ActKind.ENDED, "2024-01-01", sources=("blog",)), disputes=KEPT.id)
    between = act(ActKind.CONFIRMED, "2023-06-01")
    assert preview_act(tie(KEPT, doubt), between).after.standing is Standing.ACTIVE
    quiet = act(ActKind.DORMANT, "2024-01-01", sources=("blog",))
    outlook = preview_act(tie(SUSPENDED, quiet), act(ActKind.RESUMED, "2023-06-01"))
    assert outlook.after.standing is Standing.DORMANT
    assert why_second(outlook, SOURCES) is SecondReason.LEFT_THIN
    told = "With this, “Reported without contact” of 1 January 2024 by “City Council” decides the standing."
    assert concerns(outlook, SOURCES)[-1] == told


def test_the_first_act_of_a_day_and_kind_has_no_number() -> None:
    assert act_id("a--b", KEPT.date, ActKind.KEPT) == "a--b.20220404.kept"
    assert act_id("a--b", KEPT.date, ActKind.KEPT, 2) == "a--b.20220404.kept-2"


def test_ids_say_tie_date_and_kind_and_never_collide() -> None:
    known = tie(KEPT)
    assert free_act_id(known, PartialDate.parse("2022-04"), ActKind.KEPT) == "juneau--vladivostok.202204.kept"
    assert free_act_id(known, KEPT.date, ActKind.KEPT) == f"{KEPT.id}-2"
    assert free_act_id(tie(KEPT, replace(KEPT, id=f"{KEPT.id}-2")), KEPT.date, ActKind.KEPT) == f"{KEPT.id}-3"


def test_a_standing_is_told_with_the_act_behind_it() -> None:
    assert standing_text(derive(tie(SUSPENDED))) == "Suspended, not ended (City Council, 1 May 2023)"
    assert standing_text(derive(tie())) == "Unconfirmed"
    against = replace(act(ActKind.CONFIRMED, "2023-06-01", "Association"), disputes=SUSPENDED.id)
    told = standing_text(derive(tie(SUSPENDED, against)))
    assert told == "Disputed (City Council, 1 May 2023, against Association, 1 June 2023)"


DATES = st.dates(min_value=PartialDate.parse("2020").first).map(
    lambda value: PartialDate.parse(value.isoformat()[: (4, 7, 10)[value.day % 3]])
)


@given(st.lists(DATES, max_size=6), DATES)
def test_a_place_is_always_found_and_never_before_what_surely_came_earlier(
    dates: list[PartialDate], new: PartialDate
) -> None:
    acts: list[Act] = []
    for date in dates:
        position = places_for(acts, date)[-1]
        acts.insert(position, replace(KEPT, id=str(len(acts)), date=date))
    places = places_for(acts, new)
    assert len(places) >= 1
    assert all(found.date.last >= new.first or i < places[0] for i, found in enumerate(acts[: places[-1]]))
    assert all(found.date.first > new.last for found in acts[places[-1] :])


def test_why_a_second_editor_is_asked_is_said_before_and_after() -> None:
    for reason in SecondReason:
        asked, waits = second_editor_needed(reason), other_editor_needed(reason, "<@1>")
        assert asked.endswith(", so a second editor has to confirm it.")
        assert waits == asked.replace("a second editor", "an editor other than <@1>")
    assert second_editor_needed(SecondReason.THIN).startswith("Its evidence is thin, so")
    assert other_editor_needed(None, "<@1>") == "An editor other than <@1> has to confirm it."


_WORDED = [
    (ActKind.SUSPENDED, "The Assembly voted to end the sister-city tie.", "the summary speaks of it as “Ended”"),
    (ActKind.ENDED, "Voted to suspend the tie until the war is over.", "the summary speaks of it as “Suspended”"),
    (ActKind.SUSPENDED, "Suspended the tie; a motion to end it failed.", ""),
    (ActKind.ENDED, "Severed the tie.", ""),
    (ActKind.KEPT, "Voted against ending the tie.", ""),
    (ActKind.ENDED, "Its friends attended the meeting.", ""),
]


@pytest.mark.parametrize(("kind", "summary", "noted"), _WORDED)
def test_an_editor_is_told_where_kind_and_sentence_disagree(kind: ActKind, summary: str, noted: str) -> None:
    made = replace(act(kind, "2026-11-02"), summary="Decided.", said=summary)
    told = " ".join(concerns(preview_act(tie(), made), SOURCES))
    assert ("the words in which it is told speak of it" in told) == bool(noted)


@pytest.mark.parametrize(("kind", "summary", "noted"), _WORDED)
def test_an_editor_is_told_where_kind_and_summary_disagree(kind: ActKind, summary: str, noted: str) -> None:
    made = replace(act(kind, "2026-11-02"), summary=summary)
    told = " ".join(concerns(preview_act(tie(), made), SOURCES))
    assert ("speaks of it" in told) == bool(noted)
    assert noted in told
