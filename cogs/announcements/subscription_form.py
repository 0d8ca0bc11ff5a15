"""The form that changes what a channel hears. What was typed into it in vain is given back, and filled in again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import discord
from discord import ui

from cogs.announcements import subscription_words
from cogs.announcements.preferences import WISHES, Choice, Wish
from cogs.announcements.routes import EditAgain, SubmitSubscription
from cogs.kit.bot import Interaction
from cogs.kit.cards import Tone, button, container, rows
from cogs.kit.components import Form, Layout, fields
from cogs.wording.english import series
from db.store.subscription_models import Preferences

# What stands in the form, as written, by the names of the wishes; of one that is chosen, the value of its choice.
Written = Mapping[str, str]

_TICKS = "besides"
_KEPT = re.compile(r"```\n(.*?)\n```", re.DOTALL)
_TYPED = [wish for wish in WISHES if not wish.choices]
_CHOSEN = [wish for wish in WISHES if wish.choices]
_TICKED = [wish for wish in WISHES if wish.is_ticked]
# Discord's: so many places a form has, one of them for all that is ticked.
_PLACES = 5


def wishes_apart(wishes: Sequence[Wish]) -> list[Wish]:
    """The wishes that have a place of their own in the form. Raises TypeError if it has not so many."""
    apart = [wish for wish in wishes if wish.form_label and not wish.is_ticked]
    if len(apart) >= _PLACES:
        told = series(wish.name for wish in apart)
        raise TypeError(f"a form has {_PLACES - 1} places beside the ticks, and these want one: {told}")
    return apart


_APART = wishes_apart(WISHES)


def as_written(preferences: Preferences) -> Written:
    """What a channel gets, as somebody would write it."""
    return {wish.name: wish.written(preferences) for wish in WISHES}


def submitted(interaction: Interaction, before: Written) -> Written:
    """What a submitted form says; a select that was left alone stays as ``before``."""
    values = {name: " ".join(typed) for name, typed in fields(interaction).items()}
    shown = {wish.name: "" if not wish.choices else before[wish.name] for wish in _APART}
    ticks = fields(interaction).get(_TICKS)
    ticked = {wish.name: _yes_no(wish.name in ticks) for wish in _TICKED} if ticks is not None else {}
    return {**before, **shown, **{name: value for name, value in values.items() if name != _TICKS}, **ticked}


def edit_form(number: int, user: int, written: Written) -> Form:
    """The form of a subscription: a place for each wish, and one for those that are ticked. Whom it pings, which only
    the commands can change, stays as it is.
    """
    labels = [_label(wish, written[wish.name]) for wish in _APART]
    return Form(subscription_words.WHAT_THE_CHANNEL_HEARS, SubmitSubscription(number, user), *labels, _ticks(written))


def given_back(why: str, written: Written, subscription: int) -> Layout:
    """Why the form of a subscription was not taken, and what was written, with a button that opens it again."""
    kept = "\n".join(f"{subscription_words.as_typed(wish.label)}\n{_block(written[wish.name])}" for wish in _TYPED)
    chosen = tuple(f"{wish.name}={written[wish.name]}" for wish in _CHOSEN)
    again = button(subscription_words.OPEN_THE_FORM_AGAIN, EditAgain(subscription, chosen), discord.ButtonStyle.primary)
    text = f"### {subscription_words.NOTHING_WAS_CHANGED_YET}\n{why}"
    return Layout(container(text, kept, *rows([again]), accent=Tone.REFUSED.value))


def written_in(message: discord.Message, chosen: Iterable[str], before: Written) -> Written:
    """What was written, read from the message that gave it back; what it does not say is as ``before``."""
    shown = [item for frame in message.components for item in getattr(frame, "children", ())]
    kept = "\n".join(item.content for item in shown if isinstance(item, discord.TextDisplay))
    typed = zip((wish.name for wish in _TYPED), _KEPT.findall(kept), strict=False)
    known = {wish.name: {choice.written for choice in wish.choices.values()} for wish in _CHOSEN}
    pairs = (text.partition("=")[::2] for text in chosen)
    return {**before, **dict(typed), **{name: value for name, value in pairs if value in known.get(name, ())}}


def _label(wish: Wish, written: str) -> ui.Label[Any]:
    component = _select(wish, written) if wish.choices else _text_input(wish, written)
    return ui.Label(text=wish.form_label, description=wish.form_hint, component=component)


def _ticks(written: Written) -> ui.Label[Any]:
    """What may be ticked, in one place."""
    options = [
        discord.CheckboxGroupOption(label=wish.form_label, value=wish.name, default=written[wish.name] == _yes_no(True))
        for wish in _TICKED
    ]
    group: ui.CheckboxGroup[Any] = ui.CheckboxGroup(custom_id=_TICKS, options=options, required=False)
    # A form shows the marks of code as they are.
    told = subscription_words.TO_CHANGE_THE_PING.replace("`", "")
    return ui.Label(text=subscription_words.BESIDES, description=told, component=group)


def _yes_no(value: bool) -> str:
    return "yes" if value else "no"


def _text_input(wish: Wish, written: str) -> ui.TextInput[Any]:
    return ui.TextInput(custom_id=wish.name, default=written, required=False, max_length=wish.longest)


def _select(wish: Wish, written: str) -> ui.Select[Any]:
    return ui.Select(custom_id=wish.name, options=[_option(choice, written) for choice in wish.choices.values()])


def _option(choice: Choice, written: str) -> discord.SelectOption:
    return discord.SelectOption(label=choice.offered, value=choice.written, default=choice.written == written)


def _block(text: str) -> str:
    return f"```\n{text.replace('`', chr(39)).strip() or 'all'}\n```"
