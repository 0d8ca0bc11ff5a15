"""What an office may take for a threat is asked about, in three languages, and hardly anything else."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import tomli

from cogs.letters import concern, danger
from cogs.letters.concern import ConcernError, words_of
from cogs.letters.danger_parts import LANGUAGES
from cogs.letters.review import phrases
from cogs.letters.templates import FOLDER

pytestmark = pytest.mark.slow

HERE = Path(__file__)
SENTENCES = tomli.loads(HERE.with_name("letters_concern.toml").read_text(encoding="utf-8"))["sentence"]
SLURS = frozenset(word for phrase in phrases("slurs") for word in phrase)


def of_kind(kind: str) -> list[str]:
    found = [each["text"] for each in SENTENCES if each["is"] == kind]
    assert found
    return found


def test_nearly_all_that_may_be_a_threat_is_stopped_or_asked_about() -> None:
    wanted = of_kind("asked")
    passed = [text for text in wanted if not danger.is_threat(text) and not danger.doubtful(text)]
    assert len(passed) <= len(wanted) * 0.04, passed


def test_nothing_harmless_is_stopped_and_hardly_anything_asked_about() -> None:
    harmless = of_kind("fine")
    assert [text for text in harmless if danger.is_threat(text)] == []
    asked = [text for text in harmless if danger.doubtful(text) or danger.slur(text, SLURS)]
    assert len(asked) <= len(harmless) * 0.05, asked


def test_words_that_insult_a_people_are_seen() -> None:
    assert [text for text in of_kind("slur") if not danger.slur(text, SLURS)] == []


@pytest.mark.parametrize(
    ("doubtful", "plain"),
    [
        ("Your jacket smells of smoke.", "Your resolution smells of smoke."),
        ("We will scrape you off the road.", "We will thank you at the hearing."),
        ("You will be crawling home.", "You will be remembered for it."),
        ("I can see it. That lock of yours is old.", "I can see it. The lock on our church is old."),
        ("Ваша плита стара.", "Ваша відповідь стара."),
        ("Дочка ваша идёт домой.", "Наша дочка идёт домой."),
    ],
)
def test_what_is_somebodys_own_is_told_from_what_is_of_the_office(doubtful: str, plain: str) -> None:
    assert danger.doubtful(doubtful)
    assert not danger.doubtful(plain)


@pytest.mark.parametrize(
    ("hint", "kind"),
    [
        ("I hear your boy swims at the Y. The water there is deep.", "Thank you: your boy swims with mine at the Y."),
        ("You might want to start your car from a distance.", "You might want to start with the council."),
        ("Men like you end up in a ditch.", "Streets like ours end up with a plaque."),
        ("My friends are less patient than I am.", "My friends are proud of you."),
        ("Your dinner is at 7:10, every night.", "Your meeting is at 7:10, every month."),
        ("Tell the missus hello from me.", "Tell the council hello from me."),
        ("Не дивуйтеся, якщо завтра щось станеться.", "Не дивуйтеся, що ми програли вибори."),
        ("Разберёмся по-своему.", "Разберёмся на заседании."),
    ],
)
def test_a_hint_is_asked_about_and_what_is_meant_well_is_not(hint: str, kind: str) -> None:
    assert danger.doubtful(hint)
    assert not danger.doubtful(kind)


def test_who_says_that_they_will_do_somebody_harm_is_stopped() -> None:
    assert danger.is_threat("I will wrap this crowbar around your head.")
    assert not danger.is_threat("I will carry a crowbar to your office, since the sign has four bolts.")
    assert not danger.is_threat("My neighbor told us that they will wrap a crowbar around your head.")


def test_only_the_sentence_that_is_doubtful_is_named() -> None:
    assert danger.doubtful("I live here. Your spare key hangs in my hall. Please end the tie.") == (
        "Your spare key hangs in my hall."
    )


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_pattern_can_be_read(code: str) -> None:
    for pattern in words_of(code).all_patterns:
        pattern.search("")


def test_a_file_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    (tmp_path / "concern").mkdir()
    (tmp_path / "concern" / "en.toml").write_text("[classes]\n", encoding="utf-8")
    with pytest.raises(ConcernError, match=r"concern/en\.toml"):
        words_of("en", tmp_path)


@pytest.mark.parametrize("text", ["your ", "you will be your wife's mayor. ", "тебя завтра будешь, мэр. ", "i will "])
def test_no_text_takes_long(text: str) -> None:
    danger.doubtful("warm up your ваш")
    began = time.thread_time()
    danger.doubtful((text * 800)[:4000])
    assert time.thread_time() - began < 0.2


def test_the_words_are_in_the_folder_of_the_letters() -> None:
    assert sorted(file.stem for file in (FOLDER / "concern").iterdir()) == sorted(LANGUAGES)


def test_a_class_knows_words_beginnings_and_rows() -> None:
    found = concern.WordClass(frozenset({"rope"}), ("burn",), (" black book ",))
    for text in ("a rope", "it burned", "a black book"):
        assert found.is_in(text.split(), f" {text} ")
    assert not found.is_in(["ropes"], " ropes ")


@pytest.mark.parametrize("blank", ["<your story here>", "[Ваше имя]", "{your name}"])
def test_a_blank_to_be_filled_in_is_nobodys(blank: str) -> None:
    assert danger.doubtful(f"Halyna came here in 2022. {blank}") == ""


@pytest.mark.parametrize(
    "text",
    [
        "Я не политик, я прошу вас: не называйте их город вашей сестрой.",
        "Чому це місто досі ваша сестра?",
        "Why is that city your sister?",
        "Ваш мэр обещал нам ответить.",
        "Ваши дети учатся с нашими.",
        "У вас маленьке місто, але велике серце.",
        "Your door was open to me in 2019.",
        "You have two daughters, and I have two sons, and they all deserve better.",
    ],
)
def test_what_people_say_kindly_of_a_place_and_its_office_is_not_asked_about(text: str) -> None:
    assert danger.doubtful(text) == ""
