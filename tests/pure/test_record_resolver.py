"""One way from what is typed to places: /status, /ask, /letter and /record come to the same ties.

On the names that ship, which are the hard ones; it asks for nothing that news could change.
"""

from __future__ import annotations

from datetime import date

import pytest

from cogs.lookup.answers.answer import answer, place_text_answer
from cogs.lookup.model import Answer, Outcome, TargetKind
from cogs.wording.tie_search import search_ties
from db.record.models import PlaceKind
from db.record.register import Register
from db.record.resolver import find_places

# Places of the record, in any spelling.
TIED = """
Portland | PORTLAND OR | portland me | portland or | Portland, OR | Portland, ME | Portland Oregon | portland, oregon
Portland, Ore. | Portland (Oregon) | Portland in Oregon | the one in Portland, Maine | portlnd, oregon
not Portland, Oregon | Khabarovsk | Хабаровськ | Хабаровск | в Хабаровске | khabarvsk | Habarovsk
Portland – Khabarovsk | Portland and Khabarovsk | Portland, Oregon – Khabarovsk, Russia | portland-or--khabarovsk
Juneau AK and Vladivostok | Juneau, Alaska | juneau | Norfolk VA Kaliningrad | Петрозаводск Duluth | Vladivostok
Владивосток | Moscow | Moscow, Russia | Москва | Murmansk | St. Petersburg | St Petersburg FL
Saint Petersburg, Russia | Санкт-Петербург | Leningrad Oblast | leningrad region | Karelia | Santa Clara County
Santa Clara County, California | county of santa clara | Jacksonville | jacksonville fl | Gainesville Florida
LA | Los Angeles | St. Louis | saint louis mo | tacoma wa | Дубьюк | dubuqe | Dubuque IA | Greater Portland
Chatanooga | Colorado Springs | Durham, NC | Durham NC | San Jose | Rochester | homer ak | Albany
bloomington normal | is Dubuque still paired? | Maryland | Vermont | Iowa | Oakland
"""
# States and parts of the country that have ties, but none of their own.
STATES = "Oregon | OR | Ore. | oregon state | State of Maine | New England | Washington State | WA | TX | Texas | Ohio"
# Known places without a tie: nobody takes them for another place.
UNTIED = """
Seattle | Seattle, WA | seattle washington | Boise, ID | Portland, Texas | Portland TX | Springfield, Oregon
Moscow, Idaho | Pasco | Sebastopol, California | Albany, Oregon | Albany GA | Rochester MN | California City
Springfield
"""
UNKNOWN = """
xyzzyplugh | ***** | why end it? | what can I do? | list all ties | how many are suspended? | who are you | 🙂
"""


def spellings(text: str) -> list[str]:
    """The spellings in a table."""
    return [part.strip() for line in text.strip().splitlines() for part in line.split("|")]


def ties_of(found: Answer, register: Register) -> set[str]:
    """The ties that an answer tells of, or else lists or offers; beside a state's own tie those of its places stand."""
    told = {part.tie for part in found.parts if part.tie}
    offered = {
        tie
        for choice in found.choices
        for tie in (
            [choice.target] if choice.kind is TargetKind.TIE else [tie.id for tie in register.ties_of(choice.target)]
        )
    }
    return (told or set(found.rows)) | offered


def test_there_are_spellings_enough() -> None:
    assert sum(len(spellings(table)) for table in (TIED, STATES, UNTIED, UNKNOWN)) >= 100


@pytest.mark.parametrize("typed", [*spellings(TIED), *spellings(STATES)])
def test_all_commands_come_to_the_same_ties(typed: str, register: Register, today: date) -> None:
    searched = {tie.id for tie in search_ties(typed, register).ties}  # /letter and /record
    assert searched
    # Of a state that has a tie of its own, a reader is told of its places' ties too; a letter goes to the state.
    own = {tie for tie in map(register.tie, searched) if register.place(tie.us).kind is PlaceKind.STATE}
    states = {register.state_of(tie) for tie in own}
    within = {tie.id for tie in register.record.ties.values() if register.state_of(tie) in states}
    told = ties_of(place_text_answer(typed, register, today), register)
    assert searched <= told <= searched | within  # /status
    assert ties_of(answer(typed, register, today), register) == told  # /ask


@pytest.mark.parametrize("typed", spellings(UNTIED))
def test_all_commands_know_the_same_places_without_a_tie(typed: str, register: Register, today: date) -> None:
    searched = search_ties(typed, register)
    assert searched.places
    assert not searched.ties
    told = place_text_answer(typed, register, today)
    assert told.outcome is Outcome.NO_TIE
    assert told == answer(typed, register, today)


@pytest.mark.parametrize("typed", spellings(UNKNOWN))
def test_no_command_takes_something_else_for_a_place(typed: str, register: Register, today: date) -> None:
    searched = search_ties(typed, register)
    assert (searched.ties, searched.places) == ((), ())
    told = place_text_answer(typed, register, today)
    assert told.outcome in {Outcome.UNKNOWN, Outcome.EMPTY}
    assert (told.parts[0].tie, told.rows, told.choices) == (None, (), ())


@pytest.mark.parametrize("typed", ["or", "oh", "ok", "OK", "hi", "me", "in", "VA", "Mass."])
def test_a_code_alone_is_a_state_where_a_place_is_typed_also_if_it_is_a_word(typed: str, register: Register) -> None:
    code = register.gazetteer.short_state(typed.casefold().removesuffix("."))
    assert code
    assert find_places(typed, register).names.all_codes == (code,)
    assert {register.state_of(tie) for tie in search_ties(typed, register).ties} <= {code}


def test_two_places_that_are_no_pair_are_told_so_and_asked_about(register: Register, today: date) -> None:
    typed = "Chicago Khabarovsk"
    for found in (place_text_answer(typed, register, today), answer(typed, register, today)):
        assert "No tie between Chicago, Illinois, and Khabarovsk, Russia, is on record" in found.parts[0].lines[0].text
    assert [tie.id for tie in search_ties(typed, register).ties] == ["chicago-il--moscow", "portland-or--khabarovsk"]


def test_a_question_in_the_place_of_a_place_is_pointed_to_ask(register: Register, today: date) -> None:
    told = [line.text for line in place_text_answer("why end  it?", register, today).parts[0].lines]
    assert told == [
        "I know of no place called “why end it?” in the United States or in Russia.",
        "For a question in your own words, use /ask.",
    ]


def test_the_nearest_names_are_offered_for_an_unknown_one(register: Register, today: date) -> None:
    found = place_text_answer("Zhabarovkan", register, today)
    assert found.outcome is Outcome.UNKNOWN
    assert "Khabarovsk" in [choice.label.partition(",")[0] for choice in found.choices]
    assert "The nearest names with a tie on record: " in found.parts[0].lines[1].text


def test_a_long_text_is_not_said_back_whole(register: Register, today: date) -> None:
    found = place_text_answer("zq " * 500, register, today)
    assert len(found.parts[0].lines[0].text) < 140
