"""The double refuses what Discord refuses; else the other tests would prove nothing."""

from __future__ import annotations

import pytest

from tests.wire.double.basics import Json
from tests.wire.double.errors import ApiError
from tests.wire.double.validate import COMPONENTS_V2, check_commands, check_event, check_message, check_modal


def text(content: str) -> Json:
    return {"type": 10, "content": content}


def button(number: int) -> Json:
    return {"type": 2, "style": 2, "label": "Press", "custom_id": f"b:{number}"}


def row(*children: Json) -> Json:
    return {"type": 1, "components": list(children)}


def select(*values: str) -> Json:
    return {"type": 3, "custom_id": "s", "options": [{"label": value, "value": value} for value in values]}


def link(url: str) -> Json:
    return {"type": 2, "style": 5, "label": "Open", "url": url}


def v2(*components: Json, **rest: object) -> Json:
    return {"flags": COMPONENTS_V2, "components": list(components), **rest}


def event(**changes: object) -> Json:
    return {
        "name": "n" * 100,
        "description": "d" * 1000,
        "entity_metadata": {"location": "l" * 100},
        "scheduled_start_time": "2026-12-09T03:30:00+00:00",
        "scheduled_end_time": "2026-12-09T06:30:00+00:00",
        "entity_type": 3,
        "privacy_level": 2,
        **changes,
    }


FULL_PAGE = v2(*(text("x" * 100) for _ in range(40)))
FULL_ROW = v2(row(*(button(number) for number in range(5))))


@pytest.mark.parametrize(
    "message",
    [
        {"content": "x" * 2000},
        FULL_PAGE,
        FULL_ROW,
        v2({"type": 17, "components": [text("x" * 4000)]}),
        v2(row(select(*map(str, range(25))))),
        v2(row(link("https://discord.com/" + "x" * 492))),
        {"content": "x", "nonce": "n" * 25},
    ],
)
def test_a_message_within_the_limits_is_taken(message: Json) -> None:
    check_message(message)


@pytest.mark.parametrize(
    "message",
    [
        {"content": "x" * 2001},
        {},
        {"content": "", "components": []},
        {"content": "x", "nonce": "n" * 26},
        {"embeds": [{"title": "x", "description": "x" * 4097}]},
        {"embeds": [{"description": "x" * 4000}, {"description": "x" * 2001}]},
        {"content": "x", "components": [text("no flag")]},
        v2(),
        v2(text("x"), content="beside"),
        v2(text("x"), embeds=[{"title": "beside"}]),
        v2(text("")),
        v2(text("x" * 4001)),
        v2(text("x" * 2000), {"type": 17, "components": [text("x" * 2001)]}),
        v2(*(text("x") for _ in range(41))),
        v2(row(*(button(number) for number in range(6)))),
        v2(row()),
        v2(row(button(1)), {"type": 17, "components": [row(button(1))]}),
        v2(row(select(*map(str, range(26))))),
        v2(row(select("a", "a"))),
        v2(row(select("a"), button(1))),
        v2(row(link("mailto:mayor@example.org"))),
        v2(row(link("https://discord.com/" + "x" * 493))),
        v2(row({**button(1), "custom_id": "x" * 101})),
        v2(row({**button(1), "label": "x" * 81})),
        v2({"type": 13, "file": {"url": "attachment://missing.csv"}}),
        v2({"type": 9, "components": [text("x")]}),
    ],
)
def test_a_message_over_a_limit_is_refused(message: Json) -> None:
    with pytest.raises(ApiError) as refused:
        check_message(message)
    assert refused.value.status == 400


def test_a_file_that_is_sent_along_can_be_shown() -> None:
    check_message(v2({"type": 13, "file": {"url": "attachment://ties.csv"}}), ["ties.csv"])


def label(number: int, name: str = "Reason") -> Json:
    return {"type": 18, "label": name, "component": {"type": 4, "custom_id": f"t:{number}", "style": 1}}


def modal(*labels: Json, **rest: object) -> Json:
    return {"title": "A form", "custom_id": "form:1", "components": list(labels), **rest}


def test_a_modal_within_the_limits_is_taken() -> None:
    check_modal(modal(*(label(number, "x" * 45) for number in range(5)), title="x" * 45))


@pytest.mark.parametrize(
    "shown",
    [
        modal(*(label(number) for number in range(6))),
        modal(),
        modal(label(1), title="x" * 46),
        modal(label(1, "x" * 46)),
        modal(label(1), label(1)),
        modal(label(1), custom_id="x" * 101),
    ],
)
def test_a_modal_over_a_limit_is_refused(shown: Json) -> None:
    with pytest.raises(ApiError):
        check_modal(shown)


def command(name: str = "ask", description: str = "Asks.", **rest: object) -> Json:
    return {"type": 1, "name": name, "description": description, **rest}


def options(count: int, description: str = "An option.") -> list[Json]:
    return [{"type": 3, "name": f"o{number}", "description": description} for number in range(count)]


def test_commands_within_the_limits_are_taken() -> None:
    menus = [{"type": 3, "name": f"Menu {number}"} for number in range(15)]
    check_commands([command(options=options(25, "x" * 100)), command("статус"), *menus])


@pytest.mark.parametrize(
    "commands",
    [
        [command("Ask")],
        [command("ask a")],
        [command(description="")],
        [command(description="x" * 101)],
        [command(options=options(26))],
        [command(), command()],
        [command(options=[{**options(1)[0], "name": "a"}, {**options(1)[0], "name": "b", "required": True}])],
        [command(options=[{**each, "options": options(25, "x" * 100)} for each in options(4)])],
        [{"type": 3, "name": f"Menu {number}"} for number in range(16)],
    ],
)
def test_commands_over_a_limit_are_refused(commands: list[Json]) -> None:
    with pytest.raises(ApiError):
        check_commands(commands)


def test_an_event_within_the_limits_is_taken() -> None:
    check_event(event())


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "n" * 101},
        {"name": ""},
        {"description": "d" * 1001},
        {"entity_metadata": {"location": "l" * 101}},
        {"entity_metadata": {}},
        {"entity_metadata": None},
        {"scheduled_start_time": None},
        {"scheduled_end_time": None},
        {"scheduled_end_time": "2026-12-09T03:30:00+00:00"},
        {"scheduled_start_time": "2026-12-09T03:30:00"},
        {"scheduled_start_time": "soon"},
        {"entity_type": 2},
        {"privacy_level": 1},
        {"channel_id": "1"},
        {"nonce": "1"},
    ],
)
def test_an_event_beyond_a_limit_is_refused(changes: Json) -> None:
    with pytest.raises(ApiError) as refused:
        check_event(event(**changes))
    assert (refused.value.status, refused.value.code) == (400, 50035)
