"""The index of names by their runs of letters: what is near, in a certain order, and nothing else."""

from __future__ import annotations

from db.record.like_names import LikeNames, NamesByText

NAMES = LikeNames(["portland", "portsmouth", "cortland", "duluth", "dulut", "магадан"])


def test_what_shares_enough_runs_is_near_the_last_first() -> None:
    assert NAMES.near("portlund", 1) == ["portland"]
    assert NAMES.near("portlund", 2) == ["cortland", "portsmouth", "portland"]
    assert NAMES.near("магодан", 1) == ["магадан"]


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
