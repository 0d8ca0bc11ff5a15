"""The time zones of hearings, by their names in the tz database: those of each state, and their usual words. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import tzinfo

# As they are offered to editors, from east to west; the names are those of the tz database.
US_ZONES: Mapping[str, str] = {
    "America/New_York": "Eastern",
    "America/Chicago": "Central",
    "America/Denver": "Mountain",
    "America/Phoenix": "Mountain, without summer time (Arizona)",
    "America/Los_Angeles": "Pacific",
    "America/Anchorage": "Alaska",
    "Pacific/Honolulu": "Hawaii",
}
_EASTERN, _CENTRAL, _MOUNTAIN, _ARIZONA, _PACIFIC, _ALASKA, _HAWAII = US_ZONES

# Where most people of a state live comes first (49 CFR part 71, of the Department of Transportation).
_SEVERAL = {
    "AK": (_ALASKA, "America/Adak"),
    "AZ": (_ARIZONA, _MOUNTAIN),
    "FL": (_EASTERN, _CENTRAL),
    "ID": (_MOUNTAIN, _PACIFIC),
    "IN": (_EASTERN, _CENTRAL),
    "KS": (_CENTRAL, _MOUNTAIN),
    "KY": (_EASTERN, _CENTRAL),
    "MI": (_EASTERN, _CENTRAL),
    "ND": (_CENTRAL, _MOUNTAIN),
    "NE": (_CENTRAL, _MOUNTAIN),
    "NV": (_PACIFIC, _MOUNTAIN),
    "OR": (_PACIFIC, _MOUNTAIN),
    "SD": (_CENTRAL, _MOUNTAIN),
    "TN": (_CENTRAL, _EASTERN),
    "TX": (_CENTRAL, _MOUNTAIN),
}
_ONE = {
    _EASTERN: "CT DC DE GA MA MD ME NC NH NJ NY OH PA RI SC VA VT WV",
    _CENTRAL: "AL AR IA IL LA MN MO MS OK WI",
    _MOUNTAIN: "CO MT NM UT WY",
    _PACIFIC: "CA WA",
    _HAWAII: "HI",
}
STATE_ZONES: Mapping[str, tuple[str, ...]] = _SEVERAL | {
    state: (zone,) for zone, states in _ONE.items() for state in states.split()
}


def usual_zone(state: str) -> str:
    """The zone in which most people of a state live; of what is no state, the last in which a day ends."""
    return STATE_ZONES.get(state, (_HAWAII,))[0]


def only_zone(state: str) -> str | None:
    """A state's time zone; None where it has several."""
    zones = STATE_ZONES.get(state, ())
    return zones[0] if len(zones) == 1 else None


def time_zone(name: str) -> tzinfo:
    """The zone of this name. Raises KeyError, ValueError or OSError if the tz database has none.

    ``zoneinfo`` loads with the first hearing: it asks how Python was built, and the answers take 1 MiB.
    """
    from zoneinfo import ZoneInfo

    return ZoneInfo(name)


def is_time_zone(name: str) -> bool:
    """Whether the tz database has a zone of this name."""
    try:
        time_zone(name)
    except (KeyError, ValueError, OSError):
        return False
    return "/" in name
