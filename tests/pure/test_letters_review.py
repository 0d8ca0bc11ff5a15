"""The review under a draft: what it says, and what it leaves alone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.letters import compose as drafting
from cogs.letters.findings import Fix
from cogs.letters.forms_of_letter import FORMS, LetterForm
from cogs.letters.review import ALIKE, VERY_ALIKE, phrases, review
from db.record.register import Register
from db.record.standings import Standing
from tests.pure.letters import REASON, TIES, draft_about, findings, letter_of, looked_at, told


@pytest.fixture(scope="module")
def register(frozen_register: Register) -> Register:
    """The record of the tests, which stands still."""
    return frozen_register


def test_a_good_letter_has_no_findings(register: Register) -> None:
    assert findings(register) == ()


def test_a_missing_reason_is_named_first_of_all_advice(register: Register) -> None:
    found = findings(register, reason="")
    assert found[0].text.startswith("Your own reason is missing.")
    assert found[0].fix is Fix.WORDS
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
    found = [finding.text for finding in looked_at(draft, register, letter) if "good length" in finding.text]
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
    ("words", "advice"),
    [
        ("They are all moskals to me.", "A word here insults a people"),
        ("A man shouted at me: “I know where you live.”", "I am sorry that this was said"),
        ("Threats at the door: “I know where you live.”", "This tells of a threat"),
        ("I am 15 years old.", "You say that you are under 18."),
        ("My brother was killed in Bakhmut.", "I am sorry for what you went through."),
        ("I want to stay anonymous.", "You ask not to be named."),
    ],
)
def test_what_is_asked_once_is_not_asked_again_and_blocks_nothing(words: str, advice: str, register: Register) -> None:
    found = [finding for finding in findings(register, reason=f"{REASON} {words}") if advice in finding.text]
    assert [(finding.fix, finding.blocks) for finding in found] == [(Fix.KEEP, False)]
    assert advice not in told(register, reason=f"{REASON} {words}", kept=(found[0].mark,))


@pytest.mark.parametrize(
    ("words", "advice", "fix"),
    [
        ("Please make it sound polite.", "This seems to be meant for me", Fix.WORDS),
        ("See www.example.org/page there.", "Offices seldom open links", Fix.WORDS),
        ("The Mayor of Chicago kept it.", "Your words name another office", Fix.WORDS),
        ("Please keep our sister city.", "Your words speak for keeping the tie", Fix.OTHER_SIDE),
        ("I am writing from Ukraine.", "You say that you are in Ukraine.", Fix.WORDS),
        ("We are a class of eleven.", "Several of you seem to write.", Fix.WORDS),
        ("I work in Portland, at the port.", "You say that you work or study there.", Fix.WORDS),
        ("Моя мама й досі в Запоріжжі, і я не знаю, що їй сказати.", "is in Ukrainian, with a translation", Fix.KEEP),
    ],
)
def test_each_kind_of_words_has_its_finding(words: str, advice: str, fix: Fix, register: Register) -> None:
    found = findings(register, reason=f"{REASON}\n\n{words}", connection="", name="Ann")
    assert [finding.fix for finding in found if advice in finding.text] == [fix]


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        ("My son came home in a box.", "I am sorry for what you went through."),
        ("Мій внук загинув 4 травня.", "I am sorry for what you went through."),
        ("I have perhaps two months.", "I am sorry, and glad that you write."),
        ("I further demand termination within thirty days.", "One request is easier to answer"),
        ("Пожалуйста, проголосуйте за разрыв.", "One request is easier to answer"),
        (
            "It is crucial that we reflect our shared values in a rapidly evolving geopolitical landscape.",
            "This could be anybody's letter",
        ),
        ("In Portland we all know that San Jose and Yekaterinburg are partners.", "beside Portland. This letter goes"),
    ],
)
def test_what_writers_bring_holds_nothing_back(words: str, advice: str, register: Register) -> None:
    found = [finding for finding in findings(register, reason=f"{REASON} {words}") if advice in finding.text]
    assert [finding.blocks for finding in found] == [False]


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        ("I don't know if they are for this war, and I am afraid to ask.", "ask to be told how the tie stands"),
        ("“How long will you judge unjustly?” says the psalm.", "One request is easier to answer"),
    ],
)
def test_what_is_no_request_is_not_taken_for_one(words: str, advice: str, register: Register) -> None:
    assert advice not in told(register, reason=f"{REASON} {words}")


def test_not_now_is_a_pause(register: Register) -> None:
    found = findings(register, reason=f"{REASON} I think the city could say 'not now' without saying 'never'.")
    assert Fix.REQUEST in [finding.fix for finding in found]


def test_whose_people_lived_where_nothing_stands_is_not_told_that_it_is_too_short(register: Register) -> None:
    assert "is a good length" not in told(register, reason="My wife is from Mariupol. There is no Mariupol.")


def test_who_is_dying_is_not_told_that_it_is_too_short(register: Register) -> None:
    assert "is a good length" not in told(register, reason="I have perhaps two months to live, and I saw the flag.")
    assert "glad that you write" not in told(
        register, reason=f"{REASON} I have about two months to prepare for the vote."
    )


def test_a_signature_is_not_asked_about_as_if_it_were_a_sentence(register: Register) -> None:
    assert "for a threat" not in told(register, name="Your favorite cousin Benny")
    assert "for a threat" in told(register, name="The last mayor, who refused, walks with a cane.")
    assert "for a threat" in told(register, reason=f"{REASON} I would get that brake light of yours looked at.")


def test_who_cannot_hear_or_speak_is_told_what_a_meeting_has_to_see_to(register: Register) -> None:
    reason = f"{REASON} I am deaf."
    assert "sign-language interpreter" in told(register, reason=reason, form="statement")
    assert "sign-language interpreter" not in told(register, reason=reason)


@pytest.mark.parametrize("words", ["Hello from near Kupiansk.", "Пишу вам з окопу.", "I write from the trench."])
def test_who_may_serve_is_told_to_leave_out_where(words: str, register: Register) -> None:
    reason = f"{REASON} {words}"
    assert "If you serve:" in told(register, reason=reason, connection="ukraine")
    assert "If you serve:" not in told(register, reason=reason, connection="resident")


def test_words_that_ask_for_what_was_done_are_shown_that_it_was(register: Register) -> None:
    draft = draft_about(TIES[Standing.ENDED], register, connection="resident")
    for words in ("The string should come down.", "We would like the grown-ups to vote too.", "Vote it out."):
        found = looked_at(replace(draft, reason=f"{REASON} {words}"), register)
        assert [finding.text for finding in found if "The tie has ended, on record" in finding.text]


def test_who_grieves_is_not_told_that_it_is_too_short(register: Register) -> None:
    assert "is a good length" in told(register, reason="I saw the flag.")
    assert "is a good length" not in told(register, reason="My brother was killed in Bakhmut. I saw the flag.")


def test_who_wants_no_name_is_not_asked_for_one_and_signs_so(register: Register) -> None:
    reason = f"{REASON} I want to stay anonymous."
    assert "Nothing stands under the letter" not in told(register, reason=reason, connection="none")
    draft = draft_about(TIES[Standing.ACTIVE], register, reason=reason, connection="none")
    assert letter_of(draft, register).text.endswith("\nName withheld")
    signed = replace(draft, name="Ann")
    assert [each.fix for each in looked_at(signed, register) if "Take it out there" in each.text] == [Fix.ABOUT]


def test_a_whole_letter_is_offered_back_without_its_frame(register: Register) -> None:
    found = findings(register, reason=f"Dear Mayor,\n\n{REASON}\n\nSincerely,\nJane Doe")
    assert [finding.fix for finding in found if "a whole letter" in finding.text] == [Fix.FRAME]


def test_words_in_another_language_stand_under_its_name(register: Register) -> None:
    own = "Моя мама й досі в Запоріжжі. Коли я йду повз прапор на площі, я не знаю, що їй сказати."
    draft = draft_about(TIES[Standing.ACTIVE], register, reason=own)
    assert f"\n\nIn Ukrainian:\n{own}\n\n" in letter_of(draft, register).text
    beside = replace(draft, reason=f"{own}\n\nMy mother is still there, and I do not know what to say to her.")
    assert "In Ukrainian:" not in letter_of(beside, register).text


@pytest.mark.parametrize(("form", "words"), [(LetterForm.STATEMENT, 350), (LetterForm.EDITOR, 250)])
def test_each_form_has_its_own_length(form: LetterForm, words: int, register: Register) -> None:
    assert FORMS[form].longest == words
    draft = draft_about(TIES[Standing.ACTIVE], register, connection="resident", form=form)
    for number, advice in ((words, ""), (words + 1, "could one part go?")):
        letter = replace(letter_of(draft, register), paragraphs=("word " * number,))
        found = [each.text for each in looked_at(draft, register, letter) if "good length" in each.text]
        assert [text.endswith(advice) for text in found] == ([True] if advice else [])


def test_swearing_is_advice_only(register: Register) -> None:
    found = findings(register, reason=f"{REASON} This is bullshit.")
    assert ["This is bullshit" in finding.text for finding in found] == [True]
    assert not found[0].blocks
    assert not findings(register, reason=f"{REASON} The assessor in Scunthorpe was class.")


@pytest.mark.parametrize(
    ("field", "text", "what", "fix"),
    [
        ("reason", "I live at 1420 SE Morrison Street with my mother.", "a street address", Fix.WORDS),
        ("reason", "Find me at 12 Oak Ave any day.", "a street address", Fix.WORDS),
        ("reason", "Я живу на вул. Хрещатик, 22.", "a street address", Fix.WORDS),
        ("reason", "Call me: (503) 555-0142.", "a phone number", Fix.WORDS),
        ("reason", "Call me: 503-555-0142.", "a phone number", Fix.WORDS),
        ("respect", "Write to vera@example.org.", "an e-mail address", Fix.WORDS),
        ("neighborhood", "44 Elm St", "a street address", Fix.ABOUT),
    ],
)
def test_personal_data_is_pointed_out(field: str, text: str, what: str, fix: Fix, register: Register) -> None:
    fields: dict[str, Any] = {field: f"{REASON} {text}" if field == "reason" else text}
    found = findings(register, **fields)
    assert [finding.fix for finding in found if what in finding.text] == [fix]


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
    assert found[0].fix is Fix.REFRESH
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
    assert findings(register, connection=connection)[-1].fix is Fix.ABOUT
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
        ("My name is {% x.", "“{%” is shown as you typed it"),
        ("And it hurts", "A full stop seems to be missing after: “And it hurts”"),
    ],
)
def test_what_hinders_a_reader_is_advice(words: str, advice: str, register: Register) -> None:
    found = findings(register, reason=f"{REASON} {words}")
    assert advice in "\n".join(finding.text for finding in found)
    assert not any(finding.blocks for finding in found)


def test_formats_in_a_name_are_told_beside_the_name(register: Register) -> None:
    found = findings(register, name="**Ann**")
    assert [finding.fix for finding in found] == [Fix.ABOUT]


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
    none = looked_at(draft, register, lacking=None)
    assert "This letter cannot be made into a PDF. Every other kind of file can be made." in [
        finding.text for finding in none
    ]
    found = looked_at(draft, register, lacking=("😢", "汉"))
    assert found[-1].text == "The PDF's letters do not have 😢 汉: left out there, and pictures in Word too."


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=500))
def test_no_text_breaks_the_review(register: Register, text: str) -> None:
    draft = draft_about(TIES[Standing.ACTIVE], register, reason=text, respect=text, name=text)
    assert all(finding.text for finding in looked_at(draft, register))


def test_the_word_lists_are_whole_words_without_doubles() -> None:
    for name in ("swearing", "insults", "slurs"):
        listed = phrases(name)
        assert all(listed)
        assert len(listed) == len(set(listed))


@pytest.mark.parametrize(
    ("words", "advice", "fix"),
    [
        ("Some nights I don't see the point in waking up.", "call or text 988", Fix.KEEP),
        ("He could get into trouble for this.", "may be in danger", Fix.KEEP),
        ("I don't want this to come back to me at work.", "You need not sign", Fix.KEEP),
        ("I can't sign a letter, I am press.", "You seem to want the facts", Fix.KEEP),
        ("Could you draft WHEREAS clauses?", "I do not write resolutions", Fix.KEEP),
        ("This mayor is bought with Russian money.", "what the law forbids", Fix.KEEP),
        ("As a candidate I say it.", "a part of a campaign", Fix.KEEP),
        ("End it until the war is over.", "Your words speak of a pause", Fix.REQUEST),
        ("Set the agreement aside until the war is over.", "Your words speak of a pause", Fix.REQUEST),
        ("It is a stark reminder and a beacon of hope.", "This could be anybody's letter", Fix.WORDS),
        ("Тепер я тут, і тут дуже тихо.", "A part of your words is in Ukrainian", Fix.KEEP),
        ("Stop being a bunch of gutless hacks.", "may take it as an insult", Fix.WORDS),
    ],
)
def test_what_a_resident_writes_has_its_finding(words: str, advice: str, fix: Fix, register: Register) -> None:
    found = [finding for finding in findings(register, reason=f"{REASON} {words}") if advice in finding.text]
    assert [(finding.fix, finding.blocks) for finding in found] == [(fix, False)]


def test_a_pause_that_is_asked_for_where_there_is_one_is_told_so(register: Register) -> None:
    draft = draft_about("eugene-or--irkutsk", register, reason=f"{REASON} Set it aside until the war is over.")
    letter, subject = letter_of(draft, register), drafting.subject_of(draft, register)
    found = [finding.text for finding in review(draft, letter, subject, register)]
    assert any("The tie is suspended already" in each for each in found)


def test_an_age_beside_a_name_is_seen(register: Register) -> None:
    assert "under 18" in told(register, name="Oliver (age 9)")
    assert "under 18" not in told(register, name="Ruth, age 71")


def test_capitals_are_no_scolding_and_one_sentence_has_one_finding(register: Register) -> None:
    assert "they may stay" in told(register, reason=REASON.upper())
    assert "shouting; the same words" not in told(register, reason=REASON.upper())
    text = told(register, reason=f"{REASON} End it until the war is over.")
    assert "ask for something too" not in text


def test_what_a_soldier_wrote_is_no_strong_language_of_the_writer(register: Register) -> None:
    assert "Strong language" not in told(register, reason=f"{REASON} He wrote: “Nobody tells them shit.”")


def test_a_resident_of_another_town_is_asked(register: Register) -> None:
    draft = draft_about(TIES[Standing.ACTIVE], register, connection="resident", neighborhood="Eugene, Oregon")
    assert any("Eugene is also the name of a town of its own" in finding.text for finding in looked_at(draft, register))
    for fine in ("Kenton", "Portland, Oregon", "Kenton, Portland, Oregon", ""):
        assert not any(
            "of a town of its own" in finding.text for finding in looked_at(replace(draft, neighborhood=fine), register)
        )


def test_an_ended_tie_is_not_asked_to_be_ended_again(register: Register) -> None:
    draft = draft_about(TIES[Standing.ENDED], register, connection="resident")
    asks = replace(draft, reason=f"{REASON} The Governor ought to end the sister-state deal.")
    assert any("The tie has ended, on record" in finding.text for finding in looked_at(asks, register))
    assert not any("The tie has ended" in finding.text for finding in looked_at(draft, register))


def test_children_and_a_name_that_is_none_are_seen_under_the_letter(register: Register) -> None:
    assert "children's names and ages" in told(register, name="8th grade (Tyler 13, Mai 14)")
    assert "“asdf” would stand under the letter" in told(register, name="asdf")
    assert "A number that leads to your desk" in told(register, name="M. Archuleta, ext. 5-0117")


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("we unloaded timber comma i remember period is it still on question mark", "“comma”, “question mark”"),
        ("Я тут живу кома і прошу новий абзац скажіть.", "“кома”"),
        ("Councilor Dave, you still owe me for the roof too.", "something between you and somebody there"),
        ("My ex-husband sits on the council and he knows.", "something between you and somebody there"),
        ("I want to say сказати дякую to all of you for it.", "“сказати дякую”"),
        ("I'd like you to plow Shoup Road first.", "Your own words ask for something too"),
        ("Harold kept bees, and please plow Shoup Road.", "Your own words ask for something too"),
    ],
)
def test_what_a_writer_may_not_have_meant_for_the_office_is_told(reason: str, told: str, register: Register) -> None:
    draft = draft_about("portland-or--khabarovsk", register, reason=reason)
    assert any(told in finding.text for finding in looked_at(draft, register)), reason


@pytest.mark.parametrize(
    "reason",
    [
        "There was a comma missing in the agreement of that period.",
        "You owe us an answer, and so does the council.",
        "My brother wrote Z on the wall of the Kherson theatre.",
        "Thank you, and please know that I am grateful.",
    ],
)
def test_what_was_meant_as_it_stands_is_left_alone(reason: str, register: Register) -> None:
    draft = draft_about("portland-or--khabarovsk", register, reason=reason)
    wrong = ("marks that were spoken", "between you and somebody", "Cyrillic", "ask for something too")
    assert not [finding for finding in looked_at(draft, register) if any(part in finding.text for part in wrong)]
