"""By what a list is sorted, known by its meaning: every way to say it in every frame, and where others are meant."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from cogs.lookup.model import SortBy, SortOrder
from cogs.lookup.reading.understanding import understand
from db.record.register import Register

TODAY = date(2026, 11, 30)
FIRST, LAST = SortOrder.OLDEST, SortOrder.NEWEST
_TAKES = ("got a russian sister", "took on a russian twin", "made a tie with russia", "paired with a russian city")
_TAKES_UK = ("завело російського побратима", "уклало побратимство", "підписало угоду з російським містом")
_TAKES_RU = ("завёл российского побратима", "заключил побратимство", "подписал соглашение с российским городом")
_PAUSES = ("suspended", "hit pause", "froze its tie", "put it on hold")
_IN_RUSSIA = ("russian town", "russian city", "russian partner")
_ALL = [
    (SortBy.FOUNDED, FIRST, ("which us town", "who"), _TAKES, ("first", "before everyone else", "earliest")),
    (SortBy.FOUNDED, FIRST, ("хто", "яке місто США"), ("першим", "раніше за всіх", "найраніше"), _TAKES_UK),
    (SortBy.FOUNDED, FIRST, ("кто", "какой город США"), ("первым", "раньше других"), _TAKES_RU),
    (SortBy.FOUNDED, LAST, ("which american city", "who"), _TAKES, ("last", "most recently", "after everyone else")),
    (SortBy.FOUNDED, LAST, ("хто", "яке місто"), ("останнім", "пізніше за всіх"), _TAKES_UK),
    (SortBy.FOUNDED, LAST, ("кто", "какой город"), ("последним", "позже всех"), _TAKES_RU),
    (SortBy.ACT, FIRST, ("who", "which city"), _PAUSES, ("before anybody else", "ahead of all others")),
    (SortBy.ACT, LAST, ("who", "which city"), _PAUSES, ("later than all others", "after everyone else")),
    (SortBy.RUSSIAN_SIZE, FIRST, ("which",), _IN_RUSSIA, ("has the fewest people", "is the least populous")),
    (SortBy.RUSSIAN_SIZE, LAST, ("which",), _IN_RUSSIA, ("has the largest population", "has the most residents")),
    (SortBy.SIZE, FIRST, ("which us town", "which community"), ("has the fewest", "has the least"), ("people",)),
    (SortBy.SEARCHED, FIRST, ("which ties",), ("were searched", "were checked"), ("least recently", "longest ago")),
]


@pytest.mark.parametrize(("by", "order", "who", "what", "when"), _ALL, ids=lambda it: str(it)[:24])
def test_an_order_is_known_however_it_is_put(
    by: SortBy, order: SortOrder, who: tuple[str, ...], what: tuple[str, ...], when: tuple[str, ...], register: Register
) -> None:
    asked = [" ".join(words) for words in product(who, what, when)]
    sorts = {text: understand(text, register.gazetteer, TODAY).narrowing.sort for text in asked}
    assert {text for text, sort in sorts.items() if sort != (by, order)} == set()


@pytest.mark.parametrize(
    ("by", "order", "text"),
    [
        (SortBy.RUSSIAN_SIZE, FIRST, "least populous partner in russia"),
        (SortBy.RUSSIAN_SIZE, FIRST, "де на російському боці живе найменше людей"),
        (SortBy.RUSSIAN_SIZE, FIRST, "какой из российских партнёров меньше всех по населению?"),
        (SortBy.SIZE, FIRST, "which community has the lowest population and a russian sister"),
        (SortBy.FOUNDED, FIRST, "which suspended tie was made first"),
        (SortBy.FOUNDED, LAST, "name the last tie ever signed"),
        (SortBy.SEARCHED, FIRST, "which ties haven't been checked for the longest"),
        (SortBy.SEARCHED, FIRST, "где дата последнего поиска самая старая"),
    ],
)
def test_it_is_known_in_other_shapes(by: SortBy, order: SortOrder, text: str, register: Register) -> None:
    assert understand(text, register.gazetteer, TODAY).narrowing.sort == (by, order)


@pytest.mark.parametrize(
    "text",
    [
        "what is the latest on ties with russia",
        "latest news about sister cities with russia",
        "which russian city has the most partners",
        "who was first to end its tie",
        "which cities twinned with russia last year",
    ],
)
def test_what_only_sounds_so_sorts_by_nothing_else(text: str, register: Register) -> None:
    sort = understand(text, register.gazetteer, TODAY).narrowing.sort
    assert sort is None or sort[0] is SortBy.ACT
