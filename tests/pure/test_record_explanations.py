"""Answers to general questions: read, checked, filled with figures, and given only while they hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.lookup.answers.answer import answer
from cogs.lookup.explanations.explanation_phrases import phrased_by
from cogs.lookup.model import TargetKind
from cogs.lookup.render_text import as_text
from db.record.act_kinds import ActKind
from db.record.dataset.explanations import check_explanations, lapsed, read_explanations, shipped
from db.record.explanations import Explanation, Explanations, holds
from db.record.figures import all_figures
from db.record.models import Record
from db.record.paths import DATA
from db.record.register import Register
from db.record.text import clean, tokens

SOUND = """[[answer]]
id = "wool"
topic = "Wool"
en = ["is there wool"]
answer = "Of {ties} ties, none is about wool."
sources = ["audacy-nd"]
see = ["wool"]
while = "disputed = 0"
instead = "which ties are disputed?"
"""


@pytest.fixture(scope="module")
def figures(record: Record) -> dict[str, int]:
    """The figures of the shipped record."""
    return all_figures(Register(record))


def faults(folder: Path, record: Record, figures: dict[str, int], text: str) -> str:
    """What is wrong with answers that are written like this."""
    (folder / "answers").mkdir()
    (folder / "answers" / "wool.toml").write_text(text, encoding="utf-8")
    return "\n".join(map(str, check_explanations(folder, record, figures)))


def test_the_answers_that_ship_are_sound_and_hold(record: Record, figures: dict[str, int]) -> None:
    assert check_explanations(DATA, record, figures) == ()
    assert lapsed(shipped().all, figures) == ()
    assert len(read_explanations()) >= 30


def test_no_answer_has_a_placeholder_left(figures: dict[str, int]) -> None:
    assert not [each.id for each in read_explanations() if "{" in each.told(figures) or "}" in each.told(figures)]


@pytest.mark.parametrize("each", read_explanations(), ids=lambda each: each.id)
def test_each_is_found_by_every_way_of_asking_that_is_on_file(each: Explanation) -> None:
    for way in (*each.en, *each.uk, *each.ru):
        found = shipped().find(word.norm for word in tokens(clean(way)))
        assert found is not None
        assert (found.explanation.id, round(found.likeness, 6)) == (each.id, 1.0), way


@pytest.mark.parametrize("each", read_explanations(), ids=lambda each: each.id)
def test_no_way_of_asking_is_taken_by_the_phrases_of_another_answer(each: Explanation) -> None:
    for way in (*each.en, *each.uk, *each.ru):
        phrased = phrased_by(" ".join(word.norm for word in tokens(clean(way))))
        assert phrased is None or phrased.id == each.id, way


def test_a_phrase_asks_for_its_answer_whatever_stands_beside_it(register: Register, today: date) -> None:
    told = answer("You gave the wrong year for Duluth, where do I complain", register, today)
    assert "/tip send" in as_text(told, register)
    assert not told.ties


def test_a_tie_that_is_asked_for_with_thanks_is_still_told(register: Register, today: date) -> None:
    assert "tulsa-ok--zelenograd" in answer("thanks, and is Tulsa still paired", register, today).ties


def test_the_petition_is_told_with_what_it_still_lacks(figures: dict[str, int]) -> None:
    assert figures["petition_missing"] == figures["petition_goal"] - figures["petition_signatures"]
    assert 0 < figures["petition_per_cent"] < 100


def test_a_sound_answer_has_no_faults(tmp_path: Path, record: Record, figures: dict[str, int]) -> None:
    assert faults(tmp_path, record, figures, SOUND) == ""


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ("{ties}", "{tiez}", "{tiez} is no figure"),
        ('while = "disputed = 0"\n', "", "while and instead go together"),
        ('while = "disputed = 0"\ninstead = "which ties are disputed?"\n', "", "is a figure"),
        ("disputed = 0", "disputed is 0", "write it as disputed = 0"),
        ("audacy-nd", "nowhere", 'no entry "nowhere"'),
        ('see = ["wool"]', 'see = ["cotton"]', 'no entry "cotton"'),
        ("about wool", "about wool" + " and more" * 80, "at most 600"),
        ("sources =", 'answer_uk = "' + "а" * 601 + '"\nsources =', "at most 600"),
        ("topic =", "topik =", "topik"),
    ],
)
def test_what_is_wrong_is_named(
    tmp_path: Path, record: Record, figures: dict[str, int], was: str, now: str, said: str
) -> None:
    assert was in SOUND
    assert said in faults(tmp_path, record, figures, SOUND.replace(was, now, 1))


def test_a_condition_compares_a_figure() -> None:
    assert holds("disputed = 0", {"disputed": 0})
    assert not holds("disputed = 0", {"disputed": 1})
    assert holds("ties > 5", {"ties": 6})
    assert holds("ties < 5", {"ties": 4})
    with pytest.raises(ValueError, match="is no figure"):
        holds("nothing = 0", {"ties": 4})


def test_where_it_no_longer_holds_the_record_answers_instead(record: Record, today: date) -> None:
    tie = record.ties["eugene-or--irkutsk"]
    resumed = replace(tie.acts[-1], id="eugene-or--irkutsk.20260101.resumed", kind=ActKind.RESUMED, condition=None)
    ties = {**record.ties, tie.id: replace(tie, acts=(*tie.acts, resumed))}
    register = Register(replace(record, ties=ties))
    question = "has any suspended tie been resumed"
    assert "was taken back" in as_text(answer(question, Register(record), today), register)
    told = answer(question, register, today)
    assert "was taken back" not in as_text(told, register)
    assert tie.id in told.ties
    assert lapsed(shipped().all, all_figures(register)) == ("changed-other-way", "resumed")


def test_what_can_be_asked_next_is_offered(register: Register, today: date) -> None:
    offered = answer("what does suspended mean", register, today).choices
    assert "suspended-or-ended" in {choice.target for choice in offered if choice.kind is TargetKind.ANSWER}
    assert "oak-ridge-tn--obninsk" in {choice.target for choice in offered if choice.kind is TargetKind.TIE}


def test_what_is_not_like_any_way_of_asking_finds_nothing() -> None:
    assert Explanations([Explanation("wool", "Wool", "Yes.", ("is there wool",))]).find(["zebra"]) is None


@pytest.mark.slow
@given(st.data(), st.floats(0, 1))
def test_the_answer_most_like_is_found_if_it_is_liker_than_that(data: st.DataObject, more_than: float) -> None:
    way = data.draw(st.sampled_from([way for each in read_explanations() for way in (*each.en, *each.uk, *each.ru)]))
    norms = data.draw(st.permutations([*(word.norm for word in tokens(clean(way))), "quokka", "tie"]))
    norms = norms[: data.draw(st.integers(1, len(norms)))]
    found = shipped().find(norms)
    assert shipped().find(norms, more_than) == (found if found and found.likeness > more_than else None)
