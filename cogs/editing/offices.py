"""What an editor typed as an office, told from the name of the person who holds it. Pure."""

from __future__ import annotations

import re

from cogs.editing.parsing import read_text
from cogs.wording.date_parsing import EntryError
from cogs.wording.english import clip
from db.record.text import key

_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# Two words on end that neither an office nor its place has are somebody's name.
_PERSON = re.compile("N{2,}")
_OFFICES = frozenset(
    "administration administrator affairs alderman aldermen alderperson alderwoman assembly assemblymember assistant "
    "attorney authority board body borough bureau cabinet chair chairman chairperson chairwoman chief cities city "
    "clerk commission commissioner commissioners committee common communications community coordinator council "
    "councillor councilman councilmember councilor councilwoman counsel county delegate department deputy development "
    "director district economic executive freeholders general government governor house international judge "
    "legislative legislature liaison lieutenant manager mayor mayoral member metro municipal office officer ombudsman "
    "parish president pro program protocol public reeve relations representative representatives secretary "
    "selectboard selectman selectmen selectperson selectwoman selectwomen senate senator sister speaker staff state "
    "supervisor supervisors tem tempore town township treasurer trustees vice village".split()
)
_BETWEEN = frozenset(("of", "the", "to", "and", "or", "for", "first"))


def read_office(typed: str, place: str) -> str:
    """An office, as typed. ``place`` is the full name of the place that it belongs to.

    Raises EntryError for a text that is too short or too long, that names no office, or that names a person beside it.
    """
    office = read_text("office", typed)
    words = _WORDS.findall(office)
    if not any(key(word) in _OFFICES for word in words):
        raise _no_office(office)
    known = _OFFICES | _BETWEEN | set(key(place).split())
    person = _PERSON.search("".join("x" if key(word) in known else "N" for word in words))
    if person is not None:
        raise _no_office(" ".join(words[slice(*person.span())]))
    return office


def _no_office(named: str) -> EntryError:
    return EntryError(
        f"“{clip(named, 60)}” is not the name of an office that I know. Write the office, never a person's name: "
        "Mayor, City Clerk, Board of Supervisors."
    )
