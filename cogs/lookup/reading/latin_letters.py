"""Ukrainian and Russian typed in Latin letters, written back: "kakie goroda razorvali", "skilky mist trymayut". Pure.

A text is taken for such where words of it that are neither English nor part of any name are known once they are written
in Cyrillic, and more of them than of English. Names that are known in Latin letters stay as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from itertools import islice, product

from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.reading.languages import RUSSIAN, UKRAINIAN, likelier
from db.record.gazetteer import Gazetteer
from db.record.ordinary_words import is_common, is_familiar, is_ordinary
from db.record.stop_words import STOP_WORDS
from db.record.text import Token, normalise
from db.record.values import value
from db.record.word_meanings import concepts

# A longer text is a pasted one, and English.
_LONGEST = 400
_TELLING, _SHORTEST = 2, 3
_CODE, _IN = 2, frozenset({"v", "u", "w"})
# What is said in English so, too.
_ENGLISH = frozenset({"slava"})
# What is around the words of a text.
_AROUND = "?!…–—()\"':;,. -"
# So many ways of writing a word are tried, the likeliest first.
_MOST_WAYS = 24


@value
class _Spelling:
    """What each Latin letter, or several together, may be written for, the likeliest first, and what a hard "i" is."""

    letters: Mapping[str, tuple[str, ...]]
    hard: str


def _spelling(rows: str, hard: str) -> _Spelling:
    letters = {spelt: tuple(said.split("|")) for spelt, said in (row.split("=") for row in rows.split())}
    return _Spelling(letters, hard)


_ALIKE = (
    "shch=щ sch=щ|сч zh=ж|зг kh=х ts=ц|тс tz=ц ch=ч sh=ш|щ|сг sc=ск|щ|сц ck=к ph=ф ya=я ja=я|жа yu=ю ju=ю|жу yo=ё|йо"
    " jo=ё|йо a=а b=б d=д e=е f=ф j=й|ж k=к l=л m=м n=н o=о p=п q=к r=р s=с t=т u=у v=в w=в x=кс|х y=ы z=з c=ц|к"
)
_IN_RUSSIAN = _spelling(
    f"{_ALIKE} ia=я|иа iu=ю|иу io=ё|ио ie=ие|е ye=е|ые je=е|же yi=ый yy=ый ssia=ссия shto=что g=г h=х|г i=и '=ь", "ы"
)
_IN_UKRAINIAN = _spelling(
    f"{_ALIKE} ia=я|іа iu=ю|іу io=йо|іо ie=іє|є ye=є je=є yi=ї ji=ї yy=ий g=г|ґ h=г|х i=і '='|ь", "и"
)
_PARTS = LATE.compile("|".join(sorted({*_IN_RUSSIAN.letters, *_IN_UKRAINIAN.letters}, key=len, reverse=True)))
# "Skolko", "pismo": nobody types a soft sign.
_SOFT = LATE.compile(r"(?<=[лнсзтдр])(?=[бвгджзклмнпрстфхцчшщ])")
_AFTER_A_VOWEL = LATE.compile(r"(?<=[аеёиоуыэюяіїє])ы")
_AFTER_A_CONSONANT = LATE.compile(r"(?<=[bcdfghklmnprstvwxz])yi\b")
# "V 80-h": of the eighties.
_DECADE_ENDINGS = {"h": "х", "x": "х", "kh": "х", "yh": "х", "ykh": "х"}
_APOSTROPHES = str.maketrans("’‘ʼ`", "''''")


@value
class WrittenBack:
    """A text in Cyrillic, and what was read so: as it was typed, and as it was written back."""

    text: str
    repair: tuple[str, str]


def written_back(text: str, words: Sequence[Token], gazetteer: Gazetteer) -> WrittenBack | None:
    """A cleaned text with its words in Cyrillic that were typed in Latin letters; None for English and for Cyrillic."""
    if len(text) > _LONGEST or not _is_in_latin_letters(words, gazetteer):
        return None
    states = _state_codes(words, gazetteer)
    spellings = {RUSSIAN: _IN_RUSSIAN, UKRAINIAN: _IN_UKRAINIAN}
    tongues = {
        tongue: {word: None if word in states else _written(word, spelling, gazetteer) for word in words}
        for tongue, spelling in spellings.items()
    }
    read = tongues[likelier(*(filter(None, tongues[tongue].values()) for tongue in (UKRAINIAN, RUSSIAN)))]
    out, end, number = [], 0, False
    for word in words:
        ending = _DECADE_ENDINGS.get(word.norm) if number else None
        as_typed = word.raw.upper() if word in states else word.raw
        out += [text[end : word.start], ending or read[word] or as_typed]
        end, number = word.end, word.raw.isdigit()
    spelt = "".join([*out, text[end:]])
    return WrittenBack(spelt, (text.strip(_AROUND), f"“{spelt.strip(_AROUND)}”"))


def _state_codes(words: Sequence[Token], gazetteer: Gazetteer) -> Set[Token]:
    """The postal codes of states: two capitals among small letters, or what stands behind "in": "skolko v NY"."""
    shouting = all(word.raw.isupper() for word in words)
    coded = (i for i, word in enumerate(words) if len(word.raw) == _CODE and gazetteer.short_state(word.norm))
    return {words[i] for i in coded if (words[i].raw.isupper() and not shouting) or (i and words[i - 1].norm in _IN)}


def _is_in_latin_letters(words: Sequence[Token], gazetteer: Gazetteer) -> bool:
    """Whether words that are not English are known once they are in Cyrillic, and more of them than are English; one
    is enough where none is English or unknown.
    """
    if any(word.cyrillic for word in words):
        return False
    strange = [word for word in words if len(word.norm) >= _SHORTEST and _is_strange(word.norm, gazetteer)]
    if len(strange) <= sum(len(word.norm) > _SHORTEST and is_common(word.norm) for word in words):
        # Told at once of nearly all that is English: how its names may be written takes time.
        return False
    telling = sum(_may_be(word.raw, lambda written: _tells(written, gazetteer)) for word in strange)
    if not telling:
        return False
    others = [word for word in words if word not in strange]
    english = [
        word for word in others if _is_said_in_english(word.norm, gazetteer) and not _may_be(word.raw, _is_known)
    ]
    known = sum(_may_be(word.raw, _is_known) for word in strange)
    if telling < _TELLING and english:
        return False
    if known <= 2 * len(english) or 2 * known < len(strange):
        return False
    # "Petro zavodsk" is one name.
    return not gazetteer.joined("".join(word.norm for word in words))


def _is_strange(norm: str, gazetteer: Gazetteer) -> bool:
    """Whether a word is neither English nor part of a name, nor short for a state."""
    named = gazetteer.knows_word(norm) or gazetteer.short_state(norm)
    return not (named or norm in _ENGLISH or is_familiar(norm) or concepts().meaning(norm))


def _is_said_in_english(norm: str, gazetteer: Gazetteer) -> bool:
    return is_common(norm) or not gazetteer.knows_word(norm)


def _may_be(typed: str, holds: Callable[[str], bool]) -> bool:
    """Whether something holds for a word as it may be written in Cyrillic."""
    return any(holds(way) for spelling in (_IN_RUSSIAN, _IN_UKRAINIAN) for way in _ways(typed, spelling))


def _tells(written: str, gazetteer: Gazetteer) -> bool:
    """Whether a word in Cyrillic is an ordinary one, and of no name."""
    norm = normalise(written)
    return (is_ordinary(norm) or norm in STOP_WORDS) and not gazetteer.knows_word(norm)


def _written(word: Token, spelling: _Spelling, gazetteer: Gazetteer) -> str | None:
    """A word in Cyrillic; None where it is a name as it is typed, or no word once it is written back."""
    if len(word.norm) >= _SHORTEST and is_familiar(word.norm) and gazetteer.knows_word(word.norm):
        return None

    def is_name(written: str) -> bool:
        return len(word.norm) > _SHORTEST and gazetteer.knows_word(normalise(written))

    ways = [*_ways(word.raw, spelling)]
    found = _first(ways, _is_known) or (None if gazetteer.knows_word(word.norm) else _first(ways, is_name))
    return found.capitalize() if found and word.capital else found


def _first(ways: Sequence[str], holds: Callable[[str], bool]) -> str | None:
    return next(filter(holds, ways), None)


def _is_known(written: str) -> bool:
    """Whether a word in Cyrillic is an ordinary one, or means what others do."""
    norm = normalise(written)
    return is_ordinary(norm) or norm in STOP_WORDS or concepts().meaning(norm) is not None


def _ways(typed: str, spelling: _Spelling) -> Iterator[str]:
    """How a word may be written in Cyrillic, the likeliest first; none where it has another sign."""
    lowered = _AFTER_A_CONSONANT.sub("yy", typed.lower().translate(_APOSTROPHES))
    parts = _PARTS.findall(lowered)
    if "".join(parts) != lowered or not all(part in spelling.letters for part in parts):
        return
    for way in islice(product(*(spelling.letters[part] for part in parts)), _MOST_WAYS):
        plain = _AFTER_A_VOWEL.sub("й", "".join(way)).replace("ы", spelling.hard)
        yield plain
        yield from (f"{plain[: gap.start()]}ь{plain[gap.start() :]}" for gap in _SOFT.finditer(plain))
