"""What a writer's words tell of them, so that the review can be careful; nothing is concluded from anything else."""

from __future__ import annotations

import pytest

from cogs.letters import writer


@pytest.mark.parametrize(
    "text",
    [
        "I am 15 years old.",
        "I'm 16 and live here.",
        "I am fourteen.",
        "I am in 8th grade.",
        "I am a high school student.",
        "I am 17.",
        "Мені 14 років.",
        "Мне 15 лет.",
        "Я школярка.",
        "I am a seventh grader.",
        "I attend Lincoln High School.",
        "We are the eleventh-grade class of Albany High School.",
    ],
)
def test_somebody_under_18_is_seen(text: str) -> None:
    assert writer.under_age(f"My aunt is in Kharkiv. {text}")


@pytest.mark.parametrize(
    "text",
    [
        "I am 15 minutes away.",
        "When I was 15 years old we fled.",
        "My son is 15.",
        "I am 45.",
        "I teach high school.",
        "I have 12 cousins.",
    ],
)
def test_nobody_is_taken_for_a_child(text: str) -> None:
    assert not writer.under_age(text)


@pytest.mark.parametrize(
    "text",
    [
        "Please do not publish my name.",
        "I want to stay anonymous.",
        "I am afraid to give my name.",
        "Please keep my name out of it.",
        "Не вказуйте мого імені.",
        "I cannot sign my name because my mother is in Luhansk.",
    ],
)
def test_somebody_who_wants_no_name_is_seen(text: str) -> None:
    assert writer.unnamed(text)


@pytest.mark.parametrize("text", ["My name is Ann.", "He died in the name of freedom.", "The street has no sign."])
def test_a_name_is_only_a_name(text: str) -> None:
    assert not writer.unnamed(text)


@pytest.mark.parametrize(
    "text",
    [
        "My brother was killed in Bakhmut.",
        "I lost my son last year.",
        "We hid in a cellar for three weeks.",
        "Our house was destroyed.",
        "My husband is missing.",
        "Мій син загинув.",
        "Я поховала чоловіка.",
        "Мой брат погиб.",
        "I am a widow.",
    ],
)
def test_grief_and_war_are_seen(text: str) -> None:
    assert writer.grief(text)


@pytest.mark.parametrize(
    "text", ["My son is in third grade.", "My neighbor came here from Kharkiv.", "I lost my keys."]
)
def test_other_words_are_no_grief(text: str) -> None:
    assert not writer.grief(text)


@pytest.mark.parametrize(
    "text",
    [
        "Please keep our sister city.",
        "We should not end the tie.",
        "Don't cut the tie with Khabarovsk.",
        "The tie should continue.",
        "I am against ending the partnership.",
        "Не розривайте угоду.",
    ],
)
def test_somebody_who_wants_the_tie_kept_is_seen(text: str) -> None:
    assert writer.keeps(text)


@pytest.mark.parametrize(
    "text",
    [
        "I don't understand why you keep the tie.",
        "If you keep the tie, people will see it.",
        "They want to keep the tie.",
        "Keeping this tie is wrong.",
        "Please end the tie.",
        "You keep a sister tie with them.",
    ],
)
def test_who_speaks_against_the_tie_is_not_taken_for_that(text: str) -> None:
    assert not writer.keeps(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Моя мама й досі в Запоріжжі, і я не знаю, що їй сказати", "uk"),
        ("Моя мама до сих пор там, и мы не знаем, что сказать", "ru"),
        ("My mother is still there, and I do not know what to say", "en"),
        ("Mi madre está en la ciudad que los rusos ocupan, pero nos llama", "es"),
        ("Ich habe eine Schwester und sie ist nicht hier, das ist schwer", "de"),
        ("Zażółć", ""),
    ],
)
def test_a_language_is_known_by_its_letters_and_small_words(text: str, code: str) -> None:
    assert writer.language_of(text) == code


def test_each_paragraph_has_its_language() -> None:
    text = "Моя мама й досі в Запоріжжі.\n\nMy mother is still there, in the city."
    assert writer.languages_of(text) == ("uk", "en")
