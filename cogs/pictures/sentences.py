"""What pictures say, and what is told of them to who does not see them: a function a sentence. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from cogs.wording.dates import day, when
from cogs.wording.english import clip, full_stop, plural, series
from cogs.wording.figure_sentences import as_of, numbered
from db.record.models import PartialDate
from db.record.months import MONTHS
from db.record.standings import STANDINGS, Standing

_LONGEST_SERVER = 36


def signs(ties: int, unit: int, asof: date | None) -> str:
    """What a sign is, of how many, and of which day."""
    each = "Each sign is one tie" if unit == 1 else f"Each sign is up to {unit:,} ties of one state"
    return f"{each}. All {ties:,} on record, {as_of(asof)}." if ties != 1 else f"{each}, {as_of(asof)}."


def map_shown(ties: int, asof: date | None) -> str:
    """What the map is."""
    return f"Map of the United States with {numbered(ties, 'tie')} with Russia, {as_of(asof)}."


def by_state(told: Sequence[str], more: int) -> str:
    """The states with most ties."""
    if not told:
        return ""
    if more:
        return f"By state: {series(told)}, and {plural(more, 'other state')}."
    return f"By state: {series(told)}."


def state_shown(state: str, ties: int, asof: date | None) -> str:
    """What a state's picture is."""
    return f"Map of {state} with {numbered(ties, 'tie')} with Russia, {as_of(asof)}."


def pair(us: str, ru: str) -> str:
    """Two partners by their names."""
    return f"{us} – {ru}"


MONTH_UNKNOWN = "year only"


def decisions_counted(many: int, about: int, ties: int) -> str:
    """How many decisions there were, about how many of all ties."""
    return f"{numbered(many, 'decision')} on {about:,} of {numbered(ties, 'tie')} with Russia"


def decisions_asof(newest: PartialDate | None, asof: date | None) -> str:
    """Of when the newest decision is, and of which day the record is."""
    if newest is None or asof is None:
        return "None is on record since February 2022."
    return f"All on record since February 2022, the newest of {when(newest)}. As of {day(asof)}."


def remembered(day_: date, name: str) -> str:
    """A remembered day with its name."""
    return f"{day(day_)}: {name}"


def up_to_decisions(unit: int) -> str:
    """What a sign is, where it is more than one decision."""
    return f"Each sign is up to {unit:,} decisions." if unit > 1 else ""


def decided(standing: Standing, many: int) -> str:
    """How often that was decided: ``8 ended``; ``11 kept or resumed``."""
    word = "kept or resumed" if standing is Standing.ACTIVE else STANDINGS[standing].word
    return f"{many:,} {word}"


def timeline_shown(many: int, asof: date | None) -> str:
    """What the timeline is."""
    return f"Timeline of {numbered(many, 'decision')} on ties with Russia since February 2022, {as_of(asof)}."


def decisions_told(counts: Mapping[Standing, int]) -> Iterator[str]:
    """Every count of the timeline in a sentence."""
    for standing in (Standing.ENDED, Standing.SUSPENDED, Standing.ACTIVE):
        yield f"{decided(standing, counts[standing])}."


def busiest_month(year: int, month: int, many: int) -> str:
    """The month with most decisions."""
    return f"Most in one month: {many:,} in {MONTHS[month - 1]} {year}."


def hearing(dated: str) -> str:
    """When a hearing is, in short."""
    return f"Hearing: {dated}"


def hearing_on(names: str, dated: str) -> str:
    """Of which tie a hearing is, and when."""
    return f"A hearing on {names}, is set for {dated}." if "," in names else f"A hearing on {names} is set for {dated}."


def proposed(by: str, summary: str) -> str:
    """What is heard, and who proposed it."""
    return f"Proposed by {by}: {full_stop(summary)}"


def source(brief: str) -> str:
    """The source of what is told."""
    return f"Source: {brief}"


def read_at(brief: str, url: str) -> str:
    """The source with its address."""
    return f"Source: {brief}, {url}"


def checked(asof: str, server: str, address: str = "") -> str:
    """Where to check, as of when, and who shares it. ``address``: of the public page, without a scheme, or empty."""
    told = f"Tiewatch, {asof}: {address}" if address else f"Tiewatch on Discord, {asof}. Check it there: /status"
    return f"Shared by {clip(server, _LONGEST_SERVER)}. {told}" if server else told
