"""States that are written one after the other by their postal codes, and are read by their names: "AZ CO ID MT". Pure.

One of them alone may be a word, "OR" or "ID"; in a row of such codes, in capitals, none is.
"""

from __future__ import annotations

import re

from cogs.lookup.phrases.late_patterns import LATE
from cogs.wording.english import listed
from db.record.gazetteer import Gazetteer

_ROW = LATE.compile(r"\b[A-Z]{2}(?:(?:[ ]?[,/+&][ ]?|[ ])(?:and )?[A-Z]{2}){2,}\b")
_CODE = re.compile(r"[A-Z]{2}")
_SEVERAL = 3
# Between these "OR" is Oregon; between two others it joins them: "TX OR FL".
_NEAR_OREGON = frozenset("CA WA ID NV AK HI AZ MT UT".split())


def with_states_named(text: str, gazetteer: Gazetteer) -> str:
    """A text with the names of the states whose postal codes stand in a row; what is typed in capitals is as it was."""
    if text.isupper() and " " in text and any(len(word) > _SEVERAL for word in text.split()):
        return text
    return _ROW.sub(lambda row: _named(row[0], gazetteer), text)


def _named(row: str, gazetteer: Gazetteer) -> str:
    codes = _CODE.findall(row)
    names = [*map(gazetteer.state_name, codes)]
    if not all(names) or _joins(codes):
        return row
    return listed(names)


def _joins(codes: list[str]) -> bool:
    """Whether the "OR" of three codes joins the other two."""
    return len(codes) == _SEVERAL and codes[1] == "OR" and not {codes[0], codes[2]} <= _NEAR_OREGON
