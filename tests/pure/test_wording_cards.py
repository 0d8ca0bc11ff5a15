"""What a tie's card says, each kind of fault found by reading all of them: told once, in sentences, and no surer than
the record.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from cogs.lookup.answers.answers_to_choices import history_answer, tie_answer
from cogs.lookup.render_text import as_text
from cogs.wording import act_phrases, beginning_sentences, hearing_sentences
from cogs.wording.act_sentences import row_told
from cogs.wording.leads import Asked, lead
from cogs.wording.notes import note_for_card
from db.record.act_kinds import ActKind
from db.record.authorities import Authority
from db.record.models import Act, DateBasis, PartialDate, PlaceKind, Record
from db.record.register import Register

TODAY = date(2026, 11, 28)
BUFFALO = Act(
    "act",
    PartialDate(date(2022, 4, 1)),
    ActKind.SUSPENDED,
    "Mayor Byron Brown, by executive order",
    Authority.MAYOR,
    "Suspended the tie at the request of Ukraine's consulate.",
    ("page",),
)


@pytest.fixture(scope="module")
def shipped(record: Record) -> Register:
    """The register of the record as it ships."""
    return Register(record)


def card(tie_id: str, register: Register) -> str:
    return as_text(replace(tie_answer(tie_id, register, TODAY), sources=()), register)


@pytest.mark.parametrize(
    ("tie_id", "told"),
    [
        ("berkeley-ca--dmitrov", "open letter, and the minutes were not seen [1][2][3]."),
        ("charlotte-nc--voronezh", "(unanimous) [1][2]. No stronger source was found."),
        ("fairbanks-north-star-borough-ak--yakutsk", "On 8 June 2022 Melissa Chapin of the Alaskan Russian Center"),
        ("fairbanks-north-star-borough-ak--yakutsk", "The newer of these words is 15 months old."),
        ("dubuque-ia--pyatigorsk", "The council filed the committee's suspension and did not itself suspend the tie."),
        ("oak-ridge-tn--obninsk", "In December 2022 the program was reported to be going on privately"),
        ("albany-ny--tula", "No second, independent source was found."),
        ("dallas-tx--saratov", "more than 4 years ago. On 20 July 2023 an advisory council of Saratov's City Duma"),
        ("dallas-tx--saratov", "[3]. In 2023, after 20 July, Alexander Pazhitnev"),
        ("san-jose-ca--yekaterinburg", "bring back her proposal to end San Jose's tie with Yekaterinburg"),
        ("san-jose-ca--yekaterinburg", "Two Urals outlets (8 and 9 December 2022), one citing"),
        ("saratoga-springs-ny--chekhov", "The city's visitor center describes an ongoing tie with Chekhov (undated)"),
        ("saratoga-springs-ny--chekhov", "The tie began in 2001 (year the local group was set up)"),
        ("tallahassee-fl--krasnodar", "the tie later lapsed and was signed again."),
        ("santa-clara-county-ca--moscow", "extended to the City of Moscow in 2004."),
        (
            "los-altos-ca--syktyvkar",
            "and dates the tie [1]; none found says whether the tie stands",
        ),
        ("yakima-wa--derbent", "Nothing found says whether the tie stands"),
        ("anchorage-ak--magadan", "The Anchorage Assembly suspended it on 7 April 2023 (10–0), by AR 2023-120"),
        ("anchorage-ak--magadan", "At a special meeting, the assembly approved a resolution"),
        ("tallahassee-fl--krasnodar", "The commission formally terminated the tie"),
        ("oak-ridge-tn--obninsk", "The council suspended its own support."),
        ("los-angeles-ca--saint-petersburg", "Said to stand, by others than the city. On 25 March 2022"),
        ("duluth-mn--petrozavodsk", "The date is the day of a report; it may be a day off."),
    ],
)
def test_a_card_tells_what_the_record_has(shipped: Register, tie_id: str, told: str) -> None:
    assert told in card(tie_id, shipped)


@pytest.mark.parametrize(
    ("tie_id", "told"),
    [
        ("san-jose-ca--yekaterinburg", "(8 December 2022)"),
        ("gainesville-fl--novorossiysk", "No vote was found"),
        ("los-altos-ca--syktyvkar", "No page found shows the two"),
        ("yakima-wa--derbent", "Nothing found since"),
        ("juneau-ak--vladivostok", "As of"),
    ],
)
def test_a_card_does_not_tell_what_its_next_sentence_refutes_or_repeats(
    shipped: Register, tie_id: str, told: str
) -> None:
    assert told not in card(tie_id, shipped)


def test_no_card_says_a_thing_twice_or_in_a_fragment(shipped: Register) -> None:
    for tie in shipped.record.ties.values():
        told = card(tie.id, shipped)
        parts = [part for part in re.split(r"(?<=[.\]]) (?=[A-Z])|\n", told) if len(part) > 40]
        assert len(parts) == len(set(parts)), tie.id
        assert not re.search(r"The tie was made|bears on it too|On the date:|In more detail:", told), tie.id


def test_a_note_keeps_its_doubts_and_leaves_out_what_is_told(shipped: Register) -> None:
    told = "The council voted 5–4. No resolution adopted by the commission was found."
    assert note_for_card("No resolution adopted by the commission was found. It may have lapsed.", told) == (
        "It may have lapsed."
    )
    assert note_for_card("A resolution was adopted by the commission, and never found.", told).startswith(
        "A resolution"
    )
    assert note_for_card("St. Petersburg, Florida, has a tie with St. Petersburg, Russia, on record too.", told) == ""
    assert note_for_card("It is not the one that is on record with Philadelphia.", told) != ""
    whole = shipped.tie("juneau-ak--vladivostok").note
    assert whole is not None
    assert whole in as_text(history_answer("juneau-ak--vladivostok", shipped), shipped)
    assert "a refusal to suspend, not a vote to reaffirm" in card("juneau-ak--vladivostok", shipped)


def test_who_did_it_stands_before_how_it_was_done() -> None:
    assert (
        act_phrases.decided(BUFFALO, " [1]")
        == "Mayor Byron Brown suspended it on 1 April 2022, by executive order [1]."
    )
    assert act_phrases.done(BUFFALO) == "Suspended by Mayor Byron Brown on 1 April 2022, by executive order"
    incorporated = replace(BUFFALO, actor="Roanoke Valley Sister Cities, Inc.", authority=Authority.ASSOCIATION)
    assert act_phrases.done(incorporated) == "Suspended by Roanoke Valley Sister Cities, Inc., on 1 April 2022"


@pytest.mark.parametrize(
    ("summary", "told"),
    [
        ("Suspended the tie.", "The mayor suspended the tie [1]."),
        ("On its first day, suspended the tie.", "On its first day, the mayor suspended the tie [1]."),
        ("The tie was put on hold.", "In more detail: the tie was put on hold [1]."),
        ("Asked by a station, he said so.", "In more detail: asked by a station, he said so [1]."),
    ],
)
def test_a_summary_that_begins_with_what_was_done_gets_who_did_it(summary: str, told: str) -> None:
    assert act_phrases.summary(replace(BUFFALO, summary=summary), " [1]") == told


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("", "When the tie began is not known."),
        ("Early 1990s.", "The year in which the tie began is not known: early 1990s."),
        (
            "Sources conflict: AP says 1984, another 1989.",
            "No one year is on record in which the tie began. Sources conflict: AP says 1984, another 1989.",
        ),
    ],
)
def test_a_tie_without_a_year_is_told_with_what_is_known_of_its_time(note: str, told: str) -> None:
    assert beginning_sentences.made_unknown(note) == told


@pytest.mark.parametrize(
    ("note", "year", "told"),
    [
        ("September 1991 (Times of San Diego).", 1991, "The tie began in September 1991 (Times of San Diego) [1]."),
        (
            "13 September 1990, from a Volgograd outlet.",
            1990,
            "The tie began on 13 September 1990 (from a Volgograd outlet) [1].",
        ),
        ("The agreement is dated 6 May 1991.", 1991, "The tie began in 1991 (the agreement is dated 6 May 1991) [1]."),
    ],
)
def test_a_tie_whose_day_is_known_began_on_that_day(note: str, year: int, told: str) -> None:
    assert beginning_sentences.made(year, note, " [1]") == told


def test_a_vote_stands_behind_who_voted_and_not_behind_what_led_to_it() -> None:
    act = replace(BUFFALO, actor="Tallahassee City Commission, on Mayor John Dailey's motion", vote="5–0")
    act = replace(act, kind=ActKind.ENDED, authority=Authority.COUNCIL)
    assert act_phrases.done(act) == (
        "Ended by the Tallahassee City Commission on 1 April 2022, 5–0, on Mayor John Dailey's motion"
    )


@pytest.mark.parametrize(
    ("tie_id", "told"),
    [
        ("edmond-ok--engels", "A vote is spoken of; how it went is not on record."),
        ("berkeley-ca--ulan-ude", "Yes, it appears."),
        ("vermont--karelia", "No vote by lawmakers on the tie is on record."),
        ("portland-or--khabarovsk", "No council vote on the tie is on record."),
        ("tallahassee-fl--krasnodar", "Yes."),
    ],
)
def test_asked_for_a_vote_nothing_surer_is_said_than_the_record_has(shipped: Register, tie_id: str, told: str) -> None:
    tie = shipped.tie(tie_id)
    assert lead(tie, shipped.status(tie_id), shipped, Asked.VOTED) == told


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (PlaceKind.COUNTY, "county"),
        (PlaceKind.STATE, "state"),
        (PlaceKind.BOROUGH, "borough"),
        (PlaceKind.METRO, "city"),
    ],
)
def test_a_county_is_not_called_a_city(shipped: Register, kind: PlaceKind, body: str) -> None:
    for tie_id, told in (
        ("san-diego-ca--vladivostok", "no decision by the city"),
        ("yakima-wa--derbent", "ask the city"),
    ):
        tie = shipped.tie(tie_id)
        places = {**shipped.record.places, tie.us: replace(shipped.place(tie.us), kind=kind)}
        record = replace(shipped.record, ties={tie_id: tie}, places=places, other_places=())
        assert told.replace("city", body) in card(tie_id, Register(record))


def test_a_newspaper_that_reports_an_ending_did_not_end_the_tie() -> None:
    act = replace(BUFFALO, kind=ActKind.ENDED, actor="The Oregonian", authority=Authority.PRESS)
    assert act_phrases.done(act) == "Reported as ended by The Oregonian on 1 April 2022"
    assert act_phrases.decided(act, " [1]") == "Reported as ended by The Oregonian on 1 April 2022 [1]."


def test_what_was_on_the_agenda_of_a_meeting_is_told_as_what_appears() -> None:
    act = replace(BUFFALO, actor="Corwin City Council", authority=Authority.COUNCIL, date_basis=DateBasis.MEETING)
    assert act_phrases.decided(act, "") == "The Corwin City Council suspended it, it appears, on 1 April 2022."
    assert act_phrases.done(act) == "Suspended by the Corwin City Council on 1 April 2022, it appears"


@pytest.mark.parametrize(
    ("actor", "authority", "told"),
    [
        ("Councilor Mary Bell", Authority.COUNCIL, "Councilor Mary Bell asked the council to end the tie."),
        (
            "Friends of Moscow, Inc.",
            Authority.ASSOCIATION,
            "Friends of Moscow, Inc., asked the council to end the tie.",
        ),
        ("Activists; answered by the mayor", Authority.MAYOR, "Asked the council to end the tie."),
    ],
)
def test_a_card_and_a_row_say_what_was_proposed(shipped: Register, actor: str, authority: Authority, told: str) -> None:
    summary = "Asked the council to end the tie."
    act = replace(BUFFALO, kind=ActKind.PROPOSED, actor=actor, authority=authority, summary=summary)
    assert row_told(act).endswith(told)
    tie = replace(shipped.tie("oakland-ca--nakhodka"), acts=(replace(act, sources=()),))
    record = replace(shipped.record, ties={tie.id: tie}, other_places=())
    assert told in card(tie.id, Register(record))


def test_nobody_is_told_where_to_speak_at_a_hearing_that_does_not_take_place() -> None:
    act = replace(BUFFALO, hearing=date(2026, 12, 3), hearing_place="Room 9", hearing_speak="Call the clerk")
    assert hearing_sentences.hearing_details(act)
    assert not hearing_sentences.hearing_details(replace(act, hearing_cancelled=True))
