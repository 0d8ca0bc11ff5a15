"""Sentences beside a question in which somebody only tells of themselves, greets or asks pardon change no answer."""

from __future__ import annotations

from datetime import date

import pytest

from cogs.lookup.answers.answer import answer
from cogs.lookup.reading.scenes import without_courtesies, without_scene
from db.record.register import Register
from db.record.text import clean, tokens

TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("I run a small book club in Ohio. Which ties ended in 2022?", "Which ties ended in 2022?"),
        ("Готую слайд для громади в Чикаго. Хто розірвав першим?", "Хто розірвав першим?"),
        ("Готовлю доклад в Огайо: какие связи прекращены", "какие связи прекращены"),
        (
            "which Russian cities have three partners? I only knew about Vladivostok",
            "which Russian cities have three partners?",
        ),
        ("Reporter on deadline in eastern Oregon: did Baker City end Zeya", "did Baker City end Zeya"),
    ],
)
def test_what_somebody_tells_of_themselves_is_left_out(text: str, asked: str) -> None:
    assert without_scene(clean(text), tokens(clean(text))) == asked


@pytest.mark.parametrize(
    "text",
    [
        "Dallas cut its tie. Which other cities did?",
        "Headline I got sent: BERKELEY DITCHES RUSSIAN SISTER CITIES",
        "Викинь Каліфорнію та Вашингтон: які зв'язки діють?",
        "My friend says Juneau ended it. Is that so?",
        "I already have Dallas and Houston. any other Texas ones?",
        "We want to make friends with a town. Where do we begin?",
        "a kid of mine asked whether Rostov is the big one. Is it still going?",
    ],
)
def test_what_a_question_is_about_stays(text: str) -> None:
    assert without_scene(clean(text), tokens(clean(text))) == clean(text)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Sorry if this was asked before. dormant ones but only in Texas", "dormant ones but only in Texas"),
        ("Вибачте, якщо вже питали. Хто розірвав першим?", "Хто розірвав першим?"),
        ("is Portland tied to Arkhangelsk. sorry, the Oregon one", ""),
        ("thanks a bunch, you rock! greetings from Erie", ""),
    ],
)
def test_an_apology_is_no_part_of_a_question_but_a_correction_is(text: str, asked: str) -> None:
    assert without_courtesies(clean(text), tokens(clean(text))) == (asked or clean(text))


_QUESTIONS = [
    "which ties ended by a council's vote?",
    "cities that first kept the tie and then changed course",
    "last five to be suspended, newest first",
    "is Anchorage still paired with Magadan?",
    "who decided in Londonderry, and when was it",
    "what did Liccardo say to Zelenskyy?",
    "dormant ones outside Texas and Alaska",
    "what is the difference between suspended and ended?",
    "how many have signed the petition?",
    "who are you and who pays for you?",
]


@pytest.mark.parametrize("question", _QUESTIONS)
@pytest.mark.parametrize(
    "scene",
    [
        "I run a small book club in Ohio.",
        "I'm writing a short piece for our school paper.",
        "Sorry if this was asked before, I missed half of your post.",
        "Preparing a talk for a library in Kansas.",
    ],
)
def test_an_answer_is_the_same_with_a_sentence_of_the_asker_before_it(
    scene: str, question: str, register: Register
) -> None:
    assert answer(f"{scene} {question}", register, TODAY).parts == answer(question, register, TODAY).parts


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("My brother lives in Florida and wants to write. Which towns there still have one?", "in Florida"),
        ("I'm a council aide in Toledo, Ohio. does my city even have one", "Toledo, Ohio"),
        ("I live in San Diego. Did the city confirm Vladivostok itself?", "San Diego, California – Vladivostok"),
        ("I'm in Chicago. Who else suspended, besides us?", "19 of"),
    ],
)
def test_a_question_that_points_back_is_asked_of_where_somebody_is(text: str, told: str, register: Register) -> None:
    found = answer(text, register, TODAY)
    assert told in " ".join(f"{part.heading} " + " ".join(line.text for line in part.lines) for part in found.parts)
