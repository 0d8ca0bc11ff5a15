"""Topics of general questions: what they are made of is on file."""

from __future__ import annotations

from db.record.dataset.explanations import shipped
from db.record.standings import Standing
from db.record.vocabulary import vocabulary


def test_every_topic_has_an_answer_and_concepts_that_are_known() -> None:
    table = vocabulary("topics")
    known = {
        *table["concepts"],
        *vocabulary("arguments")["concepts"],
        *(f"is_{each.value}" for each in Standing),
        "is_several",
        "in_oblast",
    }
    for row in table["topic"]:
        assert shipped().by_id(row["answer"]) is not None, row
        assert {*" ".join(row["of"]).split(), *row.get("never", "").split()} <= known, row


def test_no_concept_has_two_meanings_and_none_stands_unused() -> None:
    table = vocabulary("topics")
    assert not {*table["concepts"]} & {*vocabulary("arguments")["concepts"]}
    used = {name for row in table["topic"] for each in (*row["of"], row.get("never", "")) for name in each.split()}
    assert {*table["concepts"]} <= used
