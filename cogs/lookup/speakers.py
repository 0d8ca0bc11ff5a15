"""People and bodies in a question: whom it names, and what the record has of them. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import islice

from cogs.lookup import search_sentences, speaker_sentences
from cogs.lookup.eras import reckons_by_the_speech, reckons_from_the_speech
from cogs.lookup.filters import fitting
from cogs.lookup.framing import is_framed
from cogs.lookup.intents import HAPPENED, Intent
from cogs.lookup.intervals import asks_how_long
from cogs.lookup.model import TieFilter, Trait
from cogs.lookup.patterns import phrases
from cogs.lookup.question import Question, ruled_out
from cogs.lookup.sayings import QUOTES
from cogs.lookup.searching import searched
from cogs.lookup.spans import within
from cogs.lookup.vocabulary import of_all_languages
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.dates import when
from cogs.wording.names import pair_name, place_name
from cogs.wording.sources import Citations
from cogs.wording.status import tie_line
from db.record.act_kinds import ACT_KINDS
from db.record.derivation import acts_in_force
from db.record.mentions import Mention
from db.record.models import Act, Country, PartialDate, Tie
from db.record.ordinary_words import is_familiar, is_ordinary
from db.record.passages import PassageKind
from db.record.people import PUBLIC, Appearance, FoundSpeaker, Speaker
from db.record.register import Register
from db.record.stop_words import STOP_WORDS
from db.record.text import Token, key, sound

# What leaves out a person who stands behind it.
_LEFT_OUT = re.compile(
    r"\b(?:besides|except|excluding|other than|apart from|without|but not|not|no|nothing|nobody|кром|окрим|крим|без|не"
    r"|ничого|ничог|нич) (?:(?:from|by|of|like|від|от|вид|од) )?(?:president |mayor )?$"
)
MOST_NAMED = 2
MOST_ENTRIES, MOST_WORDS = 4, 6
# So many entries of the record are looked at for the words of a question.
_LOOKED_AT = 40
_MOST_OFFICES = 3
# So many ties that somebody spoke of are told with how they stand.
_FEWEST_TIES, _MOST_STANDINGS = 2, 12
_OF_SEVERAL = phrases("\n".join(of_all_languages("offices", "of_several")))
# So many ties are told of after somebody whose words and acts concern them.
_MOST_TIES = 3
_SHORTEST = 4
# Words are compared by so many letters, which most of their forms share.
_STEM = 5
_TITLES = frozenset("""
    mayor governor gov president councilmember councilor councillor councilman councilwoman commissioner senator mr mrs
    ms dr ald alderman ambassador chairman chair мер мера мером мэр губернатор президент посол
""".split())  # fmt: skip
# What stands between an office and where it is held.
_HELD_IN = frozenset("of in mayor governor мэр мер мера мэра".split())
# Who wants to write to somebody in an office does not ask who spoke in it.
_WANTS_TO_WRITE = phrases("(хочу|хотіла|хотів|хотела|хотел|як|как) ..2 (написати|написать)")
_ABOUT_A_PERSON = phrases("""
    who (is|was|s|were|are); whos; tell me about; said by; according to; words of
    (was|were|is|are) ..3 involved; (somebody|someone|anybody|anyone) ..3 (wanted|asked|proposed|suggested|said)
    what ..3 (say|said|do|did|think|propose*|want*); changed (his|her|their) mind; (part|role|involvement) in; the name
    (she|he) (voted|said|says|wanted|was|seems); was (she|he) (for|against); governors? ..3 (did|do|involved|role)
    (who|which|what) ..2 (went after|called (for|on|out)|urged|pressed|pushed|demanded|spoke out|criticiz*|condemned)
    (which|what) (governors?|mayors?) ..2 (wanted|asked|lobbied|campaigned|tried)
    did ..4 (tell|told|urge*|order*|press*|support*|oppose*|vote|voted|sign|signed)
    did ..2 (get|ever|really|actually|win|back|change)
    за (кого|что) ..1 (був|була|был|была); (for|against) or (for|against)
    (take|took|taken) ..2 (sides?|stances?|positions?|stand)
    did ..3 (mention*|name|named|praise|criticiz*|condemn*|call|say|ask|propose|want)
    кто (такой|такая|такие|это); кто был; что ..3 (сказал*|говорил*|думает|предлагал*|сделал*)
    хто (такий|така|такі|це); хто був; що ..3 (сказа*|каза*|говорив*|думає|пропонува*|зробив*|зробила)
""")
_THEIR_WORDS = phrases(
    "what (did|does|has) ..4 (say|said|mean|call*); що ..3 (сказав|казав|каже); что ..3 (сказал|говорил|говорит)"
)
_WORD_FROM = phrases(
    "(anything|something|word|words|statements?|comments?|opinion) ..1 (from|by|of); що ..1 про це; мнение"
)
# An office that is asked for, with the word for it in the record.
_OFFICES = {
    office: phrases(asked)
    for office, asked in {
        "mayor": "mayors?; мер; мера; мэр; мэра",
        "deputy mayor": """
            (deputy|vice) ..1 (mayor|something); (заступни*|заместител*) ..1 (мера|мэра); віце мер*; вице мэр*
        """,
        "governor": "governors?; губернатор; губернатора; губернаторк*",
        "president of": "association ..1 president; president of the association",
        "council": """
            council ?members?; council(or|ors|man|woman)
            (somebody|someone|anyone|anybody|who) ..2 (on|in|from) ..1 council
        """,
        "commissioner": "commissioners?",
    }.items()
}


# A person's first name and surname between "did" and what was done.
_FULL_NAME = re.compile(
    r"\b(?:[Dd]id|[Hh]as|[Dd]oes|[Ww]as|[Ii]s) ((?:[A-Z][\w’'.-]+ ){1,2}[A-Z][\w’'-]+) "
    r"(?:say|said|do|done|think|want|support|oppose|weigh|speak|spoken|comment|write|sign|ask|call|vote|mention)"
)
_WHO_IS = re.compile(
    r"\b(?:who is|who's|whos|who was|кто так\w+|хто так\w+|хто це|кто это) ([A-ZА-ЯІЇЄҐ][\w’'-]+ [A-ZА-ЯІЇЄҐ][\w’'-]+)",
)
_ALL_OF_THEM = phrases("\n".join(of_all_languages("offices", "all_of_them")))
_CALLED_FOR = phrases("\n".join(of_all_languages("offices", "called_for")))
_GOVERNOR_ASKED = "governor"
_OF_GOVERNORS = ("governor",)
_UNNAMED_GOVERNOR = re.compile(r"\b(?:after|when|since|as) (?:the|their|its|\w+['’]s) governor\b(?! [A-Z])")
# What says "city hall" begins with the word for a mayor.
_CITY_HALL = ("мери", "мері", "мэри")
_GOVERNOR = re.compile(r"(?:then )?governor\b", re.IGNORECASE)
# So much is told of each of several people.
_MOST_OF_EACH = 2


def with_speakers(question: Question, register: Register) -> Question:
    """The question with the people and bodies that it names; their names are no places', and nothing else's."""
    said = (each for each in register.people.find(question.words) if _is_meant(each, question, register))
    named = list(islice(said, MOST_NAMED))
    found = named or _misspelt(question, register)[:MOST_NAMED]
    if not found:
        return question
    listed = question.intents & {Intent.LIST, Intent.COUNT} or question.standings
    named_there = listed and Trait.NAMED_IN_SPEECH in question.narrowing.traits and Intent.CLAIM not in question.intents
    if ((named_there or reckons_from_a_speech(question)) and not question.mentions) or _times_by_a_speech(question):
        return replace(
            question, asides=tuple(word for word in question.asides if word not in _words_of(found, question))
        )
    out = [each for each in found if _is_out(each, question)]
    names = _words_of(found, question)
    spans = {i for each in found if each.speaker.is_person for i in range(each.start, each.end)}
    return replace(
        question,
        mentions=tuple(named for named in question.mentions if not spans & set(range(named.start, named.end))),
        unknown=tuple(word for word in question.unknown if word not in names),
        asides=tuple(word for word in question.asides if word not in names),
        speakers=tuple(each.speaker for each in found if each not in out),
        without_speakers=tuple(each.speaker for each in out),
        repairs=(*question.repairs, *(() if named else _surnames_read(found, question))),
    )


def _surnames_read(found: Sequence[FoundSpeaker], question: Question) -> Iterator[tuple[str, str]]:
    """The mistyped surnames, each with whose it was taken for."""
    for each in found:
        yield " ".join(word.raw for word in question.words[each.start : each.end]), each.speaker.name


def _is_out(found: FoundSpeaker, question: Question) -> bool:
    """Whether somebody is named only to be left out: "besides Zelenskyy"."""
    after = question.words[found.end].norm if found.end < len(question.words) else ""
    before = "".join(f"{word.norm} " for word in question.words[: found.start])
    return after == "aside" or _LEFT_OUT.search(before) is not None


def reckons_from_a_speech(question: Question) -> bool:
    """Whether ties are asked of, in a time that is told by a speech: the speaker is then not asked about."""
    narrowing = question.narrowing
    asks_of_ties = question.standings or narrowing.kinds or narrowing.changed or narrowing.decided
    asks_of_ties = asks_of_ties or _asks_what_came_of_it(question)
    return bool(asks_of_ties) and not question.mentions and reckons_by_the_speech(question.joined)


def _asks_what_came_of_it(question: Question) -> bool:
    """Whether it is asked what was done before or after a speech."""
    return reckons_from_the_speech(question.joined) and HAPPENED.search(question.joined) is not None


def _times_by_a_speech(question: Question) -> bool:
    """Whether it is asked how long after a speech something was done at a place that is named."""
    return bool(question.mentions) and asks_how_long(question) and reckons_by_the_speech(question.joined)


def _words_of(found: Sequence[FoundSpeaker], question: Question) -> set[str]:
    return {question.words[i].raw for each in found for i in range(each.start, each.end)}


def _misspelt(question: Question, register: Register) -> list[FoundSpeaker]:
    """People whose surname a word that fits nothing else is like."""
    unknown = [(i, word) for i, word in enumerate(question.words) if word.raw in question.unknown]
    like = ((i, register.people.like(word.norm)) for i, word in unknown if not is_familiar(word.norm))
    return [FoundSpeaker(i, i + 1, speaker, full=False) for i, speaker in like if speaker is not None]


# It is asked for each name of the same text.
@lru_cache(maxsize=2)
def _says_title(joined: str) -> bool:
    return not _TITLES.isdisjoint(joined.split())


def _is_meant(found: FoundSpeaker, question: Question, register: Register) -> bool:
    """Whether somebody is meant, and not a place, a word of the same letters, or another person of the name."""
    inside = [named for named in question.mentions if named.start < found.end and found.start < named.end]
    if not found.speaker.is_person:
        return not any(named.places for named in inside) or _asks_of_person(question)
    if any(named.end - named.start > found.end - found.start for named in inside):
        return False
    before = question.words[found.start - 1] if found.start else None
    titled = before is not None and before.norm in _TITLES
    if found.full or titled or (_says_title(question.joined) and not any(it.places for it in inside)):
        return True
    if before is not None and before.cyrillic and sound(before.norm) in {sound(each) for each in found.speaker.firsts}:
        return True
    if _is_of_longer_name(found, question.words):
        return False
    word = question.words[found.start]
    if inside or len(word.norm) < _SHORTEST or is_ordinary(word.norm) or register.gazetteer.exact(word.norm):
        written = word.capital or _is_typed_small(word, question)
        return _asks_of_person(question) and written and not any(named.places for named in inside)
    return True


def _is_typed_small(word: Token, question: Question) -> bool:
    """Whether a surname in Cyrillic stands in a text that has no capitals, where nothing else tells it from a word."""
    return word.cyrillic and len(word.norm) > _SHORTEST and not any(each.capital for each in question.words)


def _is_of_longer_name(found: FoundSpeaker, words: Sequence[Token]) -> bool:
    """Whether a surname stands in another person's name: "Alexander Pushkin", "Amy Lightfoot"."""
    if sum(word.capital for word in words) > len(words) / 2 and len(words) > _SHORTEST:
        return False
    after = words[found.end] if found.end < len(words) else None
    before = words[found.start - 1] if found.start > 1 else None
    return any(word is not None and word.capital and word.norm not in STOP_WORDS for word in (before, after))


def _asks_of_person(question: Question) -> bool:
    if QUOTES.search(question.joined) or Intent.SAID in question.intents:
        return True
    return _ABOUT_A_PERSON.search(question.joined) is not None


def asks_of_speaker(question: Question) -> bool:
    """Whether the people named are asked about, and not only a reason to ask about a place."""
    return bool(question.speakers) and _asks_of_person(question)


def asks_what_they_said(question: Question) -> bool:
    """Whether a person's own words are asked for beside a quotation: "what did Zelenskyy say about “brothers”"."""
    return _THEIR_WORDS.search(question.joined) is not None


def holders(question: Question, ties: Sequence[Tie], register: Register) -> list[Speaker]:
    """Those on record in an office that is asked for, of these ties: "who is the mayor", "what did the mayor say"."""
    if question.speakers or not _asks_of_person(question) or is_framed(question.joined):
        return []
    offices = _offices_asked(question)
    russian, wanted = _russian_names(question), {tie.id for tie in ties}
    states = [state.name for code in question.all_states if (state := register.record.states.get(code))]
    return [
        speaker
        for speaker in (register.people.all() if offices and (ties or states) else ())
        if any(
            (_is_office(each.office or "", office, russian) and _concerns(each, wanted, register))
            or (office == _GOVERNOR_ASKED and _is_of_governor(each.office or "", states))
            for each in speaker.appearances
            for office in offices
        )
    ][:MOST_NAMED]


def _offices_asked(question: Question) -> list[str]:
    """The offices that are asked for; of a deputy and a mayor in the same words, the deputy."""
    found = {office: matches for office, asked in _OFFICES.items() if (matches := [*asked.finditer(question.joined)])}
    return [office for office in found if office != "mayor" or "deputy mayor" not in found]


def _is_of_governor(held: str, states: Sequence[str]) -> bool:
    """Whether an office is that of the governor of one of these states, or in that governor's office."""
    return any(f"Governor of {state}" in held for state in states)


def lacking_office(question: Question, ties: Sequence[Tie], register: Register) -> str:
    """The office that is asked for, in which nobody on record said or did anything on some ties; empty for none."""
    if any(word.raw.lower().startswith(_CITY_HALL) for word in question.words):
        return ""
    writes = Intent.ACT in question.intents or _WANTS_TO_WRITE.search(question.joined)
    if question.speakers or not ties or writes or not _asks_of_person(question) or is_framed(question.joined):
        return ""
    asked = [office for office in ("governor", "mayor") if _OFFICES[office].search(question.joined)]
    if len(asked) != 1 or holders(question, ties, register):
        return ""
    if not _russian_names(question) and _is_spoken_of(asked[0], ties, register):
        return ""
    return asked[0]


def _is_spoken_of(office: str, ties: Sequence[Tie], register: Register) -> bool:
    """Whether the record tells of somebody in an office on some ties, though not in words or an act of theirs."""
    places = {tie.us for tie in ties}
    acts = (f"{act.actor} {act.said or ''} {act.summary}" for tie in ties for act in acts_in_force(tie.acts))
    points = (point.gist for point in register.record.points_in_use if point.place in places)
    return any(f"{office} " in text.casefold() for text in (*acts, *points))


def governors_part(question: Question, register: Register, citations: Citations) -> TextBlock | None:
    """What governors on record said and did, where it is asked which of them called for something; None elsewhere."""
    called_for = _CALLED_FOR.search(question.joined) or (
        _ALL_OF_THEM.search(question.joined) and not (question.standings or question.narrowing.decided)
    )
    office = _OFFICES["governor"].search(question.joined)
    asked = office and not ruled_out(question.joined, office) and called_for
    if not asked or question.speakers or any(mention.places for mention in question.mentions):
        return None
    states = [state.name for code in question.all_states if (state := register.record.states.get(code))]
    lines: list[Line] = []
    for speaker in register.people.all():
        held = [each.office or "" for each in speaker.appearances]
        if any(map(_GOVERNOR.match, held)) and (not states or any(_is_of_governor(each, states) for each in held)):
            lines.append(speaker_sentences.speaker(speaker.name, _offices(speaker, register)))
            ranked = _ranked(speaker, speaker.appearances, question, register)[:_MOST_OF_EACH]
            lines += dict.fromkeys(_line(each, register, citations) for each in ranked)
    lines += _of_unnamed_governors(question, register, citations)
    if not lines:
        return None
    return TextBlock((*lines, Line(speaker_sentences.NO_OTHER_GOVERNOR)), speaker_sentences.GOVERNORS)


def _of_unnamed_governors(question: Question, register: Register, citations: Citations) -> Iterator[Line]:
    """What acts tell of a governor whose name the record has not: "after the governor had called on …"."""
    ties = fitting(TieFilter(states=question.all_states), register) if question.all_states else ()
    about = [tie.id for tie in ties]
    kinds = (PassageKind.ACT,)
    for found in register.find_passages([_OF_GOVERNORS], _LOOKED_AT, about, kinds, by_name=False):
        tie = register.record.ties.get(found.about or "")
        act = next((each for each in tie.acts if each.id == found.id), None) if tie else None
        if tie and act and _UNNAMED_GOVERNOR.search(act.summary):
            yield search_sentences.found_act(pair_name(tie, register), act, citations.cite(act.sources))


def _russian_names(question: Question) -> tuple[str, ...]:
    """The names of the Russian places whose office is asked for: "the mayor of Moscow", "Moscow's mayor"."""
    held = [mention for mention in question.mentions if _is_beside_office(mention, question.words)]
    places = [place for mention in held for place in mention.places]
    return () if any(place.country is Country.US for place in places) else tuple(place.name for place in places)


def _is_beside_office(mention: Mention, words: Sequence[Token]) -> bool:
    before = words[mention.start - 1].norm if mention.start else ""
    after = words[mention.end].norm if mention.end < len(words) else ""
    owned = words[mention.end - 1].raw.endswith(("'s", "’s")) and after in _TITLES
    return before in _HELD_IN or owned


def _is_office(held: str, asked: str, russian: Sequence[str]) -> bool:
    return asked in held.casefold() and (not russian or any(name in held for name in russian))


def speaker_part(
    speaker: Speaker, question: Question, ties: Sequence[Tie], register: Register, citations: Citations
) -> TextBlock:
    """Who somebody was, and what they said and did: of these ties, if anything of theirs is, else of all."""
    wanted = {tie.id for tie in ties}
    local = [each for each in speaker.appearances if wanted and _concerns(each, wanted, register)]
    entries = _ranked(speaker, local or speaker.appearances, question, register)
    told = dict.fromkeys(_line(each, register, citations) for each in entries)
    most = MOST_WORDS if QUOTES.search(question.joined) else MOST_ENTRIES
    lines = [speaker_sentences.speaker(speaker.name, _offices(speaker, register)), *list(told)[:most]]
    if len(told) > most:
        lines.append(Line(speaker_sentences.more_of_speaker(len(told) - most, speaker.name)))
    return TextBlock(tuple(lines))


def ties_of_speaker(speaker: Speaker, register: Register) -> list[Tie]:
    """The ties that all of a person's words and acts concern; none, where they are many or some concern no tie."""
    ties = [_ties_of(each, register) for each in speaker.appearances]
    found = {tie.id: tie for each in ties for tie in each}
    return list(found.values()) if speaker.is_person and all(ties) and len(found) <= _MOST_TIES else []


def standings_part(question: Question, register: Register) -> TextBlock | None:
    """How the ties stand that somebody spoke of, where it is asked which of those did something; None elsewhere."""
    if not question.standings or not _OF_SEVERAL.search(question.joined):
        return None
    found = {
        tie.id: tie for speaker in question.speakers for each in speaker.appearances for tie in _ties_of(each, register)
    }
    if not _FEWEST_TIES <= len(found) <= _MOST_STANDINGS:
        return None
    lines = tuple(Line(tie_line(tie, register)) for tie in found.values())
    return TextBlock(lines, speaker_sentences.HOW_THEY_STAND)


def ties_concerned(question: Question, ties: Sequence[Tie], register: Register) -> list[Tie]:
    """Those of some ties that the words and acts of the people named concern."""
    if not (ties and question.speakers):
        return []
    appearances = [each for speaker in question.speakers for each in speaker.appearances]
    concerned = {tie.id for each in appearances for tie in _ties_of(each, register)}
    return [tie for tie in ties if tie.id in concerned]


def _ties_of(each: Appearance, register: Register) -> Sequence[Tie]:
    if each.tie is not None:
        return (register.tie(each.tie),)
    place = register.record.talking_points[each.id].place
    return register.ties_of(place) if place else ()


def _concerns(each: Appearance, wanted: Collection[str], register: Register) -> bool:
    """Whether an entry is of one of these ties, by their ids."""
    return any(tie.id in wanted for tie in _ties_of(each, register))


def _ranked(
    speaker: Speaker, entries: Iterable[Appearance], question: Question, register: Register
) -> list[Appearance]:
    """What fits the question's words best first; then what somebody said, before what is said of them; then the oldest.

    The words are looked for in the record's own, in English, whatever language they are of.
    """
    named = {i for mention in question.mentions for i in range(mention.start, mention.end)}
    asked = {word.norm[:_STEM] for i, word in enumerate(question.words) if i in named or word.raw in question.asides}
    found = register.find_passages(searched(question).terms, _LOOKED_AT, by_name=False)
    shares = {passage.id: passage.share for passage in found}

    def rank(each: Appearance) -> tuple[float, bool, date]:
        words = {word[:_STEM] for word in key(_text(each, register)).split()}
        dated = _dated(each, register)
        fits = _fits(each, question, register) + 3 * _is_in_time(dated, question)
        shared = max(len(asked & words), len(asked) * shares.get(each.id, 0.0))
        return -2 * shared - fits, not _is_by(speaker, each, register), dated.first if dated else date.max

    return sorted(entries, key=rank)


def _is_by(speaker: Speaker, each: Appearance, register: Register) -> bool:
    """Whether an entry holds somebody's own words, and not what another says of them."""
    point = register.record.talking_points.get(each.id)
    return point is not None and point.speaker == speaker.name


def _is_in_time(dated: PartialDate | None, question: Question) -> bool:
    period = question.period
    return period is not None and dated is not None and within(dated, period.since, period.until)


def _fits(each: Appearance, question: Question, register: Register) -> bool:
    """Whether an act made a standing that is asked for, or a word is asked for and this is one."""
    act = _act(each, register)
    if act is None:
        return Intent.SAID in question.intents
    return ACT_KINDS[act.kind].leads_to in question.standings


def _act(each: Appearance, register: Register) -> Act | None:
    if each.tie is None:
        return None
    return next(act for act in register.tie(each.tie).acts if act.id == each.id)


def _text(each: Appearance, register: Register) -> str:
    if (act := _act(each, register)) is not None:
        return " ".join(filter(None, (act.said, act.summary, act.condition)))
    point = register.record.talking_points[each.id]
    return " ".join(filter(None, (point.gist, point.quote, point.lead, point.occasion)))


def _dated(each: Appearance, register: Register) -> PartialDate | None:
    act = _act(each, register)
    return act.date if act else register.record.talking_points[each.id].date


def _line(each: Appearance, register: Register, citations: Citations) -> Line:
    act = _act(each, register)
    if act is not None:
        return search_sentences.found_act(
            pair_name(register.tie(each.tie or ""), register), act, citations.cite(act.sources)
        )
    point = register.record.talking_points[each.id]
    return search_sentences.found_point(point, citations.cite([point.source]))


def _offices(speaker: Speaker, register: Register) -> list[str]:
    """The offices in which somebody spoke, as they were then: as written, else each with its place and date."""
    written = [each.office for each in speaker.appearances if each.office and _says_where(each)]
    others = [_office(each, register) for each in speaker.appearances if each.office and not _says_where(each)]
    return list(dict.fromkeys(written or others))[:_MOST_OFFICES]


def _says_where(each: Appearance) -> bool:
    """Whether an office says where it was held: "mayor of Novosibirsk", and not "Mayor"."""
    return each.tie is None or "of" in (each.office or "").split()


def _office(each: Appearance, register: Register) -> str:
    act = _act(each, register)
    assert act is not None
    place = register.place(register.tie(each.tie or "").us)
    return speaker_sentences.office_then(each.office or "", place_name(place, register), when(act.date))


def absent_people(question: Question) -> tuple[str, ...]:
    """People in public life, or in an office that is named, whom a question asks about and the record has not."""
    if question.speakers or not (_asks_of_person(question) or _WORD_FROM.search(question.joined)):
        return ()
    public = (PUBLIC[word.norm] for word in question.words if word.norm in PUBLIC)
    return tuple(dict.fromkeys((*public, *_titled(question))))


def unknown_person(question: Question) -> str:
    """A name of two words that is asked about and is no place's: "did Eric Adams say anything"; empty for none."""
    found = _FULL_NAME.search(question.text) or _WHO_IS.search(question.text)
    placed = any(named.places and not (found and named.typed in found[1]) for named in question.mentions)
    return " ".join(found[1].split()) if found and not (placed or question.speakers or question.all_states) else ""


def _titled(question: Question) -> Iterator[str]:
    """Names behind a title that fit nothing else: "senator Wicker"."""
    for title, word in zip(question.words, question.words[1:], strict=False):
        if title.norm in _TITLES and word.raw in question.unknown:
            yield f"{title.raw} {word.raw}".title()
