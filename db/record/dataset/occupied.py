"""Ukrainian places under Russian occupation: they are Ukrainian, and never enter the register as Russian."""

from __future__ import annotations

import re

from db.record.models import Place

# South, north, west, east: Crimea; the mainland south and the Donbas west of the border; its eastern end.
_BOXES = ((44.3, 46.3, 32.3, 36.7), (46.0, 50.2, 32.0, 38.2), (47.9, 50.2, 38.2, 40.2))
_WORDS = re.compile(
    r"crimea|krym|крым|крим|sevastopol|севастопол|simferopol|сімферопол|симферопол|yalta|ялта|alushta|алушт|kerch|керч|"
    r"feodos|феодос|yevpatori|євпатор|евпатор|donetsk|донец|luhansk|lugansk|луган|horlivka|горлівк|горловк|makiivka|макіївк|макеевк|"
    r"mariupol|маріупол|мариупол|zaporizh|zaporozh|запор[іо]ж|kherson|херсон|melitopol|мелітопол|мелитопол|"
    r"berd[iy]ans|бердянс|enerhodar|energodar|енергодар|энергодар",
    re.IGNORECASE,
)


def is_occupied_name(name: str) -> bool:
    """Whether a name is that of a Ukrainian place under occupation, or has been; a Russian town may share it."""
    return _WORDS.search(name) is not None


def is_occupied(place: Place) -> bool:
    """Whether a place entered as Russian is a Ukrainian one, by any of its names or by where it lies."""
    if is_occupied_name(" ".join([place.id, place.name, place.region or "", *place.aliases])):
        return True
    lat, lon = place.lat, place.lon
    return lat is not None and lon is not None and any(s <= lat <= n and w <= lon <= e for s, n, w, e in _BOXES)
