"""What the review finds in the manner of a text: always the writer's own words, and soon, whatever is typed."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.letters import style_checks

FINDERS = (
    style_checks.shouted,
    style_checks.repeated,
    style_checks.endless,
    style_checks.marks,
    style_checks.unfinished,
)


@pytest.mark.parametrize("find", FINDERS, ids=lambda find: find.__name__)
@given(text=st.text(alphabet=st.sampled_from("aBc Ґї!?. \n*_<>/[](@#{%`|9"), max_size=200))
def test_what_is_found_are_the_writers_own_words(find: Callable[[str], str], text: str) -> None:
    assert find(text).casefold() in text.casefold()


@pytest.mark.parametrize("find", FINDERS, ids=lambda find: find.__name__)
@pytest.mark.parametrize("piece", ["x", "X ", "[", "<a", "!?", "a.", "@", "**", "\n", "AB ", "{", "é ", "`"])
def test_a_text_eight_times_as_long_takes_no_square_of_that(find: Callable[[str], str], piece: str) -> None:
    short, long = (seconds(find, piece * (size // len(piece))) for size in (2_000, 16_000))
    assert long < 0.005 + 30 * short


def seconds(find: Callable[[str], str], text: str) -> float:
    """The thread's own time for a text, the shortest of three."""
    times = []
    for _ in range(3):
        began = time.thread_time()
        find(text)
        times.append(time.thread_time() - began)
    return min(times)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I was there with them.\nAnna", ""),
        ("I read it: https://x.y/z is here", "I read it: https://x.y/z is here"),
        ("He came at 5 o'clock P.M", ""),
        ("Write to me at a@b.org now please", "Write to me at a@b.org now please"),
    ],
)
def test_what_is_quoted_begins_and_ends_where_a_sentence_does(text: str, found: str) -> None:
    assert style_checks.unfinished(text) == found


def test_a_paragraph_without_a_stop_is_found_before_another() -> None:
    assert style_checks.unfinished("It was so. It hurt\n\nAnd I left.") == "It hurt"
    assert style_checks.unfinished("It was so.\n\nAnd I left.") == ""
    assert style_checks.unfinished("A list:\none\ntwo.") == ""
