"""Which ties with Ukraine are those of a place, by its names as they are written or by a note on it. Pure."""

from __future__ import annotations

import re

from cogs.wording.english import ends_of_sentences
from db.record.caching import remembered
from db.record.models import OtherPlace, Tie, UkraineTie
from db.record.register import Register
from db.record.text import key, sound, tokens

# Regions that are no oblasts themselves, and those that they are made of.
_OBLASTS = {"Donbas": ("Donetsk", "Luhansk")}
OBLAST = "Oblast"
# How the note on a tie with Russia tells of a partner in Ukraine.
_PARTNER_NOTED = re.compile(
    r"(?!.*\bunofficial\b)(?=.*\bUkrain)"
    r"(?=.*\b(?:sister city|partnership city|paired with|links?|signed|agreement|memorandum)\b)",
    re.DOTALL,
)


def american_partners(place: OtherPlace, register: Register, *, region: bool = False) -> list[UkraineTie]:
    """The ties of American places with a Ukrainian place or its oblast, or with places in a region, such as Crimea.

    ``region``: the place's region is meant, with all places in it.
    """
    return [tie for tie in register.record.ukraine_ties.values() if _is_with(tie, place, region=region)]


def _is_with(tie: UkraineTie, place: OtherPlace, *, region: bool) -> bool:
    """Whether a tie is with a Ukrainian place or its oblast, or with one in a ``region``, such as Crimea, of no known
    population.
    """
    name, own = _one_spelling(tie.ua_name), _one_spelling(place.name)
    is_region = region or not place.population
    return name in {own, f"{own} {_one_spelling(OBLAST)}"} or (
        is_region and (tie.ua_oblast or "").startswith(_OBLASTS.get(place.name, (place.name,)))
    )


@remembered(entries=256, longest=64)
def _one_spelling(name: str) -> str:
    """A name in Latin letters as all ways of writing it have it: Berdyansk, Berdiansk."""
    return key(name).replace("y", "i").replace("ii", "i")


def ukrainian_partner_noted(tie: Tie) -> str:
    """The sentence of a tie's note that tells of a partner of the American place in Ukraine; empty for none."""
    starts = [0, *ends_of_sentences(tie.note or "")]
    sentences = [(tie.note or "")[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)]
    return next((each.strip() for each in sentences if _PARTNER_NOTED.match(each)), "")


def noted_with(home: str, place: OtherPlace, register: Register) -> tuple[Tie, str] | None:
    """What the note on a tie of an American place, by its id, tells of its partnership with a Ukrainian place, and that
    tie; None for none.
    """
    # The record may spell it otherwise than its name is known: Trostianets, Trostyanets.
    sounds = {sound(key(name)) for name in (place.name, *place.aliases) if name.isascii()}
    noted = ((tie, ukrainian_partner_noted(tie)) for tie in register.ties_of(home))
    return next(((tie, told) for tie, told in noted if sounds & {sound(word.norm) for word in tokens(told)}), None)
