"""Whatever an editor wrote comes back from the files and from the database as it was."""

from __future__ import annotations

import string
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import tomli
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.record.act_kinds import ActKind
from db.record.authorities import Authority
from db.record.codec import from_plain, from_row, to_plain, to_row
from db.record.models import Act, Confidence, DateBasis, PartialDate, Place, Record, Source, TalkingPoint
from db.record.toml_export import export_toml

texts = st.text(
    st.one_of(st.sampled_from(string.printable + "“”–Київ"), st.characters(exclude_categories=["Cs"])), min_size=1
).filter(lambda text: bool(text.strip()) and text == text.strip())
maybe = st.none() | texts
days = st.dates(date(1940, 1, 1), date(2030, 1, 1))
partial = st.builds(lambda day, exact: PartialDate.parse(day.isoformat()[:exact]), days, st.sampled_from([4, 7, 10]))
acts = st.builds(
    Act,
    id=texts,
    date=partial,
    kind=st.sampled_from(list(ActKind)),
    actor=texts,
    authority=st.sampled_from(list(Authority)),
    summary=texts,
    sources=st.lists(texts, max_size=3).map(tuple),
    said=maybe,
    date_basis=st.sampled_from(list(DateBasis)),
    date_note=maybe,
    confidence=st.sampled_from(list(Confidence)),
    condition=maybe,
    vote=maybe,
    hearing=st.none() | days,
    hearing_time=st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    hearing_zone=maybe,
    hearing_place=maybe,
    hearing_speak=maybe,
    hearing_agenda=maybe,
    hearing_cancelled=st.booleans(),
    replaces=maybe,
    replaces_why=maybe,
    disputes=maybe,
    retracted=maybe,
)


def refuse(*where: str) -> None:
    raise AssertionError(where)


@given(acts)
def test_an_act_comes_back_from_a_table_and_from_a_row(act: Act) -> None:
    assert from_plain(Act, to_plain(act), act.id, refuse) == act
    assert from_row(Act, to_row(act)) == act


def test_every_place_source_and_point_comes_back_from_a_row(record: Record) -> None:
    assert [from_row(Place, to_row(place)) for place in record.places.values()] == list(record.places.values())
    assert [from_row(Source, to_row(source)) for source in record.sources.values()] == list(record.sources.values())
    points = list(record.talking_points.values())
    assert [from_row(TalkingPoint, to_row(point)) for point in points] == points


@pytest.mark.slow
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(texts, texts, st.lists(texts, max_size=40))
def test_an_export_holds_any_text_that_an_editor_may_write(
    record: Record, tmp_path: Path, summary: str, vote: str, aliases: list[str]
) -> None:
    tie = record.ties["eugene-or--irkutsk"]
    act = replace(tie.acts[-1], summary=summary, vote=vote)
    place = replace(record.places["eugene-or"], aliases=tuple(aliases))
    changed = replace(
        record,
        ties={**record.ties, tie.id: replace(tie, acts=(*tie.acts[:-1], act))},
        places={**record.places, place.id: place},
    )
    export_toml(changed, tmp_path)
    ties = tomli.loads((tmp_path / "ties/OR.toml").read_text("utf-8"))["tie"]
    oregon = next(item for item in ties if item["id"] == tie.id)
    assert (oregon["act"][-1]["summary"], oregon["act"][-1]["vote"]) == (summary, vote)
    places = tomli.loads((tmp_path / "places/us.toml").read_text("utf-8"))["place"]
    assert next(item for item in places if item["id"] == place.id).get("aliases", []) == aliases
