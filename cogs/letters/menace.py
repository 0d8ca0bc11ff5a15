"""Threats and hints of one by what their words mean and how near they stand. Pure.

``danger`` and ``concern`` know phrases; here classes of words (``menace_words``) have to meet. A rule says which, and
how near; what it finds is a threat, or is held back until its writer has changed it or said what it means.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum

from cogs.letters.menace_words import FAR, NEAR, NEXT, Found, MenaceWords
from db.record.lazy_pattern import LazyPattern
from db.record.values import value

# Beside these a sentence is not calm, whatever else it speaks of.
_GRAVE = (
    *("violent", "injure", "weapon", "deadly", "doom", "blaze", "peril", "alone"),
    *("badend", "behind", "tail", "endup", "haunt"),
)


class Menace(IntEnum):
    """How a sentence is meant, as far as its words tell."""

    NONE = 0
    HINT = 1
    THREAT = 2


_DONE_TO_YOU = LazyPattern(
    r"\b(?:shoot|stab|murder|burn|behead) you\b|\bkill you\b(?! with (?:kindness|love|letters|courtesy))"
    r"|\b(?:убью|убь[её]м|застрел\w+|зареж\w+|вб['’]ю|вб['’]ємо|заріж\w+) (?:тебя|тебе|вас)\b"
)


@value
class Told:
    """A sentence in small letters, and what else is known of it.

    ``elsewhere``: it is told of others. ``war``: it is of the war. ``unreal``: it is imagined, denied or feared.
    ``political``: it is of votes, courts and offices. ``shared``: it is of what both sides have in common.
    """

    plain: str
    elsewhere: bool = False
    war: bool = False
    unreal: bool = False
    political: bool = False
    shared: bool = False


def judged(sentences: Sequence[Told], words: MenaceWords) -> list[Menace]:
    """How each of the sentences is meant, by itself or beside its neighbour."""
    found = [words.found_in(sentence.plain) for sentence in sentences]
    return [_judge(sentence, found[at], found[max(at - 1, 0) : at + 2]) for at, sentence in enumerate(sentences)]


def _judge(sentence: Told, found: Found, around: Sequence[Found]) -> Menace:
    if sentence.elsewhere or found.has("told") or _is_figure(sentence.plain, found):
        return Menace.NONE
    if _disclaims(found):
        return Menace.HINT
    if sentence.war:
        return Menace.HINT if _has_address(found, around) else Menace.NONE
    if sentence.unreal:
        return Menace.HINT if _feigns(found, around) else Menace.NONE
    if _any(_THREATS, found) or (not sentence.political and _any(_ROUGH, found)):
        return Menace.THREAT
    if _mourns_ahead(found) and not found.has("moral"):
        return Menace.HINT
    is_kind = _is_warm(found) or found.has("moral")
    if not is_kind and any(rule(found, around) for rule in _PLAIN_HINTS):
        return Menace.HINT
    if sentence.shared or is_kind or found.ours:
        return Menace.NONE
    is_public = (sentence.political or found.has("public")) and not any(each.theirs or each.ways for each in around)
    light = () if is_public else _LIGHT_HINTS
    return Menace.HINT if any(rule(found, around) for rule in (*_HINTS, *light)) else Menace.NONE


def is_calm(plain: str, words: MenaceWords) -> bool:
    """Whether a sentence speaks of what is public, or kindly, or to a conscience, and of nothing that could hurt."""
    found = words.found_in(plain)
    is_calm = _is_warm(found) or found.has("moral") or (found.has("public") and not found.theirs)
    return is_calm and not found.has(*_GRAVE)


def _is_warm(found: Found) -> bool:
    """Whether a sentence has a kind word, which is more than manners: "with all respect", "good advice"."""
    return not set(found.at("warm")) <= set(found.at("polite"))


def is_figure(plain: str, words: MenaceWords) -> bool:
    """Whether a sentence speaks in a figure of what is done to somebody in a vote, or with kindness or letters."""
    return _is_figure(plain, words.found_in(plain))


def _is_figure(plain: str, found: Found) -> bool:
    # "I will shoot you at the polls" names a deed that no vote can do.
    return found.has("figure") and not found.theirs and not _DONE_TO_YOU.search(plain)


def is_neighborly(plain: str, words: MenaceWords) -> bool:
    """Whether a sentence says why its writer passes a house, or was glad of it: a flag, a petition, the mail."""
    return words.found_in(plain).has("gladly")


def insults(plain: str, words: MenaceWords) -> bool:
    """Whether a sentence makes beasts of a people, or calls it a bad breed; not where it tells that somebody did."""
    found = words.found_in(plain)
    if found.has("called", "mine"):
        return False
    people, beasts, breeds = found.at("people"), found.at("beast"), found.at("breed")
    # Where verbs have endings, a people and what it is called need no word between them.
    said = [*found.near(people, found.at("are"), 0, 1), *found.near(found.at("whole"), found.at("are"), 0, NEXT + 1)]
    called = found.near([*people, *said] if words.endings else said, [*beasts, *breeds], 0, NEXT)
    bred = found.near(found.at("whole"), breeds, 0, NEXT)
    dirty = found.near(found.at("dirt"), [*people, *breeds], 0, 1)
    denied = found.near(people, found.at("not"), 0, 2)
    return bool((called and not denied) or (people and (bred or dirty)))


def _any(rules: Sequence[Callable[[Found], bool]], found: Found) -> bool:
    return any(rule(found) for rule in rules)


def _harms(found: Found) -> bool:
    """Somebody is going to hurt who is meant, or what is theirs."""
    before = NEXT + found.words.before
    # Who will kill the writer, or somebody of theirs, threatens nobody who is spoken to.
    ours = [*found.at("mine"), *found.at("object_ours")]
    deeds = [at for at in found.deeds if not found.near([at], ours, 1, 2)]
    theirs = [at for at in found.deeds_of_others if not found.near([at], ours, 1, 2)]
    own = found.near(deeds, [*found.meant, *found.theirs], before, NEAR)
    others = found.near(theirs, [*found.at("object"), *found.theirs], NEXT, NEXT)
    return bool(own or others) and not found.has("moral")


def _wounds(found: Found) -> bool:
    """Somebody is going to break a part of a body, which is nobody's of the writer's own people."""
    mine = set(found.near(found.at("mine"), found.at("body"), found.words.before, 2))
    return any(at not in mine for at in found.near(found.blows, found.at("body"), NEXT, NEXT + 1))


def _dooms(found: Found) -> bool:
    return found.doomed


def _burns(found: Found) -> bool:
    """What is somebody's own is going to burn."""
    if found.has("moral"):
        return False
    things = set(found.theirs) & set(found.at("home", "ride", "living"))
    return found.has("must") and bool(found.near(things, found.at("blaze"), NEAR, FAR))


def _or_else(found: Found) -> bool:
    """Somebody or something of theirs is to suffer if it is not done."""
    things = set(found.theirs) & set(found.at("kin", "home", "ride"))
    held = found.near(found.at("if"), things, 0, NEXT)
    return bool(found.near(held, found.at("deadly", "next"), 0, NEXT))


def _arms(found: Found) -> bool:
    """A writer has a weapon, or comes with one, and names who is meant beside it."""
    held = found.near(found.at("has"), found.at("weapon"), NEXT, NEAR)
    by_writer = found.near(found.at("writer"), found.at("has"), NEXT, NEXT)
    comes = found.near(found.at("come"), found.at("weapon"), found.words.before, NEAR)
    wills = found.near(found.near(found.at("weapon"), found.at("will"), 0, NEXT), found.at("you"), 0, NEXT)
    meant = found.near(held, [*found.meant, *found.theirs], FAR, FAR)
    return bool((by_writer and meant) or comes or (wills and found.has("mine")))


def _strikes(found: Found) -> bool:
    """A writer says whom of theirs they are coming for."""
    return bool(found.near(found.at("strike"), set(found.theirs) & set(found.at("kin")), NEXT, NEXT))


def _sets(found: Found) -> bool:
    """A weapon that would be put to what is somebody's own."""
    return found.has("will", "must") and bool(found.near(found.at("weapon"), found.theirs, NEXT, NEXT + 1))


def _picks(found: Found) -> bool:
    """A weapon, and who of those who are meant comes first."""
    return bool(found.at("weapon") and found.at("first") and found.has("you", "your")) and not found.has("public")


def _vows(found: Found) -> bool:
    """Killing that is promised without a word about whom."""
    return bool(found.at("vow")) and not found.has("public", "moral", "warm")


_THREATS: tuple[Callable[[Found], bool], ...] = (_harms, _wounds, _dooms, _burns, _or_else, _strikes)
_ROUGH: tuple[Callable[[Found], bool], ...] = (_arms, _sets, _picks, _vows)


def _imperils(found: Found, around: Sequence[Found]) -> bool:
    """What is somebody's own, and what may befall it, or how alone it is."""
    return bool(found.theirs) and found.has("peril", "alone", "blaze", "deadly", "weapon")


def _has_seen(found: Found, around: Sequence[Found]) -> bool:
    """What is somebody's own, and that it was seen."""
    return bool(found.theirs and found.seen)


def _knows_ways(found: Found, around: Sequence[Found]) -> bool:
    """What somebody does by habit, and that it is known, or might be done otherwise."""
    return bool(found.ways) and (bool(found.seen) or found.has("alone", "peril", "advise"))


def _advises(found: Found, around: Sequence[Found]) -> bool:
    """Advice for what is somebody's own."""
    things = set(found.theirs) - set(found.at("kin", "body"))
    return found.has("advise") and (bool(things) or (bool(found.theirs) and found.has("if")))


def _beside(found: Found, around: Sequence[Found]) -> bool:
    """What is somebody's own, and what may befall it in the next sentence."""
    near = [each for each in around if each is not found and not each.has("mine", "public", "warm", "told")]
    return bool(found.theirs) and any(each.has("peril", "alone") for each in near)


def _knows_which(found: Found, around: Sequence[Found]) -> bool:
    """That it is known where, when or which of what is somebody's own."""
    asked = found.near(found.at("know"), found.at("which"), 0, NEXT)
    people = set(found.theirs) & set(found.at("kin"))
    return bool(found.near(asked, people, 0, NEAR))


def _has_address(found: Found, around: Sequence[Found]) -> bool:
    """That others, or the writer, have an address."""
    held = set(found.theirs) & set(found.at("address"))
    return bool(held) and found.has("know", "has", "behind") and found.has("others", "alone")


def _tells(found: Found, around: Sequence[Found]) -> bool:
    """That somebody of theirs is to be told that they were seen."""
    kin = found.near(found.at("tell"), found.at("kin"), 0, NEXT)
    return bool(kin and found.near(found.at("writer"), found.at("liked"), 0, NEXT))


def _in_their_place(found: Found, around: Sequence[Found]) -> bool:
    """What the writer would do, or not do, in somebody's place: at home, on their way, with their own people."""
    return found.has("swap") and found.has("routine", "alone", "home", "ride", "kin", "living")


def _shows_arms(found: Found, around: Sequence[Found]) -> bool:
    """A weapon beside who is spoken to, or one that the writer has."""
    if not found.has("weapon") or found.has("public"):
        return False
    counts = found.has("has") and any(each.has("first") or each.theirs for each in around)
    return counts or found.has("you", "your")


def _strays(found: Found, around: Sequence[Found]) -> bool:
    """A house, a way, a place by the water, and what is wrong with it: nothing that a letter is about."""
    things = found.has("home", "ride", "nature")
    return things and found.has("flaw") and not found.has("mine", "public", "if")


def _haunts(found: Found, around: Sequence[Found]) -> bool:
    """What may follow somebody home."""
    return found.has("haunt")


def _watches(found: Found, around: Sequence[Found]) -> bool:
    """That somebody is watched when they are alone, or day by day."""
    watched = found.near(found.near(found.at("writer"), found.at("know"), 0, NEXT), found.at("you"), 0, 2)
    return bool(watched) and found.has("alone")


def _feigns(found: Found, around: Sequence[Found]) -> bool:
    """Harm that is said to be feared for somebody who is not spoken of kindly."""
    return found.has("feign") and found.has("you", "your") and not found.has("warm", "mine")


def _greets(found: Found, around: Sequence[Found]) -> bool:
    """Greetings to somebody who is not written to."""
    beside = any(each.has("living", "kin", "tag") and not each.ours for each in around)
    return found.has("greet") or (found.has("hail") and beside)


def _recalls(found: Found, around: Sequence[Found]) -> bool:
    """What befell somebody of the same office."""
    return found.has("recall") and found.has("you", "generic", "before", "others")


def _thinks_of(found: Found, around: Sequence[Found]) -> bool:
    """Somebody's own people, and in the next sentence that they are to be thought of."""
    kin = set(found.theirs) & set(found.at("kin"))
    return bool(kin) and any(each is not found and each.has("them") and each.has("advise", "would") for each in around)


def _pities(found: Found, around: Sequence[Found]) -> bool:
    """What would be a pity."""
    things = found.has("home", "ride", "kin", "living")
    return things and found.has("would") and found.has("pity") and found.has("peril", "blaze", "deadly")


def _is_sure(found: Found, around: Sequence[Found]) -> bool:
    """Somebody or something that it is asked to be told is right, and what may befall it."""
    beside = any(each.has("peril", "alone") for each in around)
    return beside and found.has("tag") and found.has("kin", "home", "ride")


def _urges_care(found: Found, around: Sequence[Found]) -> bool:
    """Care that is advised with force."""
    return found.has("care") and any(each.has("urge") for each in around)


def _is_wry(found: Found, around: Sequence[Found]) -> bool:
    """What befell somebody or may befall anybody, with a wink."""
    near = [each for each in around if not each.has("mine", "public", "warm", "told")]
    if found.has("mine") or not any(each.has("wry") for each in near):
        return False
    befell = found.has("peril", "badend", "deadly", "blaze")
    return befell and found.has("generic", "before")


def _others_fared(found: Found, around: Sequence[Found]) -> bool:
    """How somebody fared who did not listen."""
    return bool(found.near(found.at("before"), found.at("badend"), NEXT, FAR))


def _stand_behind(found: Found, around: Sequence[Found]) -> bool:
    """Others who are less patient."""
    return bool(found.near(found.at("others"), found.at("behind"), NEXT, FAR))


def _disclaims(found: Found) -> bool:
    """That the writer would do nothing, and others are less patient."""
    near = found.near(found.at("others", "generic"), found.at("sore"), 0, FAR)
    return bool(near) and found.has("disclaim") and found.has("not")


def _mourns_ahead(found: Found) -> bool:
    """Condolences to somebody for what has not happened yet."""
    thanked = found.near(set(found.at("warm")) - set(found.at("mourn")), found.at("ahead"), 2, 2)
    ahead = set(found.at("ahead")) - set(thanked)
    return bool(found.near(found.at("mourn"), ahead, NEXT, NEAR)) and found.has("you", "your")


def _calls_on(found: Found, around: Sequence[Found]) -> bool:
    """Somebody's own people, who are to be visited if something is not done."""
    kin = set(found.theirs) & set(found.at("kin"))
    return bool(kin) and found.has("visit") and found.has("lest")


def _names_escort(found: Found, around: Sequence[Found]) -> bool:
    """Who is with somebody's own people on their way, which nobody asked."""
    kin = set(found.theirs) & set(found.at("kin"))
    return bool(found.near(found.at("escort"), kin, 0, NEAR)) and not found.has("public", "mine")


def _is_mourned(found: Found, around: Sequence[Found]) -> bool:
    """Flowers for somebody of the same office, told of beside it."""
    return found.has("mourned") and any(each.has("predecessor", "before") for each in around)


def _comes_home(found: Found, around: Sequence[Found]) -> bool:
    """What may come home to somebody."""
    return found.has("tail")


_HINTS: tuple[Callable[[Found, Sequence[Found]], bool], ...] = (
    _imperils,
    _has_seen,
    _knows_ways,
    _advises,
    _beside,
    _shows_arms,
    _haunts,
    _watches,
    _stand_behind,
)
_PLAIN_HINTS: tuple[Callable[[Found, Sequence[Found]], bool], ...] = (
    _knows_which,
    _has_address,
    _tells,
    _in_their_place,
    _calls_on,
    _names_escort,
)
_LIGHT_HINTS: tuple[Callable[[Found, Sequence[Found]], bool], ...] = (
    _greets,
    _others_fared,
    _is_mourned,
    _comes_home,
    _feigns,
    _is_wry,
    _recalls,
    _thinks_of,
    _pities,
    _is_sure,
    _urges_care,
    _strays,
)
