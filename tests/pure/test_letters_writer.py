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
        "We are Ms. Ortiz's ninth-grade civics class.",
        "As a junior at South Salem High I have argued both sides.",
        "As a 15-year-old, I ask you to listen.",
    ],
)
def test_somebody_under_18_is_seen(text: str) -> None:
    assert writer.under_age(f"My aunt is in Kharkiv. {text}")


def test_a_text_of_one_language_is_not_of_two() -> None:
    spanish = (
        "Trabajo en el campo en Salinas. Mi vecina llegó con dos niños. Ella llora cuando ve la lista en la pared."
    )
    assert writer.languages_inside(spanish) == ("es",)


@pytest.mark.parametrize(
    "text",
    [
        "I am 15 minutes away.",
        "When I was 15 years old we fled.",
        "As a 15-year-old I fled from Kharkiv.",
        "As a child I lived there, in the 8th grade.",
        "I am a senior at the University of Iowa.",
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
        "One of them, Petro, taught me to fish. He was killed at Avdiivka.",
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


@pytest.mark.parametrize(
    "text",
    [
        "My son Andriy was 26. He was killed on 14 May 2024.",
        "I also buried a young man last year, a medic from our street.",
        "My nephew went to fight in 2023. He wrote to us. He didn't make it.",
        "I worked there for 22 years and lost a friend, Serhii.",
        "We dug clams together. Gennady died.",
        "Two of them are dead now.",
        "My cousin has no legs.",
        "But my town Huliaipole not exist more.",
    ],
)
def test_a_loss_is_seen_however_it_is_told(text: str) -> None:
    assert writer.grief(text)


@pytest.mark.parametrize(
    "text",
    [
        "I buried the hatchet long ago.",
        "Stalin died in 1953.",
        "My son plays chess. He was late.",
        "Two of them are lawyers.",
        "The friendship died.",
    ],
)
def test_no_loss_is_made_up(text: str) -> None:
    assert not writer.grief(text)


@pytest.mark.parametrize(
    "text",
    [
        "Some nights I don't see the point in waking up again.",
        "I have nothing else to ask in this life.",
        "I've got nothing to lose.",
        "Я не хочу більше жити.",
        "Нет смысла жить.",
    ],
)
def test_who_seems_to_be_at_an_end_is_heard(text: str) -> None:
    assert writer.distress(text)


@pytest.mark.parametrize(
    "text", ["I don't see the point of this tie.", "We have nothing to lose by asking.", "I want to live here."]
)
def test_a_turn_of_phrase_is_no_distress(text: str) -> None:
    assert not writer.distress(text)


@pytest.mark.parametrize(
    "text",
    [
        "He could get into trouble for what I write.",
        "Lyudmila stopped writing, we think she is afraid.",
        "My father is still there.",
        "My parents are still in Melitopol.",
        "They will shoot my cousin if they find out.",
        "Мій брат, його затримали торік.",
    ],
)
def test_somebody_whom_a_letter_may_endanger_is_seen(text: str) -> None:
    assert writer.at_risk(text)


@pytest.mark.parametrize(
    "text",
    ["He was a programmer, he was afraid of blood.", "What is in the drawer is still in the house.", "I am afraid."],
)
def test_nobody_is_said_to_be_in_danger_without_a_word_of_it(text: str) -> None:
    assert not writer.at_risk(text)


@pytest.mark.parametrize(
    ("asked", "name", "bare"),
    [
        ("Please do not print my last name.", "Mykola B.", True),
        ("Please do not print my last name.", "Mykola", True),
        ("Please do not print my last name.", "Mykola Bondar", False),
        ("Please do not print my name.", "Mykola", False),
        ("Please do not print my last name.", "", False),
    ],
)
def test_a_first_name_is_no_last_name(asked: str, name: str, bare: bool) -> None:
    assert writer.unnamed(asked)
    assert writer.gives_no_last_name(asked, name) is bare


def test_who_would_rather_not_sign_is_seen() -> None:
    assert writer.unnamed("I would rather not sign this.")
    assert writer.unnamed("I can't sign it where I work.")
    assert not writer.unnamed("I signed the petition.")
    assert writer.work_risk("My job is sensitive.")


def test_who_fears_for_their_work_is_seen() -> None:
    assert writer.work_risk("I don't want this to come back to me at work.")
    assert writer.work_risk("(staff, not for attribution)")
    assert not writer.work_risk("I lost my job at the plant and came back to Akron.")


def test_who_wants_no_letter_is_seen() -> None:
    assert writer.wants_facts("I'm a reporter. What I need is the date of the vote.")
    assert writer.wants_facts("I can't sign a letter to the Assembly.")
    assert not writer.wants_facts("My uncle was a reporter in Kyiv.")
    assert writer.wants_resolution("Could you draft WHEREAS clauses and a RESOLVED?")
    assert not writer.wants_resolution("The council passed a resolution in 2022.")


@pytest.mark.parametrize(
    "text",
    [
        "please KEEP it, don't let anyone talk you into ending it.",
        "Ending it would be a mistake.",
        "I ask you to keep it.",
    ],
)
def test_who_wants_it_kept_in_other_words_is_seen(text: str) -> None:
    assert writer.keeps(text)


@pytest.mark.parametrize(
    "text",
    [
        "I would have told you to keep it.",
        "Please keep it short.",
        "Cutting it takes one evening.",
        "They talked us into it.",
    ],
)
def test_other_words_are_not_taken_for_that(text: str) -> None:
    assert not writer.keeps(text)


def test_two_who_sign_and_say_we_are_several() -> None:
    assert writer.speaks_as_several("We stayed with them in 1996.", "Hal and June Iverson")
    assert not writer.speaks_as_several("We stayed with them, and I cried.", "Hal and June Iverson")
    assert not writer.speaks_as_several("We stayed with them.", "Hal Iverson")


def test_a_language_inside_a_paragraph_is_seen() -> None:
    text = "Я живу тут три роки з дітьми. I am thankful to this city very much. Дякую, що ви прочитали."
    assert writer.languages_of(text) == ("uk",)
    assert writer.languages_inside(text) == ("uk", "en")


def test_a_sentence_without_a_letter_of_its_own_is_in_the_language_around_it() -> None:
    text = "Я повар, работаю в Рочестере девять лет. Теперь горят дома в Харькове. Мы это видели своими глазами."
    assert writer.languages_inside(text) == ("ru",)
    assert writer.languages_inside("Ми бачили це на власні очі. Теперь горят дома в Харькове.") == ("uk",)
    assert writer.languages_inside("Ми бачили це на власні очі. Мы это видели своими глазами.") == ("uk", "ru")


def test_who_wants_science_to_go_on_does_not_want_the_tie_kept() -> None:
    assert not writer.keeps("I have worked at Yakutsk, and science with them should go on whatever happens.")
    assert writer.keeps("The tie with Yakutsk should go on.")
