"""What a volunteer types into: their words, who they are, the name of a draft."""

from __future__ import annotations

from typing import Any

import discord
from discord import ui

from cogs.kit.cards import safe
from cogs.kit.components import Form, text_field
from cogs.letters.compose import CONNECTIONS
from cogs.letters.guides import Guide
from cogs.letters.meaning_sentences import LABELS as MEANINGS
from cogs.letters.routes import SaveLetter, SayWhere, TellMeaning
from cogs.wording.english import clip
from db.store.letter_models import LetterDraft

REASON = 4000
RESPECT = 1000
NAME = 200
NEIGHBORHOOD = 100
TITLE = 80
PLACE = 100
MEANING = 500
_SHOWN = 600

REASON_LABEL = "Your reason"
RESPECT_LABEL = "What you respect in the other view"
NAME_LABEL = "Name"
NEIGHBORHOOD_LABEL = "Neighborhood or town"
TITLE_LABEL = "Name of the draft"
MEANING_LABEL = "In your own words"
MEANING_HINT = "What does it say, and to whom? It is not kept."
# What each field is called where it is typed.
LABELS = {
    "reason": REASON_LABEL,
    "respect": RESPECT_LABEL,
    "name": NAME_LABEL,
    "neighborhood": NEIGHBORHOOD_LABEL,
    "title": TITLE_LABEL,
}

_REASON_HINT = "Why does it matter to you? One thing you saw or lived through says more than an argument."
_RESPECT_HINT = "Optional, as you write it. Left empty, the letter says nothing about it."


def words_form(draft: LetterDraft, place: str, guide: Guide | None, reason: str | None = None) -> Form:
    """The interview: the connection, the reason, what the writer respects in the other view.

    ``reason`` is what the form offers in place of the reason as it is. What ``guide`` says of the form stands over it.
    """
    return Form(
        "In your own words",
        SaveLetter(draft.id, draft.version),
        *([ui.TextDisplay(guide.words)] if guide else []),
        ui.Label(
            text=f"Your connection to {place}"[:45],
            description="The letter says this and nothing more about you.",
            component=_connections(draft),
        ),
        _text(REASON_LABEL, "reason", draft.reason if reason is None else reason, _REASON_HINT, REASON, long=True),
        _text(
            RESPECT_LABEL,
            "respect",
            draft.respect,
            _RESPECT_HINT,
            RESPECT,
            long=True,
            must=False,
        ),
    )


def about_form(draft: LetterDraft, guide: Guide | None) -> Form:
    """The second, optional part: a name, a neighborhood."""
    return Form(
        "Your name and neighborhood",
        SaveLetter(draft.id, draft.version),
        *([ui.TextDisplay(guide.about)] if guide else []),
        _text(NAME_LABEL, "name", draft.name, "Optional. Leave it empty to sign without one.", NAME, must=False),
        _text(
            NEIGHBORHOOD_LABEL,
            "neighborhood",
            draft.neighborhood,
            "Optional. Never a street address: letters to an office may be public.",
            NEIGHBORHOOD,
            must=False,
        ),
    )


def meaning_form(draft: LetterDraft, mark: str, sentence: str, guide: Guide | None) -> Form:
    """What a sentence means that may be taken for a threat."""
    options = [discord.SelectOption(label=label, value=meaning) for meaning, label in MEANINGS.items()]
    return Form(
        "What does this sentence mean?",
        TellMeaning(draft.id, mark),
        *([ui.TextDisplay(guide.meaning)] if guide else []),
        ui.TextDisplay(safe(clip(f"“{sentence}”", _SHOWN))),
        ui.Label(text="It is", component=ui.Select(custom_id="meaning", options=options)),
        _text(MEANING_LABEL, "told", "", MEANING_HINT, MEANING, long=True),
    )


def place_form(point: str) -> Form:
    """For which city a letter is that quotes a point."""
    field = _text("City and state", "place", "", "Such as “Portland, Oregon”.", PLACE)
    return Form("Which city do you write to?", SayWhere(point), field)


def title_form(draft: LetterDraft) -> Form:
    """What the writer calls the draft in their own list."""
    field = _text(TITLE_LABEL, "title", draft.title, "Only you see it.", TITLE, must=False)
    return Form("Rename this draft", SaveLetter(draft.id, draft.version), field)


def _connections(draft: LetterDraft) -> ui.Select[Any]:
    options = [
        discord.SelectOption(label=label, value=key, default=key == draft.connection)
        for key, (label, *_) in CONNECTIONS.items()
    ]
    return ui.Select(custom_id="connection", options=options, required=False, min_values=0)


def _text(
    label: str, name: str, value: str, hint: str, most: int, *, long: bool = False, must: bool = True
) -> ui.Label[Any]:
    return text_field(label, name, value, hint, must=must, most=most, long=long)
