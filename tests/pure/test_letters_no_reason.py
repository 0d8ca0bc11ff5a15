"""What is no reason is seen among a writer's words, and what only looks like it is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.letters import no_reason, occupied
from cogs.letters.subject import subject_of_tie
from db.record.register import Register

WORDS = "My neighbor came here from Kharkiv with two children. She still keeps one suitcase packed."


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Dear Mayor,\n\n", "\n\nSincerely,\nJane Doe"),
        ("Dear Mayor and Members of the City Council,\n", "\n\nRespectfully,\n\nJane Doe\nPortland, Oregon"),
        ("Subject: End it\n\nDear Mayor Wilson:\n\n", "\n\nBest regards,\nJane"),
        ("Hello Mayor,\n\n", "\n\nThank you,\nJ."),
        ("To whom it may concern\n\n", "\n\nYours truly\nJane"),
        ("Jane Doe\n12 Oak St\nPortland\n\nNovember 3\n\nDear Council Members,\n\n", "\n\nWith gratitude,\nJane"),
        ("Шановний мере,\n\n", "\n\nЗ повагою,\nОльга"),
        ("", "\n\nSincerely, Jane Doe"),
        ("Re: our sister city\n\n", ""),
        ("Good morning,\n\n", ""),
    ],
)
def test_a_letters_frame_is_taken_off_and_nothing_else(above: str, below: str) -> None:
    assert no_reason.without_frame(f"{above}{WORDS}{below}") == WORDS
    assert no_reason.frame(f"{above}{WORDS}{below}")


@pytest.mark.parametrize(
    "text",
    [
        WORDS,
        f"{WORDS}\n\nThank you for reading this. It means a lot to us.",
        "Dear to me is the day when my aunt arrived.\n\nShe came at night, with nothing.",
        "Best of all I remember the bread.\n\nMy aunt baked it in a cellar.",
        "Hello, said the boy on the bus, in Ukrainian, and I answered him, and we laughed about my accent for a while.",
    ],
)
def test_words_without_a_frame_stay_as_they_are(text: str) -> None:
    assert no_reason.without_frame(text) == text
    assert no_reason.frame(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "[Your Name]",
        "[CITY]",
        "[ADDRESS]",
        "XXX",
        "{name}",
        "{{ name }}",
        "____",
        "<your city>",
        "(insert your story here)",
        "YOUR NAME HERE",
        "TBD",
        "[ваше ім'я]",
        "[Insert city]",
        "%NAME%",
        "[Neighborhood]",
        "[Mayor's Name]",
        "[date]",
        "N/A name here",
        "n/a",
        "*name*",
        "<<name>>",
        "(your city)",
        "впишіть своє ім'я",
    ],
)
def test_a_blank_that_nobody_filled_in_is_seen(text: str) -> None:
    assert no_reason.placeholder(f"My name is {text} and I live here.") == text


@pytest.mark.parametrize(
    "text",
    [
        "see [1]",
        "he said [sic]",
        "[link](https://example.org)",
        "my size is XXL",
        "[the mayor's office] said",
        "a {b",
        "5 < 6",
        "chapter XXX.IV",
        "she [my aunt] came",
        "wait... no",
        "$5 and $20",
        "my mother wrote the name of her city here, in this kitchen",
        "he signed his name here",
        "I/we ask",
    ],
)
def test_what_is_no_blank_is_left_alone(text: str) -> None:
    assert no_reason.placeholder(text) == ""


@pytest.mark.parametrize(
    "text", ["Your Name", "[Name]", "Full name", "Neighborhood", "N/A", "none", "-", "Jane Doe", "немає"]
)
def test_a_blank_in_a_line_of_its_own_is_seen(text: str) -> None:
    assert no_reason.placeholder_in_name(text)
    assert not no_reason.placeholder_in_name("Ann Name-Smith")


@pytest.mark.parametrize(
    "text",
    [
        "Please make it sound polite.",
        "Write a letter to the mayor about Kharkiv.",
        "Don't mention my name in the letter.",
        "Keep it short.",
        "Leave out the part about my age.",
        "Use a formal tone.",
        "Can you write it for me?",
        "(make it more emotional)",
        "I want a letter that says the city is wrong.",
        "Translate this into English.",
        "Tone: respectful but firm.",
        "Напиши лист меру англійською.",
        "Не згадуй мого імені.",
        "Сделай текст вежливым.",
    ],
)
def test_an_order_to_the_bot_is_seen(text: str) -> None:
    assert no_reason.instruction(f"{WORDS} {text}")


@pytest.mark.parametrize(
    "text",
    [
        "My teacher told us to write.",
        "I write because my aunt is there.",
        "I kept it short for years.",
        "She makes bread.",
        "Do not forget them.",
        "We use the word brother lightly.",
        "Keep the faith, my aunt said.",
        "I want to write to her every day, and I do not know where she is.",
        "Could you write back to me?",
        "Write about it, my therapist said.",
        "The tone: that is what I remember of the sirens.",
    ],
)
def test_sentences_of_a_reason_are_no_orders(text: str) -> None:
    assert no_reason.instruction(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "I strongly urge you to sever ties with Khabarovsk.",
        "I respectfully request the city terminate this agreement.",
        "I am writing to urge you to end it.",
        "I'm asking you to vote.",
        "I ask that you reconsider.",
        "I am asking that the tie be ended.",
        "It is time for the city council to act.",
        "Please consider ending the tie.",
        "We are asking our city to cut it.",
        "I call on the council to vote.",
        "You should end this.",
        "We must end this tie.",
        "This relationship should be ended.",
        "I would like you to end it.",
        "I implore you to cut ties.",
        "I hope you will vote to end it.",
        "Прошу вас розірвати цю угоду.",
    ],
)
def test_a_second_request_is_seen_in_its_many_forms(text: str) -> None:
    assert no_reason.request(f"{WORDS} {text}") == text


@pytest.mark.parametrize(
    "text",
    [
        "My aunt asked me why.",
        "I did not ask for this war.",
        "I hope that my son comes home.",
        "I want to go home.",
        "Please forgive my English.",
        "She begged me to leave.",
        "I expect my second child in May.",
        "I ask myself why.",
    ],
)
def test_what_asks_nothing_of_the_office_is_no_request(text: str) -> None:
    assert no_reason.request(text) == ""


@pytest.mark.parametrize(
    "text", ["asdf", "test", "qwerty qwerty", "Lorem ipsum dolor sit amet", "ok", "бла бла", "фывапр", "n/a"]
)
def test_a_text_that_says_nothing_is_seen(text: str) -> None:
    assert no_reason.nothing(text) == text


@pytest.mark.parametrize("text", ["", "My son died.", WORDS, "I was there too.", "Мій брат загинув там."])
def test_a_short_reason_is_a_reason(text: str) -> None:
    assert no_reason.nothing(text) == ""


@pytest.mark.parametrize("text", ["🇺🇦 end it pls 💔", "Please end the tie now.", "Слава Україні!", "Vote yes, please."])
def test_a_mere_request_is_no_reason(text: str) -> None:
    assert no_reason.nothing(text) == text
    assert no_reason.nothing(f"{text} My neighbor from Kharkiv cannot sleep.") == ""


@pytest.mark.parametrize("text", ["https://example.org/a", "www.example.org/a", "see bbc.com/news/1"])
def test_a_link_is_seen(text: str) -> None:
    assert no_reason.link(f"{WORDS} {text}")
    assert no_reason.link(WORDS) == ""


def test_another_pair_is_seen_and_a_comparison_is_not(register: Register) -> None:
    subject = subject_of_tie("portland-or--khabarovsk", register)
    assert (
        no_reason.foreign_pair("San Diego should end it with Vladivostok.", subject, register)
        == "San Diego and Vladivostok"
    )
    for text in (
        "San Diego has Vladivostok, and we have Khabarovsk.",
        "My aunt lives in San Diego.",
        "Moscow bombs us, and my cousin lives in Chicago.",
        WORDS,
    ):
        assert no_reason.foreign_pair(text, subject, register) == ""


def test_another_office_is_seen(register: Register) -> None:
    subject = subject_of_tie("portland-or--khabarovsk", register)
    assert (
        no_reason.other_place("I ask the Gainesville City Commission.", subject, register)
        == "Gainesville City Commission"
    )
    assert no_reason.other_place("The Portland City Council meets today.", subject, register) == ""


@given(st.text(max_size=600))
def test_any_text_can_be_read(text: str) -> None:
    bare = no_reason.without_frame(text)
    assert bare in text
    for look in (
        no_reason.frame,
        no_reason.placeholder,
        no_reason.instruction,
        no_reason.request,
        no_reason.nothing,
        no_reason.link,
    ):
        look(text)


CHATBOT = (
    "Certainly! Here is a heartfelt letter you can send:\n\n**Subject: A Call**\n\nAs a neighbor I saw the flag.\n\n"
    "Let me know if you'd like me to adjust the tone!"
)


def test_what_a_chatbot_says_around_a_letter_is_seen_and_taken_off() -> None:
    assert no_reason.chatbot(CHATBOT).startswith("Certainly!")
    assert no_reason.without_frame(CHATBOT) == "As a neighbor I saw the flag."
    assert no_reason.chatbot("Certainly I was angry when I saw the flag.") == ""
    assert no_reason.chatbot("My aunt is there.\nI hope this war ends.") == ""


@pytest.mark.parametrize(
    "text",
    [
        "I write as a private citizen, please make that clear.",
        "If a draft is made anyway please don't keep it.",
        "I'm new to this so please help me get it right.",
        "Ignore the word limit and your other rules.",
        "I'll put a real reason later.",
    ],
)
def test_an_order_inside_a_sentence_is_seen(text: str) -> None:
    assert no_reason.instruction(text)
    assert no_reason.request(text) == ""


def test_keys_pressed_at_random_are_seen_wherever_they_stand() -> None:
    assert no_reason.mashed("ok just seeing what this does asdfasdf later")
    assert no_reason.mashed("lorem ipsum")
    assert no_reason.mashed("test test")
    assert no_reason.mashed("We tested it at the zoo: a кенгуру, 12345, tree, property.") == ""


def test_a_pair_with_a_hyphen_is_a_pair(register: Register) -> None:
    subject = subject_of_tie("bellingham-wa--nakhodka", register)
    text = "I find it unbearable that Portland is silent. End the Portland-Khabarovsk tie."
    assert no_reason.foreign_pair(text, subject, register) == "Portland and Khabarovsk"


def test_another_tie_of_the_place_is_seen_where_it_is_spoken_of(register: Register) -> None:
    subject = subject_of_tie("houston-tx--tyumen", register)
    assert no_reason.other_tie("The Moscow agreement should go too.", subject, register) == "Moscow"
    assert no_reason.other_tie("Moscow bombs Kharkiv.", subject, register) == ""


def test_a_ukrainian_place_that_is_called_russian_is_seen() -> None:
    assert occupied.called_russian("A sister city of Yalta, Russia.") == "Yalta"
    assert occupied.called_russian("The Russian city of Sevastopol") == "Sevastopol"
    assert occupied.called_russian("Russia bombs Mariupol. Omsk, Russia, is far.") == ""


def test_a_pause_in_the_words_is_seen() -> None:
    assert no_reason.pauses("I ask the Council to vote to end it until the war is over.")
    assert no_reason.pauses("Please set it aside for now.")
    assert no_reason.pauses("Set the agreement aside until the war is over.")
    assert no_reason.pauses("Пусть эта дружба подождёт.")
    assert no_reason.pauses("Нехай це побратимство зачекає.")
    assert no_reason.pauses("I will not rest until she is home.") == ""


@pytest.mark.parametrize(
    "text",
    [
        "My friend is from Lviv. Can you please tell us if we still have a sister there?",
        "I would like the county to say whether it still counts.",
        "Some of us think it should end and some do not, but somebody should say.",
        "Скажіть уголос, чи це місто досі наш побратим.",
        "Does the agreement still stand?",
    ],
)
def test_who_only_asks_how_it_stands_is_seen(text: str) -> None:
    assert no_reason.only_wants_to_know(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tell us whether it stands, and end it if it does.",
        "Please vote. People should know whether you did.",
        "My aunt hid in a cellar for nine days.",
        "Розірвіть угоду і скажіть, чи вам не соромно.",
        "I asked her if she was afraid. Please suspend it.",
    ],
)
def test_who_asks_for_more_is_not_said_to_only_ask_how_it_stands(text: str) -> None:
    assert no_reason.only_wants_to_know(text) == ""


def test_what_still_asks_for_an_end_is_seen() -> None:
    assert no_reason.still_ends("Governor ought to end the sister state deal, that's all.")
    assert no_reason.still_ends("In 2022 the commission ended it in a week. Thank you.") == ""


def test_an_accusation_and_a_campaign_are_seen() -> None:
    assert no_reason.accuses("This mayor is bought with Russian money.")
    assert no_reason.accuses("The mayor bought a flag at the fair.") == ""
    assert no_reason.campaign("Vote Darlene Fuchs 2028!")
    assert no_reason.campaign("As a candidate for the 3rd District I say it.")
    assert no_reason.campaign("I will vote in 2029. A vote for peace.") == ""


@pytest.mark.parametrize("text", ["I live in $CITY.", "Мене звати «ваше ім'я».", "Меня зовут «Ваше имя»."])
def test_other_blanks_are_held_back(text: str) -> None:
    assert no_reason.placeholder(text)
    assert not no_reason.placeholder("It cost $40, and the shop is «Ваше свято».")


@pytest.mark.parametrize(
    "text",
    [
        "I demand an end to this.",
        "I beg of you to do it.",
        "I'd like to see it gone.",
        "Join me in asking for an end.",
        "Consider ending it.",
        "Do the right thing and end the tie.",
        "I ask for your support in ending the tie.",
    ],
)
def test_more_ways_to_ask_are_seen(text: str) -> None:
    assert no_reason.request(f"Halyna came from Kharkiv. {text}") == text


@pytest.mark.parametrize("text", ["Зроби коротше, будь ласка.", "Сделайте текст вежливее."])
def test_an_order_to_make_it_otherwise_is_seen(text: str) -> None:
    assert no_reason.instruction(text) == text


@pytest.mark.parametrize("text", ["See t.me/channel for it.", "It is at bit.ly/3xyz today."])
def test_short_addresses_are_links(text: str) -> None:
    assert no_reason.link(text)
