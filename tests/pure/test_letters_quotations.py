"""Quotations in a letter: exact, dated, and only those that stand on their own."""

from __future__ import annotations

from dataclasses import replace

from cogs.letters import quotations
from cogs.letters.requests import Request, requests_for
from cogs.letters.subject import subject_of_tie
from db.record.models import Side
from db.record.register import Register
from db.record.standings import Standing
from tests.pure.letters import TIES, draft_about, letter_of


def test_points_are_quoted_exactly_with_speaker_and_date(register: Register) -> None:
    subject = subject_of_tie(TIES[Standing.ACTIVE], register)
    offered = quotations.offered(subject, Request.END, register)
    assert offered[0].place == "portland-or"
    chosen = offered[:3]
    draft = draft_about(TIES[Standing.ACTIVE], register, points=tuple(point.id for point in chosen))
    text = letter_of(draft, register).text
    for point in chosen:
        assert point.quote
        assert f"“{point.quote}”" in text
        assert point.speaker in text
        assert point.date is None or str(point.date.first.year) in text
        assert point.office_then is None or point.office_then in text
        assert point.lead is None or point.lead in text
    assert quotations.paragraphs(["unknown-point"], register) == ""


def test_a_point_retired_since_is_quoted_no_more(register: Register) -> None:
    tie = TIES[Standing.ACTIVE]
    known = quotations.offered(subject_of_tie(tie, register), Request.END, register)[0]
    points = {**register.record.talking_points, known.id: replace(known, retired="The page was withdrawn.")}
    later = Register(replace(register.record, talking_points=points))
    assert quotations.paragraphs([known.id], register)
    assert quotations.paragraphs([known.id], later) == ""
    assert known.id not in {point.id for point in quotations.offered(subject_of_tie(tie, later), Request.END, later)}


def test_a_quotation_stands_on_its_own(register: Register) -> None:
    def quoted(name: str) -> str:
        return quotations.quotation(register.record.talking_points[name], register)

    assert quoted("lea-2023-02").startswith(
        "On February 14, 2023, Sherman Lea, then Mayor of Roanoke, said: “Personally, my position is to discontinue"
    )
    assert quoted("poe-2022-03").startswith(
        "In March 2022 Lauren Poe, then Mayor of Gainesville, said of keeping Gainesville's tie with Novorossiysk: “We"
    )
    # A lead that runs on takes no colon, one without a date no "on", and what may not be linked is named.
    assert ", resolved that the tie with Voronezh is suspended until “one year" in quoted("charlotte-council-2022-03")
    assert quoted("sci-policy-channel").startswith("Sister Cities International, the national membership organization")
    mayors = quoted("zelenskyy-2022-06-sanjose")
    assert "http" not in mayors
    assert mayors.endswith("It was reported by Interfax-Ukraine on June 4, 2022.")


def test_what_was_said_of_a_state_is_offered_for_its_places(register: Register) -> None:
    def names(tie: str) -> set[str]:
        return {point.id for point in quotations.offered(subject_of_tie(tie, register), Request.END, register)}

    assert "inslee-office-2022-03" in names("bellingham-wa--nakhodka")
    assert "inslee-office-2022-03" not in names("portland-or--khabarovsk")


def test_only_what_stands_on_its_own_is_offered(register: Register) -> None:
    for tie in register.record.ties:
        subject = subject_of_tie(tie, register)
        offered = quotations.offered(subject, requests_for(subject.standing)[0], register)
        assert all(point.fits_letter and point.quote for point in offered)
        assert "cantir" not in "".join(point.id for point in offered)
        own = [point.place is None for point in offered]
        assert own == sorted(own), tie
    roanoke = quotations.offered(subject_of_tie("roanoke-va--pskov", register), Request.PERMANENT, register)
    assert roanoke[0].side is Side.END


def test_no_point_shames_an_office_with_its_peers_or_rests_on_state_media(register: Register) -> None:
    for tie in register.record.ties:
        subject = subject_of_tie(tie, register)
        for point in quotations.offered(subject, Request.END, register):
            assert point.place in {None, subject.place_id}
            assert not register.record.sources[point.source].state_media
            assert point.quote
