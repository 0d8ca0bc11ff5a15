"""What is asked of a tie beyond how it stands, such as its cost, visits or signs, and what is on record of it."""

from __future__ import annotations

import re
from datetime import date

import pytest

from cogs.lookup import searching
from cogs.lookup.answers.answer import answer
from cogs.lookup.model import Outcome
from cogs.lookup.parts.details import details_asked
from cogs.lookup.reading.understanding import understand
from cogs.lookup.render_text import as_text
from db.record.register import Register
from db.record.vocabulary import LANGUAGES, vocabulary

TODAY = date(2026, 11, 28)

ASKED = [
    ("cost", "Is San Diego's thing with Vladivostok costing us taxpayers money", "who pays for it"),
    ("cost", "скільки коштує місту Окленд побратимство з Находкою", "on what it costs, or who pays for it"),
    ("cost", "кто платит за побратимство Окленда с Находкой, наши деньги?", "on what it costs, or who pays for it"),
    ("contact_last", "Charlotte and Voronezh, when were they last in touch", "had not been in touch since 2015"),
    ("contact_last", "Шарлотт–Воронеж: коли вони востаннє спілкувались", "had not been in touch since 2015"),
    ("contact_last", "Шарлотт и Воронеж, когда последний раз контактировали", "had not been in touch since 2015"),
    (
        "letter",
        "Juneau's letter to Vladivostok, did it ever get there?",
        "could not be delivered",
    ),
    ("letter", "чи дійшов лист Джуно до Владивостока? лист отримали?", "could not be delivered"),
    ("letter", "письмо Джуно во Владивосток дошло?", "could not be delivered"),
    ("visits", "does Houston still send delegations to Tyumen", "no word of a visit or an exchange"),
    ("visits", "чи були делегації з Тюмені в Х'юстон", "no word of a visit or an exchange"),
    ("visits", "ездили ли студенты из Хьюстона в Тюмень, обмены были?", "no word of a visit or an exchange"),
    ("symbols", "what happened to the flags in Anacortes", "flags"),
    ("meeting", "how many people showed up at the Dubuque meeting", "Who came or spoke"),
    ("contact", "what's the mayor of Dallas's phone number", "No phone number"),
    ("contact", "який номер телефону мера Далласа", "No phone number"),
    ("future", "Is Bellingham likely to flip this year?", "cannot be told from here"),
    ("future", "чи планує Беллінгем розірвати", "cannot be told from here"),
    ("document", "where can I see the actual resolution of Norfolk on Kaliningrad", "holds no documents in full"),
    ("member", "бёркли и улан-удэ: до каких пор пауза и кто предложил", "Mayor Jesse Arreguín's proposal"),
    ("member", "Dallas, who brought it? whose resolution was it", "Mayor Eric Johnson's"),
    ("thanks", "did anybody in Houston thank the mayor for pausing Tyumen", "no word of thanks or praise"),
    ("apology", "did Louisville ever say sorry to Perm", "no word of an apology or regret"),
    ("protest", "was there any backlash in Tallahassee about Krasnodar", "no word of a reaction, criticism or protest"),
    ("office_now", "who is the current mayor of Dallas, still the Saratov guy?", "Who holds an office today"),
    ("office_now", "хто зараз мер Далласа", "Who holds an office today"),
    ("party", "is the mayor who suspended Tyumen in Houston a democrat", "To which party"),
    ("law", "was the Roanoke decision legal", "no word of a lawsuit"),
    ("gain", "does Tallahassee gain anything from the tie, any trade or jobs", "what the place gains"),
    ("report", "which newspaper reported it in Dubuque", "numbered sources below"),
    ("member", "Whose idea was it in Oklahoma City?", "on Mayor David Holt's resolution"),
]


@pytest.mark.parametrize(("name", "text", "said"), ASKED)
def test_what_is_asked_is_told_before_how_the_tie_stands(name: str, text: str, said: str, register: Register) -> None:
    found = answer(text, register, TODAY)
    told = as_text(found, register)
    assert name in [detail.name for detail in details_asked(understand(text, register.gazetteer, TODAY))]
    assert found.outcome is Outcome.TIE
    assert 0 <= told.find(said) < told.find(" — ")


@pytest.mark.parametrize(
    "text",
    [
        "is Dallas still paired with Saratov",
        "I'm on the phone with city hall in Baker City, they say it's done with Zeya. what have you got",
        "who broke the tie in juneau? 5-4 is tight. do you have names",
        "will portland's mayor get an email when i sign",
        "montclair kept cherepovets, good for them",
        "Anchorage Magadan: alive or zombie",
        "чи досі Даллас побратим Саратова",
        "Оклахома-Сити когда приостановил с Ульяновском, и были ли вообще контакты",
    ],
)
def test_where_nothing_more_is_asked_no_detail_is_told(text: str, register: Register) -> None:
    assert details_asked(understand(text, register.gazetteer, TODAY)) == []


def test_a_long_text_asks_for_no_detail(register: Register) -> None:
    text = "what does it cost in Dallas " + "and so on " * 8
    assert len(text.split()) == 30
    assert details_asked(understand(text, register.gazetteer, TODAY))
    assert not details_asked(understand(f"{text} again", register.gazetteer, TODAY))


def test_what_is_asked_is_told_whole_before_the_card_that_says_it_too(register: Register) -> None:
    told = as_text(answer("did Dubuque rename the park", register, TODAY), register)
    assert told.startswith(
        "Signs, parks and symbols on record\nDubuque, Iowa – Pyatigorsk: On 1 May 2023 the Dubuque City"
    )


@pytest.mark.parametrize("name", [name for name, row in vocabulary("details").items() if row["finds"]])
def test_a_detail_is_denied_only_where_nothing_of_the_tie_has_its_words(name: str, register: Register) -> None:
    finds = vocabulary("details")[name]["finds"]
    stands = re.compile(rf"\b(?:{'|'.join(finds)})\b", re.IGNORECASE)
    for tie in register.record.ties.values():
        if not searching.of_ties(tuple(finds), [tie], register):
            assert not stands.search(tie.note or ""), tie.id
            assert not any(stands.search(act.summary) for act in tie.acts), tie.id


def test_every_detail_can_be_asked_in_three_languages() -> None:
    for name, row in vocabulary("details").items():
        assert all(row[language] for language in LANGUAGES), name
        assert row["none"].endswith("."), name
        assert bool(row["finds"]) is bool(row["told"]), name
