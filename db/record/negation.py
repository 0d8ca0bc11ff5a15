"""What a text rules out: the words before a name, before several or behind, that leave it out. Pure.

Those before it are in ``data/vocabulary/leaving_out.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import pairwise
from operator import attrgetter

from db.record.gazetteer import Match
from db.record.mentions import Mention, StateMention
from db.record.models import Country
from db.record.text import Token, tokens
from db.record.vocabulary import LANGUAGES, vocabulary


def _words(name: str) -> frozenset[tuple[str, ...]]:
    """What leaves out, of one kind, in all languages: each as its normalised words."""
    table = vocabulary("leaving_out")
    return frozenset(tuple(word.norm for word in tokens(text)) for of in LANGUAGES for text in table[of][name])


# Behind the first of these several names may be left out together, joined by "and"; behind the others one.
_LEAVING_OUT = _words("before") | _words("before_names")
_NEGATORS = _LEAVING_OUT | _words("before_one_name")
_LEAVES_OUT = frozenset(words[-1] for words in _LEAVING_OUT) | {"not", "не"}
# So many words stand before the last of "or not in".
_SHORTEST_OR_NOT = 2
_LAST_OF_NEGATORS = frozenset(words[-1] for words in _NEGATORS)
_MOST_LEAVING_OUT = max(map(len, _NEGATORS))
_GO_ON = frozenset("and or nor та и й або или чи".split())
# Behind a name, what says that it is not meant.
_RULES_OUT_BEHIND = frozenset({"not", "arent", "isnt", "dont", "не", "ни"})
_NOT_MEANT = re.compile(
    r"(?:tie |ties |ones? |both |all |it |them |they )?(?:(?:is|are|s) not|not|isnt|arent|i dont) "
    r"(?:what (?:i|we|im|were)\b|(?:the )?ones? (?:i|we|im)\b|(?:interested|asking|looking|mean|need|want|care)\b"
    r"|(?:of )?interest|relevant|meant|asked|needed|wanted)"
    r"|(?:мен |мене |мени |меня |мне |нас |нам )?не (?:цикав\w*|интерес\w*|потрибн\w*|треб|над|нужн\w*)\b"
)
_OF_SEVERAL = re.compile(r"\b(?:are|arent|both|all|them|they|ones|dont|цикавля|интересуют|потрибни|нужн|треб|над)")
_FARTHEST_BEHIND = 6
_SPAN_END = attrgetter("end")
# "Not in Texas and Florida" leaves out both.
_NOT_IN = frozenset({(said, where) for said in ("not", "не") for where in ("in", "from", "в", "у", "з", "из")})
_LEAVES_OUT_ALL = _LEAVING_OUT | _NOT_IN
# "Suspended or not in Ohio" rules out no place.
_OR_NOT = frozenset("or или чи або".split())
_PLACED = frozenset("in from across".split())
_PUTTING, _OUT = (frozenset(vocabulary("leaving_out")["en"][around]) for around in ("put", "out"))
_NOT_BE = frozenset("isnt arent wasnt".split())
_RELATIVE = frozenset("that which who".split())
_FILLERS = frozenset(
    (
        "the in of for about from mean meaning one ones city talking asking my i am paired tied with в у про из с з "
        "show me include list give want need count tell to see показива показу включа додава "
        "anything everything any those these that which are is ties places cities towns pairs тих тех котор связ звязк "
        "namesake тезк тие ту "
        "сам itself тои та те тот що што что якии котор хто кто"
    ).split()
)
# Behind a name, or behind the partner of it, up to the end of the clause: "Houston–Moscow not counted", "Хьюстон не в
# счёт", "California you can leave out".
_NOT_COUNTED = re.compile(
    r"(?:(?:i|we|you|ill|well|id|lets|please|so|is|are|both|its|theyre) )*"
    r"(?:(?:not|dont|doesnt|do not|does not|wont|isnt|arent|neednt) (?:to |be |need to |need )?"
    r"(?:count|counted|counting|include|included|including|list|listed|show|repeat)"
    r"|(?:can|may|could|should) (?:be (?:left out|skipped|omitted)|stay out)"
    r"|(?:you|we|i) (?:can |may |could |will )?(?:leave out|skip|omit|ignore)"
    r"|(?:stays|left|leave|take|throw|toss) out|(?:set |put |left |leave )?aside|excluded|skip|omitted"
    r"|(?:i|we) (?:already )?(?:know|have|got|heard|covered|knew)(?: about)?(?: that| it| them)?(?: ones?)?"
    r"(?: already| of course)?"
    r"|не (?:в счет|бер\w*|брат|раху\w*|счит\w*|врахов\w*|учит\w*|включ\w*|показ\w*|перелич\w*|перечисл\w*|назив\w*"
    r"|чипа\w*|трога\w*|торка\w*|пиш\w*|повтор\w*)"
    r"|можн (?:не (?:раху|счит|показ|врах|учит)\w*|пропуст\w*)"
    r"|(?:пропуст|прибер|убер|викин|видкин|выкин|отброс|виключ|исключ|опуст)\w*"
    r"|(?:про |ц\w* |ет\w* |я |ми |уж |уже |вже |и так |и без того )*"
    r"(?:зна|знаем|в курс|(?:уже |вже |и так )(?:видом|известн))(?: уже| вже| и так)?"
    r")(?: please| thanks| будь ласк| пожалуист)?"
)
# Before a name with which the clause ends: "and the rest? I know Juneau", "про Монтклер знаем".
_KNOWN_BEFORE = re.compile(
    r"(?:^|.* )(?:(?:i|we) (?:already )?(?:know|have|got|heard|know about|have heard of)|ive got|weve got"
    r"|(?:я |ми |мы |уже |вже )*(?:зна|знаем)(?: уже| вже)?(?: про| о| об)?)"
)
# What is known is asked, or what is not: "what don't we know about Juneau".
_ASKS_WHAT_IS_KNOWN = frozenset("what how do does dont didnt cant couldnt not чог чим що что чего чем не".split())
_MOST_BEFORE = 6
_MOST_BEHIND = 4
# So many words the name itself, or its partner, may have behind its first.
_REST_OF_NAME = 2
# How many words before a name the "not" of a long "not … or … or …" may stand.
_FARTHEST_NOT = 60


def ruled_out_together(words: Sequence[Token], spans: Iterable[Mention | StateMention | Match]) -> set[int]:
    """Where the names begin that are ruled out with one before them, "outside Texas, Ohio and Virginia", or behind
    them: "Tacoma's and San Diego's are not what I'm after".
    """
    norms = [word.norm for word in words]
    led, behind = not _LEAVES_OUT.isdisjoint(norms), not _RULES_OUT_BEHIND.isdisjoint(norms)
    if not (led or behind):
        return set()
    ordered = sorted(spans, key=_SPAN_END)
    ends = {span.start: max(span.end, span.start + 1) for span in ordered}
    starts = sorted(ends)
    russian = {span.start for span in ordered if isinstance(span, Mention) and span.countries == {Country.RU}}
    out = _ruled_out_behind(norms, starts, ends, russian) if behind else set()
    if not led:
        return out
    for before, start in pairwise(starts):
        joins = {word.norm for word in words[ends[before] : start]}
        if joins <= _GO_ON and (before in out or _is_left_out(words, before)):
            out.add(start)
    return out


def _ruled_out_behind(
    norms: Sequence[str], starts: Sequence[int], ends: Mapping[int, int], russian: Set[int]
) -> set[int]:
    """Where the names begin behind which it is said that they are not meant, with those of the same side joined to
    them.
    """
    out: set[int] = set()
    several = joined = False
    for at in range(len(starts) - 1, -1, -1):
        start = starts[at]
        following = starts[at + 1] if at + 1 < len(starts) else None
        alike = (start in russian) is (following in russian)
        between = {*norms[ends[start] : following]}
        # "Texas and Ohio, Florida not needed": a comma alone joins none to the one that is not.
        joined = (joined or bool(between)) and several and alike and following in out and between <= _GO_ON
        found = _NOT_MEANT.match(" ".join(norms[ends[start] : ends[start] + _FARTHEST_BEHIND]))
        if found:
            several = _OF_SEVERAL.search(found.group()) is not None
        if found or joined:
            out.add(start)
    return out


def _is_left_out(words: Sequence[Token], start: int) -> bool:
    """Whether a word that leaves something out of a list stands before a name: "except", "outside"."""
    i = start - 1
    # "Apart from", "not in": what leaves out may itself end with a word that else only stands between.
    while i > 0 and words[i].norm in _FILLERS and not _ends_with(words, i, _LEAVES_OUT_ALL):
        i -= 1
    if i < 0 or not _ends_with(words, i, _LEAVES_OUT_ALL):
        return False
    return _ends_with(words, i, _LEAVING_OUT) or i < _SHORTEST_OR_NOT or words[i - 2].norm not in _OR_NOT


def _ends_with(words: Sequence[Token], at: int, known: Set[tuple[str, ...]]) -> bool:
    """Whether what is written up to the word at a place ends with some known words."""
    norms = tuple([word.norm for word in words[max(0, at + 1 - _MOST_LEAVING_OUT) : at + 1]])
    return any(norms[first:] in known for first in range(len(norms)))


def _is_put_out(words: Sequence[Token], start: int) -> bool:
    """Whether a name is put out around it: "leave Vermont out", "leaving California out of it"."""
    before = [word.norm for word in words[max(0, start - 2) : start] if word.norm != "the"]
    behind = [word.norm for word in words[start + 1 : start + 4]]
    return bool(before) and before[-1] in _PUTTING and not _OUT.isdisjoint(behind)


def _is_not_counted(words: Sequence[Token], start: int) -> bool:
    """Whether a name, or its partner right behind it, is said not to count: "Houston–Moscow doesn't count"."""
    behind = [word.norm for word in _rest_of_clause(words, start)]
    # With more behind it, it may be that which does not count: "in California, not counting San Diego".
    return any(_NOT_COUNTED.fullmatch(" ".join(behind[rest:])) for rest in range(min(_REST_OF_NAME + 1, len(behind))))


def _is_known(words: Sequence[Token], start: int) -> bool:
    """Whether somebody says that they know a name already, with which a clause ends: "the others? I know Juneau"."""
    norms = [word.norm for word in words[max(0, start - _MOST_BEFORE) : start]]
    if _KNOWN_BEFORE.fullmatch(" ".join(norms)) is None or not _ASKS_WHAT_IS_KNOWN.isdisjoint(norms):
        return False
    rest = _rest_of_clause(words, start)
    ends = start + 1 + len(rest) if rest else start + 1
    stops = ends >= len(words) or words[ends].start - words[ends - 1].end > 1
    return stops and len(rest) <= _REST_OF_NAME


def _rest_of_clause(words: Sequence[Token], start: int) -> Sequence[Token]:
    """The words behind one, up to a comma or another mark; none where these are too many to rule it out."""
    end = start + 1
    while end < len(words) and words[end].start - words[end - 1].end <= 1:
        end += 1
        if end - start > _MOST_BEHIND + _REST_OF_NAME + 1:
            return ()
    return words[start + 1 : end]


def is_negated(words: Sequence[Token], start: int) -> bool:
    """Whether the word at ``start`` is ruled out: ``not the one in …``, ``other than …``, ``not … or …``."""
    if _is_put_out(words, start) or _is_not_counted(words, start) or _is_known(words, start):
        return True
    i, first = start - 1, max(0, start - _FARTHEST_NOT)
    while i >= max(0, first, start - 6):
        norm, before = words[i].norm, words[i - 1].norm if i else ""
        ends_there = words[i + 1].start - words[i].end > 1
        if (before, norm) == ("or", "not") and (ends_there or words[i + 1].norm in _PLACED):
            # "Unanimous or not: Tulsa" rules out no place, as "suspended or not in Ohio" does not.
            return False
        if norm in _LAST_OF_NEGATORS and _ends_with(words, i, _NEGATORS):
            return True
        if norm == "no" and i and words[i].start - words[i - 1].end > 1:
            # "Suspended ones, no Florida": behind a comma, and no question whether there is one.
            return True
        if norm in _NOT_BE and (before in _RELATIVE or words[i + 1].norm in _PLACED):
            return True
        if norm in {"or", "nor", "или", "або"} and i >= 1:
            start, i = i - 1, i - 2
            continue
        if norm not in _FILLERS:
            return False
        i -= 1
    return False
