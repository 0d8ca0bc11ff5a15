"""From what a person typed to tokens that can be compared: one spelling for case, accents, scripts and noise. Pure."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import filterfalse, islice

from db.record.caching import remembered

MAX_LENGTH = 6000
# So many words of a text are read, about four thousand characters: no message of a person is longer.
MOST_WORDS = 600
_TEXTS = 2

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[a-z]")
# Letters that look alike in the two scripts, as they are used to imitate each other.
_TO_LATIN = str.maketrans("авекмнорстухісԁјѕԛԝ", "abekmhopctyxicdjsqw")
_TO_CYRILLIC = str.maketrans("abekmhopctyxi", "авекмнорстухі")
_NOISE = re.compile(
    r"</?\w{1,80}[^<>]{0,80}>|https?://\S+|www\.\S+|<a?:\w{1,40}:\d{1,20}>|</[^:<>]{1,80}:\d{1,20}>|<[@#t][^<>\s]{0,80}>"
    r"|@(?:everyone|here)\b",
    re.IGNORECASE,
)
# All of that has one of these.
_MAY_BE_NOISE = re.compile(r"[<:@]|www\.", re.IGNORECASE)
_STRESS = "\u0301"
# A word written letter by letter: ``P O R T L A N D``.
_SPACED = re.compile(r"(?<!\w)(?:[^\W\d_] ){3,}[^\W\d_](?!\w)")
_APOSTROPHES = "'’‘ʼ`´ʹ′"
# Of an abbreviation so many letters at most are read, and never fewer than there are: a text of them is read in one go.
_WORD = re.compile(
    rf"(?:[^\W\d_]\.){{2,12}}+(?:[{_APOSTROPHES}]s\b)?(?!\w)|[^\W\d_]+(?:[{_APOSTROPHES}][^\W\d_]+)*|\d+(?:st|nd|rd|th)?"
)
_POSSESSIVE = re.compile(rf"[{_APOSTROPHES}]s$", re.IGNORECASE)
_NOT_LETTERS = re.compile(rf"[{_APOSTROPHES}.]")
_CANONICAL = {
    "st": "saint",
    "ste": "saint",
    "sainte": "saint",
    "mt": "mount",
    "ft": "fort",
    "twp": "township",
    "ukr": "ukraine",
    "ppl": "people",
}
# Words of chat in the spelling of a dictionary, folded.
_OF_CHAT = {
    "шо": "що", "шож": "що", "чо": "что", "че": "что", "ваще": "вообще", "щас": "сеичас", "скок": "сколько",
    "скока": "сколько", "тя": "тебя", "тока": "только",
}  # fmt: skip
# What looks like a case ending there and is of the word's own: "розрив", "разрыв", "призыв", as their other cases are.
_OWN_WORDS = {word: f"{word}у" for word in ("розрив", "разрив", "призив", "перерив", "прорив", "обрив")}
# "Which" in Russian and Ukrainian: without its ending it would be "how".
_WHICH = frozenset("какие какои какая какое каких каким какими какую яки якии яка яке яких яким якими яку".split())
_STROKES = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ґ": "г", "є": "е", "э": "е", "ы": "и", "і": "и"}
)
# Case endings of Russian and Ukrainian nouns and adjectives, longest first; ы, і and ї are already и, э and є are е.
_ENDING = re.compile(
    r"(?:иями|иею|иеи|ями|ами|ого|его|ому|ему|ими|ием|иям|иях|ьою|ью|ою|ею|ия|ии|ие|ию|ой|ои|ом|ем|ям|ях|ам|ах|им|их|ая|яя"
    r"|ую|юю|ое|ее|еи|ов|ев|ив|а|е|и|о|у|ю|я|ь|ъ)$"
)
_SHORTEST_STEM = 3
# What looks like an ending in a name and is its own: "Псков", "Дарем".
_OWN_END = re.compile(r"[а-я](?:ов|ев|ив|ем)$")
_OWN_LAST = frozenset("вмВМ")


@dataclass(frozen=True, slots=True)
class Token:
    """One word. ``norm`` is what is compared; ``start`` and ``end`` are offsets in the cleaned text."""

    raw: str
    norm: str
    start: int
    end: int
    capital: bool
    cyrillic: bool


# What is asked is read by several in turn, as it is cleaned and word by word: the last few texts are kept.
@lru_cache(maxsize=_TEXTS)
def clean(text: str) -> str:
    """Without control, format and non-characters, links, mentions and custom emoji; at most 6,000 characters."""
    visible = _visible(text[:MAX_LENGTH])
    if _MAY_BE_NOISE.search(visible):
        visible = _NOISE.sub(" ", visible)
    return _SPACED.sub(lambda match: match.group().replace(" ", ""), visible)


def noise(text: str) -> tuple[str, ...]:
    """What ``clean`` leaves out of a text besides what nobody sees: links, mentions and custom emoji, as typed."""
    return tuple(_NOISE.findall(_visible(text[:MAX_LENGTH])))


def _visible(text: str) -> str:
    if not text.isascii():
        # One letter may become eighteen.
        text = unicodedata.normalize("NFKC", text)[:MAX_LENGTH]
    # What can be printed is shown as it is, but for one accent, by which Russian tells where a word is stressed.
    return text if text.isprintable() and _STRESS not in text else "".join(map(_shown, text))


@lru_cache(maxsize=512)
def _shown(char: str) -> str:
    """A character, a blank where it only parts others, and nothing where nobody sees it."""
    category = unicodedata.category(char)
    if category in {"Cf", "Cn", "Co", "Cs"} or char == _STRESS:
        return ""
    return " " if category in {"Cc", "Zl", "Zp"} else char


def normalise(word: str) -> str:
    """The comparable form of one word: folded case, no accents or apostrophes, look-alikes undone, Cyrillic stemmed."""
    if word.isascii() and word.isalnum():
        plain = word.lower()
        return _CANONICAL.get(plain, plain)
    return _normalise(word)


@remembered(entries=1024, longest=64)
def _normalise(word: str) -> str:
    if _CYRILLIC_WORD.fullmatch(word):
        return _normalise_cyrillic(word.casefold().translate(_FOLDED))
    lowered = _POSSESSIVE.sub("", word).casefold()
    if lowered.isascii():
        plain = _NOT_LETTERS.sub("", lowered)
        return _CANONICAL.get(plain, plain)
    return _normalise_other(_NOT_LETTERS.sub("", lowered))


def _normalise_other(lowered: str) -> str:
    if _CYRILLIC.search(lowered) and _LATIN.search(lowered):
        lowered = _one_script(lowered)
    bare = fold(lowered)
    return _normalise_cyrillic(bare) if _CYRILLIC.search(bare) else _CANONICAL.get(bare, bare)


def _normalise_cyrillic(bare: str) -> str:
    return "котор" if bare in _WHICH else stem(_OF_CHAT.get(bare) or _OWN_WORDS.get(bare, bare))


def fold(lowered: str) -> str:
    """A word in small letters without accents and strokes; what Russian and Ukrainian write differently is one."""
    bare = unicodedata.normalize("NFD", lowered)
    if not bare.isalpha():  # an accent is no letter
        bare = "".join(filterfalse(unicodedata.combining, bare))
    return bare.translate(_STROKES)


# Of a word of these letters alone nothing is taken away but accents and its ending: nearly all are such.
_CYRILLIC_WORD = re.compile("[а-яёіїєґА-ЯЁІЇЄҐ]+")
_FOLDED = str.maketrans({letter: fold(letter) for letter in "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґ"})


def _one_script(word: str) -> str:
    """A word of mixed scripts in the one that all its letters can be taken for, else in that of most of them."""
    as_latin = word.translate(_TO_LATIN)
    if not _CYRILLIC.search(as_latin) or len(_LATIN.findall(word)) * 2 >= len(word):
        return as_latin
    return word.translate(_TO_CYRILLIC)


def stem(word: str) -> str:
    """A Cyrillic word without its case ending; short words stay whole."""
    cut = _ENDING.sub("", word)
    if len(cut) < _SHORTEST_STEM:
        cut = word[:-1] if len(word) > _SHORTEST_STEM and word[-1] in "аеиоуюяьъ" else word
    return cut.rstrip("ьъ") if len(cut) >= _SHORTEST_STEM else word


def norms(text: str) -> list[str]:
    """The normalised words of an already cleaned text, in order; at most the first six hundred."""
    return [norm for _, norm, _ in _read(text)]


def words(text: str) -> list[str]:
    """The words of an already cleaned text as they are written, in order; at most the first six hundred."""
    return _WORD.findall(text)[:MOST_WORDS]


def tokens(text: str) -> list[Token]:
    """The words of an already cleaned text, in order; at most the first six hundred."""
    return [*_tokens(text)]


@lru_cache(maxsize=_TEXTS)
def _tokens(text: str) -> tuple[Token, ...]:
    return tuple(
        [
            Token(
                raw,
                norm,
                start,
                start + len(raw),
                raw[0].isupper(),
                not norm.isascii() and _CYRILLIC.search(norm) is not None,
            )
            for raw, norm, start in _read(text)
        ]
    )


@lru_cache(maxsize=_TEXTS)
def _read(text: str) -> tuple[tuple[str, str, int], ...]:
    """The words of a cleaned text as written and normalised, and where each begins."""
    found = islice(_WORD.finditer(text), MOST_WORDS)
    return tuple((match.group(), norm, match.start()) for match in found if (norm := normalise(match.group())))


def key(name: str) -> str:
    """A name as its normalised words, joined by blanks: what the gazetteer's index is keyed by."""
    if name.isascii() and name.replace(" ", "").isalpha():  # nearly every name: nothing of it needs more
        return " ".join([_CANONICAL.get(word, word) for word in name.lower().split()])
    return _key(name)


@remembered(entries=512, longest=200)
def _key(name: str) -> str:
    return " ".join(map(normalise, _words(name)))


def keys(name: str) -> tuple[str, ...]:
    """The ``key`` of a name, and that of its other cases if it differs: "Пскове" keeps what "Псков" seems to end in."""
    if name.isascii():
        return (key(name),)
    words = _words(name)
    plain = " ".join(map(normalise, words))
    if not any(word[-1] in _OWN_LAST for word in words):
        return (plain,)
    declined = " ".join(map(_declined, words))
    return (plain,) if plain == declined else (plain, declined)


def _words(name: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", name))


def _declined(word: str) -> str:
    bare = fold(word.casefold())
    if not _OWN_END.search(bare):
        return normalise(word)
    return f"{bare[:-2]}ов" if bare.endswith("ив") else bare


# What is written for one sound in the usual romanisations, longest first; and the sounds of the Cyrillic letters.
_SOUNDS = tuple(
    (written, said)
    for pair in (
        "shch=sh tsch=ch sch=sh zh=sh tch=ch kh=h ck=k x=h w=v iy=i ij=i yy=i yi=i j=i y=i ie=e ii=i q=k tz=ts c=ts"
    ).split()
    for written, said in [pair.split("=")]
)
_LETTERS = str.maketrans(
    dict(
        zip(
            "абвгдежзийклмнопрстуфхцчшщъыьэюя",
            "a b v g d e zh z i i k l m n o p r s t u f h ts ch sh sh _ i _ e iu ia".replace("_", "").split(" "),
            strict=True,
        )
    )
)
_DOUBLED = re.compile(r"(.)\1")


@remembered(entries=512, longest=64)
def sound(compact: str) -> str:
    """A rough key of how a romanised Russian or Ukrainian name sounds, one for all the usual romanisations."""
    out = compact.translate(_LETTERS)
    for written, said in _SOUNDS:
        if not (written == "c" and "ch" in out):
            out = out.replace(written, said)
    if out.startswith("ie"):
        out = out[1:]
    return _DOUBLED.sub(r"\1", out)


# What Cyrillic writers hear apart in a name of another language, and write now so and now so: "Дюбук" and "Дабьюк".
_HEARD = str.maketrans(
    {**dict.fromkeys("оеиэё", "а"), "я": "а", "ю": "у", "х": "г", "з": "с", "ц": "с", "ь": "", "ъ": ""}
)
_AS_ONE = re.compile(r"дж|дз|оу")
_VOWELS = re.compile(r"а+")
_BEFORE_A_VOWEL = re.compile(r"(?<![а-я])[уо](?=[аеиоэуюя])")
_SHORTEST_HEARD = 4


@remembered(entries=256, longest=64)
def heard(compact: str) -> str:
    """A rough key of how a name of another language is written in Cyrillic, one for its usual spellings: vowels but
    "у" are one, and so are "х" and "г". Empty for what is too short to tell names apart.
    """
    if compact.isascii() or len(compact) < _SHORTEST_HEARD:
        return ""
    out = _BEFORE_A_VOWEL.sub("в", _AS_ONE.sub(lambda both: "о" if both[0] == "оу" else "ж", compact)).translate(_HEARD)
    out = _DOUBLED.sub(r"\1", _VOWELS.sub("а", out))
    return out if len(out) >= _SHORTEST_HEARD else ""
