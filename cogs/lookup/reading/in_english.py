"""Words of the record, which is in English, for words of a question: of other languages, and of English. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from sys import intern

from db.record.passages import Term
from db.record.text import normalise
from db.record.vocabulary import vocabulary


def _in_words_of_record(language: str, table: str) -> Iterator[tuple[str, Term]]:
    """The words of a language, normalised, with the words that the record, which is in English, has for the same."""
    for word, english in vocabulary(language)[table].items():
        # Of some hundred English words there are thousands.
        yield normalise(word), tuple(intern(normalise(each)) for each in english)


_IN_ENGLISH: Mapping[str, Term] = dict(
    chain.from_iterable(_in_words_of_record(language, "in_english") for language in ("uk", "ru"))
)
_IN_RECORD: Mapping[str, Term] = dict(_in_words_of_record("en", "in_record"))


def in_english(word: str) -> Term:
    """The English words of the record for a normalised word of another language; none for one that is not known."""
    return _IN_ENGLISH.get(word, ())


def in_record(word: str) -> Term:
    """Other words that the record has for a normalised English word."""
    return _IN_RECORD.get(word, ())
