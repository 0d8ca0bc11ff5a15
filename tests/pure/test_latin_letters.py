"""Ukrainian and Russian typed in Latin letters, written back into Cyrillic."""

from __future__ import annotations

import pytest

from cogs.lookup.reading.latin_letters import written_back
from db.record.dataset import load_dataset
from db.record.register import Register
from db.record.text import tokens

GAZETTEER = Register(load_dataset()).gazetteer


def read(text: str) -> str | None:
    """A text written back; None where it stays as it is."""
    back = written_back(text, tokens(text), GAZETTEER)
    return back.text if back else None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kakie goroda razorvali s rossiey", "какие города разорвали с россией"),
        ("skilky mist shche trymayut z rosiyeyu", "скільки міст ще тримают з росією"),
        ("privet, a portland eshche s habarovskom?", "привет, а portland еще с хабаровском?"),
        ("shcho take pryzupynennya", "що таке призупинення"),
        ("Skolko podpisey u peticii", "Сколько подписей у петиции"),
        ("yaki mista v oregoni", "які міста в орегоні"),
        ("hto takyi bot", "хто такий бот"),
        ("kogda des moines priostanovil", "когда des moines приостановил"),
        ("dyakuyu", "дякую"),
        ("a scho z denverom?", "а що з денвером?"),
    ],
)
def test_words_are_written_back_and_names_known_in_latin_letters_stay(typed: str, meant: str) -> None:
    assert read(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "which cities ended it with Russia?",
        "what does razorvali mean in English",
        "Habarovsk",
        "Petro Zavodsk",
        "Nowosibirsk Minneapolis",
        "Wladiwostok",
        "tyes in californa",
        "sarsota vladmir",
        "la crosse wisc",
        "wich citys suspnded there tyes",
        "que ciudades rompieron con rusia",
        "quelles villes ont rompu",
        "welche staedte haben beendet",
        "slava ukraini",
        "а шо з Portland?",
        "",
    ],
)
def test_english_names_and_other_languages_stay(text: str) -> None:
    assert read(text) is None
