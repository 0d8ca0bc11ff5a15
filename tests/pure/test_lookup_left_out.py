"""An answer says what of a question it does not take in."""

from __future__ import annotations

from datetime import date

import pytest

from cogs.lookup.answers.answer import answer
from cogs.lookup.render_text import as_text
from db.record.explanations import Explanation, Explanations
from db.record.register import Register

TODAY = date(2026, 11, 28)


def _told(question: str, register: Register) -> str:
    return as_text(answer(question, register, TODAY), register)


@pytest.mark.parametrize(
    ("question", "left_out"),
    [
        ("I coached our delegation and I find the word unkind. Does your bot carry our side?", "“coached”"),
        ("I chaired our exchange for years and I resent the word. Does your bot carry our side?", "“chaired”"),
    ],
)
def test_what_is_only_a_little_like_a_question_says_what_it_leaves_out(
    question: str, left_out: str, register: Register
) -> None:
    first = _told(question, register).splitlines()[0]
    assert first.startswith("This may not be what you ask: I did not take ")
    assert left_out in first


@pytest.mark.parametrize(
    "question",
    ["what does suspended mean here", "are you a bot", "що означає «призупинено»", "как удалить мои данные"],
)
def test_what_is_surely_asked_for_is_told_without_a_doubt(question: str, register: Register) -> None:
    assert "This may not be what you ask" not in _told(question, register)


@pytest.mark.parametrize(
    ("question", "words", "place"),
    [
        ("which one stopped only its spending", "“spending”", "Oak Ridge, Tennessee"),
        ("хто згадував про стереотипи", "“стереотипи”", "Deborah Flores"),
        ("which mayor said Wrap our arms around the community", "“arms”", "Ben Walsh"),
        ("plaque", "“plaque”", "Waterville, Maine"),
        ("где сняли указатели", "“указатели”", "Dubuque, Iowa"),
    ],
)
def test_what_the_record_says_in_rare_words_of_a_question_is_told(
    question: str, words: str, place: str, register: Register
) -> None:
    told = _told(question, register)
    on_record = told[told.index("On record: ") :]
    assert words in on_record.splitlines()[0]
    assert place in on_record


def test_a_common_word_that_stands_alone_is_no_search(register: Register) -> None:
    assert "On record" not in _told("weather", register)


def test_what_is_found_by_a_few_words_alone_is_told_as_what_may_be_meant(register: Register) -> None:
    assert _told("the paper thing, how is it", register).startswith("I am not sure what you mean.")


def test_words_of_asking_are_not_named_as_not_found(register: Register) -> None:
    told = _told("Що скажете: чи не краще лишити зв'язок, щоб росіяни чули правду?", register)
    assert "“Що”" not in told


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("is that official", "Whether the bot belongs to an organization or a government"),
    ],
)
def test_what_is_nearly_as_like_or_has_a_word_left_over_is_told_in_short(
    question: str, other: str, register: Register
) -> None:
    assert f"If you mean “{other}”" in _told(question, register)


@pytest.mark.parametrize("question", ["which ties are suspended", "що означає «призупинено»", "петицию кто создал"])
def test_nothing_else_is_offered_beside_what_is_surely_asked_for(question: str, register: Register) -> None:
    assert "If you mean" not in _told(question, register)


@pytest.mark.parametrize(
    "question",
    [
        "is it safe to sign? I'm from Belgorod",
        "чи безпечно підписувати, я в Рязані",
        "я из Казани, подписать безопасно?",
    ],
)
def test_where_the_asker_is_takes_no_question_over(question: str, register: Register) -> None:
    assert _told(question, register).startswith("What happens with the name and address of those who sign")


def test_what_contradicts_the_record_is_asked_for_and_where_it_goes(register: Register) -> None:
    asked = "I've got a council agenda here that contradicts you. Who do I show it to?"
    assert _told(asked, register).startswith("How to report a change or a mistake")


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        ("are u partisan? who pays for you", "Whether the bot takes sides", "Whether the bot costs anything"),
        ("хто ти і де береш дані", "What this bot is", "How the record is made and how sure it is"),
        ("are you a bot? and do you keep my data", "What this bot is", "How to see and delete what is kept about you"),
    ],
)
def test_two_questions_in_one_are_both_answered(question: str, first: str, second: str, register: Register) -> None:
    told = _told(question, register)
    assert told.startswith(first)
    assert f"\n{second}" in told


@pytest.mark.parametrize(
    "question",
    [
        "на каком языке лучше спрашивать? мой английский так себе",
        "можно писать по-английски?",
        "чи можна писати німецькою",
        "can I ask in Spanish",
    ],
)
def test_a_language_is_no_other_country(question: str, register: Register) -> None:
    assert "are not in this record" not in _told(question, register)


@pytest.mark.parametrize("question", ["are there german sister cities", "английские города порвали?"])
def test_what_is_of_another_country_still_is(question: str, register: Register) -> None:
    assert "are not in this record" in _told(question, register)


def test_the_first_word_of_a_sentence_is_no_town_of_the_country_behind_it(register: Register) -> None:
    told = _told("Скажите, Германия со своими побратимами порвала?", register)
    assert "\nTies of Germany are not in this record" in told


@pytest.mark.parametrize(
    "question", ["Thanks, that's more than city hall gave me in two years.", "дякую, мерія за два роки стільки не дала"]
)
def test_thanks_that_ask_nothing_are_answered_as_thanks(question: str, register: Register) -> None:
    assert "You are welcome" in _told(question, register)


def test_ways_of_asking_that_mean_the_same_are_kept_once() -> None:
    found = Explanations([Explanation("one", "One", "Yes.", en=("who signed it", "who has signed it", "who signs it"))])
    known = found.find(["who", "sign", "it"])
    assert known is not None
    assert known.likeness == 1


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("Омаха с кем-то водится?", "Omaha, Nebraska"),
        ("Детройт, Спокен — хтось із них має рускій хвіст?", "Detroit, Michigan"),
    ],
)
def test_a_place_without_a_tie_in_words_not_understood_is_told_with_a_doubt(
    question: str, place: str, register: Register
) -> None:
    told = _told(question, register)
    assert "I am not sure that this is a question about one" in told
    assert f"There is no tie on record between {place}, and a Russian place." in told


@pytest.mark.parametrize(
    "question",
    ["did Des Moines get flowers for this from veterans?", "what's the mood about it in Des Moines these days?"],
)
def test_what_is_asked_of_one_tie_and_not_found_gets_all_that_is_on_record(question: str, register: Register) -> None:
    told = _told(question, register)
    assert told.startswith("I cannot tell what you ask of this tie, or it is not on record.")
    assert told.index("Suspended.") < told.index("On 8 March 2022") < told.index("As reported on 11 March 2022")
    assert told.count("Des Moines, Iowa – Stavropol") == 3  # What may be meant, the heading of its steps, the button.


def test_a_heading_has_only_words_that_are_on_record_below(register: Register) -> None:
    told = _told("the mural and the revocation of a status, who was behind that? a Moscow thing", register)
    assert "“mural”" not in told
    assert "“revocation”" in told


def test_talk_of_something_else_in_the_place_of_a_tie_gets_no_steps(register: Register) -> None:
    told = _told("Des Moines pizza?", register)
    assert "7 March 2022" not in told
    assert "[1]" not in told


@pytest.mark.parametrize("question", ["did berlin ever drop moscow", "did hamburg drop saint petersburg"])
def test_a_large_city_abroad_is_known_in_small_letters(question: str, register: Register) -> None:
    assert "is in Germany" in _told(question, register).splitlines()[0]


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("Rome, New York", "Rome, New York"),
        ("Berlin, New Hampshire", "Berlin, New Hampshire"),
        ("hamburg ny", "Hamburg, New York"),
    ],
)
def test_its_namesake_with_a_state_is_here(question: str, place: str, register: Register) -> None:
    assert f"There is no tie on record between {place}, and a Russian place." in _told(question, register)
