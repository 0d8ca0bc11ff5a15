"""docs/record.md speaks of real ties, and says of them what the record says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from db.record.act_kinds import ActKind
from db.record.authorities import Authority
from db.record.models import Record
from db.record.register import Register

DOCS = (Path(__file__).parent.parent.parent / "docs/record.md").read_text(encoding="utf-8")
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


@pytest.mark.parametrize("word", [*ActKind, *Authority])
def test_every_kind_and_authority_is_explained(word: str) -> None:
    assert f"`{word}`" in DOCS


def test_no_tie_is_disputed_as_the_page_says(record: Record) -> None:
    assert not [act.id for tie in record.ties.values() for act in tie.acts if act.disputes]
