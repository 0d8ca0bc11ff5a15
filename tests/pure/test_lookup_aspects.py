"""What is asked of a tie that is named, by its meaning: what aspects are made of, and in whatever order it is put."""

from __future__ import annotations

import pytest

from cogs.lookup.answers.answer import answer
from cogs.lookup.reading.aspects import Aspect, aspects_asked
from cogs.lookup.reading.understanding import understand
from cogs.lookup.render_text import as_text
from db.record.register import Register
from db.record.vocabulary import vocabulary
from tests.world import NOW

# One wording a line, of one aspect; the pair is put in, in each of three languages.
MEANT = {
    Aspect.CONDITION: (
        "what would it take for {en} to get back together",
        "on what terms was the tie of {en} suspended",
        "що має статися, щоб {uk} знову дружили",
        "{ru}: какие условия возобновления",
    ),
    Aspect.LENGTH: (
        "number of years {en} were paired",
        "{en}, lifespan",
        "скільки років {uk} дружили до призупинення",
        "сколько лет {ru} были побратимами",
    ),
    Aspect.CHAMBER_LIST: (
        "{en}: on the chamber's roster or not",
        "чи є {uk} у переліку палати",
        "{ru} в списке торговой палаты?",
    ),
    Aspect.PROPOSER: ("{en}: whose idea was the cut", "{uk}: з чиєї ініціативи", "{ru}: по чьей инициативе"),
    Aspect.KIND: ("what sort of agreement is {en}", "{uk}: якого типу зв'язок", "{ru}: какого рода связь"),
    Aspect.TO_WHOM: ("{en}: which office gets my letter", "{uk}: кому писати", "{ru}: кому адресовать письмо"),
}
PAIR = {"en": "Charlotte and Voronezh", "uk": "Шарлотт і Воронеж", "ru": "Шарлотт и Воронеж"}
# Words of an aspect that ask for something else.
NOT_MEANT = (
    ("how long has Chicago been suspended with Moscow", Aspect.LENGTH),
    ("ping me if Dallas changes its mind", Aspect.COURSE),
    ("since the start of the war, what did Duluth do", Aspect.COURSE),
    ("who wrote the letter to Charlotte", Aspect.TO_WHOM),
    ("was Chicago the first of all to suspend", Aspect.OLDEST),
    ("which ties are on the Chamber's list", Aspect.CHAMBER_LIST),
)


@pytest.mark.parametrize(("aspect", "asked"), [(aspect, text) for aspect, texts in MEANT.items() for text in texts])
def test_an_aspect_is_known_in_whatever_words_and_order(aspect: Aspect, asked: str, register: Register) -> None:
    question = understand(asked.format(**PAIR), register.gazetteer, NOW.date())
    assert aspect in aspects_asked(question)


@pytest.mark.parametrize(("asked", "aspect"), NOT_MEANT)
def test_an_aspect_is_not_read_into_other_questions(asked: str, aspect: Aspect, register: Register) -> None:
    assert aspect not in aspects_asked(understand(asked, register.gazetteer, NOW.date()))


def test_nothing_general_is_told_before_what_is_asked_of_a_tie(register: Register) -> None:
    told = as_text(answer("charlotte nc - voronezh: conditions for resumption?", register, NOW.date()), register)
    assert told.startswith("Charlotte, North Carolina – Voronezh, Russia")


def test_every_aspect_is_made_of_concepts_that_are_known_and_all_are_used() -> None:
    table = vocabulary("aspects")
    used = {name for row in table["aspect"] for each in (*row["of"], row.get("never", "")) for name in each.split()}
    assert used == {*table["concepts"]}
    # What is never meant beside the same is one row.
    rows = [(row["asks"], row.get("never", "")) for row in table["aspect"]]
    assert rows == [*dict.fromkeys(rows)]
    assert {row["asks"] for row in table["aspect"]} == {*Aspect}
