"""Who is meant by an office that a question names: the mayor, a governor, somebody on the council. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cogs.lookup import search_sentences
from cogs.lookup.lists.filters import fitting
from cogs.lookup.model import TieFilter
from cogs.lookup.people import speaker_sentences
from cogs.lookup.people.about_people import TITLES, asks_of_person
from cogs.lookup.people.people_not_on_record import titled
from cogs.lookup.people.roles_there import asks_for_a_stance
from cogs.lookup.people.sayings import TO_SOMEBODY
from cogs.lookup.people.speaker_parts import LOOKED_AT, act_of, concerns, entries_by_fit, entry_line, offices_held
from cogs.lookup.people.speakers import MOST_NAMED
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.patterns import phrases
from cogs.lookup.reading.denials import ruled_out
from cogs.lookup.reading.framing import is_framed
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import of_all_languages, said_for, said_in_all
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.names import pair_name
from cogs.wording.sources import Citations
from db.record.authorities import Authority
from db.record.derivation import acts_in_force
from db.record.mentions import Mention
from db.record.models import Country, Tie
from db.record.passages import PassageKind
from db.record.people import Appearance, Speaker
from db.record.register import Register
from db.record.text import Token

# What stands between an office and where it is held.
_HELD_IN = frozenset("of in mayor governor мэр мер мера мэра".split())
# Who wants to write to somebody in an office does not ask who spoke in it.
_WANTS_TO_WRITE = said_for("questions", "office_holders", "wants_to_write")
# An office that is asked for, with the word for it in the record.
_OFFICES = {
    office: phrases(asked)
    for office, asked in {
        "mayor": "mayors?; мер; мера; мерк*; мэр; мэра",
        "deputy mayor": """
            (deputy|vice) ..1 (mayor|something); (заступни*|заместител*) ..1 (мера|мэра); віце мер*; вице мэр*
        """,
        "governor": "governors?; губернатор; губернатора; губернаторк*\n"
        + "\n".join(of_all_languages("offices", "heads_of_states")),
        "president of": "\n".join(of_all_languages("offices", "heads_of_bodies")),
        "council": """
            council ?members?; council(or|ors|man|woman)
            (somebody|someone|anyone|anybody|who) ..2 (on|in|from) ..1 council
        """,
        "commissioner": "commissioners?; комісар*; комиссар*",
        "alderman": "alderm(a|e)n; alderwom(a|e)n; alderpersons?; олдермен*; олдерман*",
        "county executive": "county exec(utive)?; (голов*|глав*|керівник*) ..1 (округу|округа)",
        "press secretary": "spokes\\w+; press secretar\\w+; пресс? секретар*; речни*",
        "communications": "spokes\\w+; communications",
    }.items()
}
_MAYOR = "mayor"
_DEPUTY = LATE.compile(r"\b(?:vice|deputy) mayor\b", re.IGNORECASE)
# Two offices are set side by side.
_DIFFER = said_for("questions", "office_holders", "differ")
# What an office is called in the record besides its name.
_ALSO_CALLED = {"deputy mayor": ("deputy mayor", "vice mayor"), "alderman": ("ald.",)}
# Who heads an association, a committee or a program of sister cities, whatever that is called there.
_HEADS = "president of"
_HEADS_A_BODY = LATE.compile(
    r"^(?!.*(?:emeritus|sister cities international)).*\b(?:president|chair|director)\b"
    r".*(?:sister|society|center|association|committee|alliance|partnership|program)",
    re.IGNORECASE,
)
_ALL_OF_THEM = said_in_all("offices", "all_of_them")
_WHICH_GOVERNORS = said_in_all("offices", "which_governors")
_CALLED_FOR = said_in_all("offices", "called_for")
_GOVERNOR_ASKED = "governor"
_OF_GOVERNORS = ("governor",)
_UNNAMED_GOVERNOR = LATE.compile(r"\b(?:after|when|since|as) (?:the|their|its|\w+['’]s) governor\b(?! [A-Z])")
# What says "city hall" begins with the word for a mayor.
_CITY_HALL = ("мери", "мері", "мэри")
_GOVERNOR = LATE.compile(r"(?:then )?governor\b", re.IGNORECASE)
_TOLD_TO = LATE.compile(
    r"\b(?:told|tell|telling|defied|refused|rebuffed|answered|wrote to|said to) (?:the |his |her |their |a )?$"
)
# So much is told of each of several people.
_MOST_OF_EACH = 2


def asks_for_holders(question: Question) -> bool:
    """Whether somebody in an office may be asked for."""
    if question.speakers or is_framed(question.joined):
        return False
    if asks_of_person(question) or _OFFICES[_HEADS].search(question.joined):
        return True
    if _is_placed(question) and len(offices_asked(question)) > 1 and _DIFFER.search(question.joined):
        # "What did the mayor and the vice mayor disagree on".
        return True
    # "Why did the Anacortes mayor leave the flags up", "did the Sarasota commissioner get his way".
    asked = Intent.REASONS in question.intents or asks_for_a_stance(question)
    found = _offices_found(question).values() if asked and _is_placed(question) else ()
    return any(not _is_told_all(matches, question) for matches in found)


def holders(question: Question, ties: Sequence[Tie], register: Register) -> list[Speaker]:
    """Those on record in an office that is asked for, of these ties: "who is the mayor", "what did the mayor say"."""
    if not asks_for_holders(question):
        return []
    offices = offices_asked(question)
    russian, wanted = _russian_names(question), {tie.id for tie in ties}
    american = _is_of_american(question)
    codes = [*question.all_states, *(code for tie in ties if (code := register.place(tie.us).state))]
    states = [state.name for code in dict.fromkeys(codes) if (state := register.record.states.get(code))]
    governed = states if _GOVERNOR_ASKED in offices else []

    def holds(each: Appearance) -> bool:
        """Whether somebody had an office that is asked for where an entry tells of them."""
        held = each.office
        if not held or (american and _is_of_partner(each, register)):
            return False
        of_ties = concerns(each, wanted, register) and any(is_office(held, office, russian) for office in offices)
        return of_ties or _is_of_governor(held, governed)

    asked = register.people.all() if offices and (ties or states) else ()
    return [speaker for speaker in asked if any(map(holds, speaker.appearances))][:MOST_NAMED]


def in_office(office: str, ties: Sequence[Tie], register: Register) -> list[Speaker]:
    """Those on record in an office of the American side of some ties, however it is asked for."""
    wanted = {tie.id for tie in ties}

    def holds(each: Appearance) -> bool:
        of_ties = each.office is not None and concerns(each, wanted, register)
        return of_ties and is_office(each.office or "", office) and not _is_of_partner(each, register)

    return [speaker for speaker in register.people.all() if any(map(holds, speaker.appearances))][:MOST_NAMED]


def _is_of_american(question: Question) -> bool:
    """Whether an office is asked for by an American place beside it: "Saint Paul's mayor"."""
    held = (mention for mention in question.mentions if _is_beside_office(mention, question.words))
    return any(mention.countries == {Country.US} and mention.places for mention in held)


def _is_of_partner(each: Appearance, register: Register) -> bool:
    """Whether an entry is an act of the Russian side."""
    act = act_of(each, register)
    return act is not None and act.authority is Authority.PARTNER


def _is_told(match: re.Match[str], question: Question) -> bool:
    """Whether an office is only of somebody who was told something: "told the governor no", "губернатору"."""
    word = question.words[match.string[: match.start()].count(" ")]
    if word.cyrillic:
        return word.raw.casefold().endswith(TO_SOMEBODY)
    return _TOLD_TO.search(match.string[: match.start()]) is not None


def _is_placed(question: Question) -> bool:
    """Whether a place of the record is named."""
    return any(mention.places for mention in question.mentions)


def _is_told_all(matches: Sequence[re.Match[str]], question: Question) -> bool:
    return all(_is_told(match, question) for match in matches)


def _offices_found(question: Question) -> dict[str, list[re.Match[str]]]:
    """The offices that a question names, each where it does."""
    return {office: matches for office, asked in _OFFICES.items() if (matches := [*asked.finditer(question.joined)])}


def offices_asked(question: Question) -> list[str]:
    """The offices that are asked for; of a deputy and a mayor in the same words, the deputy."""
    found = _offices_found(question)
    told = {office for office, matches in found.items() if _is_told_all(matches, question)}
    # Whom somebody told something is not asked for beside who told it.
    found = {office: matches for office, matches in found.items() if office not in told or told == {*found}}
    deputies = [match.span() for match in found.get("deputy mayor", ())]
    beside = any(not any(_holds(span, it.span()) for span in deputies) for it in found.get(_MAYOR, ()))
    return [office for office in found if office != _MAYOR or beside]


def _holds(outer: tuple[int, int], inner: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _is_of_governor(held: str, states: Sequence[str]) -> bool:
    """Whether an office is that of the governor of one of these states, or in that governor's office."""
    return any(f"Governor of {state}" in held for state in states)


def lacking_office(question: Question, ties: Sequence[Tie], register: Register) -> str:
    """The office that is asked for, in which nobody on record said or did anything on some ties; empty for none."""
    if any(word.raw.lower().startswith(_CITY_HALL) for word in question.words):
        return ""
    writes = Intent.ACT in question.intents or _WANTS_TO_WRITE.search(question.joined)
    asked_of = asks_of_person(question) or (_is_placed(question) and asks_for_a_stance(question))
    if question.speakers or not ties or writes or not asked_of or is_framed(question.joined):
        return ""
    asked = [office for office in ("governor", "mayor") if _OFFICES[office].search(question.joined)]
    if len(asked) != 1 or holders(question, ties, register):
        return ""
    american = _is_of_american(question)
    if not _russian_names(question) and _is_spoken_of(asked[0], ties, register, of_partner=not american):
        return ""
    return asked[0]


def of_russian_place(question: Question) -> str:
    """The Russian place whose office is asked for: "the mayor of Moscow"; empty for none."""
    return next(iter(_russian_names(question)), "")


def _is_spoken_of(office: str, ties: Sequence[Tie], register: Register, *, of_partner: bool) -> bool:
    """Whether the record tells of somebody in an office on some ties, though not in words or an act of theirs; in acts
    of the Russian side too, if ``of_partner``.
    """
    places = {tie.us for tie in ties}
    told = (act for tie in ties for act in acts_in_force(tie.acts))
    acts = (
        f"{act.actor} {act.said or ''} {act.summary}"
        for act in told
        if of_partner or act.authority is not Authority.PARTNER
    )
    points = (point.gist for point in register.record.points_in_use if point.place in places)
    return any(f"{office} " in text.casefold() for text in (*acts, *points))


def asks_which_governors(question: Question) -> bool:
    """Whether it is asked which governors called for something, and not which ties they decided on."""
    joined = question.joined
    return _WHICH_GOVERNORS.search(joined) is not None and _CALLED_FOR.search(joined) is not None


def governors_part(question: Question, register: Register, citations: Citations) -> TextBlock | None:
    """What governors on record said and did, where it is asked which of them called for something; None elsewhere."""
    called_for = _CALLED_FOR.search(question.joined) or (
        _ALL_OF_THEM.search(question.joined) and not (question.standings or question.narrowing.decided)
    )
    office = _OFFICES["governor"].search(question.joined)
    # Of a governor who is named and not on record it is said that nothing is.
    asked = office and not ruled_out(question.joined, office) and called_for and not any(titled(question))
    if not asked or question.speakers or any(mention.places for mention in question.mentions):
        return None
    states = [state.name for code in question.all_states if (state := register.record.states.get(code))]
    lines: list[Line] = []
    for speaker in register.people.all():
        held = [each.office or "" for each in speaker.appearances]
        if any(map(_GOVERNOR.match, held)) and (not states or any(_is_of_governor(each, states) for each in held)):
            lines.append(speaker_sentences.speaker(speaker.name, offices_held(speaker, register)))
            best = entries_by_fit(speaker, speaker.appearances, question, register)[:_MOST_OF_EACH]
            lines += dict.fromkeys(entry_line(each, register, citations) for each in best)
    lines += _of_unnamed_governors(question, register, citations)
    if not lines:
        return None
    return TextBlock((*lines, Line(speaker_sentences.no_other_governor(states))), speaker_sentences.GOVERNORS)


def _of_unnamed_governors(question: Question, register: Register, citations: Citations) -> Iterator[Line]:
    """What acts tell of a governor whose name the record has not: "after the governor had called on …"."""
    ties = fitting(TieFilter(states=question.all_states), register) if question.all_states else ()
    about = [tie.id for tie in ties]
    kinds = (PassageKind.ACT,)
    for found in register.find_passages([_OF_GOVERNORS], LOOKED_AT, about, kinds, by_name=False):
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
    owned = words[mention.end - 1].raw.endswith(("'s", "’s")) and after in TITLES
    return before in _HELD_IN or owned


def is_office(held: str, asked: str, russian: Sequence[str] = ()) -> bool:
    """Whether an office, as the record has it, is one that is asked for; of ``russian`` places, if any are given."""
    names = _ALSO_CALLED.get(asked, (asked,))
    of_office = _HEADS_A_BODY.search(held) if asked == _HEADS else any(name in held.casefold() for name in names)
    if asked == _MAYOR and _DEPUTY.search(held):
        # Who stands in for a mayor is asked for as such.
        return False
    return bool(of_office) and (not russian or any(name in held for name in russian))
