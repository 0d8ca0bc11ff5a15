"""The tables of rules that choose between meanings: each row has a question of the corpus, which it decides."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import tomli

from cogs.lookup.answers.answer import answer
from cogs.lookup.lists.asked_list import AskedList
from cogs.lookup.lists.list_rules import LIST_RULES
from cogs.lookup.lists.regions_asked import region_asked
from cogs.lookup.parts import subject_rules
from cogs.lookup.parts.subject_rules import SUBJECT_RULES, SubjectRule
from cogs.lookup.people import speakers
from cogs.lookup.places.disambiguate import resolve
from cogs.lookup.places.names_in_talk import TALK_RULES, Named, talk_row
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.rules import Rule, decide, deciding
from cogs.lookup.reading.understanding import understand
from cogs.lookup.render_text import as_text
from db.record.register import Register

CORPUS = Path(__file__).parent.parent / "corpus"


@pytest.fixture(scope="module")
def corpus() -> frozenset[str]:
    """Every question of the corpus."""
    read = [tomli.loads(file.read_text("utf-8")) for file in CORPUS.glob("*.toml")]
    return frozenset(question["ask"] for file in read for question in file.get("question", ()))


def read(text: str, register: Register, today: date) -> Question:
    """A question with the people it names."""
    return speakers.with_speakers(understand(text, register.gazetteer, today), register)


def test_the_first_row_that_holds_decides() -> None:
    rules: tuple[Rule[int], ...] = (
        Rule(lambda it: it > 1, True, "", unless=lambda it: it > 5),
        Rule(lambda it: it > 3, False, ""),
    )
    assert [decide(rules, number) for number in (0, 2, 4, 6)] == [False, True, True, False]


@pytest.mark.parametrize("rule", TALK_RULES, ids=lambda rule: rule.example)
def test_a_row_on_talk_decides_its_question(
    rule: Rule[Named], register: Register, today: date, corpus: frozenset[str]
) -> None:
    question = read(rule.example, register, today)
    assert rule.example in corpus
    assert rule in [talk_row(named, question.mentions, question, register) for named in question.mentions]


@pytest.mark.parametrize("rule", LIST_RULES, ids=lambda rule: rule.example)
def test_a_row_on_lists_decides_its_question(
    rule: Rule[AskedList], register: Register, today: date, corpus: frozenset[str]
) -> None:
    question = read(rule.example, register, today)
    asked = AskedList(question, resolve(question, register), region_asked(question, register))
    assert rule.example in corpus
    assert deciding(LIST_RULES, asked) is rule


@pytest.mark.parametrize("rule", SUBJECT_RULES, ids=lambda rule: rule.example)
def test_a_row_on_subjects_changes_the_answer_to_its_question(
    rule: SubjectRule, register: Register, today: date, corpus: frozenset[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    said = as_text(answer(rule.example, register, today), register)
    monkeypatch.setattr(subject_rules, "SUBJECT_RULES", [row for row in SUBJECT_RULES if row is not rule])
    assert rule.example in corpus
    assert as_text(answer(rule.example, register, today), register) != said
