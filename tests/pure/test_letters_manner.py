"""What the review finds in the manner of a text: always the writer's own words, and soon, whatever is typed."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.letters import manner

FINDERS = (manner.shouted, manner.repeated, manner.endless, manner.marks, manner.unfinished)


@pytest.mark.parametrize("find", FINDERS, ids=lambda find: find.__name__)
@given(text=st.text(alphabet=st.sampled_from("aBc Ґї!?. \n*_<>/[](@#{%`|9"), max_size=200))
def test_what_is_found_are_the_writers_own_words(find: Callable[[str], str], text: str) -> None:
    assert find(text).casefold() in text.casefold()


@pytest.mark.parametrize("find", FINDERS, ids=lambda find: find.__name__)
@pytest.mark.parametrize("piece", ["x", "X ", "[", "<a", "!?", "a.", "@", "**", "\n", "AB ", "{", "é "])
def test_5000_characters_are_read_at_once(find: Callable[[str], str], piece: str) -> None:
    began = time.perf_counter()
    find(piece * (5000 // len(piece)))
    assert time.perf_counter() - began < 0.2


def test_a_paragraph_without_a_stop_is_found_before_another() -> None:
    assert manner.unfinished("It was so. It hurt\n\nAnd I left.") == "It hurt"
    assert manner.unfinished("It was so.\n\nAnd I left.") == ""
    assert manner.unfinished("A list:\none\ntwo.") == ""
