"""What is told first of a tie of which one thing is asked: that every row of the table tells something, of one kind."""

from __future__ import annotations

import re

import pytest

from cogs.lookup.parts.facets import facets_asked, is_lacking, told_first, who_decided
from cogs.lookup.reading.aspects import Aspect
from cogs.wording.sources import Citations
from db.record.register import Register
from db.record.vocabulary import vocabulary


@pytest.mark.parametrize("name", vocabulary("facets"))
def test_every_facet_is_an_aspect_and_tells_something(name: str, register: Register) -> None:
    (facet,) = facets_asked({Aspect(name)})
    citations = Citations(register.record.sources)
    told = [told_first(facet, tie, register, citations) for tie in register.record.ties.values()]
    assert any(told)
    assert facet.none.endswith(".")


def test_all_that_is_told_has_its_sources_or_is_noted(register: Register) -> None:
    (facet,) = facets_asked({Aspect.URGED})
    told = told_first(facet, register.tie("buffalo-ny--tver"), register, Citations(register.record.sources))
    assert all(re.search(r"\[\d+\]", each) for each in told)
    assert "Ukraine's consulate" in told[0]


def test_what_has_nothing_cites_nothing(register: Register) -> None:
    (facet,) = facets_asked({Aspect.URGED})
    citations = Citations(register.record.sources)
    assert not told_first(facet, register.tie("louisville-ky--perm"), register, citations)
    assert not citations.sources


def test_a_proposal_or_a_motion_is_lacking_only_without_any(register: Register) -> None:
    (facet,) = facets_asked({Aspect.PROPOSER})
    assert is_lacking(facet, [register.tie("louisville-ky--perm")])
    assert not is_lacking(facet, [register.tie("oklahoma-city-ok--ulyanovsk")])
    assert not is_lacking(facet, [register.tie("tallahassee-fl--krasnodar")])


def test_who_decided_is_told_of_the_last_decision(register: Register) -> None:
    citations = Citations(register.record.sources)
    assert who_decided(register.tie("eugene-or--irkutsk"), register, citations).startswith(
        "Suspended by the Eugene City Council on 18 July 2022"
    )
    assert not who_decided(register.tie("windham-nh--suzdal"), register, citations)
