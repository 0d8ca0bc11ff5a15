"""What is said of the groups into which a list is divided, a function a sentence. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cogs.wording.english import listed_apart, plural, series_apart

HEADINGS: Mapping[str, str] = {
    "state": "By state",
    "us_region": "By part of the country, as the Census Bureau has them",
    "russian_region": "By Russian region",
    "russian_place": "By Russian place",
    "american_place": "By U.S. place",
    "year": "By year",
    "month": "By month",
    "day": "By day",
    "year_made": "By the year in which the tie was made",
    "decade": "By the decade in which the tie was made",
    "level": "By kind of tie",
}
# So many groups of one tie are named.
_MOST_NAMED = 16
NONE_TOGETHER = "No two of them are of the same day on record."


def most(names: Sequence[str], number: int, total: int, *, fewest: bool) -> str:
    """The largest groups, or the smallest: ``Most: March 2022, with 9 of 20.``"""
    lead = "Fewest" if fewest else "Most"
    if len(names) == 1:
        return f"{lead}: {names[0]}, with {number} of {total}."
    return f"{lead}: {listed_apart(names)}, with {number} each, of {total}."


def each(counts: Sequence[tuple[str, int]]) -> str:
    """How many ties each group has: ``March 2022: 9; June 2022: 2.``"""
    return f"{series_apart(f'{name}: {count}' for name, count in counts)}."


def with_one(names: Sequence[str]) -> str:
    """Which groups have one tie, behind those with more; how many, where they are too many to be named."""
    if len(names) > _MOST_NAMED:
        return f"{len(names)} more have one tie each."
    return f"One tie: {names[0]}." if len(names) == 1 else f"One tie each: {listed_apart(names)}."


def unknown(number: int) -> str:
    """For how many ties it is not on record to which group they belong."""
    return f"For {plural(number, 'more tie')} that is not on record."


def together(name: str, names: Sequence[str]) -> str:
    """The ties of one group, by name: ``9 March 2022: Dallas, Texas – Saratov; …``"""
    return f"{name}: {listed_apart(names)}."
