"""A full-text index of the record's passages: SQLite's FTS5, in memory, with its own ranking.

The words are kept as questions are normalised (``db.record.text``), where Russian and Ukrainian words lose their
endings; English ones lose theirs to FTS5's Porter stemmer. A search is made alike, so all forms of a word are one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from itertools import count

from db.record.passages import FoundPassage, Passage, PassageKind, Term
from db.record.text import clean, normalise, words

# How much a word in the text weighs beside one in the names of its places.
_TEXT, _NAMES = 1.0, 0.5
# So many of the best by FTS5's ranking are looked at for how much of the search they hold.
_CANDIDATES = 48
_MOST_TERMS = 12
# So many bytes are gathered before they are written: with FTS5's million 0.4 MiB more stay with the process.
_PENDING = 65_536
# A word in more than so many passages, or in more than every so manieth of a large record, tells nothing.
_MANY, _EVERY, _MOST_HELD = 200, 20, 2_000

# The index keeps no texts (FTS5's "contentless" tables), which would be half of it: so nothing can be taken out of it,
# and what was replaced is in it until the next start, and found no more.
_TABLES = (
    """CREATE VIRTUAL TABLE words USING fts5(text, names, content = '', tokenize = "porter unicode61")""",
    "CREATE TABLE passage (number INTEGER PRIMARY KEY, kind TEXT, id TEXT, about TEXT)",
    "CREATE INDEX passage_about ON passage (about)",
)


class FullText:
    """Passages by their words. May be filled in one thread and asked in another, not in two at once."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._conn = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        for table in _TABLES:
            self._conn.execute(table)
        self._conn.execute("INSERT INTO words (words, rank) VALUES ('hashsize', ?)", (_PENDING,))
        self._numbers = count(1)
        self._add(passages)
        self._conn.execute("INSERT INTO words (words) VALUES ('optimize')")
        self._conn.execute("VACUUM")  # half of the pages were only needed to sort the words

    def close(self) -> None:
        """Give the memory back."""
        self._conn.close()

    def replace(self, tie: str, passages: Iterable[Passage]) -> None:
        """Put passages in the place of all that was known of a tie."""
        self._conn.execute("DELETE FROM passage WHERE about = ?", (tie,))
        self._add(passages)

    def find(
        self,
        terms: Sequence[Term],
        most: int,
        about: Collection[str] = (),
        kinds: Collection[PassageKind] = (),
        *,
        by_name: bool = True,
    ) -> list[FoundPassage]:
        """The passages with any of the terms, at most so many: what holds more of them first, then by FTS5's ranking.

        A term that very many passages hold tells nothing, and is passed over if there is another.
        """
        by_query = {query: term for term in terms[:_MOST_TERMS] if (query := _query(term, by_name))}
        asked = self._telling(by_query)
        queries = [query for query, rows in asked if rows]
        if not queries:
            return []
        narrowing, values = _narrowed(about, kinds)
        rows = self._conn.execute(
            "SELECT number, kind, id, about FROM words JOIN passage ON number = words.rowid "  # noqa: S608 - placeholders
            f"WHERE words MATCH ? {narrowing} ORDER BY bm25(words, {_TEXT}, {_NAMES}) LIMIT ?",
            (" OR ".join(queries), *values, max(most, _CANDIDATES)),
        ).fetchall()
        holds = {row[0]: [query for query, held in asked if row[0] in held] for row in rows}
        ranked = sorted(rows, key=lambda row: -len(holds[row[0]]))[:most]
        return [
            FoundPassage(
                PassageKind(kind),
                name,
                about,
                len(said := holds[number]) / len(asked),
                frozenset(map(by_query.__getitem__, said)),
            )
            for number, kind, name, about in ranked
        ]

    def _telling(self, queries: Iterable[str]) -> list[tuple[str, frozenset[int]]]:
        """The queries with the passages that hold each, without those that too many hold."""
        held = [(query, self._held(query, _MANY + 1)) for query in dict.fromkeys(queries)]
        if all(len(rows) <= _MANY for _, rows in held):
            return held
        most = min(max(_MANY, self._count_all() // _EVERY), _MOST_HELD)
        held = [(query, rows if len(rows) <= _MANY else self._held(query, most + 1)) for query, rows in held]
        few = [found for found in held if len(found[1]) <= most]
        if any(rows for _, rows in few):
            return few
        rarest = min((query for query, _ in held), key=self._count)
        return [(rarest, self._held(rarest, -1))]

    def _held(self, query: str, most: int) -> frozenset[int]:
        """The rows that hold a searched term, so many at most; all of them for a negative number."""
        found = self._conn.execute("SELECT rowid FROM words WHERE words MATCH ? LIMIT ?", (query, most))
        return frozenset(number for (number,) in found)

    def _count(self, query: str) -> int:
        return self._number("SELECT count(*) FROM words WHERE words MATCH ?", query)

    def _count_all(self) -> int:
        return self._number("SELECT max(number) FROM passage")

    def _number(self, sql: str, *values: str) -> int:
        (found,) = self._conn.execute(sql, values).fetchone()
        return int(found or 0)

    def _add(self, passages: Iterable[Passage]) -> None:
        self._conn.execute("BEGIN")
        # All passages of a tie have the names of its places.
        names_of = lru_cache(maxsize=1)(normalised)
        for each, number in zip(passages, self._numbers, strict=False):
            written = (number, normalised(each.text), names_of(each.names))
            self._conn.execute("INSERT INTO words (rowid, text, names) VALUES (?, ?, ?)", written)
            self._conn.execute("INSERT INTO passage VALUES (?, ?, ?, ?)", (number, each.kind, each.id, each.about))
        self._conn.execute("COMMIT")


def normalised(text: str) -> str:
    """A text as its normalised words."""
    return " ".join(filter(None, map(normalise, words(clean(text)))))


def _query(term: Term, by_name: bool) -> str:
    """A term in FTS5's language: any of its words, each quoted, so that none is an operator."""
    words = " OR ".join(f'"{word}"' for word in dict.fromkeys(term) if '"' not in word)
    return words and (f"({words})" if by_name else f"text : ({words})")


def _narrowed(about: Collection[str], kinds: Collection[PassageKind]) -> tuple[str, tuple[str, ...]]:
    """The clauses, with their values, that keep a search to these."""
    wanted = {"about": about, "kind": kinds}
    clauses = [f"AND {column} IN ({','.join('?' * len(values))})" for column, values in wanted.items() if values]
    return " ".join(clauses), (*about, *kinds)
