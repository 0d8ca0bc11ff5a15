"""Threats and hints are known by what their words mean and how near they stand, in three languages."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import tomli

from cogs.letters import danger
from cogs.letters.danger_parts import LANGUAGES, PartsError, languages
from cogs.letters.meaning_sentences import Meaning, should_it_stand
from cogs.letters.menace import Menace, Told, judged
from cogs.letters.menace_words import MenaceError, words_of
from cogs.letters.review import phrases
from cogs.letters.templates import FOLDER

pytestmark = pytest.mark.slow

SIBLINGS = tomli.loads(Path(__file__).with_name("letters_siblings.toml").read_text(encoding="utf-8"))


PRACTICE = tomli.loads(Path(__file__).with_name("letters_practice.toml").read_text(encoding="utf-8"))["sentence"]
SLURS = frozenset(word for phrase in phrases("slurs") for word in phrase)


def _of_kind(kind: str) -> list[str]:
    return [each["text"] for each in PRACTICE if each["is"] == kind]


def _meant(code: str, *sentences: str) -> list[Menace]:
    return judged([Told(danger._plain(sentence)) for sentence in sentences], words_of(code))


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_open_threat_is_stopped(code: str) -> None:
    wanted = SIBLINGS[code]["open"]
    passed = [text for text in wanted if not danger.is_threat(text)]
    assert len(passed) <= {"en": 2, "uk": 1, "ru": 0}[code], passed
    assert [text for text in passed if not danger.doubtful(text)] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_veiled_threat_is_stopped_or_held_back(code: str) -> None:
    wanted = SIBLINGS[code]["veiled"]
    passed = [text for text in wanted if not danger.is_threat(text) and not danger.doubtful(text)]
    assert len(passed) <= {"en": 12, "uk": 3, "ru": 3}[code], passed


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_same_words_without_harm_are_left_alone(code: str) -> None:
    harmless = SIBLINGS[code]["fine"]
    assert [text for text in harmless if danger.is_threat(text)] == []
    asked = [text for text in harmless if danger.doubtful(text)]
    assert len(asked) <= {"en": 7, "uk": 4, "ru": 3}[code], asked


def test_what_a_stranger_wrote_is_told_apart() -> None:
    assert [text for text in _of_kind("threat") if not danger.is_threat(text)] == []
    passed = [text for text in _of_kind("asked") if not danger.is_threat(text) and not danger.doubtful(text)]
    assert len(passed) <= 1, passed
    assert [text for text in _of_kind("fine") if danger.is_threat(text)] == []
    asked = [text for text in _of_kind("fine") if danger.doubtful(text) or danger.slur(text, SLURS)]
    assert len(asked) <= 3, asked
    assert [text for text in _of_kind("slur") if not danger.slur(text, SLURS)] == []


@pytest.mark.parametrize(
    ("insult", "harmless"),
    [
        ("They are all cockroaches.", "The whole city smelled of trash after the shelling."),
        ("Russians are an infestation.", "My Russian grandmother kept pigs."),
        ("A filthy Chechen sits there.", "Our Chechen guests washed the dirty dishes."),
        ("Slavs are a race of slaves.", "I am a Tatar, and my whole tribe was deported."),
        ("Росіяни — дика орда.", "Українці не раби."),
        ("Русские — порода рабов.", "Россияне тоже болеют раком."),
        ("Ukrainians are vermin.", "Russian television calls Ukrainians vermin."),
        ("The khokhols got what they asked for.", "A neighbor asked why I am not a khokhol like them."),
        ("The katsaps have what they asked for.", "The guests got the plaque they asked for."),
    ],
)
def test_a_people_made_beasts_or_a_breed_is_asked_about(insult: str, harmless: str) -> None:
    assert danger.slur(insult, SLURS)
    assert danger.slur(harmless, SLURS) == ""


@pytest.mark.parametrize(
    ("code", "threat", "harmless"),
    [
        ("en", "I will break every bone in your hand.", "I will shake your hand if you end it."),
        ("en", "Or your dog dies.", "Or your voters go."),
        ("en", "We'd put dynamite under your porch.", "We'd put your question on the agenda."),
        ("en", "You will leave in a coffin.", "My brother came home in a coffin."),
        ("uk", "Я спалю твою хату.", "Вони спалили мою хату."),
        ("uk", "Твоя дружина стане вдовою.", "Моя сестра стала вдовою."),
        ("uk", "Прийдемо з паяльником.", "Прийдемо з петицією."),
        ("ru", "Я сожгу твой гараж.", "Они сожгли мой гараж."),
        ("ru", "Твой сын поедет домой в мешке.", "Мой сын поедет домой на поезде."),
        ("ru", "Мы сломаем тебе руку.", "Мне сломали руку в отделении."),
    ],
)
def test_harm_that_is_promised_is_told_from_what_was_suffered(code: str, threat: str, harmless: str) -> None:
    assert _meant(code, threat) == [Menace.THREAT]
    assert _meant(code, harmless) == [Menace.NONE]


@pytest.mark.parametrize(
    ("code", "hint", "harmless"),
    [
        ("en", "Your porch is dry and old, and fires happen.", "Our porch is dry and old."),
        ("en", "I saw your son at the bus stop.", "I saw my son off at the bus stop."),
        ("en", "If I were you, I would not walk home.", "If I were you, I would ask the council."),
        ("en", "The last mayor, who refused, walks with a cane.", "The last mayor refused to meet us."),
        ("en", "My friends are less patient.", "My friends signed the petition."),
        ("uk", "На вашому місці я не гуляв би сам.", "На вашому місці я зняв би табличку."),
        ("uk", "Ваша машина в гаражі, а гальма старі.", "Наша машина стара."),
        ("ru", "На вашем месте я бы не ходил один.", "На вашем месте я бы снял табличку."),
        ("ru", "Ваши дети ходят одни через лес.", "Наши дети ходят в школу."),
    ],
)
def test_what_is_somebodys_own_is_told_from_the_writers(code: str, hint: str, harmless: str) -> None:
    assert _meant(code, hint) == [Menace.HINT]
    assert _meant(code, harmless) == [Menace.NONE]


@pytest.mark.parametrize(
    "text",
    [
        "Прошу вас розірвати угоду з Хабаровськом.",
        "Прошу вас порвать это соглашение.",
        "Уничтожьте эту табличку.",
        "Ми вас поб'ємо на виборах.",
        "Мы подождём вас после заседания.",
        "Ми переїдемо до вас у місто.",
        "Чи повідомите ви нас?",
        "Вы предали своих избирателей.",
        "Мы найдем способ вам помочь.",
        "Прийдемо до вас із дітьми й прапорами.",
        "Задушу вас в объятиях, если отмените.",
        "We will beat you at the polls.",
        "I will drag you into every debate.",
        "I will hang your picture in my kitchen if you do it.",
        "If I were you, I would never make it home for dinner with these agendas.",
        "Шкода буде, якщо наше місто промовчить останнім.",
        "Вони вбивають дітей, а ви мовчите.",
        "Вы молчите, а там убивают детей.",
        "Їх завтра вб'ють, а ви мовчите.",
        "Росіяни розстрілюють людей, а ви дружите з ними.",
        "Они сжигают деревни, а вы шлёте им открытки.",
        "Якщо Росія переможе, нас вб'ють, а вас забудуть.",
        "Они взорвут нашу школу, если вы промолчите.",
        "They will shoot us and you will send a card.",
        "Прошу вас подумати про тих, хто вже не повернеться додому.",
        "Ваш город стал мне домом, и я хочу им гордиться.",
        "Your kids play at the playground where the stone from Russia stands.",
        "We will bury our dead while you send cards.",
    ],
)
def test_what_is_asked_or_done_in_a_vote_is_not_stopped(text: str) -> None:
    assert not danger.is_threat(text)


@pytest.mark.parametrize(
    "text",
    [
        "I live on your street, three doors down.",
        "We collected signatures on your street last Saturday.",
        "Our church is on your street, and we ring the bell for Ukraine at noon.",
        "My father built the porch of your house in 1974.",
        "I deliver the mail on your street, Mayor, so I know your dog and your porch.",
        "Your wife taught my son to read.",
        "We met at your daughter's wedding.",
        "Я живу на вашій вулиці, через три будинки.",
        "Мы соседи, я вижу из кухни ваш украинский флаг.",
        "Ваш батько лікував мою маму.",
        "Ваша жена преподавала у моей дочери.",
    ],
)
def test_a_neighbor_is_left_alone(text: str) -> None:
    assert not danger.is_threat(text)
    assert danger.doubtful(text) == ""


def test_a_hint_may_stand_in_two_sentences() -> None:
    assert Menace.HINT in _meant("en", "Your cabin is lovely.", "Nobody would hear a thing.")
    assert Menace.HINT not in _meant("en", "Your office is lovely.", "Nobody would hear a thing.")


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_class_that_a_rule_needs_is_there(code: str) -> None:
    words = words_of(code)
    known = {name for names in (*words.single.values(), *words.stems.values()) for name in names}
    known |= {name for rows in words.rows.values() for _, name in rows}
    assert {"you", "your", "mine", "violent", "body", "kin", "home", "peril", "alone", "public", "warm"} <= known


@pytest.mark.parametrize("text", ["your wife ", "i will kill your ", "твой дом сожгу ", "твій дім спалю "])
def test_no_text_takes_long(text: str) -> None:
    danger.doubtful("warm up your ваш")
    began = time.thread_time()
    danger.doubtful((text * 800)[:4000])
    assert time.thread_time() - began < 0.2


def test_a_file_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    (tmp_path / "menace").mkdir()
    (tmp_path / "menace" / "en.toml").write_text("[classes]\n", encoding="utf-8")
    with pytest.raises(MenaceError, match=r"menace/en\.toml"):
        words_of("en", tmp_path)


def test_the_words_are_in_the_folder_of_the_letters(tmp_path: Path) -> None:
    assert sorted(file.stem for file in (FOLDER / "menace").iterdir()) == sorted(LANGUAGES)
    for name in ("danger", "concern"):
        (tmp_path / name).symlink_to(FOLDER / name)
    with pytest.raises((PartsError, OSError)):
        languages(tmp_path)


@pytest.mark.parametrize(
    ("meaning", "thought"),
    [
        (Meaning.TOLD, "say who said it to whom"),
        (Meaning.FIGURE, "Plain words say the same"),
        (Meaning.KIND, "words about their home, their family or their ways can frighten people"),
    ],
)
def test_what_speaks_for_changing_a_sentence_is_said_by_what_it_is(meaning: Meaning, thought: str) -> None:
    told = should_it_stand("Your porch is dry.", meaning, "We sold them that porch.")
    assert thought in told
    assert "“Your porch is dry.”" in told
