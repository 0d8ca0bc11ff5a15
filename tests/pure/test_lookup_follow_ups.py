"""Questions that go on from a card: read with what its own custom ids carry, or told what is missing."""

from __future__ import annotations

from datetime import date

import pytest

from cogs.kit.card_actions import CardAction, CardActions
from cogs.lookup.answers.answer import answer
from cogs.lookup.answers.follow_ups import ShownCard, shown_by, the_rest
from cogs.lookup.answers.next_answers import next_answer
from cogs.lookup.model import Look, Outcome, SortOrder, TieFilter, Trait
from cogs.lookup.routes import TieHistory
from cogs.lookup.sentences import WHICH_ONE
from cogs.lookup.views import Cards
from db.record.act_kinds import ActKind
from db.record.authorities import Authority
from db.record.dataset.explanations import shipped
from db.record.register import Register
from db.record.standings import Standing
from tests.pure.test_lookup_views import PUBLIC, ids

SUSPENDED = TieFilter(standings=(Standing.SUSPENDED,))
IN_TEXAS = TieFilter(("TX",), (Standing.SUSPENDED,))


def shown_after(asked: str, register: Register, today: date) -> ShownCard:
    """What the card of an answer carries."""
    actions = CardActions()
    actions.add(CardAction("History", TieHistory))
    return shown_by(ids(Cards(register, actions).answer(answer(asked, register, today), PUBLIC)))


def test_a_card_carries_its_list_or_its_ties(register: Register, today: date) -> None:
    assert shown_after("which ties are suspended in Texas?", register, today).filter == IN_TEXAS
    assert shown_after("Dubuque and Juneau?", register, today).ties == (
        "dubuque-ia--pyatigorsk",
        "juneau-ak--vladivostok",
    )
    assert shown_after("what is the petition?", register, today) == ShownCard()


@pytest.mark.parametrize(
    ("shown", "asked", "wanted"),
    [
        (IN_TEXAS, "and what about Maine?", TieFilter(("ME",), (Standing.SUSPENDED,))),
        (IN_TEXAS, "а в Огайо?", TieFilter(("OH",), (Standing.SUSPENDED,))),
        (IN_TEXAS, "and the ended ones?", TieFilter(("TX",), (Standing.ENDED,))),
        (
            SUSPENDED,
            "and in 2023?",
            TieFilter(look=Look.ACTS, kinds=(ActKind.SUSPENDED,), since=date(2023, 1, 1), until=date(2023, 12, 31)),
        ),
        (SUSPENDED, "how many of them in Texas?", IN_TEXAS),
        (IN_TEXAS, "active?", TieFilter(("TX",), (Standing.ACTIVE,))),
        (SUSPENDED, "ended ones too", TieFilter(standings=(Standing.SUSPENDED, Standing.ENDED))),
        (SUSPENDED, "и прекращённые тоже", TieFilter(standings=(Standing.SUSPENDED, Standing.ENDED))),
        (SUSPENDED, "only councils", TieFilter(standings=(Standing.SUSPENDED,), authorities=(Authority.COUNCIL,))),
        (SUSPENDED, "лише мери", TieFilter(standings=(Standing.SUSPENDED,), authorities=(Authority.MAYOR,))),
    ],
)
def test_a_list_is_changed_by_what_is_asked_next(
    register: Register, today: date, shown: TieFilter, asked: str, wanted: TieFilter
) -> None:
    assert next_answer(asked, ShownCard(shown), register, today).filter == wanted


def test_which_of_them_was_first_is_asked_of_the_list_that_was_shown(register: Register, today: date) -> None:
    found = next_answer("which of them was first?", ShownCard(IN_TEXAS), register, today)
    assert found.filter is not None
    assert (found.filter.states, found.filter.order) == (("TX",), SortOrder.OLDEST)
    assert found.rows[0] == "dallas-tx--saratov"
    assert "The first is of 9 March 2022, on Dallas, Texas – Saratov" in found.parts[0].lines[0].text


def test_which_of_a_few_ties_was_first_is_asked_of_those(register: Register, today: date) -> None:
    shown = ShownCard(ties=("dubuque-ia--pyatigorsk", "chicago-il--moscow"))
    found = next_answer("which of them was first?", shown, register, today)
    assert found.ties == ("chicago-il--moscow",)
    assert "The first is of" in found.parts[0].lines[0].text


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ("the Alaskan one", {"juneau-ak--vladivostok"}),
        ("not San Diego", {"juneau-ak--vladivostok", "tacoma-wa--vladivostok"}),
        ("без Такоми", {"juneau-ak--vladivostok", "san-diego-ca--vladivostok"}),
        ("та, що в Каліфорнії", {"san-diego-ca--vladivostok"}),
        ("кроме Аляски", {"san-diego-ca--vladivostok", "tacoma-wa--vladivostok"}),
    ],
)
def test_some_of_several_ties_that_were_shown_are_told_apart(
    register: Register, today: date, asked: str, left: set[str]
) -> None:
    shown = ShownCard(ties=("juneau-ak--vladivostok", "san-diego-ca--vladivostok", "tacoma-wa--vladivostok"))
    assert set(next_answer(asked, shown, register, today).ties) == left


@pytest.mark.parametrize(
    "asked",
    ["when?", "who decided it?", "was it ended?", "коли?", "is it still active?", "by what vote", "is that final"],
)
def test_a_question_without_a_name_is_asked_of_the_tie_that_was_shown(
    register: Register, today: date, asked: str
) -> None:
    found = next_answer(asked, ShownCard(ties=("dubuque-ia--pyatigorsk",)), register, today)
    assert (found.outcome, found.ties) == (Outcome.TIE, ("dubuque-ia--pyatigorsk",))


@pytest.mark.parametrize(
    "asked",
    [
        "is Juneau still paired?",
        "and Juneau?",
        "thanks!",
        "what is the weather there?",
        "what can I do?",
        "which ties ended?",
    ],
)
def test_what_stands_alone_is_answered_alone(register: Register, today: date, asked: str) -> None:
    alone = answer(asked, register, today)
    assert next_answer(asked, ShownCard(), register, today) == alone
    if asked in {"is Juneau still paired?", "and Juneau?", "thanks!", "what is the weather there?"}:
        assert next_answer(asked, ShownCard(SUSPENDED, ("dubuque-ia--pyatigorsk",)), register, today) == alone


@pytest.mark.parametrize("asked", ["which of them was first?", "how many of those?", "хто з них?"])
def test_what_is_missing_is_said(register: Register, today: date, asked: str) -> None:
    found = next_answer(asked, ShownCard(), register, today)
    assert found.outcome is Outcome.UNKNOWN
    assert "I do not see which ties you mean" in " ".join(line.text for line in found.parts[0].lines)


def test_a_tie_that_is_gone_from_the_record_is_passed_over(register: Register, today: date) -> None:
    assert next_answer("when?", ShownCard(ties=("gone",)), register, today) == answer("when?", register, today)


@pytest.mark.parametrize("values", [["tie:a", "tie:b"], ["tie:a", "place:b", "nothing", "", "x:y"], ["tie:a"] * 9])
def test_values_of_a_select_name_ties_or_are_passed_over(values: list[str]) -> None:
    found = shown_by(["open/1", "forged", ""], values)
    assert set(found.ties) <= {"a", "b"}
    assert shown_by([], [f"tie:{number}" for number in range(4)]) == ShownCard()


@pytest.mark.parametrize(
    "custom_id", ["tie-history/1/a--b", "sources/1/2/a--b", "tie-share/1/a--b", "tie-hearing/1/a--b"]
)
def test_whatever_is_of_a_tie_carries_it(custom_id: str) -> None:
    assert shown_by([custom_id]).ties == ("a--b",)


def test_what_an_explanation_offers_next_was_not_shown() -> None:
    topic = next(each.topic for each in shipped().all if each.id == "word-suspended")
    found = shown_by(["choose-one/1"], ["answer:resumed", "tie:oak-ridge-tn--obninsk"], topic)
    assert found == ShownCard(explained="word-suspended")


def test_what_a_which_one_offers_can_be_picked() -> None:
    found = shown_by(["choose/1/place/portland-me", "choose/1/place/portland-or"], (), WHICH_ONE)
    assert found == ShownCard(offered=("portland-me", "portland-or"))


GONE = "atlantis-ca--kitezh"


@pytest.mark.parametrize("asked", ["thats not what I read, the paper said severed", "the Heights", "sort them by age"])
def test_a_card_whose_tie_is_no_longer_on_record_is_gone_on_from_all_the_same(
    register: Register, today: date, asked: str
) -> None:
    """A tie may leave the record between a card and the reply to it."""
    for shown in (ShownCard(ties=(GONE,)), ShownCard(TieFilter(("OH",), without=("ohio",)), (GONE,))):
        assert next_answer(asked, shown, register, today).parts


def test_the_rest_of_a_list_of_two_traits_is_not_told_as_having_neither() -> None:
    one = TieFilter(traits=(Trait.UNANIMOUS,))
    assert the_rest(one) == TieFilter(not_so=(Trait.UNANIMOUS,))
    assert the_rest(TieFilter(traits=(Trait.UNANIMOUS, Trait.CONDITION))) is None
    assert the_rest(TieFilter(traits=(Trait.CONDITION,), not_so=(Trait.UNANIMOUS,))) is None
