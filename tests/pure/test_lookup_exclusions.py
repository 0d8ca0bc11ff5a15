"""What is left out of a list, or set against what is asked for, however it is said and whatever it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import product

import pytest

from cogs.lookup.answers.answer import answer
from db.record.authorities import Authority
from db.record.levels import Level
from db.record.listings import only_wikipedia
from db.record.models import PlaceKind, Tie
from db.record.register import Register
from db.record.standings import Standing

TODAY = date(2026, 11, 28)


def _listed(question: str, register: Register) -> set[str]:
    return {*answer(question, register, TODAY).rows}


def _those(standing: Standing | None, out: Callable[[Tie, Register], bool], register: Register) -> set[str]:
    return {
        tie.id
        for tie in register.record.ties.values()
        if (standing is None or register.status(tie.id).standing is standing) and not out(tie, register)
    }


def _on_list(tie: Tie, _: Register) -> bool:
    return tie.on_2022_list


def _on_wikipedia(tie: Tie, register: Register) -> bool:
    return only_wikipedia(tie, register.record.sources)


def _of_state(tie: Tie, _: Register) -> bool:
    return tie.level is Level.SISTER_STATE


def _of_county(tie: Tie, register: Register) -> bool:
    return register.place(tie.us).kind in {PlaceKind.COUNTY, PlaceKind.BOROUGH}


def _by_newsroom(tie: Tie, register: Register) -> bool:
    basis = register.status(tie.id).basis
    return basis is not None and basis.authority is Authority.PRESS


def _by_mayor(tie: Tie, register: Register) -> bool:
    basis = register.status(tie.id).basis
    return basis is not None and basis.authority is Authority.MAYOR


ENGLISH = (
    "{} without {}", "{} but leave out {}", "{} apart from {}", "{}, dropping {}", "{} but not {}", "{} rather than {}",
)  # fmt: skip
UKRAINIAN = ("{} крім {}", "{}, за винятком {}", "{}, але не показуй {}", "{}, не рахуючи {}")
RUSSIAN = ("{} кроме {}", "{}, за вычетом {}", "{}, но не показывай {}", "{}, не считая {}")


@pytest.mark.parametrize(
    ("ways", "kind", "standing", "said", "out"),
    [
        (ENGLISH, "unconfirmed ones", Standing.UNCONFIRMED, "what is only on wikipedia", _on_wikipedia),
        (UKRAINIAN, "непідтверджені", Standing.UNCONFIRMED, "того, що тільки у вікіпедії", _on_wikipedia),
        (RUSSIAN, "все побратимства", None, "тех что только из википедии", _on_wikipedia),
        (ENGLISH, "suspended ties", Standing.SUSPENDED, "those on the chamber list", _on_list),
        (UKRAINIAN, "призупинені", Standing.SUSPENDED, "тих, хто в переліку 2022 року", _on_list),
        (RUSSIAN, "разорванные", Standing.ENDED, "тех, кто в перечне 2022 года", _on_list),
        (ENGLISH, "ended ones", Standing.ENDED, "those that are states", _of_state),
        (ENGLISH, "all ties", None, "counties", _of_county),
        (UKRAINIAN, "усі побратимства", None, "округів", _of_county),
        (ENGLISH, "active ones", Standing.ACTIVE, "the ones that rest on a newspaper alone", _by_newsroom),
        (RUSSIAN, "действующие", Standing.ACTIVE, "тех, за кого ручается только газета", _by_newsroom),
        (ENGLISH, "suspended ties", Standing.SUSPENDED, "those by a mayor", _by_mayor),
    ],
)
def test_what_is_left_out_is_in_no_list(
    ways: tuple[str, ...],
    kind: str,
    standing: Standing,
    said: str,
    out: Callable[[Tie, Register], bool],
    register: Register,
) -> None:
    for way in ways:
        question = way.format(kind, said)
        assert _listed(question, register) == _those(standing, out, register), question


@pytest.mark.parametrize(
    ("ways", "wanted", "against", "standing"),
    [
        (
            ("who {}, not who {}", "everyone who {}, not the ones who {}", "cities that {} rather than {}",
             "who {}? i dont mean the ones who {}"),
            ("pulled the plug", "cut it off for good"), ("just hit pause", "only froze it"), Standing.ENDED,
        ),
        (
            ("those who {}, leave out those who {}", "which cities {} as opposed to those that {}"),
            ("put it on hold", "merely paused"), ("pulled the plug", "ended it"), Standing.SUSPENDED,
        ),
        (
            ("хто {}, не ті хто {}", "список хто {}, а не {}"),
            ("вийшов", "порвав остаточно"), ("призупинив", "поставив на паузу"), Standing.ENDED,
        ),
        (
            ("кто {}, не те кто {}", "кто {}, а не {}", "города, кто {}, кроме тех, кто {}"),
            ("заморозил", "поставил на паузу"), ("вышел", "разорвал"), Standing.SUSPENDED,
        ),
        (("which ones {} rather than {}",), ("are asleep", "went dormant"), ("dead", "ended"), Standing.DORMANT),
    ],
)  # fmt: skip
def test_those_are_listed_that_are_asked_for_and_none_they_are_set_against(
    ways: tuple[str, ...], wanted: tuple[str, ...], against: tuple[str, ...], standing: Standing, register: Register
) -> None:
    listed = _those(standing, lambda tie, register: False, register)
    for way, one, other in product(ways, wanted, against):
        question = way.format(one, other)
        assert _listed(question, register) == listed, question


@pytest.mark.parametrize(
    "question",
    [
        "why do cities suspend instead of ending it",
        "почему приостановить, а не разорвать",
        "за яким критерієм пишете «розірвано», а не «призупинено»",
        "what's the difference, suspended and not ended",
    ],
)
def test_what_is_asked_of_both_asks_for_no_list_of_one(question: str, register: Register) -> None:
    assert not answer(question, register, TODAY).rows
