"""Who is named in the record, by what names they are found, and where each of them stands."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from db.record.models import Record
from db.record.people import People, Speaker
from db.record.text import clean, tokens


@pytest.fixture(scope="module")
def people(record: Record) -> People:
    """Everybody in the shipped record."""
    return People(record)


def named(people: People, text: str) -> list[Speaker]:
    """Whom a text names."""
    return [found.speaker for found in people.find(tokens(clean(text)))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sylvia Arenas proposed it", "Sylvia Arenas"),
        ("what did arenas say", "Sylvia Arenas"),
        ("Лори Лайтфут", "Lori Lightfoot"),
        ("Лайтфута", "Lori Lightfoot"),
        ("Зеленський", "Volodymyr Zelenskyy"),
        ("Примакова", "Yevgeny Primakov"),
        ("Franklin Cownie", "Frank Cownie"),
        ("the US Conference of Mayors", "U.S. Conference of Mayors"),
        ("Jamie Fabos", "Jamie Fabos"),
        ("Byron Brown", "Byron Brown"),
    ],
)
def test_somebody_is_found_by_name_and_surname_in_any_script(people: People, text: str, name: str) -> None:
    assert [speaker.name for speaker in named(people, text)] == [name]


def test_every_speaker_of_a_talking_point_is_found_by_name(people: People, record: Record) -> None:
    for point in record.talking_points.values():
        found = [each.id for speaker in named(people, point.speaker) for each in speaker.appearances]
        assert point.id in found, point.speaker


def test_everybody_with_a_title_who_acted_is_found(people: People, record: Record) -> None:
    titled = re.compile(r"\b(?:Mayor|Governor|Councilmember|Commissioner) ([A-Z]\S* (?:[A-Z]\S* )?[A-Z][\w-]+)")
    acts = [act for tie in record.ties.values() for act in tie.acts if titled.match(act.actor)]
    assert len(acts) > 30
    for act in acts:
        assert act.id in [each.id for speaker in named(people, act.actor) for each in speaker.appearances], act.actor


def test_no_council_is_taken_for_a_person(people: People) -> None:
    wrong = [one.name for one in people.all() if one.is_person and re.search(r"Council|City|Assembly|Mayor", one.name)]
    assert wrong == []


def test_a_withdrawn_act_is_no_longer_anybodys(record: Record) -> None:
    people = People(record)
    tie = record.ties["bellingham-wa--nakhodka"]
    assert named(people, "Hannah Stone")
    people.replace(replace(tie, acts=tuple(replace(act, retracted="It never was.") for act in tie.acts)))
    assert named(people, "Hannah Stone") == []
    people.replace(tie)
    assert [each.tie for each in named(people, "Hannah Stone")[0].appearances] == [tie.id]
