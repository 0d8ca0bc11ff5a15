"""The rooms of the house: no circle of imports in any of them, and what calls itself pure is pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest
import tomli

from bot import EXTENSIONS
from cogs.kit.settings import ROOT

ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
CONTRACTS = tomli.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
# What can open a connection, beside what the import rules of `make lint` name.
WAYS_OUT = {"socket", "ssl", "http.client", "urllib.request", "ftplib", "smtplib", "telnetlib", "xmlrpc.client"}
# What a pure module must not reach: the network, Discord, and the database.
IMPURE = {"discord", "aiohttp", "aiosqlite", "sqlite3", "asyncio", "socket"}


def module_name(path: Path) -> str:
    """The dotted name of a module's file."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(path): path for top in ("cogs", "db") for path in (ROOT / top).rglob("*.py")}
TEXTS = {name: path.read_text(encoding="utf-8") for name, path in MODULES.items()}
PURE = sorted(name for name, text in TEXTS.items() if "Pure" in text.partition('"""')[2].partition('"""')[0])
ROOMS = sorted({name for name, path in MODULES.items() if path.name == "__init__.py" and name.count(".")})


@cache
def trees() -> Mapping[str, ast.Module]:
    """Every module as Python reads it; made when a test wants it, as each process of a run lists all tests."""
    return {name: ast.parse(text) for name, text in TEXTS.items()}


def imported(tree: ast.Module) -> Iterator[str]:
    """The dotted names of all that a module imports, also under TYPE_CHECKING and inside functions."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in MODULES else node.module


@cache
def imports() -> Mapping[str, frozenset[str]]:
    """What each module imports."""
    return {name: frozenset(imported(tree)) for name, tree in trees().items()}


def reached(name: str) -> dict[str, str]:
    """Every module of another project that a module imports, itself or through ours, with the one that does."""
    found: dict[str, str] = {}
    seen, ahead = {name}, [name]
    while ahead:
        here = ahead.pop()
        for there in imports()[here]:
            if there not in MODULES:
                found.setdefault(there.split(".")[0], here)
            elif there not in seen:
                seen.add(there)
                ahead.append(there)
    return found


@pytest.mark.slow
def test_no_module_imports_itself_in_a_circle() -> None:
    ours = {name: {there for there in found if there in MODULES} for name, found in imports().items()}
    try:
        TopologicalSorter(ours).prepare()
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))


@pytest.mark.parametrize("name", PURE)
def test_what_calls_itself_pure_reaches_nothing_outside(name: str) -> None:
    assert not {there: by for there, by in reached(name).items() if there in IMPURE}


def test_every_module_that_discord_py_sets_up_is_loaded_at_start() -> None:
    sets_up = {
        name
        for name, tree in trees().items()
        if any(isinstance(node, ast.AsyncFunctionDef) and node.name == "setup" for node in tree.body)
    }
    assert sets_up == set(EXTENSIONS)


def test_what_is_known_and_how_it_is_worded_is_pure() -> None:
    files = ("db.record.dataset", "db.record.toml_export")  # they read and write the files of `data/`
    rooms = [
        name for name in MODULES if name.startswith(("cogs.wording.", "db.record.")) and not name.startswith(files)
    ]
    assert len(rooms) > 10
    assert not [name for name in rooms if name not in PURE and not name.startswith(files)]


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_is_on_the_page_of_the_architecture(room: str) -> None:
    assert f"| `{room.replace('.', '/')}/` |" in ARCHITECTURE


def test_the_page_draws_the_floors_as_they_are_checked() -> None:
    layers = next(contract["layers"] for contract in CONTRACTS if contract["type"] == "layers")
    floors = [line.strip().removeprefix("- floor: ") for line in ARCHITECTURE.splitlines() if "- floor: " in line]
    assert floors == [layer.replace(".", "/").replace(" | ", ", ") for layer in layers]


def test_every_room_stands_on_a_floor() -> None:
    layers = next(contract["layers"] for contract in CONTRACTS if contract["type"] == "layers")
    floors = {name for layer in layers for name in layer.split(" | ")}
    assert floors == {room for room in ROOMS if room.count(".") == 1}


def test_nothing_but_the_fetcher_can_open_a_connection() -> None:
    """The resolver takes the names of address families from ``socket``; systemd is told by a socket of this machine."""
    found = {(name, there) for name, there_are in imports().items() for there in there_are if there in WAYS_OUT}
    assert found == {("cogs.fetching.addresses", "socket"), ("cogs.operations.notify", "socket")}
    calls = {
        (name, node.attr)
        for name, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in {"open_connection", "create_connection", "ClientSession"}
    }
    assert calls == {("cogs.fetching.fetcher", "ClientSession"), ("cogs.outbox.rate_limit", "ClientSession")}


def test_how_a_link_stands_is_read_by_what_looks_at_links_alone() -> None:
    """So no standing, no grade and no choice of a source can follow from it: the rest does not know of it."""
    readers = {name for name, there in imports().items() if there & {"db.store.links", "db.record.link_states"}}
    assert {name for name in readers if not name.startswith("cogs.watching.")} == {"db.store.links"}
