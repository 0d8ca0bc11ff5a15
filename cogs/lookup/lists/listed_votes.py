"""What is told with a list of who decided and how: its split votes, and who had kept a tie before. Pure."""

from __future__ import annotations

from dataclasses import replace

from cogs.lookup.lists import list_sentences
from cogs.lookup.lists.filters import fitting
from cogs.lookup.lists.traits import split_votes
from cogs.lookup.model import Look, TieFilter, Trait
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.names import pair_name
from db.record.act_kinds import ActKind
from db.record.authorities import Authority
from db.record.derivation import INVASION
from db.record.register import Register
from db.record.standings import Standing

# Of more deciders than so many, those that are left out were asked for.
_SOME = 4


def votes_part(chosen: TieFilter, register: Register) -> TextBlock | None:
    """How the votes went of a list of those that were not unanimous, the closest first; None for other lists."""
    if Trait.SPLIT not in chosen.traits:
        return None
    found = [(split, tie) for tie in fitting(chosen, register) for split in split_votes(tie)]
    found.sort(key=lambda each: each[0][0])
    lines = tuple(Line(f" {vote}.", f"{pair_name(tie, register)}:") for (_, vote), tie in found)
    return TextBlock(lines, list_sentences.CLOSEST_FIRST) if lines else None


def kept_before_part(chosen: TieFilter, register: Register) -> TextBlock | None:
    """Which other active ties a decider that is asked for had kept, though the newest word on them is another's."""
    if chosen.look is not Look.BEHIND or Standing.ACTIVE not in chosen.standings or not chosen.authorities:
        return None
    # All but some: whom a question rules out is told of, too.
    all_but = len(chosen.authorities) > _SOME
    who = tuple(it for it in Authority if it not in chosen.authorities) if all_but else chosen.authorities
    listed = {tie.id for tie in fitting(chosen, register)}
    active = replace(chosen, standings=(Standing.ACTIVE,), authorities=who)
    kept = fitting(replace(active, look=Look.ACTS, kinds=(ActKind.KEPT,), since=chosen.since or INVASION), register)
    names = [pair_name(tie, register) for tie in kept if (tie.id in listed) is all_but]
    return TextBlock.saying(list_sentences.kept_before(who, names)) if names else None
