"""A question that asks for yes or no is answered in the first words, and they are true read alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from cogs.lookup.answers.answer import answer
from cogs.wording.names import place_name
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.authorities import Authority
from db.record.derivation import INVASION, acts_in_force
from db.record.models import PartialDate, Record, Tie
from db.record.register import Register
from db.record.standings import Standing

TODAY = date(2026, 11, 28)


def first_words(asked: str, register: Register) -> str:
    """The bold words with which the first answer on a tie begins; what is put right before it stands before them."""
    found = answer(asked, register, TODAY)
    part = next(part for part in found.parts if part.tie)
    line = next(line for line in part.lines if line.strong)
    return f"{line.strong}{line.text}"


@pytest.mark.parametrize(
    ("asked", "begins"),
    [
        (
            "is Portland still paired with Khabarovsk?",
            "Yes, as far as is known. On its own International Relations",
        ),
        ("чи Портленд ще побратим Хабаровська?", "Yes, as far as is known. On its own International Relations"),
        ("чи Джуно досі побратим Владивостока?", "Yes, as far as is known. On 4 April 2022"),
        ("чи має Джуно побратима в Росії", "Yes, as far as is known. On 4 April 2022"),
        ("Джуно всё ещё побратим Владивостока?", "Yes, as far as is known. On 4 April 2022"),
        ("Джуно все ще побратим Владивостока?", "Yes, as far as is known. On 4 April 2022"),
        ("Джуно досі партнер Владивостока?", "Yes, as far as is known. On 4 April 2022"),
        ("Портленд до сих пор побратим Хабаровска?", "Yes, as far as is known. On its own International Relations"),
        ("Джуно по-прежнему дружит с Владивостоком?", "Yes, as far as is known. On 4 April 2022"),
        ("Таллахасси остаётся побратимом Краснодара?", "No, it was ended. The Tallahassee City Commission ended it"),
        ("Таллахассі залишається побратимом Краснодара?", "No, it was ended. The Tallahassee City Commission ended it"),
        ("Чикаго разорвал побратимство с Москвой?", "No: suspended, not ended. On 1 March 2022"),
        ("Чикаго розірвало побратимство з Москвою?", "No: suspended, not ended. On 1 March 2022"),
        ("Даллас приостановил связи с Саратовом?", "Yes, suspended and not ended. The Dallas City Council"),
        ("Чому Джуно досі побратим Владивостока?", "Kept, as far as is known. On 4 April 2022"),
        ("Когда Джуно стал побратимом Владивостока?", "Kept, as far as is known. On 4 April 2022"),
        ("is Juneau paired y/n", "Yes, as far as is known. On 4 April 2022 the Juneau Assembly voted 5–4"),
        (
            "does Rochester NY still have a sister city in Russia?",
            "Yes, by the word of others; no decision by",
        ),
        ("is Chicago still paired with Moscow?", "Suspended, not ended. On 1 March 2022 Mayor Lori Lightfoot"),
        ("is Tallahassee still paired?", "No, it was ended. The Tallahassee City Commission ended it on"),
        (
            "is Albany still paired with Tula?",
            "Reported as not active; no formal ending is on record. On 6",
        ),
        ("is Tacoma still paired?", "Not known. A news report of 4 June 2022 printed"),
        ("did Duluth suspend the tie?", "No, as far as is known. On 22 March 2022 the board of Duluth Sister Cities"),
        (
            "is it true that Dallas ended its sister city tie?",
            "No: suspended, not ended. The Dallas City Council suspended it on",
        ),
        ("is Norfolk suspended", "Yes, suspended and not ended. On 8 March 2022 the Norfolk City Council"),
        ("did Louisville end it?", "Yes. In June 2022 Mayor Greg Fischer, by a letter to Perm's mayor, ended"),
        ("is Tallahassee suspended?", "More than that: it was ended. The Tallahassee City Commission ended it on"),
        (
            "did Oak Ridge end the tie?",
            "The council suspended its own support. On 28 March 2022 the Oak Ridge City Council",
        ),
        ("has Houston ended its partnership with Moscow?", "Suspended or ended: reports differ. On 24 February"),
        ("did San Jose refuse to cut the tie?", "Yes. On 8 March 2022 the San Jose City Council decided unanimously"),
        ("did Eugene refuse to suspend it?", "At first, and that has changed since. On 28 February 2022 the Eugene"),
        ("did Tacoma vote to keep its tie?", "No decision to keep it is on record. A news report"),
        ("did San Jose vote?", "Yes. On 8 March 2022 the San Jose City Council decided unanimously"),
        ("did Livermore vote?", "There was a vote, and it did not decide on the tie. On 14 March 2022"),
        ("did Baker City vote?", "There was a vote, and it did not decide on the tie. On 14 June 2022"),
        ("did Tulsa vote?", "No council vote on the tie is on record. By an undated report"),
        ("was the Chicago tie ever restored?", "No resumption is on record. On 1 March 2022"),
        # Something else is asked, or denied, or said of another: then how the tie stands.
        ("is Tulsa's mayor a Republican?", "Not cut, as far as is known. By an undated report"),
        ("isn't Dallas still paired?", "Suspended, not ended. The Dallas City Council suspended it on"),
        ("did the mayor of Norfolk suspend the tie?", "Suspended, not ended. On 8 March 2022 the Norfolk City Council"),
        (
            "is San Diego's sister city Odesa?",
            "Said to stand, by others than the city; no decision by",
        ),
        ("Portland, Oregon", "Active, by the city's own page or papers, as far as is known. On its own"),
    ],
)
def test_the_first_words_answer_what_was_asked(register: Register, asked: str, begins: str) -> None:
    assert first_words(asked, register).startswith(begins)


@pytest.mark.parametrize(
    ("asked", "lines"),
    [
        (
            "did Berkeley suspend its Russian sister cities?",
            ["Yes, suspended and not ended. That goes for both ties on record for Berkeley, California: with Dmitrov"],
        ),
        (
            "was Moscow's tie ended?",
            [
                "That depends on which tie is meant.",
                "With Santa Clara County, California: yes.",
                "With Chicago, Illinois: no: suspended, not ended.",
                "With Houston, Texas: suspended or ended: reports differ.",
            ],
        ),
        ("Moscow", ["The 3 ties on record for Moscow, Russia, are with Santa Clara County"]),
    ],
)
def test_of_several_ties_each_has_its_yes_or_no(register: Register, asked: str, lines: list[str]) -> None:
    told = [f"{line.strong}{line.text}" for line in answer(asked, register, TODAY).parts[0].lines]
    assert [begins for begins, line in zip(lines, told, strict=True) if line.startswith(begins)] == lines


def acts_of(tie: Tie, kind: ActKind) -> list[str]:
    return [act.id for act in acts_in_force(tie.acts) if act.kind is kind and act.date.last >= INVASION]


def single(register: Register) -> Iterator[tuple[Tie, str]]:
    """The ties of places that have one, with the place's name."""
    for tie in register.record.ties.values():
        if len(register.ties_of(tie.us)) == 1:
            yield tie, place_name(register.place(tie.us), register)


@pytest.mark.slow
def test_no_yes_is_said_of_any_tie_that_the_record_does_not_bear_out(register: Register) -> None:
    for tie, name in single(register):
        standing = register.status(tie.id).standing
        still = first_words(f"is {name} still paired?", register)
        assert still.startswith("Yes") == (standing is Standing.ACTIVE), tie.id
        ended = first_words(f"did {name} end the tie?", register)
        assert ended.startswith("Yes") == (standing is Standing.ENDED), tie.id
        suspended = first_words(f"did {name} suspend the tie?", register)
        assert not suspended.startswith("Yes") or acts_of(tie, ActKind.SUSPENDED), tie.id
        refused = first_words(f"did {name} refuse to end the tie?", register)
        assert not refused.startswith("Yes") or acts_of(tie, ActKind.KEPT), tie.id
        assert first_words(f"was the tie of {name} ever resumed?", register).startswith("No resumption"), tie.id
        voted = first_words(f"did {name} vote?", register)
        decided = [
            act
            for act in acts_in_force(tie.acts)
            if act.authority is Authority.COUNCIL and ACT_KINDS[act.kind].decides and act.date.last >= INVASION
        ]
        assert voted.startswith("Yes") == bool(decided), tie.id


def test_what_was_lifted_since_is_neither_denied_nor_said_to_be_so(frozen_record: Record) -> None:
    tie = frozen_record.ties["chicago-il--moscow"]
    lifted = replace(
        tie.acts[-1], id=f"{tie.id}.x", said=None, kind=ActKind.RESUMED, date=PartialDate(date(2024, 5, 1))
    )
    other = Register(replace(frozen_record, ties={tie.id: replace(tie, acts=(*tie.acts, lifted))}, other_places=()))
    told = first_words("did Chicago suspend the tie with Moscow?", other)
    assert told.startswith("Yes, on 1 March 2022; a later act changed that. On 1 March 2022 Mayor Lori Lightfoot")
    assert first_words("was Chicago's tie resumed?", other).startswith(
        "Yes. Mayor Lori Lightfoot, directing World Business Chicago, resumed it on 1 May 2024"
    )
