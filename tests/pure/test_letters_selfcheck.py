"""What an operator is told of the letters by `python bot.py check`."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cogs.letters.concern import words_of
from cogs.letters.danger_parts import languages
from cogs.letters.selfcheck import check_letters
from cogs.letters.templates import FOLDER


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the shipped letters, to be spoilt."""
    shutil.copytree(FOLDER, tmp_path / "letters")
    return tmp_path


def test_what_ships_has_no_faults() -> None:
    assert check_letters(FOLDER.parent) == []


def test_a_faulty_template_is_named_with_its_line(data: Path) -> None:
    file = data / "letters" / "end-1.txt"
    file.write_text(file.read_text(encoding="utf-8") + "{{ mayor }}\n", encoding="utf-8")
    (fault,) = check_letters(data)
    lines = len(file.read_text(encoding="utf-8").splitlines())
    assert fault.startswith(f"letters/end-1.txt: line {lines}: unknown name “mayor”")


def test_a_trace_of_an_empty_field_is_named(data: Path) -> None:
    file = data / "letters" / "say-1.txt"
    file.write_text(file.read_text(encoding="utf-8") + "\nI am {{ name }}.\n", encoding="utf-8")
    assert check_letters(data) == ["letters/say-1.txt: with name left empty, this is left in the letter: “I am .”"]


def test_an_ask_without_a_template_is_named(data: Path) -> None:
    (data / "letters" / "which-1.txt").unlink()
    assert check_letters(data) == ["letters: no template for the ask “which” where the standing is disputed"]


def test_a_missing_or_empty_word_list_is_named(data: Path) -> None:
    (data / "letters" / "words" / "insults.txt").unlink()
    (data / "letters" / "words" / "slurs.txt").write_text("# nothing\n", encoding="utf-8")
    assert check_letters(data) == [
        "letters/words/insults.txt: cannot be read; restore it",
        "letters/words/slurs.txt: the list is empty; restore it",
    ]


def test_a_missing_or_spoilt_file_of_words_that_are_asked_about_is_named(data: Path) -> None:
    file = data / "letters" / "concern" / "ru.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("[whole]", "[hole]"), encoding="utf-8")
    assert check_letters(data) == ["letters/concern/ru.toml: 'whole'"]
    words_of.cache_clear()
    file.unlink()
    assert check_letters(data) == ["letters/concern/ru.toml: cannot be read; restore it"]


@pytest.mark.slow
def test_a_missing_or_spoilt_guide_is_named(data: Path) -> None:
    file = data / "letters" / "guide" / "ru.toml"
    file.write_text('button = "Инструкция"\n', encoding="utf-8")
    (fault,) = check_letters(data)
    assert fault.startswith("letters/guide/ru.toml: ")
    file.unlink()
    assert check_letters(data) == ["letters/guide/ru.toml: cannot be read; restore it"]


@pytest.mark.slow
def test_a_missing_or_spoilt_file_of_parts_is_named(data: Path) -> None:
    file = data / "letters" / "danger" / "uk.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("[parts]", "[parts"), encoding="utf-8")
    (fault,) = check_letters(data)
    assert fault.startswith("letters/danger/uk.toml: ")
    languages.cache_clear()
    file.unlink()
    assert check_letters(data) == ["letters/danger/uk.toml: cannot be read; restore it"]
