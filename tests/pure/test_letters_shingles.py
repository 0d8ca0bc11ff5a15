"""How alike two letters are: by hashes of the writer's own words, a server's among themselves."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from cogs.letters.shingles import shingles
from db.record.register import Register
from db.record.standings import Standing
from db.store.letter_models import LetterDraft
from tests.pure.letters import REASON, TIES, draft_about


def alike(one: LetterDraft, other: LetterDraft) -> float:
    """The share of one draft's hashes that another has."""
    mine = shingles(one)
    return len(mine & shingles(other)) / len(mine)


def test_only_the_writers_own_words_count_for_likeness(frozen_register: Register) -> None:
    one = draft_about(TIES[Standing.ACTIVE], frozen_register, name="Ann", points=("x",))
    other = draft_about(TIES[Standing.ENDED], frozen_register, name="Bob", reason=REASON.upper().replace(",", " —"))
    assert alike(one, other) == 1.0
    assert alike(one, replace(other, reason="Something else that I saw with my own eyes at the market.")) == 0.0
    assert (
        alike(replace(one, reason=REASON + " And two sentences of mine. They are about my own street, here."), other)
        < 0.8
    )


def test_too_few_words_have_no_hashes_and_servers_do_not_share_them(frozen_register: Register) -> None:
    draft = draft_about(TIES[Standing.ACTIVE], frozen_register, reason="Only three words")
    assert shingles(draft) == frozenset()
    assert not shingles(replace(draft, reason=REASON)) & shingles(replace(draft, reason=REASON, server=100))


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=500))
def test_the_hashes_of_any_text_fit_into_the_database(text: str) -> None:
    found = shingles(LetterDraft("00", 7, 9, "x", None, "general", reason=text, respect=text, name=text))
    assert all(-(2**63) <= each < 2**63 for each in found)
