"""What an editor may pick while typing: places of the record, and the acts of a tie. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from cogs.wording.dates import when
from cogs.wording.names import place_name
from cogs.wording.tie_search import LABEL_LENGTH, MOST, Suggestion, likely_ties
from db.record.act_kinds import ACT_KINDS
from db.record.derivation import acts_in_force
from db.record.models import Act, Tie
from db.record.register import Register
from db.record.text import key


def suggest_places(typed: str, register: Register) -> list[Suggestion]:
    """U.S. places for what has been typed so far."""
    ids = dict.fromkeys(tie.us for tie in likely_ties(typed, register))
    names = [place_name(register.place(name), register)[:LABEL_LENGTH] for name in ids]
    return [Suggestion(name, name) for name in names]


def acts_like(typed: str, tie: Tie) -> tuple[Act, ...]:
    """The standing acts of a tie that a text means: by id, or all whose line holds every word typed."""
    acts = acts_in_force(tie.acts)
    exact = tuple(act for act in acts if act.id == typed.strip())
    wanted = key(typed).split()
    return exact or tuple(act for act in acts if all(word in key(act_line(act)) for word in wanted))


def act_line(act: Act) -> str:
    """An act in one line: ``4 April 2022 · Kept · Juneau Assembly · 5–4``."""
    return " · ".join(filter(None, (when(act.date), ACT_KINDS[act.kind].label, act.actor, act.vote)))


def suggest_acts(typed: str, ties: Sequence[Tie]) -> list[Suggestion]:
    """The acts of the ties that fit what has been typed so far, newest first."""
    acts = [act for tie in ties for act in reversed(acts_like(typed, tie))]
    return [Suggestion(act_line(act)[:LABEL_LENGTH], act.id) for act in acts[:MOST] if len(act.id) <= LABEL_LENGTH]
