"""The letter that comes of a draft: nothing invented, nothing left behind, the writer's words unchanged."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product

import pytest

from cogs.letters import compose as drafting
from cogs.letters.compose import CONNECTIONS, Connection
from cogs.letters.requests import Request, requests_for, words
from cogs.letters.templates import strays
from db.record.register import Register
from db.record.standings import Standing
from db.store.letter_models import LetterDraft, LetterFact
from tests.pure.letters import REASON, SHIPPED, TIES, TODAY, draft_about, letter_of


@pytest.mark.parametrize("standing", TIES)
def test_the_letter_has_its_parts_in_their_order(standing: Standing, register: Register) -> None:
    draft = draft_about(
        TIES[standing], register, connection="resident", respect="The exchanges meant a lot.", name="Olena Kovalenko"
    )
    text = letter_of(draft, register).text
    subject = drafting.subject_of(draft, register)
    values = drafting.values(draft, subject, register, TODAY)
    order = ["greeting", "who", "ask", "reason", "fact", "link", "fair", "ask_again", "name"]
    places = [text.rindex(values[name]) if name == "ask_again" else text.index(values[name]) for name in order]
    assert places == sorted(places), dict(zip(order, places, strict=True))
    assert values["link"].startswith("http")


def test_every_letter_of_every_tie_and_ask_is_whole(register: Register) -> None:
    for tie in register.record.ties.values():
        standing = register.status(tie.id).standing
        for ask, template in product(requests_for(standing), SHIPPED):
            if not template.fits(ask, standing):
                continue
            draft = draft_about(tie.id, register, ask=ask, connection="resident", name="Ann", neighborhood="Kenton")
            for shown in (draft, replace(draft, connection="", reason="", name="", neighborhood="", fair=False)):
                text = letter_of(shown, register, template).text
                assert not strays(re.sub(r"https?://\S+", "", text)), (tie.id, template.key, strays(text))
                assert "None" not in text
                assert not shown.fact.link or f"\n{shown.fact.link}\n" in text, template.key


def test_every_shipped_letter_is_between_150_and_300_words_with_an_ordinary_reason(register: Register) -> None:
    for standing, tie in TIES.items():
        for ask, template in product(requests_for(standing), SHIPPED):
            if template.fits(ask, standing):
                reason = f"{REASON} I did not know what to say to her, and I still do not."
                draft = draft_about(tie, register, ask=ask, connection="resident", name="Ann", reason=reason)
                assert 150 <= letter_of(draft, register, template).words <= 300, (tie, template.key)


@pytest.mark.parametrize("connection", [*Connection, ""])
def test_only_who_says_so_is_called_a_resident(connection: str, register: Register) -> None:
    letter = letter_of(draft_about(TIES[Standing.ACTIVE], register, connection=connection), register)
    resident = connection == Connection.RESIDENT
    assert ("A resident of Portland, Oregon" in letter.text) is resident
    assert ("I live in Portland, Oregon." in letter.text) is resident
    assert ("our sister-city tie" in letter.text) is resident
    said = [words.format(place="Portland, Oregon") for key, (_, words, _) in CONNECTIONS.items() if key != connection]
    assert not [words for words in said if words in letter.text]


def test_a_name_and_a_neighborhood_stand_under_the_letter(register: Register) -> None:
    draft = draft_about(TIES[Standing.ACTIVE], register, connection="resident", name="Ольга Ґалаґан")
    assert letter_of(draft, register).text.endswith("\nОльга Ґалаґан\nPortland, Oregon")
    for typed_place in ("Kenton", "Kenton, Portland", "Kenton, Portland, Oregon"):
        there = replace(draft, neighborhood=typed_place)
        assert letter_of(there, register).text.endswith("\nОльга Ґалаґан\nKenton, Portland, Oregon")
    for town in ("Salem", "Schenectady, New York", "Portland, OR 97217", "Portland 97217-1234"):
        elsewhere = replace(draft, neighborhood=town)
        assert letter_of(elsewhere, register).text.endswith(f"\nОльга Ґалаґан\n{town}")
    hill = replace(draft, neighborhood="Mount Washington")
    assert letter_of(hill, register).text.endswith("\nMount Washington, Portland, Oregon")
    for as_typed in ("Portland, OR", "Portland OR", "Portland Oregon", "Kenton, Portland, OR", "Vancouver, Washington"):
        there = replace(draft, neighborhood=as_typed)
        assert letter_of(there, register).text.endswith(f"\nОльга Ґалаґан\n{as_typed}")
    outsider = replace(there, connection="visitor", neighborhood="Salem")
    assert letter_of(outsider, register).text.endswith("\nОльга Ґалаґан\nSalem")


def test_every_optional_field_empty_gives_a_letter_without_traces(register: Register) -> None:
    fact = LetterFact(Standing.ACTIVE)
    draft = LetterDraft("00", 7, None, "portland-or", TIES[Standing.ACTIVE], Request.END, fair=False, fact=fact)
    letter = letter_of(draft, register)
    assert strays(letter.text) == ""
    assert letter.text.endswith("\n\nSincerely,")
    assert "http" not in letter.text


def test_a_fair_line_stands_there_only_if_the_writer_wrote_or_chose_one(register: Register) -> None:
    for standing, tie in TIES.items():
        draft = draft_about(tie, register)
        lines = [line for ask in requests_for(standing) for line in words(ask, standing).fair]
        assert not [line for line in lines if line in letter_of(draft, register).text]
        assert [line for line in lines if line in letter_of(replace(draft, fair=True), register).text]
        own = replace(draft, respect="The exchanges meant a lot to those who went.")
        assert "The exchanges meant a lot to those who went." in letter_of(own, register).text


def test_the_same_tie_is_always_put_in_the_same_way(register: Register) -> None:
    draft = draft_about(TIES[Standing.ACTIVE], register, fair=True)
    assert letter_of(draft, register).text == letter_of(replace(draft, id="another", writer=8), register).text
    assert {drafting.pick(draft_about(tie, register), range(4)) for tie in register.record.ties} == {0, 1, 2, 3}


@pytest.mark.parametrize("tie", TIES.values())
@pytest.mark.parametrize("connection", [*Connection, ""])
@pytest.mark.parametrize("neighborhood", ["", "Salem"])
def test_every_letter_ends_with_a_closing_that_says_only_what_the_writer_said(
    tie: str, connection: str, neighborhood: str, register: Register
) -> None:
    named = draft_about(tie, register, connection=connection, neighborhood=neighborhood, name="Ann")
    full = drafting.subject_of(named, register).full
    # A town of the same state stands as it was given; of another state it may be a part of the town.
    is_town = bool(neighborhood) and full.endswith("Oregon")
    own = "Salem" if is_town else f"Salem, {full}" if neighborhood else full
    beyond = "\nSalem" if neighborhood else ""
    unnamed = {
        Connection.RESIDENT: f"A resident of {own}",
        Connection.FORMER: f"Someone who used to live in {full}{beyond}",
        Connection.FAMILY: f"Someone with family in {full}{beyond}",
        Connection.VISITOR: f"Someone who has visited {full}{beyond}",
        Connection.WORKER: f"Someone who works in {full}{beyond}",
        Connection.STUDENT: f"A student in {full}{beyond}",
        Connection.UKRAINE: f"Someone in Ukraine{beyond}",
        Connection.GROUP: f"The group{beyond}",
    }
    for ask, template in product(requests_for(named.fact.standing), SHIPPED):
        if not template.fits(ask, named.fact.standing):
            continue
        close = template.body.rsplit("\n", 2)[-2]
        assert close.endswith(",")
        signed = letter_of(replace(named, ask=ask), register, template).paragraphs[-1]
        assert signed.startswith(f"{close}\nAnn")
        bare = letter_of(replace(named, ask=ask, name=""), register, template).paragraphs[-1]
        alone = "Someone from Salem" if neighborhood else ""
        assert bare == f"{close}\n{unnamed.get(Connection(connection or 'none'), alone)}".strip()


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Portland, Oregon (St. Johns)", "Portland, Oregon (St. Johns)"),
        ("PORTLAND (KENTON)", "PORTLAND (KENTON), Oregon"),
        ("Портленд", "Портленд, Oregon"),
        ("Kenton", "Kenton, Portland, Oregon"),
    ],
)
def test_a_town_that_names_the_place_does_not_name_it_twice(typed: str, shown: str, register: Register) -> None:
    draft = draft_about(TIES[Standing.ACTIVE], register, connection="resident", name="Ann Lee", neighborhood=typed)
    assert letter_of(draft, register).text.endswith(f"Ann Lee\n{shown}")


def test_two_who_write_are_introduced_as_two(register: Register) -> None:
    reason = "We stayed with them in 1996, and they with us."
    draft = draft_about(TIES[Standing.ACTIVE], register, connection="resident", name="Hal and June Lee", reason=reason)
    assert "We live in Portland, Oregon." in letter_of(draft, register).text


@pytest.mark.parametrize(
    ("connection", "name", "said"),
    [
        ("group", "The Friends of Ukraine", "We are The Friends of Ukraine. We speak together, as a group."),
        ("ukraine", "Olena", "My name is Olena. I live in Ukraine."),
        ("resident", "Ann", "My name is Ann. I live in Portland, Oregon."),
    ],
)
def test_a_statement_is_spoken_and_not_written(connection: str, name: str, said: str, register: Register) -> None:
    draft = draft_about(TIES[Standing.ACTIVE], register, connection=connection, name=name, form="statement")
    template = next(item for item in SHIPPED if item.fits(Request(draft.ask), draft.fact.standing, draft.form))
    assert said in letter_of(draft, register, template).text
