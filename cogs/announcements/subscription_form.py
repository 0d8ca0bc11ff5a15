"""The form that changes what a channel hears. What was typed into it in vain is given back, and filled in again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import discord
from discord import ui

from cogs.announcements import sentences
from cogs.announcements.routes import EditAgain, SubmitSubscription
from cogs.kit.bot import Interaction
from cogs.kit.cards import Tone, button, container, rows
from cogs.kit.components import Form, Layout, fields
from cogs.wording.english import series
from db.store.models import Subscription

_ALL = "all"
_KEPT = re.compile(r"```\n(.*?)\n```", re.DOTALL)
_VOTES = (("yes", "Yes"), ("no", "No"))
_DIGESTS = (
    ("off", "No digest"),
    ("also", "A digest besides each announcement"),
    ("only", "A digest in place of single announcements"),
)


@dataclass(frozen=True, slots=True)
class FormValues:
    """What stands in the form, as typed; the last two are the values of their selects."""

    states: str
    standings: str
    votes: str
    digest: str


def from_subscription(found: Subscription) -> FormValues:
    """What a channel gets, as somebody would type it."""
    preferences = found.preferences
    return FormValues(
        series(preferences.states) or _ALL,
        series(preferences.standings) or _ALL,
        "yes" if preferences.votes else "no",
        preferences.digest,
    )


def submitted(interaction: Interaction, before: FormValues) -> FormValues:
    """What a submitted form says; a select that was left alone stays as ``before``."""
    values = {name: " ".join(typed) for name, typed in fields(interaction).items()}
    return FormValues(
        values.get("states", ""),
        values.get("standings", ""),
        values.get("votes", before.votes),
        values.get("digest", before.digest),
    )


def edit_form(number: int, user: int, typed: FormValues) -> Form:
    """The form of a subscription; the role is chosen by the command."""
    states = ui.TextInput[Any](custom_id="states", default=typed.states, required=False, max_length=400)
    standings = ui.TextInput[Any](custom_id="standings", default=typed.standings, required=False, max_length=200)
    named = "Names, abbreviations or parts of the country, with commas. Write all for every state"
    return Form(
        "What the channel hears",
        SubmitSubscription(number, user),
        ui.Label(text="States", description=named, component=states),
        ui.Label(
            text="New standings",
            description="Such as ended, suspended. Write all for every standing",
            component=standings,
        ),
        ui.Label(text="Proposals, hearings and kept votes", component=_select("votes", _VOTES, typed.votes)),
        ui.Label(text="Weekly digest", component=_select("digest", _DIGESTS, typed.digest)),
        ui.TextDisplay(sentences.TO_CHANGE_THE_PING),
    )


def given_back(why: str, typed: FormValues, reopens: EditAgain) -> Layout:
    """Why a form was not taken, and what was typed. ``reopens`` opens it again."""
    kept = f"States, as you typed them:\n{_block(typed.states)}\nNew standings, as you typed them:\n"
    again = button("Open the form again", reopens, discord.ButtonStyle.primary)
    text = f"### Nothing was changed yet\n{why}"
    return Layout(container(text, kept + _block(typed.standings), *rows([again]), accent=Tone.REFUSED.value))


def retry_card(message: discord.Message, votes: str, digest: str) -> FormValues:
    """What was typed, read from the message that gave it back."""
    shown = [item for frame in message.components for item in getattr(frame, "children", ())]
    kept = "\n".join(item.content for item in shown if isinstance(item, discord.TextDisplay))
    states, standings = _KEPT.findall(kept)
    return FormValues(states, standings, votes, digest)


def _block(text: str) -> str:
    return f"```\n{text.replace('`', chr(39)).strip() or _ALL}\n```"


def _select(name: str, options: Iterable[tuple[str, str]], chosen: str) -> ui.Select[Any]:
    told = [discord.SelectOption(label=label, value=value, default=value == chosen) for value, label in options]
    return ui.Select(custom_id=name, options=told)
