"""How a tie stands, as it is told: the same however often it is asked, and anew when the record changes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cogs.wording.sources import Citations
from cogs.wording.standing_text import founding, newer
from cogs.wording.status import tie_status
from db.record.models import Tie
from db.record.register import Register
from tests.world import NOW

TODAY = NOW.date()


def told(
    tie: Tie, register: Register, citations: Citations | None = None, before: tuple[str, ...] = ()
) -> tuple[str, tuple[str, ...]]:
    """All that a tie's block says, and the ids of the sources that it cites."""
    cited = citations or Citations(register.record.sources)
    block = tie_status(tie, register, TODAY, cited, before=before)
    return "\n".join(f"{line.strong}{line.text}" for line in block.lines), tuple(each.id for each in cited.sources)


@pytest.mark.slow
def test_a_tie_is_told_again_as_it_was_told(register: Register) -> None:
    for tie in register.record.ties.values():
        fresh = Register(register.record)
        assert told(tie, register) == told(tie, register) == told(tie, fresh)


def test_beside_another_it_is_told_by_the_numbers_that_its_sources_have_there(frozen_register: Register) -> None:
    register = frozen_register
    one, other = (register.tie(name) for name in ("portland-or--khabarovsk", "chicago-il--moscow"))
    both = Citations(register.record.sources)
    first, second = told(one, register, both), told(other, register, both)
    assert second[1][: len(first[1])] == first[1] == told(one, register)[1]
    assert "[1]" in first[0]
    assert f"[{len(first[1]) + 1}]" in second[0]


def test_behind_something_else_it_is_told_as_if_it_were_told_for_the_first_time(register: Register) -> None:
    """A tie that is not the record's own is never kept."""
    for tie in register.record.ties.values():
        newest = newer(tie, register.status(tie.id), Citations({}))
        for before in ("Its name was spelled so.", founding(tie, Citations({})), *newest):
            assert told(tie, register, before=(before,)) == told(replace(tie), register, before=(before,))


def test_what_changed_is_told_at_once(frozen_register: Register) -> None:
    register = Register(frozen_register.record)
    tie = register.tie("portland-or--khabarovsk")
    before = told(tie, register)
    changed = replace(tie, acts=())
    register.replace_tie(changed)
    after = told(changed, register)
    assert after[0] != before[0]
    register.replace_tie(tie)
    assert told(tie, register) == before
