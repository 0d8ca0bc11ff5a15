"""Questions of all, none, so many, never and without: what is left out or counted is so in the answer."""

from __future__ import annotations

from datetime import date

import pytest

from cogs.lookup.answers.answer import answer
from cogs.lookup.render_text import as_text
from db.record.register import Register
from db.record.standings import Standing

TODAY = date(2026, 11, 28)
CUT = {Standing.ENDED, Standing.SUSPENDED}


def _told(question: str, register: Register) -> str:
    return as_text(answer(question, register, TODAY), register)


def _states(register: Register, standings: set[Standing]) -> tuple[set[str], set[str]]:
    """The names of the states all of whose ties stand so, and of those none of whose do."""
    by_state: dict[str, set[bool]] = {}
    for tie in register.record.ties.values():
        name = register.record.states[register.state_of(tie)].name
        by_state.setdefault(name, set()).add(register.status(tie.id).standing in standings)
    return (
        {name for name, fits in by_state.items() if fits == {True}},
        {name for name, fits in by_state.items() if fits == {False}},
    )


@pytest.mark.parametrize(
    ("question", "standings", "all_of_them"),
    [
        ("which state has cut everything it had", {Standing.ENDED}, True),
        ("штаты, где всё разорвано", {Standing.ENDED}, True),
        ("states where all of them are suspended", {Standing.SUSPENDED}, True),
        ("states where nothing has been cut or paused yet", CUT, False),
        ("states in which none has ended", {Standing.ENDED}, False),
        ("у яких штатах нічого не припинено", {Standing.ENDED}, False),
    ],
)
def test_states_where_all_or_none_stand_so(
    question: str, standings: set[Standing], all_of_them: bool, register: Register
) -> None:
    whole, none = _states(register, standings)
    told = _told(question, register)
    wanted, other = (whole, none) if all_of_them else (none, whole)
    assert all(name in told for name in wanted)
    assert not any(name in told for name in other - {"Virginia", "Washington"})


@pytest.mark.parametrize(
    "question", ["in how many states is nobody paired at all", "how many states have nothing", "states with zero ties"]
)
def test_states_without_a_tie(question: str, register: Register) -> None:
    told = _told(question, register)
    assert "Alabama" in told
    assert "Oregon" not in told


@pytest.mark.parametrize(
    "question", ["which were never on the chamber list", "the ones that were never on the 2022 list"]
)
def test_never_on_a_list_is_not_on_it(question: str, register: Register) -> None:
    rows = answer(question, register, TODAY).rows
    assert rows
    assert not any(register.tie(name).on_2022_list for name in rows)


@pytest.mark.parametrize(
    "question",
    [
        "without the unconfirmed ones how many are left",
        "how many are left not counting the unconfirmed",
        "сколько осталось, не считая неподтверждённых",
        "скільки лишилося без непідтверджених",
    ],
)
def test_what_is_left_without_some(question: str, register: Register) -> None:
    rows = answer(question, register, TODAY).rows
    standings = {register.status(name).standing for name in rows}
    assert standings == {Standing.ACTIVE, Standing.SUSPENDED, Standing.DORMANT}


@pytest.mark.parametrize(
    ("question", "until"),
    [
        ("сколько связей старше 1991 года", 1990),
        ("ties older than 1991", 1990),
        ("of the ones founded in the seventies how many survive", 1979),
    ],
)
def test_older_than_a_year(question: str, until: int, register: Register) -> None:
    rows = answer(question, register, TODAY).rows
    assert rows
    assert all((register.tie(name).since or 0) <= until for name in rows)
    assert "I did not take into account" not in _told(question, register)


def test_ties_of_counties_are_asked_for_by_their_level(register: Register) -> None:
    rows = answer("all county-level ones", register, TODAY).rows
    assert {"santa-clara-county-ca--moscow", "nassau-county-ny--pushkin"} <= {*rows}


@pytest.mark.parametrize("question", ["russian cities with 3+ US partners", "russian cities with 3 or more partners"])
def test_so_many_partners_or_more(question: str, register: Register) -> None:
    told = _told(question, register)
    assert "Moscow 3" in told or "Moscow: 3" in told
    assert "Novosibirsk" not in told


@pytest.mark.parametrize("question", ["partner is a city on the Volga", "which are with towns along the Volga"])
def test_a_river_is_no_town_with_a_name_like_it(question: str, register: Register) -> None:
    told = _told(question, register)
    assert "Olga" not in told
    assert "the Volga region" in told


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("how many weeks after the invasion did Tallahassee act", "13 days after the invasion"),
        ("how many days after 24 February 2022 did Norfolk suspend it", "12 days after the invasion"),
        ("через сколько дней после вторжения Чикаго приостановил связь с Москвой", "5 days after the invasion"),
    ],
)
def test_how_long_after_the_invasion(question: str, said: str, register: Register) -> None:
    assert said in _told(question, register)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("2022 vs 2023: more suspensions?", "2022 has the most: "),
        ("which ended ones have no vote", "without a vote on record"),
        ("did any county end theirs", "Ended, of a county or borough: 1 of "),
        ("between zelensky's speech and the end of 2022, what changed", "from 3 June 2022 to 31 December 2022"),
        ("list every governor involved and what they did", "Glenn Youngkin"),
        ("how many have you not been able to confirm, in percent", "Unconfirmed: "),
        ("найбільші міста що ще дружать з росією", "The largest place on this list is Los Angeles"),
        ("list the dormant ones with the year contact stopped", "Dormant: "),
        ("когда было больше всего разрывов", "The most are from March 2022"),
        ("які штати мають по дві й більше призупинених", "Texas 3"),
        ("which towns axed it", "Ended: "),
        ("які на паузі", "Suspended: "),
        ("под вопросом сколько", "Unconfirmed: "),
        ("my state is ohio, whats the damage", "In Ohio: 5 of "),
        ("did anything happen on the anniversary of the war", "of 24 February 2023: "),
        ("скільки таких де нічого не знаєте", "Unconfirmed: "),
    ],
)
def test_the_list_that_is_asked_for_is_told(question: str, said: str, register: Register) -> None:
    assert said in _told(question, register)


def test_a_place_in_a_state_that_did_nothing_asks_for_no_states(register: Register) -> None:
    told = _told("Почему Портленд в штате Мэн ничего не сделал с Архангельском?", register)
    assert told.startswith("Portland, Maine – Arkhangelsk")
    assert "Ties by state" not in told


def test_a_whole_state_is_a_level(register: Register) -> None:
    rows = answer("Which ones did a whole state have with a Russian region?", register, TODAY).rows
    assert set(rows) == {"iowa--stavropol-krai", "maryland--leningrad-oblast", "vermont--karelia"}


def test_a_word_that_is_also_said_in_grief_is_no_grief(register: Register) -> None:
    assert "I am so sorry" not in _told("who is twinned with the hometown of Putin", register)
