"""A letter names the hearing that is to come of its place, and asks for a vote on what is heard."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest

from cogs.letters import compose as drafting
from cogs.letters import hearing_words, local_fact
from cogs.letters.requests import Request
from db.record.act_kinds import ActKind
from db.record.authorities import Authority
from db.record.models import Act, PartialDate, Recipient
from db.record.register import Register
from db.record.standings import Standing
from db.store.letter_models import LetterDraft
from tests.pure.letters import SHIPPED, TIES, TODAY, draft_about, letter_of

pytestmark = pytest.mark.slow


def test_a_statement_names_the_day_of_the_hearing_that_is_to_come(register: Register) -> None:
    tie = register.tie(TIES[Standing.ACTIVE])
    proposal = replace(
        tie.acts[0],
        id=f"{tie.id}.20261120.proposed",
        kind=ActKind.PROPOSED,
        actor="Commissioner Ann Lee",
        date=PartialDate(date(2026, 11, 20)),
        hearing=TODAY,
        hearing_time=time(18, 30),
        hearing_zone="America/Los_Angeles",
        hearing_place="City Hall, Council Chambers",
    )
    record = replace(register.record, ties={**register.record.ties, tie.id: replace(tie, acts=(*tie.acts, proposal))})
    spoken = next(template for template in SHIPPED if template.form == "statement")
    draft = draft_about(tie.id, register, form="statement", name="Ann")
    text = letter_of(draft, Register(record), spoken).text
    assert (
        "On November 28, 2026 you hear the public on the proposal of Commissioner Ann Lee of November 20, 2026, and I "
        "have one question for you." in text
    )
    assert letter_of(draft, Register(record), spoken).addressee == (
        "Before the Mayor of Portland and the Portland City Council",
        "November 28, 2026, 6:30 pm PST",
        "City Hall, Council Chambers",
    )
    assert text.startswith("Hello, Mayor and Members of the Portland City Council. My name is Ann.")
    assert "http" not in text
    assert "you hear the public" not in letter_of(draft, register, spoken).text
    by_council = replace(proposal, actor="Portland City Council")
    assert hearing_words.proposal(by_council) == "the proposal of the Portland City Council of November 20, 2026"
    assert hearing_words.proposal(None) == ""


def with_proposal(register: Register, **fields: Any) -> Register:
    """The record with a proposal of its council on Juneau's tie, to be heard on 8 December 2026."""
    tie = register.tie("juneau-ak--vladivostok")
    made = {"actor": "Juneau Assembly", "authority": Authority.COUNCIL, "hearing": date(2026, 12, 8)}
    proposal = Act(
        id=f"{tie.id}.20261120.proposed",
        date=PartialDate(date(2026, 11, 20)),
        kind=ActKind.PROPOSED,
        sources=tie.acts[0].sources,
        **{"summary": "Put before the Assembly a resolution to end the tie.", **made, **fields},
    )
    known = {**register.record.ties, tie.id: replace(tie, acts=(*tie.acts, proposal))}
    return Register(replace(register.record, ties=known))


def draft_beside(register: Register, **fields: Any) -> LetterDraft:
    """A draft about Juneau's tie, begun today."""
    tie = register.tie("juneau-ak--vladivostok")
    fact = local_fact.fact_with_hearing(tie, register, TODAY)
    return draft_about(tie.id, register, connection="resident", fact=fact, **fields)


HEARING = "A hearing on the proposal of the Juneau Assembly of November 20, 2026 is set for December 8, 2026."
ONCE_MORE = "take up our sister-city tie with Vladivostok in Russia once more"


def test_a_letter_names_a_hearing_and_asks_for_a_vote_on_what_is_heard(register: Register) -> None:
    heard = with_proposal(register)
    for ask, template in ((Request.END, item) for item in SHIPPED if item.fits(Request.END, Standing.ACTIVE)):
        letter = letter_of(draft_beside(heard, ask=ask), heard, template)
        assert letter.text.count(HEARING) == 1
        assert "Will the Juneau Assembly vote at the hearing on December 8, 2026 for the proposal to end our " in (
            letter.text
        )
        assert "Will the assembly vote for that proposal?" in letter.text
        assert letter.subject == "The proposal to end the sister-city tie with Vladivostok"
        assert letter == letter_of(draft_beside(heard, ask=ask), heard, template)
    spoken = next(template for template in SHIPPED if template.form == "statement")
    text = letter_of(draft_beside(heard, form="statement"), heard, spoken).text
    assert text.count("proposal of the Juneau Assembly") == 1
    assert "Will the Juneau Assembly vote at this hearing for the proposal to end our sister-city tie" in text
    draft = draft_beside(heard)
    assert Request.AGENDA not in drafting.fitting_requests(draft, drafting.subject_of(draft, heard))


@pytest.mark.parametrize(
    ("ask", "summary"),
    [
        (Request.END, "Put before the Assembly a resolution to keep the tie."),
        (Request.END, "Put before the Assembly a letter that calls for peace."),
        (Request.SUSPEND, "Put before the Assembly a resolution to end the tie."),
        (Request.END, "Put before the Assembly a resolution to suspend the tie."),
    ],
)
def test_what_is_not_proposed_is_asked_for_as_ever(register: Register, ask: Request, summary: str) -> None:
    heard = with_proposal(register, summary=summary)
    text = letter_of(draft_beside(heard, ask=ask), heard).text
    assert HEARING in text
    assert ONCE_MORE in text


@pytest.mark.parametrize(
    "fields",
    [
        {"hearing": None},
        {"hearing": TODAY - timedelta(days=1)},
        {"hearing_cancelled": True},
        {"retracted": "It was no proposal."},
        {"actor": "Vladivostok City Duma", "authority": Authority.PARTNER},
        {"actor": "Alaska Legislature", "authority": Authority.STATE},
        {"actor": "Juneau–Vladivostok Friendship Committee", "authority": Authority.ASSOCIATION},
        {"actor": "Juneau Empire", "authority": Authority.PRESS},
        {"actor": "Vladivostok City Duma", "authority": Authority.PRESS},
        {"actor": "Juneau Empire", "authority": Authority.PRESS, "hearing_place": "Sister City Association, City Hall"},
        {"actor": "Alaska Legislature", "authority": Authority.PRESS, "hearing_place": "State Capitol"},
    ],
)
def test_no_hearing_is_named_but_a_coming_one_of_the_place(register: Register, fields: dict[str, Any]) -> None:
    heard = with_proposal(register, **fields)
    draft = draft_beside(heard)
    assert draft.fact == draft_about("juneau-ak--vladivostok", register).fact
    assert ONCE_MORE in letter_of(draft, heard).text


@pytest.mark.parametrize("where", ["Assembly Chambers, City Hall", "City Hall", "City and Borough Council Chambers"])
def test_a_hearing_that_a_paper_tells_of_is_named_by_the_house_and_not_as_its_own(
    register: Register, where: str
) -> None:
    fields = {"actor": "Juneau Empire", "authority": Authority.PRESS, "hearing_place": where}
    heard = with_proposal(register, **fields)
    text = letter_of(draft_beside(heard), heard).text
    assert "A hearing on a proposal of November 20, 2026 is set for December 8, 2026." in text
    assert "Empire" not in text


@pytest.mark.parametrize("authority", [Authority.PRESS, Authority.ASSOCIATION, Authority.CITY_PAGE, Authority.MAYOR])
def test_a_hearing_of_the_place_is_named_whoever_tells_of_it(register: Register, authority: Authority) -> None:
    heard = with_proposal(register, authority=authority)
    assert HEARING in letter_of(draft_beside(heard, ask=Request.END), heard).text
    by_the_city = with_proposal(register, actor="City and Borough of Juneau", authority=Authority.CITY_PAGE)
    assert "the proposal of City and Borough" not in draft_beside(by_the_city).fact.text
    assert "the proposal of the City and Borough of Juneau of" in draft_beside(by_the_city).fact.text


@pytest.mark.parametrize(
    "fields",
    [
        {"actor": "Vladivostok City Duma", "authority": Authority.PARTNER},
        {"actor": "Alaska Legislature", "authority": Authority.STATE},
        {"actor": "Juneau–Vladivostok Friendship Committee", "authority": Authority.ASSOCIATION},
    ],
)
def test_a_statement_is_for_no_hearing_of_somebody_else(register: Register, fields: dict[str, Any]) -> None:
    heard = with_proposal(register, **fields)
    spoken = next(template for template in SHIPPED if template.form == "statement")
    letter = letter_of(draft_beside(heard, form="statement"), heard, spoken)
    assert "you hear the public" not in letter.text
    assert letter.addressee == ("Before the Mayor of the City and Borough of Juneau and the Juneau Assembly",)


def test_of_several_offices_only_the_one_that_hears_it_is_asked_to_vote_for_it(register: Register) -> None:
    heard = with_proposal(register)
    draft = draft_beside(heard)
    subject = drafting.subject_of(draft, heard)
    others = (Recipient("Mayor of Douglas", "Douglas City Council"), *subject.recipients)
    several = replace(subject, recipients=others, towns=("", ""))
    asked = [
        drafting.values(replace(draft, recipient=number), several, heard, TODAY)["ask"] for number in range(len(others))
    ]
    assert ONCE_MORE in asked[0]
    assert "for the proposal to end" in asked[1]
    ties = replace(subject, twins=(heard.tie(TIES[Standing.ACTIVE]),))
    assert ONCE_MORE in drafting.values(draft, ties, heard, TODAY)["ask"]
    governor = replace(subject, recipients=(Recipient("Governor of Alaska", "Office of the Governor of Alaska"),))
    assert "vote at the hearing" not in drafting.values(draft, governor, heard, TODAY)["ask"]


def test_a_hearing_that_came_moved_or_went_is_a_change(register: Register) -> None:
    heard, moved = with_proposal(register), with_proposal(register, hearing=date(2026, 12, 15))
    tie, before, draft = "juneau-ak--vladivostok", draft_beside(register), draft_beside(heard)
    assert not local_fact.hearing_changed(before.fact, register.tie(tie), register, TODAY)
    assert local_fact.hearing_changed(before.fact, heard.tie(tie), heard, TODAY)
    assert letter_of(before, heard) == letter_of(before, register)
    assert not local_fact.hearing_changed(draft.fact, heard.tie(tie), heard, TODAY)
    assert not local_fact.hearing_changed(draft.fact, heard.tie(tie), heard, date(2026, 12, 8))
    assert local_fact.hearing_changed(draft.fact, heard.tie(tie), heard, date(2026, 12, 9))
    assert local_fact.hearing_changed(draft.fact, moved.tie(tie), moved, TODAY) is True


@pytest.mark.parametrize(
    ("summary", "proposed"),
    [
        ("Brought a resolution to suspend the Vladivostok tie, after a call to act.", ActKind.SUSPENDED),
        ("Proposed a resolution suspending the tie with Saratov.", ActKind.SUSPENDED),
        ("Proposed to suspend the tie until the war ends.", ActKind.SUSPENDED),
        ("Formally proposed ending the tie and other steps.", ActKind.ENDED),
        ("Resolution to formally dissolve the sister city tie.", ActKind.ENDED),
        ("An ordinance terminating the sister-city agreement.", ActKind.ENDED),
        ("Announced that the council would vote on ending the tie.", ActKind.ENDED),
        ("Put before the supervisors whether to cut the Moscow tie.", None),
        ("A motion to end or suspend the tie.", None),
        ("Proposed not to end the tie.", None),
        ("A resolution to end the suspension of the tie.", None),
        ("A resolution to lift the suspension of the tie.", None),
        ("Called for ending the war before the tie resumes.", None),
        ("A resolution to end the funding of the tie.", None),
        ("A resolution to end the tie's committee.", None),
        ("Moved to suspend the rules and hear the tie.", None),
        ("Asked for a letter to Tula.", None),
        ("Proposed talks in order to end the tie.", None),
        ("Asked to delay the resolution to end the tie.", None),
        ("Proposed to discuss ending the tie.", None),
    ],
)
def test_what_a_proposal_would_do_is_read_from_plain_words_only(
    register: Register, summary: str, proposed: ActKind | None
) -> None:
    act = with_proposal(register, summary=summary).tie("juneau-ak--vladivostok").acts[-1]
    assert hearing_words.cut_proposed(act) is proposed
