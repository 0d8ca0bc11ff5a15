"""Threats are known by their parts, in three languages; hard words, war and grief are left alone."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from cogs.letters import danger
from cogs.letters.review import phrases

SENTENCES = tomli.loads(Path(__file__).with_name("letters_threats.toml").read_text(encoding="utf-8"))
ALL = tomli.loads(Path(__file__).with_name("letters_sentences.toml").read_text(encoding="utf-8"))["sentence"]
SLURS = frozenset(word for phrase in phrases("slurs") for word in phrase)
AROUND = "My neighbor came here from Kharkiv with two children. {} Thank you for reading this."


@pytest.mark.parametrize("sentence", SENTENCES["threat"])
def test_a_threat_is_known(sentence: str) -> None:
    assert danger.is_threat(sentence)
    assert danger.is_threat(AROUND.format(sentence))


@pytest.mark.parametrize("sentence", SENTENCES["testimony"])
def test_what_is_told_of_others_is_asked_about_and_not_refused(sentence: str) -> None:
    assert not danger.is_threat(AROUND.format(sentence))
    assert danger.testimony(sentence)


@pytest.mark.parametrize("sentence", SENTENCES["plain"])
def test_hard_words_and_what_people_lived_through_are_left_alone(sentence: str) -> None:
    assert not list(danger.passages(sentence))
    assert not danger.is_threat(AROUND.format(sentence))


@pytest.mark.parametrize(
    "text",
    [
        "I w\u200bill k\u00adill you.",
        "I WILL KILL YOU",
        "I will k1ll you",
        "I’ll kill you",
        "Dear Mayor,\n\nI will kill you.\n\nSincerely,\nAnn",
        "word " * 200 + "i will kill you " + "word " * 200,
        "You wont see us coming",
    ],
)
def test_a_threat_is_known_however_it_is_written(text: str) -> None:
    assert danger.is_threat(text)


@pytest.mark.parametrize(
    "text",
    [
        "They are all moskals to me.",
        "Вони всі москалі.",
        "The Russians are all animals.",
        "Росіяни — це тварини.",
        "Русские это нелюди.",
    ],
)
def test_words_that_insult_a_people_are_seen(text: str) -> None:
    assert danger.slur(text, frozenset({"moskals", "москалі"})) == text


@pytest.mark.parametrize(
    "text", ["My dog is an animal too.", "Moscow is far.", "Kiker Farm is where we met.", "Animals died."]
)
def test_words_that_insult_nobody_are_not(text: str) -> None:
    assert danger.slur(text, frozenset({"kike"})) == ""


@pytest.mark.parametrize(
    "text",
    [
        "your " * 800,
        "i will " * 570,
        "know where you " * 260,
        '"' * 4000,
        "“a” " * 1000,
        "ваші діти " * 400,
        "a" * 4000,
        "hope you " * 440,
    ],
)
def test_no_text_takes_long(text: str) -> None:
    began = time.thread_time()
    list(danger.passages(text[:4000]))
    assert time.thread_time() - began < 0.5


@given(st.text(max_size=400))
def test_any_text_can_be_looked_at(text: str) -> None:
    list(danger.passages(text))
    danger.slur(text, frozenset({"x"}))


@pytest.mark.parametrize(
    "text",
    [
        "Have a spine, Mayor, and show some teeth for once.",
        "Your hair was on fire about parking meters.",
        "Put a knife through this agreement and a stake through its heart.",
        "You shot yourself in the foot with that statement.",
        "I will burn that plaque myself if you hand it to me.",
        "Мы сломаем эту привычку молчать вместе с вами.",
        "Сожгу эту табличку своими руками, если вы её снимете и отдадите мне.",
        "Ви зламаєте їм усі плани, якщо проголосуєте.",
        "Відкручу цю табличку сам, якщо ви дозволите.",
        "Разорвите эту бумагу на куски.",
    ],
)
def test_figures_of_speech_and_what_is_done_to_things_are_not_stopped(text: str) -> None:
    assert not danger.is_threat(text)


@pytest.mark.parametrize(
    "text",
    [
        "Я тобі шию зверну, зраднику.",
        "Обіллю тебе кислотою біля під'їзду.",
        "Сломаю тебе обе руки.",
        "Оболью тебя бензином.",
        "The bomb goes off at noon unless you vote.",
        "We'll beat some sense into you.",
    ],
)
def test_what_is_done_to_somebody_is_stopped(text: str) -> None:
    assert danger.is_threat(text)


@pytest.mark.slow
def test_nothing_harmless_is_stopped_and_no_testimony() -> None:
    harmless = [each["text"] for each in ALL if each["is"] in {"fine", "testimony"}]
    assert len(harmless) >= 150
    assert [text for text in harmless if danger.is_threat(text) or danger.is_threat(AROUND.format(text))] == []


def test_hardly_anything_harmless_is_asked_about() -> None:
    harmless = [each["text"] for each in ALL if each["is"] == "fine"]
    asked = [text for text in harmless if danger.doubtful(text) or danger.slur(text, SLURS)]
    assert len(asked) <= len(harmless) * 0.05


def test_threats_are_stopped_or_asked_about() -> None:
    threats = [each["text"] for each in ALL if each["is"] == "threat"]
    stopped = [text for text in threats if danger.is_threat(text)]
    asked = [text for text in threats if text not in stopped and danger.doubtful(text)]
    assert len(stopped) >= len(threats) * 0.84
    assert len(stopped) + len(asked) >= len(threats) * 0.98


@pytest.mark.parametrize(
    "text",
    [
        "The only good Russian is a dead one, so what is there to be friends with?",
        "Honestly the Jews on that committee are behind keeping this tie, it's always them.",
        "Хороший росіянин — мертвий росіянин.",
        "За всем стоят евреи, как всегда.",
    ],
)
def test_a_people_wished_dead_or_said_to_be_behind_it_is_asked_about(text: str) -> None:
    assert danger.slur(text, SLURS)
    assert danger.slur(f"My neighbor told me: “{text}” I was ashamed.", SLURS) == ""


def test_slurs_are_asked_about_and_not_where_they_are_told_of() -> None:
    slurs = [each["text"] for each in ALL if each["is"] == "slur"]
    assert [text for text in slurs if not danger.slur(text, SLURS)] == []
    assert danger.slur("My son was called a khokhol on the school bus, and the driver laughed.", SLURS) == ""


def test_a_threat_that_is_spread_over_sentences_is_known() -> None:
    assert danger.is_threat(
        "I have always had great respect for this administration. The mayor has a lovely old wooden house on a quiet "
        "street. My crew does a lot of work at night. I am sure we understand each other."
    )
    assert not danger.is_threat("The mayor has a house on our street. My crew works at night. We understand the law.")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("i know where you live", 1),
        ("я знаю, де ви живете", 2),
        ("you know, я знаю, де ви живете", 3),
        ("1991 – 2022", 0),
    ],
)
def test_a_text_is_looked_at_in_the_languages_whose_letters_it_has(text: str, codes: int) -> None:
    assert len(danger._languages_of(text)) == codes
