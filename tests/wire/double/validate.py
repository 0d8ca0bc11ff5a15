"""Discord's rules for what a bot may send: messages, Components V2, modals and commands. A breach is a 50035."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from urllib.parse import urlsplit

from tests.wire.double.basics import Json
from tests.wire.double.errors import EMPTY_MESSAGE, invalid_form

COMPONENTS_V2 = 1 << 15
EPHEMERAL = 1 << 6

ROW, BUTTON, STRING_SELECT, TEXT_INPUT = 1, 2, 3, 4
SELECTS = {3, 5, 6, 7, 8}
SECTION, TEXT, THUMBNAIL, GALLERY, FILE, SEPARATOR, CONTAINER, LABEL, UPLOAD = 9, 10, 11, 12, 13, 14, 17, 18, 19
RADIO, CHECKBOXES, CHECKBOX = 21, 22, 23
V2_ONLY = {SECTION, TEXT, THUMBNAIL, GALLERY, FILE, SEPARATOR, CONTAINER}
PARTS_OF_V1 = ("content", "embeds", "poll", "sticker_ids")
LINK_STYLE = 5

COMMAND_NAME = re.compile(r"[-_'\w]{1,32}")
EXTERNAL, GUILD_ONLY = 3, 2
# ExternalScheduledEventCreateRequest, in Discord's OpenAPI document. The end is by its page "Guild Scheduled Event".
EVENT_REQUIRED = (
    *("name", "privacy_level", "entity_type", "entity_metadata"),
    *("scheduled_start_time", "scheduled_end_time"),
)
EVENT_ALLOWED = {*EVENT_REQUIRED, "description", "image", "channel_id", "recurrence_rule"}

CHAT_INPUT, USER_MENU, MESSAGE_MENU = 1, 2, 3
COMMANDS_ALLOWED = {CHAT_INPUT: 100, USER_MENU: 15, MESSAGE_MENU: 15}


def check_message(payload: Json, filenames: Iterable[str] = ()) -> None:
    """A new message. Raises ApiError for a breach."""
    is_v2 = bool((payload.get("flags") or 0) & COMPONENTS_V2)
    components = payload.get("components") or []
    _length("content", payload.get("content") or "", 0, 2000)
    _check_embeds(payload.get("embeds") or [])
    _check_nonce(payload.get("nonce"))
    if not is_v2 and not any((components, list(filenames), *(payload.get(part) for part in PARTS_OF_V1))):
        raise EMPTY_MESSAGE
    if is_v2:
        _check_v2(payload, components, set(filenames) | {each["filename"] for each in payload.get("attachments") or []})
    elif any(each["type"] in V2_ONLY for each in walk(components)):
        raise invalid_form("components: the Components V2 flag is not set")
    _check_components(components)


def check_modal(payload: Json) -> None:
    """A modal. Raises ApiError for a breach."""
    _length("title", payload.get("title") or "", 1, 45)
    _length("custom_id", payload.get("custom_id") or "", 1, 100)
    components = payload.get("components") or []
    _between("components", len(components), 1, 5)
    for component in components:
        if component["type"] == LABEL:
            _length("label", component.get("label") or "", 1, 45)
            _length("description", component.get("description") or "", 0, 100)
    _check_components(components)


def check_commands(commands: Sequence[Json]) -> None:
    """The whole set of one scope's commands. Raises ApiError for a breach."""
    for kind, allowed in COMMANDS_ALLOWED.items():
        found = [command["name"] for command in commands if command.get("type", CHAT_INPUT) == kind]
        _between(f"commands of type {kind}", len(found), 0, allowed)
        _unique(f"names of type {kind}", found)
    for command in commands:
        if command.get("type", CHAT_INPUT) == CHAT_INPUT:
            _check_option(command)
            _between(f"characters of {command['name']}", _characters(command), 0, 8000)
        else:
            _length("name", command["name"], 1, 32)


def check_event(payload: Json) -> None:
    """An event that takes place outside Discord. Raises ApiError for a breach."""
    for part in EVENT_REQUIRED:
        if payload.get(part) is None:
            raise invalid_form(f"{part}: this field is required")
    if unknown := payload.keys() - EVENT_ALLOWED:
        raise invalid_form(f"unknown fields: {sorted(unknown)}")
    if (payload["entity_type"], payload["privacy_level"], payload.get("channel_id")) != (EXTERNAL, GUILD_ONLY, None):
        raise invalid_form("entity_type, privacy_level, channel_id: no event outside Discord, for a guild alone")
    _length("name", payload["name"], 1, 100)
    _length("description", payload.get("description") or "", 0, 1000)
    _length("location", payload["entity_metadata"].get("location") or "", 1, 100)
    starts, ends = (_moment(part, payload[part]) for part in ("scheduled_start_time", "scheduled_end_time"))
    if ends <= starts:
        raise invalid_form("scheduled_end_time: must be after the start")


def walk(components: Iterable[Json]) -> Iterator[Json]:
    """Every component, with those nested in rows, sections, containers and labels."""
    for component in components:
        yield component
        yield from walk(component.get("components") or [])
        for nested in ("accessory", "component"):
            if component.get(nested):
                yield from walk([component[nested]])


def _check_v2(payload: Json, components: Sequence[Json], filenames: set[str]) -> None:
    for part in PARTS_OF_V1:
        if payload.get(part):
            raise invalid_form(f"{part}: cannot be used with the Components V2 flag")
    if not components:
        raise EMPTY_MESSAGE
    found = list(walk(components))
    _between("components", len(found), 1, 40)
    texts = [each.get("content") or "" for each in found if each["type"] == TEXT]
    for text in texts:
        _length("text", text, 1, 4000)
    _between("characters of text", sum(map(len, texts)), 0, 4000)
    for url in _media(found):
        if url.startswith("attachment://") and url.removeprefix("attachment://") not in filenames:
            raise invalid_form(f"{url}: no such attachment")


def _media(components: Iterable[Json]) -> Iterator[str]:
    for component in components:
        for item in (component, *(component.get("items") or [])):
            for part in ("media", "file"):
                if item.get(part):
                    yield item[part]["url"]


def _check_components(components: Sequence[Json]) -> None:
    found = list(walk(components))
    _unique("custom_id", [each["custom_id"] for each in found if each.get("custom_id") and each["type"] != LABEL])
    for component in found:
        check = _CHECKS.get(component["type"])
        if check:
            check(component)


def _check_row(row: Json) -> None:
    children = row.get("components") or []
    kinds = [child["type"] for child in children]
    _between("components of a row", len(children), 1, 1 if SELECTS.intersection(kinds) else 5)


def _check_button(button: Json) -> None:
    _length("label", button.get("label") or "", 0 if button.get("emoji") else 1, 80)
    if button.get("style") != LINK_STYLE:
        _length("custom_id", button.get("custom_id") or "", 1, 100)
        return
    _length("url", button.get("url") or "", 1, 512)
    if urlsplit(button["url"]).scheme not in ("http", "https", "discord"):
        raise invalid_form(f"url: scheme must be one of http, https, discord: {button['url']}")


def _check_select(select: Json) -> None:
    _length("custom_id", select.get("custom_id") or "", 1, 100)
    _length("placeholder", select.get("placeholder") or "", 0, 150)
    if select["type"] == STRING_SELECT:
        _check_choices(select, 1, 25)


def _check_choices(component: Json, least: int, most: int) -> None:
    options = component.get("options") or []
    _between("options", len(options), least, most)
    _unique("values", [option["value"] for option in options])
    for option in options:
        _length("option label", option["label"], 1, 100)
        _length("option value", option["value"], 1, 100)
        _length("option description", option.get("description") or "", 0, 100)


def _check_text_input(field: Json) -> None:
    _length("custom_id", field.get("custom_id") or "", 1, 100)
    _length("placeholder", field.get("placeholder") or "", 0, 100)
    _length("value", field.get("value") or "", 0, min(4000, field.get("max_length") or 4000))


def _check_section(section: Json) -> None:
    _between("components of a section", len(section.get("components") or []), 1, 3)
    if not section.get("accessory"):
        raise invalid_form("accessory: this field is required")


def _check_gallery(gallery: Json) -> None:
    _between("items of a gallery", len(gallery.get("items") or []), 1, 10)


_CHECKS: dict[int, Callable[[Json], None]] = {
    ROW: _check_row,
    BUTTON: _check_button,
    **dict.fromkeys(SELECTS, _check_select),
    TEXT_INPUT: _check_text_input,
    SECTION: _check_section,
    GALLERY: _check_gallery,
    RADIO: lambda radio: _check_choices(radio, 2, 10),
    CHECKBOXES: lambda boxes: _check_choices(boxes, 1, 10),
}


def _check_embeds(embeds: Sequence[Json]) -> None:
    _between("embeds", len(embeds), 0, 10)
    total = 0
    for embed in embeds:
        footer = embed.get("footer") or {}
        parts = [embed.get("title") or "", embed.get("description") or "", footer.get("text") or ""]
        fields = embed.get("fields") or []
        _between("fields", len(fields), 0, 25)
        parts += [field[part] for field in fields for part in ("name", "value")]
        for part, most in zip(parts, (256, 4096, 2048), strict=False):
            _length("embed", part, 0, most)
        total += sum(map(len, parts))
    _between("characters of embeds", total, 0, 6000)


def _check_nonce(nonce: str | int | None) -> None:
    if nonce is not None:
        _length("nonce", str(nonce), 1, 25)


def _check_option(option: Json) -> None:
    name = option["name"]
    if not COMMAND_NAME.fullmatch(name) or name != name.lower():
        raise invalid_form(f"name: {name!r} is not a command's or option's name")
    _length(f"description of {name}", option.get("description") or "", 1, 100)
    options = option.get("options") or []
    _between(f"options of {name}", len(options), 0, 25)
    _unique(f"options of {name}", [each["name"] for each in options])
    required = [bool(each.get("required")) for each in options]
    if required != sorted(required, reverse=True):
        raise invalid_form(f"options of {name}: required ones must come first")
    choices = option.get("choices") or []
    _between(f"choices of {name}", len(choices), 0, 25)
    for choice in choices:
        _length(f"choice of {name}", choice["name"], 1, 100)
    for each in options:
        _check_option(each)


def _characters(option: Json) -> int:
    texts = [_longest(option, "name"), _longest(option, "description")]
    texts += [_longest(choice, "name") + len(str(choice["value"])) for choice in option.get("choices") or []]
    return sum(texts) + sum(_characters(each) for each in option.get("options") or [])


def _longest(thing: Json, part: str) -> int:
    names = [thing.get(part) or "", *(thing.get(f"{part}_localizations") or {}).values()]
    return max(map(len, names))


def _moment(what: str, text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise invalid_form(f"{what}: {text!r} is no moment") from None
    if moment.tzinfo is None:
        raise invalid_form(f"{what}: {text!r} has no time zone")
    return moment


def _length(what: str, text: str, least: int, most: int) -> None:
    _between(f"{what}: length", len(text), least, most)


def _between(what: str, number: int, least: int, most: int) -> None:
    if not least <= number <= most:
        raise invalid_form(f"{what}: must be between {least} and {most}, is {number}")


def _unique(what: str, values: Sequence[str]) -> None:
    if len(values) != len(set(values)):
        raise invalid_form(f"{what}: must be unique: {sorted(values)}")
