"""The index of names by their runs of letters: what is near, in a certain order, and nothing else."""

from __future__ import annotations

import pytest

from db.record.like_names import GLANCE, LikeNames, NamesByText, NumbersByText, Texts, TextSet, glance

NAMES = LikeNames(["portland", "portsmouth", "cortland", "duluth", "dulut", "магадан"])


def test_what_shares_enough_runs_is_near_the_last_first() -> None:
    assert NAMES.near("portlund", 1) == ["portland"]
    assert NAMES.near("portlund", 2) == ["cortland", "portsmouth", "portland"]
    assert NAMES.near("магодан", 1) == ["магадан"]


@pytest.mark.parametrize("typed", ["protland", "portlnd", "porttland", "portlund", "ortland", "portlan"])
def test_with_one_error_of_any_kind_a_name_is_found(typed: str) -> None:
    assert "portland" in NAMES.sought(typed).one_off()


@pytest.mark.parametrize("typed", ["dultuh", "duuth", "xyzuluth", "vladivostok"])
def test_for_one_error_nothing_is_looked_at_that_shares_too_little(typed: str) -> None:
    assert ("duluth" in NAMES.sought(typed).one_off()) is (typed in {"dultuh", "duuth"})
    assert "portland" not in NAMES.sought(typed).one_off()


def test_what_differs_by_more_letters_than_errors_is_not() -> None:
    assert NAMES.near("duluth", 1) == ["dulut", "duluth"]
    assert NAMES.near("duluth", 0) == ["duluth"]
    assert NAMES.near("vladivostok", 3) == []


def test_a_name_is_found_by_what_stands_for_it_and_by_nothing_else() -> None:
    names = NamesByText({"habarovsk": "khabarovsk", "magadan": "magadan"})
    assert [names.get(text) for text in ("habarovsk", "magadan", "khabarovsk", "")] == [
        "khabarovsk",
        "magadan",
        None,
        None,
    ]
    assert NamesByText({}).get("magadan") is None


def test_numbers_are_found_by_what_stands_for_them_in_their_order() -> None:
    numbers = NumbersByText({"springfield": [7, 3, 70_000], "magadan": [1]})
    assert list(numbers.get("springfield")) == [7, 3, 70_000]
    assert list(numbers.get("magadan")) == [1]
    assert not numbers.get("duluth")
    assert not NumbersByText({}).get("magadan")


def test_a_set_of_texts_has_those_and_no_others() -> None:
    texts = TextSet(f"text {number}" for number in range(3_000))
    assert all(f"text {number}" in texts for number in range(3_000))
    assert not any(f"text {number}" in texts for number in range(3_000, 9_000))


def test_at_a_glance_nothing_is_missed_and_most_others_are_told_apart() -> None:
    seen = glance(f"text {number}" for number in range(3_000))
    assert all(seen[hash(f"text {number}") & GLANCE] for number in range(3_000))
    assert sum(seen[hash(f"text {number}") & GLANCE] for number in range(3_000, 9_000)) < 600


def test_texts_are_kept_by_their_numbers() -> None:
    texts = Texts(["duluth", "", "магадан", "abakan"])
    assert [texts[number] for number in range(4)] == ["duluth", "", "магадан", "abakan"]


def test_without_names_none_is_near() -> None:
    assert LikeNames([]).near("duluth", 2) == []
