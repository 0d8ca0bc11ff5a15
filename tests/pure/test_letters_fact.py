"""What a letter says of a tie follows from the record: nothing is added, and nothing that belongs to it is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.letters import compose as drafting
from cogs.letters import fact_sentences, local_fact, requests
from cogs.letters.letter_dates import dated
from cogs.letters.requests import Case, Request
from cogs.wording.act_sentences import date_doubt, letter_sentence
from cogs.wording.dates import month_first
from db.record.act_kinds import ActKind
from db.record.authorities import Authority
from db.record.derivation import acts_in_force
from db.record.grades import Grade
from db.record.models import Act, Listing, PartialDate, Precision, Source, Tie
from db.record.register import Register
from db.record.standings import Standing
from tests.pure.letters import SHIPPED, draft_about, letter_of

# Names, years, numbers and all that stands in capitals: what can be true or untrue of a tie.
CLAIMS = re.compile(r"\b[A-ZÀ-Ž][\w’'.–-]*|\b\d[\d,.–-]*|“[^”]*”")
# What our own sentences begin with, and the name of the record.
OURS = set(
    """
    A An As By I If In It Nothing On Only The There This That Tiewatch Russia Russian Wikipedia January February March
    April May June July August September October November December Syktyvkar's
    """.split()
)


def words_of(tie: Tie, register: Register) -> str:
    """All that the record says of a tie, its places, its sources and its searches."""
    sources = register.record.sources
    entries: tuple[Act | Listing, ...] = (*tie.acts, *tie.listings)
    dates = [*(entry.date for entry in entries), *(search.date for search in tie.searches)]
    cited = [sources[name] for entry in entries for name in entry.sources if name in sources]
    texts = [
        *(str(value) for act in tie.acts for value in _texts(act)),
        *(month_first(listing.says) for listing in tie.listings),
        *(listing.says for listing in tie.listings),
        *(f"{source.publisher} {source.mirror_of} {source.title}" for source in cited),
        *(dated(source.published) for source in cited if source.published),
        *(dated(day) for day in dates if day),
        register.place(tie.us).name,
        register.place(tie.ru).name,
    ]
    return " ".join(texts)


def _texts(act: Act) -> Iterator[str]:
    for text in (act.said, act.summary, act.actor, act.vote, act.condition, act.date_note):
        if text:
            yield text
            yield month_first(text)
            yield text[:1].lower() + text[1:]


def test_no_fact_names_a_person_a_place_a_date_or_a_number_that_the_record_has_not(register: Register) -> None:
    for tie in register.record.ties.values():
        known = words_of(tie, register)
        fact = local_fact.local_fact(tie, register)
        for claim in CLAIMS.findall(fact.text):
            bare = claim.strip(".,")
            assert bare in OURS or bare in known, (tie.id, bare, fact.text)


def test_every_condition_vote_and_doubt_of_the_act_is_told(register: Register) -> None:
    for tie in register.record.ties.values():
        basis = register.status(tie.id).basis
        if basis is None:
            continue
        text = local_fact.local_fact(tie, register).text
        if basis.said:
            assert letter_sentence(basis) in text, tie.id
        if basis.vote:
            head = re.split(r"[,;(]", basis.vote)[0].strip()
            assert head in text or (head in "unanimous unanimously" and "unanimous" in text), (tie.id, basis.vote)
        if basis.condition:
            told = re.sub(r"^(?:Until|To resume when):? ", "", month_first(basis.condition))
            assert told.rstrip(".") in text, tie.id
        if basis.date.precision is Precision.DAY and date_doubt(basis):
            assert fact_sentences.day_in_doubt(basis.date_basis) in text, tie.id


def test_what_was_said_here_of_an_unconfirmed_tie_is_told(register: Register) -> None:
    baker = local_fact.local_fact(register.tie("baker-city-or--zeya"), register)
    assert (
        "voted 6–0, one member absent, to move toward ending the tie with Zeya; the final act was not seen."
        in baker.text
    )
    assert baker.link.startswith("https://www.bakercityherald.com/")
    homer = local_fact.local_fact(register.tie("homer-ak--yelizovo"), register)
    assert "names Teshio, Japan, as its sister city, in the singular, and not Yelizovo." in homer.text
    for tie in register.record.ties.values():
        if register.status(tie.id).standing is Standing.UNCONFIRMED:
            partners = [act for act in acts_in_force(tie.acts) if act.authority is Authority.PARTNER and act.said]
            fact = local_fact.local_fact(tie, register)
            assert not [act for act in partners if letter_sentence(act) in fact.text], tie.id


def test_no_page_is_said_to_show_what_it_does_not(register: Register) -> None:
    for tie in register.record.ties.values():
        text = local_fact.local_fact(tie, register).text
        names = re.search(r" named? .* as partners", text)
        assert not names or any(listing.shows == "pair" for listing in tie.listings), tie.id


def test_no_letter_links_to_a_copy_a_russian_page_or_a_state_medium(register: Register) -> None:
    by_url = {source.url: source for source in register.record.sources.values()}
    for tie in register.record.ties.values():
        fact = local_fact.local_fact(tie, register)
        assert not fact.link or by_url[fact.link].citable_in_letter, tie.id
    fairbanks = local_fact.local_fact(register.tie("fairbanks-north-star-borough-ak--yakutsk"), register)
    assert "It was reported by Lenta.ru, Russian state media, on August 20, 2025." in fairbanks.text
    san_diego = local_fact.local_fact(register.tie("san-diego-ca--vladivostok"), register)
    assert (san_diego.link, "It was reported by the Times of San Diego." in san_diego.text) == ("", True)


@pytest.mark.parametrize(
    ("tie", "ask", "case", "asked"),
    [
        ("oak-ridge-tn--obninsk", Request.PERMANENT, Case.IN_OTHER_WORDS, "say in writing what now holds for"),
        (
            "houston-tx--moscow",
            Request.PERMANENT,
            Case.IN_OTHER_WORDS,
            "the Mayor or the Houston City Council say",
        ),
        ("dubuque-ia--pyatigorsk", Request.PERMANENT, Case.IN_OTHER_WORDS, "and end it formally?"),
        (
            "roanoke-va--pskov",
            Request.CONDITION,
            Case.IN_OTHER_WORDS,
            "before anything under the sister-city tie of",
        ),
        ("norfolk-va--kaliningrad", Request.PERMANENT, Case.USUAL, "turn the suspension of"),
        ("san-jose-ca--yekaterinburg", Request.END, Case.KEPT_BY_VOTE, "once more, and end it by a public vote?"),
        ("juneau-ak--vladivostok", Request.END, Case.KEPT_BY_VOTE, "Will the Juneau Assembly take up"),
        ("portland-or--khabarovsk", Request.END, Case.USUAL, "Will the Portland City Council end"),
    ],
)
def test_a_request_fits_what_was_decided(tie: str, ask: Request, case: Case, asked: str, register: Register) -> None:
    basis = register.status(tie).basis
    assert basis is not None
    assert requests.case_of(register.tie(tie), basis) is case
    assert asked in letter_of(draft_about(tie, register, ask=ask), register).text


def test_a_condition_is_asked_for_only_where_none_is_on_record(register: Register) -> None:
    with_condition = 0
    for tie in register.record.ties:
        draft = draft_about(tie, register)
        offered = drafting.fitting_requests(draft, drafting.subject_of(draft, register))
        basis = register.status(tie).basis
        has_one = basis is not None and basis.condition is not None
        with_condition += has_one
        assert not (has_one and Request.CONDITION in offered), tie
    assert with_condition == 10


def test_two_ties_that_one_act_suspended_are_one_letter(register: Register) -> None:
    for tie in ("berkeley-ca--dmitrov", "berkeley-ca--ulan-ude"):
        letter = letter_of(draft_about(tie, register, connection="resident"), register)
        assert "our sister-city ties with " in letter.text
        assert "Dmitrov" in letter.subject
        assert "Ulan-Ude" in letter.subject
        assert "Will the council end the ties formally?" in letter.text
    assert "Moscow" not in letter_of(draft_about("houston-tx--tyumen", register), register).text


def test_our_own_sentences_claim_nothing_of_the_tie(register: Register) -> None:
    """Without the fact and the writer's words, a letter names nothing but its office, its places and its day."""
    for tie in register.record.ties.values():
        draft = draft_about(tie.id, register, reason="", connection="visitor")
        subject = drafting.subject_of(draft, register)
        for ask, template in product(drafting.fitting_requests(draft, subject), SHIPPED):
            if not template.fits(ask, draft.fact.standing):
                continue
            letter = letter_of(replace(draft, ask=ask), register, template)
            own = letter.text.replace(draft.fact.text, "").replace(draft.fact.link, "")
            for sentence in re.split(r"(?<=[.?!,:])\s+", own):
                named = CLAIMS.findall(sentence)[1:]
                known = f"{subject} Ukraine Russia I Mayor Governor Members"
                assert not [name for name in named if name.strip(".,").removesuffix("'s") not in known], sentence


ACTORS = st.sampled_from(["Springfield City Council", "Mayor Ann Other", "Friends of Tula, Inc.", "Governor Sam Else"])
TEXTS = st.sampled_from(
    ["Voted to keep the tie.", "Announced a pause; no vote is reported.", "A letter was read.", "Ended all contact."]
)
ACTS = st.builds(
    Act,
    id=st.just("x"),
    date=st.sampled_from(["2022", "2022-04", "2022-04-05", "2023-11-30"]).map(PartialDate.parse),
    kind=st.sampled_from(ActKind),
    actor=ACTORS,
    authority=st.sampled_from(Authority),
    summary=TEXTS,
    sources=st.just(("s",)),
    vote=st.sampled_from([None, "5–4", "unanimous"]),
    condition=st.sampled_from([None, "Until 8 May 2030.", "To resume when peace is signed.", "It would be revisited."]),
    said=st.sampled_from([None, "On 5 April 2022 Springfield's council spoke of Tula; nothing was decided."]),
)


@given(ACTS)
def test_any_act_is_told_with_its_day_its_actor_its_vote_and_its_condition(act: Act) -> None:
    text = " ".join(local_fact.act_sentences(act))
    if act.said:
        assert letter_sentence(act) in text
    else:
        assert dated(act.date) in text
        assert act.actor.split(",")[0] in text
        assert act.vote is None or act.vote in text
    if act.condition and act.kind is ActKind.SUSPENDED:
        assert month_first(act.condition).split(" ", 3)[-1].rstrip(".") in text


@pytest.mark.parametrize(
    ("fields", "may"),
    [
        ({}, True),
        ({"state_media": True}, False),
        ({"mirror_of": "Another paper"}, False),
        ({"grade": Grade.E}, False),
        ({"grade": Grade.F}, False),
        ({"country": "RU"}, False),
        ({"country": "US", "citable_in_letter": True}, True),
    ],
)
def test_what_an_editor_entered_without_saying_what_it_is_may_be_linked(fields: dict[str, object], may: bool) -> None:
    source = Source("s", "https://example.org", "T", "P", None, Grade.C)
    assert local_fact.may_be_cited(replace(source, **fields)) is may  # type: ignore[arg-type]


def test_a_condition_is_told_of_what_it_is_about(register: Register) -> None:
    buffalo = local_fact.local_fact(register.tie("buffalo-ny--tver"), register).text
    assert "The tie is meant to resume when hostilities in Ukraine end and Russian forces withdraw." in buffalo
    charlotte = local_fact.local_fact(register.tie("charlotte-nc--voronezh"), register).text
    assert "The suspension is meant to last until one year after" in charlotte


def test_the_doubt_of_a_day_is_told_as_a_sentence_and_not_as_an_editor_noted_it(register: Register) -> None:
    for tie in register.record.ties.values():
        assert "On the date:" not in local_fact.local_fact(tie, register).text


@pytest.mark.parametrize(
    ("publisher", "said"),
    [
        ("Daily Courier (Grants Pass)", "the Daily Courier"),
        ("Palladium-Item (column by a participant)", "the Palladium-Item"),
        ("The Herald-Sun (Durham)", "the Herald-Sun"),
        ("Times of San Diego", "the Times of San Diego"),
        ("Town of Windham, New Hampshire", "the Town of Windham, New Hampshire,"),
        ("KTOO", "KTOO"),
        ("Sister Cities of Flint (archived copy)", "Sister Cities of Flint"),
    ],
)
def test_an_outlet_is_named_as_one_says_it(publisher: str, said: str) -> None:
    assert fact_sentences.outlet(publisher) == said
