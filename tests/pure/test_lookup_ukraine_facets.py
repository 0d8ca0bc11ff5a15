"""What ties with Ukraine are narrowed by, as it is read from words: what is asked for, and what is ruled out."""

from __future__ import annotations

import pytest

from cogs.lookup.ukraine.ukraine_facets import Facets, facets_asked, facets_of_standings
from db.record.standings import Standing
from db.record.text import tokens


def joined(text: str) -> str:
    return " ".join(word.norm for word in tokens(text))


@pytest.mark.parametrize(
    ("text", "asked", "ruled_out"),
    [
        ("friendship deals with Ukraine", {"friendship"}, set()),
        ("Ukrainian sister cities proper, no friendships", {"sister"}, {"friendship"}),
        ("real sister cities, skip friendship deals and letters of intent", {"sister"}, {"friendship", "intent"}),
        ("signed friendship rather than sister city papers", {"friendship"}, {"sister"}),
        ("Ukrainian ones that aren't sister cities", {"lesser"}, set()),
        ("not full sister cities, just friendship or a letter of intent", {"lesser"}, set()),
        ("real sister cities or something less", set(), set()),
        ("ties not in occupied places", set(), {"occupied"}),
        ("побратими в Криму під окупацією", {"occupied"}, set()),
        ("Ukrainian ties no longer alive", {"ended"}, set()),
        ("українські побратими, що діють", {"active"}, set()),
        ("з українських партнерств уже не діють", {"ended"}, set()),
        ("только дружит, без побратимства", {"friendship"}, set()),
        ("paired with Ukraine, never had Russians", {"never_russian"}, set()),
        ("no Russian sister anymore but a Ukrainian one", set(), set()),
        ("повноцінні побратими, без дружніх угод", {"sister"}, {"friendship"}),
    ],
)
def test_words_ask_for_facets_or_rule_them_out(text: str, asked: set[str], ruled_out: set[str]) -> None:
    found = facets_asked(joined(text))
    assert ({*found.asked}, {*found.ruled_out}) == (asked, ruled_out)


def test_a_denied_active_tie_is_one_that_ended() -> None:
    assert facets_of_standings((Standing.ACTIVE,), "not active").asked == ("ended",)
    assert facets_of_standings((Standing.ACTIVE,), "active").asked == ("active",)


def test_of_one_group_the_words_count_before_the_standings() -> None:
    assert Facets(("ended",)).beside(Facets(("active",))) == Facets(("ended",))
    assert Facets(("friendship",)).beside(Facets(("active",))) == Facets(("friendship", "active"))
