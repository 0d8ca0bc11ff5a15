"""Layouts and forms, and what a person pressed, chose, typed or uploaded in them.

A message of ours keeps no state in this process: buttons, selects and forms carry all they need in their custom id.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

import discord

from cogs.kit.failures import Unsaved
from cogs.kit.routes import FormRoute
from cogs.kit.sanitize import sanitize
from cogs.kit.sentences import LEFT_OVER_FORM

Interaction: TypeAlias = discord.Interaction[Any]

_HEADING = re.compile(r"### (.+)|\*\*([^*\n]{1,60})\.\*\*")
_ESCAPED = re.compile(r"\\(.)")
# How many components a message may have, the frames and rows that hold others counted too.
MOST_COMPONENTS = 40


class Layout(discord.ui.LayoutView):
    """The base of every message of ours. Its buttons and selects carry custom ids of the router and no callbacks."""

    def __init__(self, *items: discord.ui.Item[Any]) -> None:
        super().__init__(timeout=None)
        for item in items:
            self.add_item(item)

    def is_finished(self) -> bool:
        """True from the start, so that discord.py keeps nothing about the message."""
        return True


class Form(discord.ui.Modal):
    """The base of every modal: up to five labelled fields, each with an explicit custom id, and the id of its route.

    Values come from ``fields``.
    """

    def __init__(self, title: str, route: FormRoute, *items: discord.ui.Item[Any]) -> None:
        super().__init__(title=title, custom_id=route.pack(), timeout=None)
        for item in items:
            self.add_item(item)

    def is_finished(self) -> bool:
        """True from the start, so that discord.py keeps nothing about the form."""
        return True


def room_beside(*items: discord.ui.Item[Any] | str) -> int:
    """How many components a frame has room for beside these; a text is one, an empty one is left out."""
    return MOST_COMPONENTS - 1 - sum(_count(item) for item in items if item)


def _count(item: discord.ui.Item[Any] | str) -> int:
    return 1 + sum(1 for _ in getattr(item, "walk_children", tuple)())


def chosen(interaction: Interaction) -> tuple[str, ...]:
    """What was chosen in the select that was used."""
    return tuple(_data(interaction).get("values", ()))


class _Fields(dict[str, tuple[str, ...]]):
    def __missing__(self, name: str) -> tuple[str, ...]:
        raise Unsaved(LEFT_OVER_FORM)


def fields(interaction: Interaction) -> Mapping[str, tuple[str, ...]]:
    """The values of a submitted form by the custom id of each field; an empty one has none, a ticked box ``("true",)``.

    Texts are cleaned of control and non-characters. A file field holds the ids of its attachments: see ``uploads``.
    To ask by its name for a field that was not sent raises Unsaved: such a form is not one that the bot opens now.
    """
    found = _Fields()
    for control in _controls(_data(interaction).get("components", ())):
        values = (_as_text(value) for value in control.get("values") or [control.get("value")])
        found[control["custom_id"]] = tuple(value for value in values if value)
    return found


def typed_texts(interaction: Interaction) -> tuple[str, ...]:
    """What was typed into the text fields of a submitted form, cleaned, without what was chosen, ticked or uploaded."""
    text_input = discord.ComponentType.text_input.value
    controls = _controls(_data(interaction).get("components", ()))
    texts = (_as_text(control.get("value")) for control in controls if control.get("type") == text_input)
    return tuple(text for text in texts if text)


def uploads(interaction: Interaction) -> Mapping[str, tuple[discord.Attachment, ...]]:
    """The files of a submitted form by the custom id of each file field; fields without a file are left out."""
    sent = _data(interaction).get("resolved", {}).get("attachments", {})
    files = {
        name: tuple(discord.Attachment(data=sent[key], state=interaction._state) for key in values if key in sent)
        for name, values in fields(interaction).items()
    }
    return {name: attachments for name, attachments in files.items() if attachments}


def text_field(
    label: str,
    name: str,
    value: str,
    hint: str | None,
    *,
    must: bool = True,
    least: int | None = None,
    most: int = 100,
    long: bool = False,
) -> discord.ui.Label[Any]:
    """A field of a form for a text, of one line or ``long``; what it is filled with is cut to what it takes."""
    field: discord.ui.TextInput[Any] = discord.ui.TextInput(
        custom_id=name,
        style=discord.TextStyle.paragraph if long else discord.TextStyle.short,
        default=value[:most] or None,
        required=must,
        min_length=least,
        max_length=most,
    )
    return discord.ui.Label(text=label, description=hint or None, component=field)


def custom_id_of(interaction: Interaction) -> str:
    """The custom id of what was pressed, chosen or submitted; empty for a command."""
    return str(_data(interaction).get("custom_id", ""))


def components_in(components: Iterable[Any]) -> Iterator[Any]:
    """All that has a custom id among the parts of a message, as made or as it came back, however deep it lies."""
    for component in components:
        if isinstance(getattr(component, "custom_id", None), str):
            yield component
        yield from components_in(getattr(component, "children", ()))
        accessory = getattr(component, "accessory", None)
        yield from components_in([accessory] if accessory else ())


def first_heading(components: Iterable[Any]) -> str:
    """The heading with which a message begins, or the name that stands over it, as it shows; empty for neither."""
    found = _HEADING.match(next(_texts_in(components), ""))
    return _ESCAPED.sub(r"\1", found[1] or found[2]) if found else ""


def _texts_in(components: Iterable[Any]) -> Iterator[str]:
    for component in components:
        if isinstance(text := getattr(component, "content", None), str):
            yield text
        yield from _texts_in(getattr(component, "children", ()))


def is_offered(interaction: Interaction) -> bool:
    """Whether the button that was pressed is on its message, and what was chosen, and how much, its select offers."""
    pressed = custom_id_of(interaction)
    for component in components_in(interaction.message.components if interaction.message else ()):
        if component.custom_id == pressed:
            return _takes(component, chosen(interaction))
    return False


def _takes(component: Any, values: Sequence[str]) -> bool:
    """Whether a component can be used so: a button with no choice, a select with as many of its own as it asks for."""
    least, most = getattr(component, "min_values", 0), getattr(component, "max_values", 0)
    return least <= len(values) <= most and set(values) <= {
        option.value for option in getattr(component, "options", ())
    }


def options_of(interaction: Interaction) -> Sequence[Any]:
    """The options of a command as Discord sent them, its sub-commands among them."""
    found: Sequence[Any] = _data(interaction).get("options", ())
    return found


def _data(interaction: Interaction) -> Mapping[str, Any]:
    found: Mapping[str, Any] = interaction.data or {}
    return found


def _controls(components: Any) -> Iterator[Mapping[str, Any]]:
    """The fields of a form, however deep they lie in labels and rows."""
    for component in components:
        inner = component.get("component")
        yield from _controls([inner] if inner else component.get("components", ()))
        if "custom_id" in component:
            yield component


def _as_text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else ""
    return sanitize(str(value)) if value is not None else ""
