"""Ukrainian places under occupation: what calls one Russian, and what names one as a partner. Pure."""

from __future__ import annotations

import re

from db.record.dataset.occupied import is_occupied_name
from db.record.lazy_pattern import LazyPattern

_NAME = r"([A-ZА-ЯІЇЄҐ][\w'’-]{3,20})"
_COUNTRY = r"(?:Russia|Russian Federation|Россия|Росія|России|Росії|РФ)"
# "In Kherson, Russia bombs …" goes on with what Russia does.
_ENDS = r"(?=\W*(?:$|[.,;:!?)\n]|(?:and|or|as|и|или|і|й|та|або)\b))"
_KIND = r"(?:city|town|port|resort|place|territory|міст\w+|порт\w*|курорт\w*|город\w*|території|территори\w+)"
_ADJECTIVE = r"(?:[Rr]ussian|[Рр]осійськ\w+|[Рр]оссийск\w+|[Рр]усск\w+)"
_CALLED_RUSSIAN = LazyPattern(
    rf"\b{_NAME}(?:, (?:now )?(?:in )?| in | \(| (?:в|у) ){_COUNTRY}\b{_ENDS}"
    rf"|\b{_ADJECTIVE} (?:{_KIND} )?(?:of )?[«“\"]?{_NAME}"
    rf"|\b{_NAME},? (?:is|are|as|which is|—|–|-) ?(?:an? |the )?{_ADJECTIVE} {_KIND}"
    rf"|\b{_NAME}, (?:an? |the )?{_ADJECTIVE} {_KIND}",
    re.IGNORECASE,
)
# Towns of Russia whose names begin like those of Ukraine.
_OF_RUSSIA = frozenset({"krymsk", "крымск", "кримськ"})
# Occupied now: a free city that was so for a time has partners as any other.
_OCCUPIED_NOW = (
    r"\b(?:Crimea|Krym|Крым\w?|Крим\w?|Simferopol|Симферопол\w*|Сімферопол\w*|Yalta|Ялт\w+|Sevastopol|Севастопол\w*"
    r"|Kerch|Керч\w*|Feodosi\w+|Феодос\w+|Yevpatori\w+|Евпатор\w+|Євпатор\w+|Alushta|Алушт\w+|Donetsk|Донецьк\w*"
    r"|Донецк\w*|Luhansk|Lugansk|Луганс\w+|Horlivka|Горлівк\w+|Горловк\w+|Makiivka|Макіївк\w+|Макеевк\w+|Mariupol"
    r"|Маріупол\w*|Мариупол\w*|Melitopol|Мелітопол\w*|Мелитопол\w*|Berdi?ansk|Berdyansk|Бердянськ\w*|Бердянск\w*)\b"
)
_PARTNERED = (
    r"(?:[Ss]ister[- ]cit(?:y|ies)|[Tt]win(?:ned|s)?(?: (?:city|town|with))?|[Pp]aired with|[Pp]airing with"
    r"|[Pp]artner(?:ed)? (?:city|town|with)|[Tt]ies? (?:with|to)|[Пп]обратим\w*|[Пп]ородн[её]н\w+|мест\w* побратим\w*)"
)
_AS_PARTNER = LazyPattern(rf"{_PARTNERED}[^.!?\n]{{0,60}}?{_OCCUPIED_NOW}|{_OCCUPIED_NOW}[^.!?\n]{{0,40}}?{_PARTNERED}")
_NOW = LazyPattern(_OCCUPIED_NOW)


def called_russian(text: str) -> str:
    """A place of Ukraine that a text calls Russian: ``Yalta``; empty if there is none."""
    for found in _CALLED_RUSSIAN.finditer(text):
        named = str(next(filter(None, found.groups())))
        if is_occupied_name(named) and named.casefold() not in _OF_RUSSIA:
            return named
    return ""


def as_partner(text: str) -> str:
    """An occupied place that a text names as somebody's partner: ``Simferopol``; empty if there is none."""
    found = _AS_PARTNER.search(text)
    named = _NOW.search(found.group()) if found else None
    return str(named.group()) if named else ""
