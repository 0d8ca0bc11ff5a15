"""Words of the languages that are asked in, as ``data/vocabulary/{en,uk,ru}.toml`` has them. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cogs.lookup.phrases.patterns import Phrases, any_of, phrases
from db.record.text import normalise
from db.record.vocabulary import LANGUAGES, vocabulary


def of_all_languages(*path: str) -> tuple[str, ...]:
    """The phrases, in the notation of ``patterns``, that stand under these keys in each of the languages."""
    slang = vocabulary("slang")
    tables = (table for language in LANGUAGES for table in (vocabulary(language), slang[language]))
    return tuple(phrase for table in tables for phrase in _at(table, path))


def _at(table: Any, path: tuple[str, ...]) -> list[str]:
    for name in path:
        table = table.get(name, {})
    return list(table)


def words_for(file: str, *path: str) -> str:
    """The phrases, in the notation of ``patterns``, of one meaning in a file that has a table a meaning."""
    table: Any = vocabulary(file)
    for name in path:
        table = table[name]
    return "\n".join(_in_each(table) + table.get("mixed", []))


def said_in_row(row: Mapping[str, Any]) -> Phrases:
    """What finds the phrases of a row that has a list a language."""
    return any_of(_in_each(row))


def said_in_all(*path: str) -> Phrases:
    """What finds the phrases that stand under these keys in any of the languages."""
    return any_of(of_all_languages(*path))


def said_for(file: str, *path: str) -> Phrases:
    """What finds the phrases of one meaning in a file that has a table a meaning."""
    return phrases(words_for(file, *path))


def words_in_all(*path: str) -> frozenset[str]:
    """The words that stand under these keys in any of the languages, normalised."""
    return frozenset(map(normalise, of_all_languages(*path)))


def slang_for(standing: str, *, decided: bool) -> str:
    """What people call a standing; ``decided``: with what is said of suspended and ended ties alike."""
    tables = vocabulary("standings")
    return "\n".join(_in_each(tables[standing]) + (_in_each(tables["cut"]) if decided else []))


def loose_words_for(standing: str, *, decided: bool) -> list[str]:
    """Words that mean a standing only where ties are asked for."""
    tables = vocabulary("standings")["beside"]
    return _in_each(tables.get(standing, {})) + (_in_each(tables["cut"]) if decided else [])


def _in_each(table: Mapping[str, Any]) -> list[str]:
    return [phrase for language in LANGUAGES for phrase in table.get(language, ())]


# The capital of each state, by its postal code.
CAPITALS: Mapping[str, str] = vocabulary("capitals")["capitals"]
# The capitals of regions of Russia that are on record, by the id of the place.
RUSSIAN_CAPITALS = frozenset(vocabulary("capitals")["russian_capitals"]["places"])
# The U.S. places whose ties were named in President Zelenskyy's speech to the mayors.
NAMED_IN_SPEECH = frozenset(vocabulary("sayings")["named_in_speech"]["places"])
# Words of asking and telling, normalised, which say nothing of what is asked about.
OF_ASKING = words_in_all("not_searched")
# Those and words of talking, which say nothing of what is talked about.
OF_TALKING = OF_ASKING | words_in_all("fillers")
