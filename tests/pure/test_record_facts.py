"""What is known of each standing, kind of act, authority, grade and level: whole, and of no two the same."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields
from enum import Enum, StrEnum
from itertools import permutations
from typing import Any

import pytest

from cogs.announcements.preferences import standings_of
from cogs.lookup.explanations.glossary import TERMS
from cogs.lookup.phrases.patterns import phrases
from cogs.lookup.reading.vocabulary import words_for
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.authorities import AUTHORITIES, OF_THE_CITY, VOTING, Authority, Role
from db.record.fact_tables import complete
from db.record.grades import ENOUGH_EVIDENCE, GRADES, STATE_MEDIA_AT_BEST, Grade
from db.record.levels import LEVELS, Level
from db.record.page_kinds import PAGE_KINDS, PageKind
from db.record.search_outcomes import SEARCH_OUTCOMES, SearchOutcome
from db.record.shows import SHOWS, Shows
from db.record.standings import STANDINGS, Standing
from db.store.delivery_models import DELIVERY_STATES, DeliveryState

TABLES: tuple[tuple[type[StrEnum], Mapping[Any, Any]], ...] = (
    (Standing, STANDINGS),
    (ActKind, ACT_KINDS),
    (Authority, AUTHORITIES),
    (Grade, GRADES),
    (Level, LEVELS),
    (PageKind, PAGE_KINDS),
    (Shows, SHOWS),
    (SearchOutcome, SEARCH_OUTCOMES),
    (DeliveryState, DELIVERY_STATES),
)
# The texts that may be empty, as not everything has a note or is asked for.
MAY_BE_EMPTY = {"asked", "note"}
# The standings that follow from how acts stand to each other, and not from a kind of act.
NOT_BY_A_KIND = {Standing.DISPUTED, Standing.UNCONFIRMED}


@pytest.mark.parametrize(("members", "table"), TABLES)
def test_every_member_has_its_facts_in_the_order_of_showing(members: type[StrEnum], table: Mapping[Any, Any]) -> None:
    assert list(table) == list(members)


@pytest.mark.parametrize(("members", "table"), TABLES)
def test_every_text_is_there_and_ready_to_be_shown(members: type[StrEnum], table: Mapping[Any, Any]) -> None:
    for member in members:
        texts = {field.name: getattr(table[member], field.name) for field in fields(table[member])}
        for name, text in texts.items():
            if isinstance(text, str) and name not in MAY_BE_EMPTY:
                assert text.strip(), (member, name)
            if isinstance(text, str) and name != "asked":
                assert text == " ".join(text.split()), (member, name)


@pytest.mark.parametrize(
    ("table", "names"),
    [
        (STANDINGS, ("shape", "word", "label", "colour", "meaning", "example", "typed")),
        (ACT_KINDS, ("label", "hint", "headline")),
        (AUTHORITIES, ("label", "name")),
        (GRADES, ("label", "meaning")),
        (LEVELS, ("label", "noun")),
        (PAGE_KINDS, ("label",)),
        (SHOWS, ("label",)),
        (SEARCH_OUTCOMES, ("word",)),
        (DELIVERY_STATES, ("word",)),
    ],
)
def test_no_two_are_shown_alike(table: Mapping[Any, Any], names: tuple[str, ...]) -> None:
    for name in names:
        told = [getattr(known, name) for known in table.values()]
        assert len(set(told)) == len(told), name


def test_a_member_without_facts_is_refused_at_import_by_name() -> None:
    class Light(Enum):
        RED = "red"
        GREEN = "green"

    assert list(complete(Light, {Light.GREEN: 2, Light.RED: 1})) == [Light.RED, Light.GREEN]
    with pytest.raises(TypeError, match=r"Light has members without facts in its table: GREEN$"):
        complete(Light, {Light.RED: 1})


@pytest.mark.parametrize("standing", Standing)
def test_a_standing_is_shown_by_one_sign_and_a_colour(standing: Standing) -> None:
    known = STANDINGS[standing]
    assert len(known.shape) == 1
    assert 0 <= known.colour <= 0xFFFFFF
    assert known.sign == f"{known.shape} {known.label}"


@pytest.mark.parametrize("standing", Standing)
def test_a_standing_is_understood_by_all_its_names(standing: Standing) -> None:
    known = STANDINGS[standing]
    for name in (known.word, known.label, known.label.replace(",", ""), *known.typed):
        assert standings_of(name) == (standing,), name
    assert phrases(words_for("standings", "plain", standing)).search(known.word)
    assert phrases(words_for("standings", "explained", standing)).search(known.word)
    assert known.word.capitalize() in {term.name for term in TERMS}


def test_all_labels_one_after_the_other_are_all_standings() -> None:
    assert standings_of(", ".join(known.label for known in STANDINGS.values())) == tuple(Standing)


@pytest.mark.parametrize(("one", "other"), list(permutations(Standing, 2)))
def test_no_word_that_names_a_standing_names_another(one: Standing, other: Standing) -> None:
    known, others = STANDINGS[one], STANDINGS[other]
    names = {known.word, known.label.casefold(), *known.typed}
    assert not names & {others.word, others.label.casefold(), *others.typed}
    label = set(re.findall(r"\w+", known.label.casefold()))
    assert not label & set(others.typed)
    asked = phrases(words_for("standings", "plain", other))
    assert not [name for name in (known.word, *known.typed) if asked.search(name)]


def test_what_editors_choose_from_fits_into_a_form() -> None:
    """Discord takes 25 options of at most 100 characters, and titles of at most 45."""
    kinds = [f"{known.label}: {known.hint}" for known in ACT_KINDS.values()]
    authorities = [known.label for known in AUTHORITIES.values()]
    grades = [f"{grade}: {known.label}" for grade, known in GRADES.items()]
    assert max(map(len, (kinds, authorities, [*grades, "state media"]))) <= 25
    assert max(map(len, [*kinds, *authorities, *grades])) <= 100
    assert max(len(f"The act: {known.label}") for known in ACT_KINDS.values()) <= 45


@pytest.mark.parametrize("kind", ActKind)
def test_what_is_typed_for_a_kind_of_act_finds_that_kind_first(kind: ActKind) -> None:
    offered = {other: f"{known.label}: {known.hint}".casefold() for other, known in ACT_KINDS.items()}
    for typed in (str(kind), ACT_KINDS[kind].label.casefold()):
        assert next(other for other in ActKind if typed in offered[other]) is kind
    others = [other for other in ActKind if other is not kind]
    words = set(re.findall(r"\w+", offered[kind]))
    assert not words & {str(other) for other in others}


def test_every_standing_can_come_about() -> None:
    """One that no kind of act leads to would be shown by nothing."""
    assert {known.leads_to for known in ACT_KINDS.values()} - {None} == set(Standing) - NOT_BY_A_KIND


@pytest.mark.parametrize("kind", ActKind)
def test_what_a_kind_of_act_does_fits_together(kind: ActKind) -> None:
    known = ACT_KINDS[kind]
    assert known.leads_to is not None or not (known.lifts or known.decides)
    assert known.decides or not known.lifts
    # A form in Discord has five fields, and the others take four.
    assert not (known.takes_condition and known.takes_hearing)


@pytest.mark.parametrize("kind", [kind for kind in ActKind if ACT_KINDS[kind].leads_to])
def test_a_standing_that_only_a_decision_undoes_is_made_by_one(kind: ActKind) -> None:
    leads_to = ACT_KINDS[kind].leads_to
    assert leads_to is not None
    assert ACT_KINDS[kind].lifts or STANDINGS[leads_to].decision is None


def test_the_grades_sort_from_the_best_on_and_weigh_less_and_less() -> None:
    assert sorted(Grade) == list(Grade)
    weights = [known.weight for known in GRADES.values()]
    assert weights == sorted(weights, reverse=True)
    assert ENOUGH_EVIDENCE in weights
    assert not any(known.own_paper for known in GRADES.values() if known.weight < ENOUGH_EVIDENCE)


def test_state_media_carry_no_change_of_standing() -> None:
    assert STATE_MEDIA_AT_BEST is Grade.D
    assert not any(known.weight for known in GRADES.values() if known.state_media)


def test_who_votes_decides_and_who_decides_is_of_the_city() -> None:
    assert {AUTHORITIES[authority].role for authority in VOTING} == {Role.OFFICE}
    assert {authority for authority in Authority if AUTHORITIES[authority].role is Role.OUTSIDER} == (
        set(Authority) - OF_THE_CITY
    )
