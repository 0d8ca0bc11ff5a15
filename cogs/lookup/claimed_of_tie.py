"""What a text says of one tie beside how it stands: when, by whom, by which vote. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cogs.lookup import (
    blocks,
    premise_sentences,
)
from cogs.lookup.claim_parts import Clause
from cogs.lookup.intents import Intent
from cogs.wording.leads import Asked
from db.record.models import Tie
from db.record.register import Register
from db.record.standings import STANDINGS, Standing

# What is claimed of a tie of which nothing is known.
DECIDED = {Asked.ENDED: Standing.ENDED, Asked.SUSPENDED: Standing.SUSPENDED}


def is_right_beside(clause: Clause, own: Sequence[Tie], register: Register) -> bool:
    """Whether the date, the vote and the deciders that a claim names beside an order are those on record."""
    return not any(wrong_beside(tie, clause, register) for tie in own)


def wrong_beside(tie: Tie, clause: Clause, register: Register) -> tuple[str, ...]:
    """What a claim names of a tie's date, vote and deciders that is not on record so."""
    intents = clause.question.intents | {Intent.CLAIM}
    claimed = replace(clause.question, authorities=clause.deciders, intents=intents)
    return tuple(blocks.wrong_particulars(tie, claimed, clause.vote, register))


def nothing_says_so(asked: Asked) -> str:
    return f"{premise_sentences.nothing_says_so([DECIDED[asked]])} {STANDINGS[Standing.UNCONFIRMED].lead}"
