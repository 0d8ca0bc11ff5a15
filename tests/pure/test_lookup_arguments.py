"""Arguments known by their meaning: each has an answer on file, and what was said for it is on record."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from cogs.lookup.explanations.argued import argument_in, argument_of
from cogs.lookup.reading.understanding import understand
from db.record.dataset.explanations import shipped
from db.record.register import Register
from db.record.text import clean, norms
from db.record.vocabulary import vocabulary

TODAY = date(2026, 11, 28)
# What shows of any text that an argument is spoken of.
SHAPES = {"argument", "answered", "stated"}


@pytest.mark.parametrize("row", vocabulary("arguments")["argument"], ids=lambda row: row["of"][0])
def test_every_argument_is_of_known_concepts_and_answered(row: dict[str, Any], register: Register) -> None:
    used = {concept for combination in row["of"] for concept in combination.split()}
    assert used <= {*vocabulary("arguments")["concepts"], "stated"}
    assert shipped().by_id(row["answer"]) is not None
    assert [name for name in row.get("said", ()) if name not in register.record.talking_points] == []
    assert all(set(combination.split()) - SHAPES for combination in row["of"])


def test_every_concept_is_of_an_argument() -> None:
    table = vocabulary("arguments")
    used = {concept for row in table["argument"] for combination in row["of"] for concept in combination.split()}
    assert table["concepts"].keys() - used == set()


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("my cousin insists pensioners over there shouldn't pay for the kremlin's war", "ordinary-russians"),
        ("дід каже, що тамтешні люди ні до чого", "ordinary-russians"),
        ("мы дружили с ними даже при Брежневе, почему теперь рвать", "cold-war"),
        ("nobody visits, nobody writes, so why bother", "dead-tie"),
        ("навіщо, кремль навіть не помітить", "effect"),
        ("нам говорят: гарантий нет, а последний мост сожжём", "last-channel"),
        ("isn't council supposed to fix potholes and not play diplomat", "foreign-policy"),
        ("хіба не краще зібрати гроші на генератори для України", "help-instead"),
    ],
)
def test_an_argument_is_known_however_it_is_put(text: str, answer: str) -> None:
    found = argument_in(" ".join(norms(clean(text))))
    assert found is not None
    assert found.answer == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("potholes first, fix the roads before playing diplomat", "foreign-policy"),
        ("мэр пусть дорогами занимается", "foreign-policy"),
    ],
)
def test_an_argument_may_be_stated_and_ask_nothing(text: str, answer: str, register: Register) -> None:
    found = argument_of(understand(text, register.gazetteer, TODAY))
    assert found is not None
    assert found.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "talking points but not from politicians",
        "пошёл нахрен со своей пропагандой",
        "which cities stopped student exchanges",
        "who slammed the door in March 2022",
        "is Portland still paired with Khabarovsk",
        "how many are dormant",
        "sell me a bridge",
    ],
)
def test_what_asks_for_ties_makes_no_argument(text: str, register: Register) -> None:
    assert argument_of(understand(text, register.gazetteer, TODAY)) is None
