"""Phrases are found as one regular expression of them all would find them, and only quicker."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import tomli
from hypothesis import example, given
from hypothesis import strategies as st

from cogs.lookup.explanations import glossary
from cogs.lookup.phrases import patterns, phrase_finding
from cogs.lookup.phrases.patterns import Phrases, PhraseTable, phrases
from cogs.lookup.reading import (
    asked_filters,
    asked_kinds,
    asked_people,
    asked_sorting,
    asked_traits,
    intents,
    narrowing,
)
from db.record.dataset.explanations import shipped
from db.record.text import clean, tokens

CORPUS = Path(__file__).parent.parent / "corpus"
WORDS = st.sampled_from("a ab abc b ba abcabcabc к кот котик 2022".split())
GAPS = st.sampled_from([0, 1, 2, 3, 12]).map("..{}".format)


def one_of_words(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Parts of a phrase that hold other parts."""
    sequences = st.lists(inner, min_size=1, max_size=3).map(" ".join)
    choices = st.lists(sequences, min_size=1, max_size=3).map("|".join)
    marks = st.sampled_from(["", "", "?", "*"])
    return st.one_of(
        st.builds("({}){}".format, choices, marks),
        st.builds("({} )?{}".format, choices, inner),
        st.builds("{}( {})?".format, inner, choices),
        st.builds("{}({})".format, WORDS, choices),
    )


PARTS = st.recursive(st.one_of(WORDS, WORDS.map("{}*".format), WORDS.map("{}?".format)), one_of_words, max_leaves=6)
PHRASES = st.lists(st.one_of(PARTS, PARTS, GAPS), min_size=1, max_size=4).map(" ".join)
TEXTS = st.lists(WORDS, max_size=12).map(" ".join)


def spans(found: Iterator[re.Match[str]]) -> list[tuple[int, int]]:
    return [match.span() for match in found if match.group()]


def plainly(known: Phrases, text: str) -> list[tuple[int, int]]:
    return spans(re.finditer(known.expression, text))


def shipped_phrases() -> Iterator[Phrases]:
    tables = (intents.INTENTS, intents.ASKED_STANDINGS, intents.ASKED_AUTHORITIES, intents.ASKED_LEVELS)
    filters = (asked_kinds.ASKED_KINDS, asked_kinds.ASKED_HOW, asked_traits.ASKED_TRAITS)
    for table in (*tables, intents.DECIDERS, *filters, asked_sorting.ASKED_SORTS):
        yield from table.values()
    for module in (intents, asked_filters, asked_kinds, asked_people, narrowing):
        yield from (each for each in vars(module).values() if isinstance(each, Phrases))
    yield from (term.asked for term in glossary.TERMS)
    yield from (phrases("\n".join(each.phrases)) for each in shipped().in_full() if each.phrases)


def asked() -> Iterator[str]:
    for file in sorted(CORPUS.glob("*.toml")):
        for question in tomli.loads(file.read_text("utf-8")).get("question", ()):
            yield " ".join(word.norm for word in tokens(clean(question["ask"])))


@pytest.mark.slow
def test_the_phrases_of_the_lookup_are_found_where_they_are() -> None:
    texts = sorted(set(asked()))[::7]
    # Text by text: each is then looked through once, and not once for each of the phrases.
    shipped_ones = [(known, re.compile(known.expression)) for known in shipped_phrases()]
    for text in texts:
        for known, plain in shipped_ones:
            assert [match.span() for match in known.finditer(text)] == [match.span() for match in plain.finditer(text)]


def may_be_nothing(known: Phrases) -> bool:
    """Whether one of the phrases may be left out whole, which says nothing of a text."""
    return any(re.fullmatch(each, "") for each in known.expressions())


def test_no_phrase_of_the_lookup_may_be_left_out_whole() -> None:
    assert not [known.expression for known in shipped_phrases() if may_be_nothing(known)]


def test_what_is_either_or_stands_in_brackets() -> None:
    """A phrase is read word by word: a bar between two of them would stand in one word alone."""
    bare = [each for known in shipped_phrases() for each in known.expressions()]
    while (shorter := [re.sub(r"\([^()]*\)", "", each) for each in bare]) != bare:
        bare = shorter
    assert [each for each in bare if "|" in each] == []


@given(st.lists(PHRASES, min_size=1, max_size=4), TEXTS)
@example(["a", "a", "(a?|a? a)"], "a a")
@example(["(the )?a", "( a)? b"], "the a b")
@example(["a? b"], "a  b")
@example(["a ?b", "(a|b ?c)"], "ab")
@example(["^(a )?b (a)?"], "b a b")
def test_any_phrases_are_found_where_they_are(written: list[str], text: str) -> None:
    known = phrases("; ".join(written))
    if not may_be_nothing(known):
        assert spans(known.finditer(text)) == plainly(known, text)


@given(PHRASES, TEXTS)
def test_what_is_done_with_a_phrase_is_as_with_an_expression(written: str, text: str) -> None:
    known, plain = phrases(written), re.compile(phrases(written).expression)
    if not may_be_nothing(known):
        assert bool(known.search(text)) == bool(plain.search(text))
        assert bool(known.match(text)) == bool(plain.match(text))
        assert known.sub("_", text) == plain.sub("_", text)


@given(st.lists(PHRASES, min_size=1, max_size=4), TEXTS)
def test_a_table_finds_what_each_of_its_phrases_finds(written: list[str], text: str) -> None:
    known = dict(enumerate(map(phrases, written)))
    found = {key: spans(iter(matches)) for key, matches in PhraseTable(known).found(text).items()}
    singly = {key: spans(each.finditer(text)) for key, each in known.items()}
    assert {key: each for key, each in found.items() if each} == {key: each for key, each in singly.items() if each}


def test_a_phrase_that_is_made_later_is_found_in_a_text_that_was_looked_through() -> None:
    text = "nobody spoke of quokkas before"
    assert phrases("spoke").search(text)
    assert phrases("quokka*").search(text)


def test_no_phrase_of_the_lookup_is_tried_on_every_word() -> None:
    assert [each.expression for each in shipped_phrases() if each.may_be_in("quokkas")] == []


@pytest.mark.parametrize(
    "written", ["a ..12 b", "a (b c|d) e?", "(the )?a ..3 b( of c)?", "^a (b|c*)$", "a * b", "ab?c a"]
)
def test_a_phrase_is_found_as_by_its_expression(written: str) -> None:
    known = phrases(written)
    for text in (
        "a b",
        "a c b c e",
        "a b c",
        "the a c c b of c",
        "a  b",
        "a x. b",
        " a b",
        "x a d e",
        "abc a",
        "a c ",
        "a d ",
    ):
        assert spans(known.finditer(text)) == plainly(known, text)


def test_phrases_are_read_when_they_are_needed_or_all_together() -> None:
    needed, waiting = phrases("a wholly unread phrase"), phrases("another unread one")
    text = "here is a wholly unread phrase and another unread one"
    assert needed.search("nothing of it") is None
    assert needed.search(text)
    patterns.make_ready()
    found = waiting.search(text)
    assert found is not None
    assert found.group() == "another unread one"


def test_what_finds_phrases_is_kept_for_so_many_and_made_anew_for_others() -> None:
    many = [phrases(f"number{number}x (a|b)") for number in range(phrase_finding._FINDERS + 50)]
    for _ in range(2):
        for number, each in enumerate(many):
            assert each.search(f"say number{number}x b")
    assert len(phrase_finding._finders) == phrase_finding._FINDERS
