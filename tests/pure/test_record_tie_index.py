"""What lists are made from follows the record: after any change it is what it would be if it were made anew."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

from db.record.act_kinds import ActKind
from db.record.authorities import Authority
from db.record.models import Act, PartialDate, Search, Tie
from db.record.register import Register
from db.record.search_outcomes import SearchOutcome
from db.record.standings import Standing


def suspended_and_ended(tie: Tie) -> Tie:
    """The tie with a suspension and an ending, and a search, at its end."""
    source = tie.acts[0].sources
    acts = [
        Act(f"{tie.id}.{kind}", PartialDate(day), kind, "the council", Authority.COUNCIL, "It was decided.", source)
        for kind, day in ((ActKind.SUSPENDED, date(2026, 11, 3)), (ActKind.ENDED, date(2026, 11, 27)))
    ]
    search = Search(PartialDate(date(2026, 11, 28)), "the city's page", SearchOutcome.NOTHING_FURTHER)
    return replace(tie, acts=(*tie.acts, *acts), searches=(*tie.searches, search))


def assert_as_made_anew(register: Register) -> None:
    fresh = Register(register.record).index
    index = register.index
    assert index.in_order() == fresh.in_order()
    assert index.in_order(["OR"], {Standing.ENDED}) == fresh.in_order(["OR"], {Standing.ENDED})
    assert +index.counts == +fresh.counts
    assert index.states == fresh.states
    for standing in Standing:
        assert index.once(standing) == fresh.once(standing)
        assert Counter(index.last_searches_by([standing])) == Counter(fresh.last_searches_by([standing]))
    names = list(register.record.ties)
    assert index.standings_of(names) == +index.counts
    assert set(index.last_searches(names)) == set(index.last_searches_by(())) == set(map(index.searched, names))
    for name in register.record.ties:
        assert (index.acts(name), index.searched(name)) == (fresh.acts(name), fresh.searched(name))


def test_the_index_follows_a_changed_and_a_new_tie(frozen_register: Register) -> None:
    register = Register(frozen_register.record)
    tie = register.tie("portland-or--khabarovsk")
    register.replace_tie(suspended_and_ended(tie))
    assert register.index.once(Standing.SUSPENDED) >= {tie.id}
    assert_as_made_anew(register)
    other = next(known for known in register.record.ties.values() if known.us != tie.us)
    register.replace_tie(replace(tie, id="portland-or--elsewhere", ru=other.ru))
    assert "portland-or--elsewhere" in register.index.in_order(["OR"])
    assert_as_made_anew(register)


def test_the_index_follows_what_a_register_takes_over(frozen_register: Register) -> None:
    register = Register(frozen_register.record)
    before = register.index.in_order()
    fewer = {name: tie for name, tie in register.record.ties.items() if name != before[0]}
    register.take_over(Register(replace(register.record, ties=fewer)))
    assert register.index.in_order() == before[1:]
    assert_as_made_anew(register)
