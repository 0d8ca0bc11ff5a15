"""The list of ties as people narrow it: by state, by the beginnings of words, by other names; what nothing fits."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from cogs.kit.settings import ROOT
from cogs.site.parts import tie_row
from cogs.site.site import Site
from db.record.register import Register
from db.record.standings import Standing

NODE = shutil.which("node")
pytestmark = pytest.mark.skipif(NODE is None, reason="the script of a page runs in Node.js here")


@dataclass(frozen=True, slots=True)
class Shown:
    """What the list shows: the ties by id, what stands beside each state, what is said of it all."""

    ids: tuple[str, ...]
    counts: tuple[str, ...]
    told: str
    helped: bool


@pytest.fixture(scope="module")
def site(register: Register) -> Site:
    return Site(register)


def asked(site: Site, **query: str) -> Shown:
    """What the list shows at an address."""
    return _shown(_states(site), urlencode(query))


def _states(site: Site) -> str:
    rows: list[dict[str, Any]] = []
    for code, ties in site.by_state.items():
        found = [(tie.id, tie_row(site, tie)) for tie in ties]
        rows.append(
            {
                "code": code,
                "name": site.state_name(code),
                "names": site.other_names(code),
                "rows": [
                    {
                        "id": id_,
                        "text": f"{row['name']} {row['told']}",
                        "names": row["also"],
                        "standing": row["standing"],
                    }
                    for id_, row in found
                ],
            }
        )
    return json.dumps(rows)


@cache
def _shown(states: str, query: str) -> Shown:
    script = (ROOT / "data" / "site" / "filter.js").read_text(encoding="utf-8")
    given = json.dumps([script, json.loads(states), [query]])
    command = [str(NODE), str(Path(__file__).with_name("site_filter.mjs"))]
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=True)
    (found,) = json.loads(done.stdout)
    return Shown(tuple(found["ids"]), tuple(found["counts"]), found["told"], found["helped"])


def ids_of(site: Site, code: str) -> tuple[str, ...]:
    return tuple(tie.id for tie in site.by_state[code])


@pytest.mark.parametrize("code", ["TX", "OR", "NY", "ca"])
def test_two_letters_are_a_state(site: Site, code: str) -> None:
    assert asked(site, q=code).ids == ids_of(site, code.upper())


def test_a_city_with_the_letters_of_its_state_is_that_one(site: Site) -> None:
    found = asked(site, q="Portland, OR").ids
    assert found
    assert set(found) <= set(ids_of(site, "OR"))


def test_letters_on_the_way_to_a_name_are_no_state(site: Site) -> None:
    assert asked(site, q="Des Mo").ids == asked(site, q="Des Moines").ids != ()


def test_a_word_fits_from_its_beginning(site: Site) -> None:
    told = {tie.id: tie_row(site, tie)["told"].casefold() for tie in site.register.record.ties.values()}
    assert set(asked(site, q="vote").ids) == {id_ for id_, row in told.items() if re.search(r"\bvote", row)}
    assert asked(site, q="oscow").ids == ()
    assert asked(site, q="Chic").ids == asked(site, q="Chicago").ids != ()


@pytest.mark.parametrize(
    ("one", "other"), [("Moskva", "Москва"), ("St. Petersburg", "Saint Petersburg"), ("san jose", "San José")]
)
def test_a_place_is_found_by_each_of_its_names(site: Site, one: str, other: str) -> None:
    assert asked(site, q=one).ids == asked(site, q=other).ids != ()


def test_the_address_can_ask_for_a_standing(site: Site) -> None:
    found = asked(site, standing=Standing.SUSPENDED).ids
    assert len(found) == site.register.counts()[Standing.SUSPENDED]


@pytest.mark.parametrize("standing", [Standing.ENDED, Standing.SUSPENDED, Standing.UNCONFIRMED])
def test_the_word_of_a_standing_asks_for_the_ties_that_stand_so(site: Site, standing: Standing) -> None:
    assert asked(site, q=str(standing)).ids == asked(site, standing=standing).ids != ()
    assert set(asked(site, q=f"California {standing}").ids) == {
        id_ for id_ in ids_of(site, "CA") if site.register.status(id_).standing is standing
    }


def test_what_every_tie_is_narrows_nothing(site: Site) -> None:
    assert asked(site, q="Texas Russia").ids == asked(site, q="Texas").ids != ()
    assert len(asked(site, q="Russia").ids) == len(site.register.record.ties)


def test_beside_a_state_stands_how_many_of_its_ties_fit(site: Site) -> None:
    assert asked(site, q="Chicago").counts == (f"1 of {len(ids_of(site, 'IL'))}",)
    assert asked(site, q="Illinois").counts == (str(len(ids_of(site, "IL"))),)


def test_where_nothing_fits_it_is_said_what_to_try(site: Site) -> None:
    found = asked(site, q="Chigaco")
    assert (found.ids, found.told, found.helped) == ((), "Nothing here fits.", True)
    assert not asked(site).helped


def test_the_filter_writes_text_and_no_markup() -> None:
    """What an address asks for is anybody's words: it is put into the field, and no page is made of it."""
    script = (ROOT / "data" / "site" / "filter.js").read_text(encoding="utf-8")
    assert "location.search" in script
    assert not re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function", script)
