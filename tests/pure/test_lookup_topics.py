"""Topics of general questions: what they are made of is on file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cogs.lookup.reading.concepts import TOPICS
from db.record.dataset.explanations import shipped
from db.record.standings import Standing
from db.record.vocabulary import vocabulary


def test_every_topic_has_an_answer_and_concepts_that_are_known() -> None:
    known = {
        *_concepts(),
        *vocabulary("arguments")["concepts"],
        *(f"is_{each.value}" for each in Standing),
        "is_several",
        "in_oblast",
    }
    for row in _topics():
        assert shipped().by_id(row["answer"]) is not None, row
        assert {*" ".join(row["of"]).split(), *row.get("never", "").split()} <= known, row


def test_no_concept_has_two_meanings_and_none_stands_unused() -> None:
    concepts = _concepts()
    assert len({*concepts}) == len(concepts)
    assert not {*concepts} & {*vocabulary("arguments")["concepts"]}
    used = {name for row in _topics() for each in (*row["of"], row.get("never", "")) for name in each.split()}
    assert {*concepts} <= used


def test_no_topic_rules_out_what_it_is_made_of() -> None:
    for row in _topics():
        for each in row["of"]:
            assert not {*each.split()} & {*row.get("never", "").split()}, row


def _topics() -> list[Mapping[str, Any]]:
    return [row for name in TOPICS for row in vocabulary(name)["topic"]]


def _concepts() -> list[str]:
    return [concept for name in TOPICS for concept in vocabulary(name)["concepts"]]
