"""docs/record.md speaks of real ties, and says of them what the record says."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.authorities import Authority
from db.record.grades import Grade
from db.record.models import Act, DateBasis, Listing, Record, Search, Source, Tie
from db.record.page_kinds import PageKind
from db.record.register import Register
from db.record.shows import Shows
from db.record.standings import Standing

DOCS = (Path(__file__).parent.parent.parent / "docs/record.md").read_text(encoding="utf-8")
# Fields that everybody understands by their names, and those whose values the page explains.
PLAIN_NAMES = {
    *("id", "date", "title", "publisher", "published", "url", "sources", "says", "where", "us", "ru", "since", "actor"),
    *("summary", "vote", "condition", "hearing", "since_source", "since_note", "list_spelling"),
    *("acts", "listings", "searches", "kind", "authority", "grade", "level", "outcome"),
}
EXAMPLES = re.findall(r"^\| ([^|]+?)–([^|]+?) \| [^|]+ \| \*\*(\w+)\*\*", DOCS, re.MULTILINE)


def test_there_are_examples() -> None:
    assert len(EXAMPLES) == 9


@pytest.mark.parametrize(("us", "ru", "standing"), EXAMPLES)
def test_each_example_has_the_standing_that_the_page_gives_it(
    register: Register, us: str, ru: str, standing: str
) -> None:
    name, _, state = us.partition(", ")
    ties = [
        tie
        for tie in register.record.ties.values()
        if register.place(tie.us).name == name
        and register.place(tie.ru).name == ru
        and register.record.states[register.state_of(tie)].name.startswith(state)
    ]
    assert [str(register.status(tie.id).standing) for tie in ties] == [standing]


@pytest.mark.parametrize("word", [*ActKind, *Authority, *DateBasis, *Shows, *PageKind])
def test_every_kind_and_authority_is_explained(word: str) -> None:
    assert f"`{word}`" in DOCS


@pytest.mark.parametrize("value", [Act, Listing, Search, Source, Tie], ids=lambda value: value.__name__)
def test_every_field_that_does_not_say_what_it_is_is_explained(value: type) -> None:
    names = {each.name for each in fields(value)} - PLAIN_NAMES
    assert not [name for name in names if f"`{name}`" not in DOCS]


def test_the_page_says_of_each_kind_what_standing_it_makes() -> None:
    said = re.findall(r"^\| `(\w+)` \| [^|]+ \| ([a-z–]+) \|$", DOCS, re.MULTILINE)
    assert said == [(kind, known.leads_to or "–") for kind, known in ACT_KINDS.items()]


def test_the_page_has_each_grade_from_the_best_on() -> None:
    assert re.findall(r"^\| ([A-Z]) \| ", DOCS, re.MULTILINE) == list(Grade)


@pytest.mark.parametrize("standing", Standing)
def test_the_page_says_how_each_standing_follows(standing: str) -> None:
    rules = DOCS.partition("## How a standing follows")[2].partition("## ")[0]
    assert standing in rules


def test_no_tie_is_disputed_as_the_page_says(record: Record) -> None:
    assert not [act.id for tie in record.ties.values() for act in tie.acts if act.disputes]
