"""Questions in Ukrainian and Russian: that they are answered in English, and the word for how a tie stands. Pure.

The answers themselves stay in the language of the record. What is said here is the standing's word alone, one of six:
no more can be said in another language with certainty.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cogs.lookup.model import Answer
from cogs.wording.blocks import TextBlock
from db.record.standings import STANDINGS, Standing
from db.record.text import Token

# Letters that one of the two languages has and the other has not.
_OF_UKRAINIAN, _OF_RUSSIAN = frozenset("іїєґ"), frozenset("ыэъё")
# Where there is none of them, the words that only one has tell it; a question with as many of each is Russian.
_UKRAINIAN_WORDS = frozenset(
    "хто що чи та ще коли чому як де від або але це яка яке був була було "
    "лист листа листи мер мера меру мерові мером мене тебе себе має треба дякую допоможи хочемо ти ми ви вони чим "
    "з зі ким теж одноголосно навпаки зараз досить трохи "
    "які міста місто міст привіт війна приклади приклад розкажи анекдот котра година доброго ранку добраніч бувай "
    "порадь надішли надіслати скинь кнопки кнопка рецепт борщу тобі ще лише буває "
    "чому чого чий чия який якого яких котрі скільки цей ця цього цих буде дуже немає нема тільки лише навіщо "
    "новини новина стан прогрес джерела джерело докази доказ факти штати мери рада ради голоси решта скасовано "
    "припинено доводи причини цитати перший перша остання розклад помилка помилки мапа мапу огляд хронологія".split()
)
_RUSSIAN_WORDS = frozenset(
    "что кто или как где уже еще есть нет если только когда почему зачем какой какая какое какие каких был была было "
    "каком каким какому с со кем единогласно "
    "ты вы человек "
    "были мы они он она со об для ли же бы все сколько чем чего его их мэр город города вообще сейчас тоже".split()
)
# How verbs end in Ukrainian, and hardly any word in Russian: написати, зробити, призупинив; and those that do.
_UKRAINIAN_ENDINGS = ("ати", "ити", "яти", "увати", "ував", "ав", "ив", "ння", "ань", "ття")
_RUSSIAN_ENDED_SO = frozenset(
    "пяти десяти девяти двадцати тридцати состав устав сплав рукав нрав прав актив архив мотив залив коллектив "
    "сити против".split()
)
# What begins words of this subject in the one and not in the other.
_UKRAINIAN_BEGINNINGS = ("призупин", "розрив", "припин", "поновл")


@dataclass(frozen=True, slots=True, eq=False)
class Tongue:
    """What is said in a language: that the answer is in English, and what each standing is called."""

    code: str
    in_english: str
    standing: str
    words: Mapping[Standing, str]

    def of_standing(self, word: str, standing: Standing | None) -> str:
        """That the answer is in English, and the ``word`` in it for how the tie stands, with what that means."""
        if standing is None:
            return f"{self.in_english} {self.standing}: “{word}”."
        return f"{self.in_english} {self.standing}: “{word}” ({self.words[standing]})."


UKRAINIAN = Tongue(
    "uk",
    "Відповідь англійською.",
    "Що записано про цей зв'язок",
    {standing: facts.ukrainian for standing, facts in STANDINGS.items()},
)
RUSSIAN = Tongue(
    "ru",
    "Ответ на английском.",
    "Что записано об этой связи",
    {standing: facts.russian for standing, facts in STANDINGS.items()},
)


def tongue_of(written: Sequence[Token]) -> Tongue | None:
    """The language of words that are not English; None where most are in Latin letters."""
    cyrillic = [word for word in written if word.cyrillic]
    if not cyrillic or 2 * len(cyrillic) <= len(written):
        return None
    words = {word.raw.lower() for word in cyrillic}
    letters = frozenset("".join(words))
    if not _OF_UKRAINIAN.isdisjoint(letters):
        return UKRAINIAN
    if not _OF_RUSSIAN.isdisjoint(letters):
        return RUSSIAN
    told = {word.raw for word in cyrillic if not word.capital} - _RUSSIAN_ENDED_SO
    verbs = {raw for raw in told if raw.endswith(_UKRAINIAN_ENDINGS) or raw.startswith(_UKRAINIAN_BEGINNINGS)}
    ukrainian = len(words & _UKRAINIAN_WORDS | verbs)
    return UKRAINIAN if ukrainian > len(words & _RUSSIAN_WORDS) else RUSSIAN


def likelier(ukrainian: Iterable[str], russian: Iterable[str]) -> Tongue:
    """Of which language a text is whose words may be read in both, by those that only one of them has."""
    in_ukrainian = sum(word in _UKRAINIAN_WORDS or word.endswith(_UKRAINIAN_ENDINGS) for word in ukrainian)
    return UKRAINIAN if in_ukrainian > sum(word in _RUSSIAN_WORDS for word in russian) else RUSSIAN


def with_word_for_the_asker(found: Answer, written: Sequence[Token]) -> Answer:
    """An answer that begins with a sentence in the asker's language, where that is Ukrainian or Russian.

    `written`: the words of the question. An answer that begins in that language already stays as it is.
    """
    tongue = tongue_of(written)
    if tongue is None or not found.parts:
        return found
    first = found.parts[0]
    if first.lines and "\u0400" <= first.lines[0].text[:1] <= "\u04ff":
        return found
    # The ties of a list may be thousands: they are looked at last.
    return found.behind_line(_told(tongue, first, alone=len(found.ties) == 1))


def _told(tongue: Tongue, part: TextBlock, *, alone: bool) -> str:
    """The sentence; of a tie that stands otherwise than the word of its standing says, without what that means."""
    if part.standing is None or not alone:
        return tongue.in_english
    usual = STANDINGS[part.standing].label
    label = part.label or usual
    return tongue.of_standing(label, part.standing if label == usual else None)
