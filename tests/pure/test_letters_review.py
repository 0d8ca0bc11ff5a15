"""The review under a draft: what it says, what it leaves alone, and the two things that stop a letter."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.letters.review import ALIKE, VERY_ALIKE, Finding, Mend, blocked, phrases, review, shingles
from db.record.register import Register
from db.record.standings import Standing
from db.store.models import LetterDraft
from tests.pure.letters import REASON, TIES, draft_about, letter_of


@pytest.fixture(scope="module")
def register(frozen_register: Register) -> Register:
    """The record of the tests, which stands still."""
    return frozen_register


def findings(register: Register, changed: str = "", alike: float = 0.0, **fields: object) -> tuple[Finding, ...]:
    """The review of a resident's draft with these fields."""
    draft = draft_about(TIES[Standing.ACTIVE], register, **{"connection": "resident", **fields})
    return review(draft, letter_of(draft, register), changed=changed, alike=alike)


def told(register: Register, changed: str = "", alike: float = 0.0, **fields: object) -> str:
    """The same as one text."""
    return "\n".join(finding.text for finding in findings(register, changed, alike, **fields))


def test_a_good_letter_has_no_findings(register: Register) -> None:
    assert findings(register) == ()


def test_a_missing_reason_is_named_first_of_all_advice(register: Register) -> None:
    found = findings(register, reason="")
    assert found[0].text.startswith("Your own reason is missing.")
    assert found[0].mend is Mend.WORDS
    assert not any(finding.blocks for finding in found)


def test_length_is_told_in_words(register: Register) -> None:
    assert "words. Between 150 and 300 is a good length: one thing you saw" in told(register, reason="Too short.")
    assert "could one part go?" in told(register, reason="One more word and another. " * 60)


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        (149, "one thing you saw or heard yourself would round it off."),
        (150, ""),
        (300, ""),
        (301, "could one part go?"),
    ],
)
def test_a_letter_of_150_to_300_words_has_a_good_length(words: int, advice: str, register: Register) -> None:
    draft = draft_about(TIES[Standing.ACTIVE], register, connection="resident")
    letter = replace(letter_of(draft, register), paragraphs=("word " * words,))
    found = [finding.text for finding in review(draft, letter, changed="", alike=0.0) if "good length" in finding.text]
    assert found == ([f"{words} words. Between 150 and 300 is a good length: {advice}"] if advice else [])


@pytest.mark.parametrize(
    "words",
    [
        "I urge you to fire the whole board.",
        "Will you also please take down the flags at the park?",
        "That is why I mind. Please suspend the other tie as well.",
        "We want the council to pay for a school.",
    ],
)
def test_a_second_request_in_the_writers_words_is_quoted(words: str, register: Register) -> None:
    assert "Your own words ask for something too" in told(register, reason=f"{REASON} {words}")


@pytest.mark.parametrize("words", ["She asked me why.", "I want peace.", "Will it ever end?", "People please others."])
def test_ordinary_sentences_are_no_request(words: str, register: Register) -> None:
    assert "ask for something too" not in told(register, reason=f"{REASON} {words}")


@pytest.mark.parametrize(
    "words",
    [
        "We know where you live, mayor.",
        "If not, I WILL KILL you!",
        "You deserve to die for this",
        "Я знаю, де ви живете.",
        "They are all moskals to me.",
        "Вони всі москалі.",
    ],
)
def test_a_threat_or_slur_stops_the_letter_and_the_sentence_is_named(words: str, register: Register) -> None:
    found = findings(register, reason=f"{REASON} {words} That is all.")
    assert found[0].blocks
    assert words.rstrip(".!") in found[0].text
    assert found[0].mend is Mend.WORDS
    assert "Nobody has been told." in found[0].text


@pytest.mark.parametrize(
    "words",
    [
        "Russian missiles kill children in their beds.",
        "I will kill the lights and light a candle.",
        "The spice shop on Main closed.",
        "My cousin was shot at a checkpoint.",
        "Kiker Farm is where we met.",
        "You live where I live.",
    ],
)
def test_words_about_the_war_and_words_inside_words_stop_nothing(words: str, register: Register) -> None:
    draft = draft_about(TIES[Standing.ACTIVE], register, reason=f"{REASON} {words}")
    assert blocked(draft) == ()


@pytest.mark.parametrize(
    ("words", "blocks"),
    [
        ("I WILL COME TO YOUR HOUSE AND MAKE YOU PAY.", True),
        ("Then we come for your family.", True),
        ("I will come to the house of the council and speak.", False),
        ("We must make Russia pay.", False),
        ("The voters of this city will make you pay at the ballot box.", False),
    ],
)
def test_a_threat_is_no_matter_of_tone(words: str, blocks: bool, register: Register) -> None:
    found = findings(register, reason=f"{REASON} {words}")
    assert any(finding.blocks for finding in found) is blocks
    assert not any("shouting" in finding.text for finding in found)


def test_a_threat_in_the_name_stops_the_letter_too(register: Register) -> None:
    assert blocked(draft_about(TIES[Standing.ACTIVE], register, name="I will kill you"))


def test_swearing_is_advice_only(register: Register) -> None:
    found = findings(register, reason=f"{REASON} This is bullshit.")
    assert ["This is bullshit" in finding.text for finding in found] == [True]
    assert not found[0].blocks
    assert not findings(register, reason=f"{REASON} The assessor in Scunthorpe was class.")


@pytest.mark.parametrize(
    ("field", "text", "what", "mend"),
    [
        ("reason", "I live at 1420 SE Morrison Street with my mother.", "a street address", Mend.WORDS),
        ("reason", "Find me at 12 Oak Ave any day.", "a street address", Mend.WORDS),
        ("reason", "Я живу на вул. Хрещатик, 22.", "a street address", Mend.WORDS),
        ("reason", "Call me: (503) 555-0142.", "a phone number", Mend.WORDS),
        ("reason", "Call me: 503-555-0142.", "a phone number", Mend.WORDS),
        ("respect", "Write to vera@example.org.", "an e-mail address", Mend.WORDS),
        ("neighborhood", "44 Elm St", "a street address", Mend.ABOUT),
    ],
)
def test_personal_data_is_pointed_out(field: str, text: str, what: str, mend: Mend, register: Register) -> None:
    fields: dict[str, Any] = {field: f"{REASON} {text}" if field == "reason" else text}
    found = findings(register, **fields)
    assert [finding.mend for finding in found if what in finding.text] == [mend]


@pytest.mark.parametrize(
    "text",
    ["In 2022 2023 people came.", "On 4 April 2022 I cried.", "There were 300 Main characters.", "Room 12, floor 3."],
)
def test_ordinary_numbers_are_no_personal_data(text: str, register: Register) -> None:
    assert "There seems to be" not in told(register, reason=f"{REASON} {text}")


def test_likeness_asks_for_own_words_and_then_for_two_sentences(register: Register) -> None:
    assert told(register, alike=ALIKE - 0.01) == ""
    assert "in an earlier letter from this server" in told(register, alike=ALIKE)
    assert "write at least two sentences of your own" in told(register, alike=VERY_ALIKE)
    assert not any(finding.blocks for finding in findings(register, alike=1.0))


def test_a_changed_record_is_told_with_a_way_to_mend_it(register: Register) -> None:
    found = findings(register, changed="the tie was active, and is now ended.")
    assert found[0].mend is Mend.REFRESH
    assert "the tie was active, and is now ended." in found[0].text


def test_non_residents_are_told_kindly_what_helps(register: Register) -> None:
    assert "What helps most from outside" in told(register, connection="none")
    assert told(register, connection="", name="Ann") == (
        "The letter does not say what ties you to the place. If you can say it, it counts."
    )


@pytest.mark.parametrize("connection", ["", "none"])
def test_a_letter_under_which_nothing_stands_is_advised_to_have_a_name(connection: str, register: Register) -> None:
    advice = "Nothing stands under the letter."
    assert advice in told(register, connection=connection)
    assert findings(register, connection=connection)[-1].mend is Mend.ABOUT
    assert advice not in told(register, connection=connection, name="Ann")
    assert advice not in told(register, connection=connection, neighborhood="Salem")
    assert advice not in told(register, connection="resident")


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        ("You murderers must END it!!!", "may take it as an insult: “You murderers must END it!!!”"),
        ("SHAME on you all.", "may take it as an insult"),
        ("I think you are nothing but a coward.", "may take it as an insult"),
        ("I AM ANGRY about this.", "reads as shouting"),
        ("This has to stop NOW!!!", "reads as shouting"),
        ("IT IS TIME TO ACT.", "reads as shouting"),
        ("ПРИПИНІТЬ ЦЕ ЗАРАЗ.", "reads as shouting"),
        ("x" * 900 + ".", "Is this a word?"),
        ("war " * 20 + "is bad.", "once is enough: “war”"),
        ("I saw it myself. " * 10, "once is enough: “I saw it myself.”"),
        ("It is **very** sad.", "“**” is shown as you typed it"),
        ("Hello @everyone here.", "“@everyone” is shown as you typed it"),
        ("It is <b>sad</b>.", "“<b>” is shown as you typed it"),
        ("My name is {{ name }}.", "“{{” is shown as you typed it"),
        ("And it hurts", "A full stop seems to be missing after: “And it hurts”"),
    ],
)
def test_what_hinders_a_reader_is_advice(words: str, advice: str, register: Register) -> None:
    found = findings(register, reason=f"{REASON} {words}")
    assert advice in "\n".join(finding.text for finding in found)
    assert not any(finding.blocks for finding in found)


def test_formats_in_a_name_are_told_beside_the_name(register: Register) -> None:
    found = findings(register, name="**Ann**")
    assert [finding.mend for finding in found] == [Mend.ABOUT]


@pytest.mark.parametrize(
    "words",
    [
        "NATO and the UN met in the USA.",
        "He served in the U.S. Army in WWII.",
        "Russian killers came to her street.",
        "Please show that you do not stand with war criminals.",
        "You know that Putin is a murderer.",
        "Do you want our city to be tied to killers?",
        "I thank you for calling the terrorists what they are.",
        "My son has ADHD, PTSD and more.",
        "My U.S. Army unit met NATO SFOR troops.",
        "NBC, CBS and ABC told us.",
        "As a WWII POW widow I write.",
        "I can`t sleep.",
        "How could they!",
        "See https://example.org/a/very/long/address/that/goes/on/and/on/and/on/for/ever",
        "She said: “Stay.”",
        "No, no, no.",
        "At 5 < 6 it was cold.",
        "Чому саме тут?",
        "😀😀😀",
        "北京" * 40,
    ],
)
def test_ordinary_words_of_any_script_are_left_alone(words: str, register: Register) -> None:
    advice = told(register, reason=f"{REASON} {words}")
    for mark in ("shouting", "insult", "Is this a word", "once is enough", "as you typed"):
        assert mark not in advice, advice


def test_characters_that_the_pdf_lacks_are_named(register: Register) -> None:
    draft = draft_about(TIES[Standing.ACTIVE], register, connection="resident")
    none = review(draft, letter_of(draft, register), lacking=None)
    assert "No PDF can be made of this letter. Every other form can." in [finding.text for finding in none]
    found = review(draft, letter_of(draft, register), lacking=("😢", "汉"))
    assert found[-1].text == "The PDF's letters do not have 😢 汉: left out there, kept in every other form."


def alike(one: LetterDraft, other: LetterDraft) -> float:
    """The share of one draft's hashes that another has."""
    mine = shingles(one)
    return len(mine & shingles(other)) / len(mine)


def test_only_the_writers_own_words_count_for_likeness(register: Register) -> None:
    one = draft_about(TIES[Standing.ACTIVE], register, name="Ann", points=("x",))
    other = draft_about(TIES[Standing.ENDED], register, name="Bob", reason=REASON.upper().replace(",", " —"))
    assert alike(one, other) == 1.0
    assert alike(one, replace(other, reason="Something else that I saw with my own eyes at the market.")) == 0.0
    assert (
        alike(replace(one, reason=REASON + " And two sentences of mine. They are about my own street, here."), other)
        < 0.8
    )


def test_too_few_words_have_no_hashes_and_servers_do_not_share_them(register: Register) -> None:
    draft = draft_about(TIES[Standing.ACTIVE], register, reason="Only three words")
    assert shingles(draft) == frozenset()
    assert not shingles(replace(draft, reason=REASON)) & shingles(replace(draft, reason=REASON, server=100))


def test_the_word_lists_are_whole_words_without_doubles() -> None:
    for name in ("swearing", "insults", "threats", "slurs"):
        listed = phrases(name)
        assert all(listed)
        assert len(listed) == len(set(listed))


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=500))
def test_no_text_breaks_the_review(text: str) -> None:
    draft = LetterDraft("00", 7, 9, "x", None, "general", reason=text, respect=text, name=text)
    blocked(draft)
    shingles(draft)
