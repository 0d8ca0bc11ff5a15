"""What is said of the petition, by every feature that shows it. Pure."""

from __future__ import annotations

from cogs.wording.blocks import Line, TextBlock
from cogs.wording.dates import day
from cogs.wording.english import small
from cogs.wording.sources import Citations
from db.record.models import Petition
from db.record.register import Register

PETITION = "The petition"
NO_PETITION = "No petition is on record."


def petition_asks(petition: Petition, marks: str) -> Line:
    """What it is, and what it asks."""
    started = f"Started by {petition.started_by}, addressed to {petition.addressed_to}."
    asked = f"It asks {small(petition.asks)}" if petition.asks.startswith("That ") else f"It asks: {petition.asks}"
    return Line(f" {started} {asked}{marks}", f"“{petition.title}”.")


def petition_count(petition: Petition) -> Line:
    """How many have signed, as of the copy that was read."""
    strong = f"{petition.count:,} signatures"
    if petition.count_as_of is None:
        return Line(f" toward a goal of {petition.goal:,}, in an undated copy, so it may be higher now.", strong)
    return Line(f" toward a goal of {petition.goal:,}, as of {day(petition.count_as_of)}.", strong)


def petition_signers(petition: Petition) -> Line:
    """Who may sign it."""
    return Line(f" {petition.who_may_sign}", "Who may sign:")


def petition_invitation(petition: Petition) -> Line:
    """How it is passed on."""
    return Line(f" {petition.invite}", "Pass it on:")


def petition_address(petition: Petition) -> Line:
    """Where it is."""
    return Line(f" {petition.url}", "Sign or read it:")


def petition_block(register: Register, citations: Citations) -> TextBlock:
    """The petition: what it asks, how many signed, by what copy."""
    petition = register.record.petition
    if petition is None:
        return TextBlock((Line(NO_PETITION),), PETITION)
    lines = (
        petition_asks(petition, citations.cite([petition.source])),
        petition_count(petition),
        petition_signers(petition),
        petition_invitation(petition),
        petition_address(petition),
    )
    return TextBlock(lines, PETITION)
