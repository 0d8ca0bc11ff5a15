"""The index of the record's passages: words in any form, narrowed, kept in step with the register."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from db.record.dataset.explanations import shipped
from db.record.models import Record
from db.record.passages import PASSAGE_LABELS, Passage, PassageKind, all_passages
from db.record.register import Register
from db.store.full_text import FullText

ANACORTES = "anacortes-wa--lomonosov"


@pytest.fixture
def index(record: Record) -> Iterator[FullText]:
    """The shipped record's index."""
    made = FullText(all_passages(record, shipped().in_full()))
    yield made
    made.close()


def test_a_word_is_found_in_any_of_its_forms(index: FullText) -> None:
    found = [index.find([(word,)], 20) for word in ("flag", "flags")]
    assert found[0] == found[1] != []
    assert ANACORTES in {passage.about for passage in found[0]}


def test_what_holds_more_of_the_search_comes_first(index: FullText) -> None:
    first, *others = index.find([("murderers",), ("brothers",)], 5)
    assert first.id == "zelenskyy-2022-06-brothers"
    assert first.share == 1
    assert all(passage.share <= first.share for passage in others)


def test_a_word_that_nothing_holds_lowers_the_share(index: FullText) -> None:
    [first, *_] = index.find([("flag",), ("xylophone",)], 5)
    assert first.share == 0.5
    assert index.find([("xylophone",)], 5) == []
    assert index.find([], 5) == []


def test_any_of_the_words_of_a_term_will_do(index: FullText) -> None:
    assert index.find([("прапор", "flag")], 5) == index.find([("flag",)], 5)


def test_what_was_replaced_is_found_no_more(index: FullText) -> None:
    index.replace(ANACORTES, [Passage(PassageKind.ACT, "new", ANACORTES, "A xylophone and a harp.", "Anacortes")])
    index.replace(ANACORTES, [Passage(PassageKind.ACT, "newer", ANACORTES, "A xylophone.", "Anacortes")])
    assert [passage.id for passage in index.find([("xylophone",)], 5)] == ["newer"]
    assert index.find([("harp",)], 5) == []
    assert ANACORTES not in {passage.about for passage in index.find([("flag",)], 20)}


def test_it_is_narrowed_by_tie_and_kind(index: FullText) -> None:
    of_tie = index.find([("flag",)], 20, about=[ANACORTES])
    assert {passage.about for passage in of_tie} == {ANACORTES}
    points = index.find([("peace",)], 20, kinds=[PassageKind.POINT])
    assert {passage.kind for passage in points} == {PassageKind.POINT}


def test_no_operator_and_no_quote_breaks_a_search(index: FullText) -> None:
    for word in ('"', "AND", "NEAR(", "*", "text:", "flag*"):
        assert isinstance(index.find([(word,)], 5), list)


def test_names_of_places_count_only_where_they_are_asked_for(index: FullText) -> None:
    assert index.find([("анакортес",)], 5)
    assert index.find([("анакортес",)], 5, by_name=False) == []


def test_editors_notes_are_never_found(record: Record) -> None:
    noted = [tie.editor_note for tie in record.ties.values() if tie.editor_note]
    said = [passage.text for passage in all_passages(record)]
    assert noted
    assert not [note for note in noted if any(note in text for text in said)]


def test_a_withdrawn_act_is_not_found(record: Record) -> None:
    tie = record.ties[ANACORTES]
    withdrawn = replace(tie, acts=tuple(replace(act, retracted="It never was.") for act in tie.acts))
    register = Register(record)
    register.search_by(FullText(all_passages(record)), record)
    assert [found for found in register.find_passages([("flag",)], 20) if found.kind is PassageKind.ACT]
    register.replace_tie(withdrawn)
    about = {found.about for found in register.find_passages([("flag",)], 20) if found.kind is PassageKind.ACT}
    assert ANACORTES not in about


def test_what_changed_while_the_index_was_made_is_in_it(record: Record) -> None:
    register = Register(record)
    index = FullText(all_passages(record))
    register.replace_tie(replace(record.ties[ANACORTES], note="A xylophone was given."))
    assert register.find_passages([("xylophone",)], 5) == []
    register.search_by(index, record)
    assert [found.about for found in register.find_passages([("xylophone",)], 5)] == [ANACORTES]


def test_every_kind_has_a_name_and_passages(record: Record) -> None:
    kinds = {passage.kind for passage in all_passages(record, shipped().in_full())}
    assert kinds == set(PASSAGE_LABELS) == set(PassageKind)


def test_words_that_very_many_passages_hold_are_passed_over() -> None:
    many = [Passage(PassageKind.NOTE, str(number), None, "the council met") for number in range(300)]
    index = FullText([*many, Passage(PassageKind.NOTE, "one", None, "the council met in a boathouse")])
    [found] = index.find([("council",), ("boathouse",)], 5)
    assert (found.id, found.share) == ("one", 1)
    assert index.find([("council",)], 5)
