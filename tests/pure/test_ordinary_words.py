"""Ordinary words, names and misspelt places are told apart in three languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.record.gazetteer import Gazetteer
from db.record.ordinary_words import FOLDER, WordList, is_common, is_familiar, is_ordinary
from db.record.register import Register
from db.record.text import normalise, tokens

# Forms of words, so that lists which were made with other endings than those cut today are noticed.
WORDS = {
    "English": "house houses wonder wondering cheese beautiful neighbour neighbor organisation doesn't",
    "Ukrainian": "військо війська військами морського рішенням будинок будинками зустрічами сьогодні",
    "Russian": "война войсками решением домами домов встречей красивая сегодня погода",
}
NAMES = "Tokyo London Lisbon Toronto Facebook Jonathan Лондоном Микола Миколи Берліном"


@pytest.mark.parametrize("language", WORDS)
def test_an_ordinary_word_is_one_in_all_its_forms(language: str) -> None:
    assert [word for word in WORDS[language].split() if not is_ordinary(normalise(word))] == []


def test_a_name_is_familiar_and_no_ordinary_word() -> None:
    names = NAMES.split()
    assert [name for name in names if is_ordinary(normalise(name)) or not is_familiar(normalise(name))] == []


@pytest.mark.parametrize("word", ["", "a b", " ", "zzz", "xqzt", "wonde", "onder", "Khabarovsk"])
def test_what_is_no_word_is_in_no_list(word: str) -> None:
    assert not is_familiar(word)


def test_a_name_is_common_from_a_certain_frequency() -> None:
    assert is_common("tally")
    assert not is_common("lacrosse")
    assert is_ordinary("lacrosse")


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.txt")), ids=lambda file: file.stem)
def test_a_list_is_in_order_and_holds_what_its_lines_say(file: Path) -> None:
    lines = file.read_text(encoding="utf-8").splitlines()
    words = [word for line in lines for word in line.split(" ")]
    assert words == sorted(set(words))
    assert [line for line in lines if {word[:3] for word in line.split(" ")} != {line[:3].rstrip()}] == []
    known = WordList(file.stem)
    assert [word for word in words if word not in known] == []


@pytest.mark.parametrize(
    "text",
    [
        "centre of edinburgh and david",
        "обговорили війська та військову службу з Володимиром",
        "генерал Николай Петров и война",
    ],
)
def test_a_known_word_is_no_misspelt_place(text: str, gazetteer: Gazetteer) -> None:
    assert [match for match in gazetteer.find(tokens(text), frozenset()) if match.distance] == []


@pytest.fixture
def gazetteer(register: Register) -> Gazetteer:
    return register.gazetteer
