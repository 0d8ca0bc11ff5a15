"""Claims: each is held against the record in a line of its own, and what is not about this is left out."""

from __future__ import annotations

from datetime import date

import pytest

from cogs.kit.card_actions import CardActions
from cogs.lookup.answers.answer import answer, claim_answer
from cogs.lookup.claims.verdicts import verdicts
from cogs.lookup.model import Outcome
from cogs.lookup.render_text import as_text
from cogs.lookup.views import Cards
from db.record.register import Register
from tests.pure.test_lookup_views import PUBLIC, must_be_sendable

# A claim, the beginnings of the lines that it must get, and what no line may speak of.
CLAIMS = [
    (
        (
            "More than 20 US cities have ended sister city ties with Russia incl. Dallas, Tallahassee and Seattle. "
            "Rochester NY voted to keep theirs."
        ),
        [
            "Dallas, Texas – Saratov: No: suspended, not ended.",
            "Tallahassee, Florida – Krasnodar: Yes. Ended by",
            "Seattle, Washington: No tie on record.",
            "“More than 20 US cities have ended”: Not so, by this record. Ended: 8 of 106 ties on record. They belong ",
            "Rochester, New York – Veliky Novgorod: No decision to keep it is on record.",
        ],
        [],
    ),
    (
        "There are 68 sister city relationships between US and Russian cities",
        ["“68 sister city relationships”: Not so, by this record. All 106 ties on record (20 active, "],
        [],
    ),
    (
        "Chicago ended its tie with Moscow while Portland, Oregon kept Khabarovsk. I had pizza in Naples.",
        [
            "Chicago, Illinois – Moscow: No: suspended, not ended.",
            "Portland, Oregon – Khabarovsk: Yes, as far as is known.",
        ],
        ["Naples"],
    ),
    (
        "Dallas cut ties with Saratov. So did Tulsa.",
        ["Dallas, Texas – Saratov: No: suspended, not ended.", "Tulsa, Oklahoma – Zelenograd: No, as far as is known."],
        [],
    ),
    (
        "In Texas 3 cities suspended their ties, but Houston resumed it.",
        [
            "“3 cities suspended”: That is true of the ties, by this record, but not of the places. Suspended",
            "Houston, Texas – Tyumen: No res",
        ],
        [],
    ),
    (
        "Понад 20 міст США розірвали побратимство з Росією, серед них Даллас і Чикаго.",
        [
            "Dallas, Texas – Saratov: No: suspended, not ended.",
            "Chicago, Illinois – Moscow: No: suspended, not ended.",
            "“Понад 20 міст США розірвали”: Not so, by this record. Ended: 8 of 106",
        ],
        [],
    ),
    (
        "Only two governors cut their sister state ties: Maryland and Vermont.",
        ["Maryland – Leningrad Oblast: Yes.", "Vermont – Karelia: Yes.", "“Only two governors cut”: Not so, "],
        [],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lines", "never"), CLAIMS, ids=[text[:30] for text, _, _ in CLAIMS])
def test_each_claim_gets_its_line(
    register: Register, today: date, text: str, lines: list[str], never: list[str]
) -> None:
    found = claim_answer(text, register, today)
    told = [f"{line.strong}{line.text}" for line in found.parts[0].lines]
    for line in lines:
        assert [said for said in told if said.startswith(line)], (line, told)
    assert not [said for said in told for word in never if word in said]
    must_be_sendable(Cards(register, CardActions()).answer(found, PUBLIC))


def test_one_name_of_several_places_is_asked_about(register: Register, today: date) -> None:
    assert claim_answer("Portland is still paired with a Russian city", register, today).outcome is Outcome.CHOICE


def test_one_place_alone_gets_its_card(register: Register, today: date) -> None:
    found = claim_answer("Dubuque ended its tie with Pyatigorsk", register, today)
    assert (found.outcome, found.ties) == (Outcome.TIE, ("dubuque-ia--pyatigorsk",))
    assert found == answer("Dubuque ended its tie with Pyatigorsk", register, today)


@pytest.mark.parametrize(
    "text",
    [
        "20 cities lost power last night",
        "",
        "I love pizza and Naples and Rome",
        "In 2022 cities were cold.",
        "one city",
    ],
)
def test_what_is_about_something_else_gets_no_verdict(register: Register, today: date, text: str) -> None:
    assert verdicts(text, register, today) is None


# A text that says itself that it is to be checked, and the lines that it must get.
CHECKED = [
    (
        'headline says "All Florida cities cut ties with Russia". true?',
        ["“All Florida cities cut”: Not so, by this record. Ended, in Florida: 1 of 7"],
    ),
    (
        'somebody posted: "No American city ever voted to end it". right or wrong',
        ["“No American city ever voted to end”: Not so, by this record. With an ending by a vote: 4 of"],
    ),
    (
        "правда що тільки Чикаго призупинив зв'язки?",
        ["“тільки Чикаго призупинив”: Not so, by this record. Suspended: 20 of 106 ties on record. Others: "],
    ),
    (
        "«Ни один американский город официально не разорвал договор» - так говорят по ТВ",
        ["“Ни один американский город официально не разорвал”: Not so, by this record. Ended: 8 of 106"],
    ),
    (
        "Is it accurate to write that Des Moines was the first city to suspend?",
        ["“the first city to suspend”: Not so, by this record. The first is of 1 March 2022, on Chicago, Illinois – "],
    ),
    (
        "was Tallahassee the first city to end it?",
        [
            "Tallahassee, Florida – Krasnodar: Ended by the Tallahassee City Commission on 9 March 2022",
            "“the first city to end”: So it is, by this record. The first is of 9 March 2022",
        ],
    ),
    (
        "was Anchorage the last to suspend",
        ["“the last to suspend”: So it is, by this record. The newest is of 7 April 2023, on Anchorage"],
    ),
    (
        "San Jose voted 10-0 to keep it. correct?",
        [
            "San Jose, California – Yekaterinburg: Kept, as far as is known. The vote is on record as unanimous, ",
        ],
    ),
    (
        '"There are 60 cities still paired with Russia"',
        ["“60 cities still paired”: That is more than this record bears out; for some it is not known. Active: 20 of"],
    ),
    (
        "is it true that most cities kept them",
        ["“most cities kept them”: The record cannot say that: of 52 of the 106"],
    ),
    (
        "An article says the petition has 50,000 signatures. fact check please",
        ["“50,000 signatures”: 18,900 signatures toward a goal of 25,000"],
    ),
    (
        "Is it true Ukraine made 150 American cities break off",
        ["“150 American cities break off”: Not so, by this record. Ended: 8", "Ministry of Foreign Affairs of Ukraine"],
    ),
    (
        "Zelensky named eight cities in his speech, is that number right?",
        ["President Zelenskyy's speech to U.S. mayors: On 3 June 2022 President Zelenskyy gave"],
    ),
    (
        "neighbor claims Tallahassee 5-0, Sarasota unanimous, Gainesville 7-0. I think at least one is false",
        [
            "Tallahassee, Florida – Krasnodar: Ended.",
            "Sarasota, Florida – Vladimir: Suspended, not ended.",
            "Gainesville, Florida – Novorossiysk: Not cut, as far as is known. No vote on the tie is on record, 7–0",
        ],
    ),
    (
        "Fact check: Dallas was suspended by the mayor, Louisville was ended by the council.",
        [
            "Dallas, Texas – Saratov: Suspended, not ended. It was not suspended by a mayor alone: it was done ",
            "Louisville, Kentucky – Perm: Ended. It was not ended by a council, but by Mayor Greg Fischer",
        ],
    ),
]


@pytest.mark.parametrize(("text", "lines"), CHECKED, ids=[text[:30] for text, _ in CHECKED])
def test_a_question_whether_something_is_so_gets_its_lines(
    register: Register, today: date, text: str, lines: list[str]
) -> None:
    found = answer(text, register, today)
    told = [f"{line.strong}{line.text}" for line in found.parts[0].lines]
    for line in lines:
        assert [said for said in told if said.startswith(line)], (line, told)
    must_be_sendable(Cards(register, CardActions()).answer(found, PUBLIC))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Someone told me Montclair's vote was unanimous. was it", "The vote on record is 4–2, one abstaining, not un"),
        ("did Tulsa vote 9-0 to keep it", "No vote on the tie is on record, 9–0 or other."),
    ],
)
def test_a_vote_that_was_otherwise_is_put_right(register: Register, today: date, text: str, told: str) -> None:
    assert told in as_text(answer(text, register, today), register)
