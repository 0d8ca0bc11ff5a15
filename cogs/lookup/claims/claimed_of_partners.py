"""What a text says that Russia's side did, or of a Ukrainian partner, held against the record. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cogs.lookup import search_sentences
from cogs.lookup.claims import claim_sentences, premise_sentences
from cogs.lookup.claims.claim_parts import Clause
from cogs.lookup.lists.filters import fitting
from cogs.lookup.lists.lists import list_sentence
from cogs.lookup.model import Look, TieFilter
from cogs.lookup.parts import blocks
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.places import place_sentences
from cogs.lookup.reading.denials import is_partner_of_others
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import of_all_languages, said_for, said_in_all
from cogs.lookup.times.spans import may_be_in
from cogs.lookup.ukraine.ukraine import is_ukrainian
from cogs.wording.act_sentences import row_told
from cogs.wording.blocks import Line
from cogs.wording.names import pair_name, place_name
from cogs.wording.sources import Citations
from cogs.wording.ukraine_ties import american_partners, noted_with
from db.record.act_kinds import CUTTING, ActKind
from db.record.authorities import Authority
from db.record.derivation import acts_in_force
from db.record.mentions import Mention
from db.record.models import Country, OtherPlace, Place, Tie, UkraineTie
from db.record.ordinary_words import is_ordinary
from db.record.register import Register
from db.record.text import normalise

_BY_RUSSIA = said_in_all("claims", "by_russia")
SIDE_OF_RUSSIA = said_for("questions", "claimed_of_partners", "russia")
_ITSELF = frozenset(of_all_languages("claims", "itself"))
# Between a place and "itself" these say nothing: "Саратов ведь сам".
_PARTICLES = frozenset(map(normalise, "ведь же ж то таки вроде наче нібито начебто actually really just".split()))
# What somebody wanted or threatened was not done: of that the newest proposal tells.
_WISHED = LATE.compile(
    r"\b(?:want\w*|wish\w*|plan(?:s|ned)?|threat\w*|consider\w*|tried|хот[еи][вл]\w*|хотив|планув\w*|планир\w*|грози\w*"
    r"|погрож\w*|угрож\w*|собирал\w*|збирал\w*|предлаг\w*|предложил\w*|пропон\w*|намерева\w*|намагал\w*)\b"
)


def is_of_russia(question: Question) -> bool:
    """Whether a text says that Russia, or a Russian place, did something of its own."""
    behind = {
        _first_but_particles(question, named.end)
        for named in question.mentions
        if named.countries == {Country.RU} and named.end < len(question.words)
    }
    if _names_an_american_first(question):
        return False
    return bool(behind & _ITSELF) or says_russia_cut(question)


def _names_an_american_first(question: Question) -> bool:
    """Whether an American place stands before all words for Russia's side: what is said is then of that place."""
    first = next((named for named in question.mentions if named.places), None)
    if first is None or first.countries != {Country.US}:
        return False
    before = " ".join(word.norm for word in question.words[: first.start])
    return SIDE_OF_RUSSIA.search(before) is None


def _first_but_particles(question: Question, start: int) -> str:
    """The first word from one on that says something."""
    words = (word for word in question.words[start:] if word.norm not in _PARTICLES)
    return next((word.raw.casefold() for word in words), "")


def says_russia_cut(question: Question) -> bool:
    """Whether a text says that Russia's side cut ties, of its own accord."""
    return any(not is_partner_of_others(match) for match in _BY_RUSSIA.finditer(question.joined))


def russia_lines(clause: Clause, own: Sequence[Tie], register: Register, citations: Citations) -> Iterator[Line]:
    """What the Russian side cut, by the record; and the newest of what it said of the ties that are named."""
    chosen = TieFilter(authorities=(Authority.PARTNER,), kinds=CUTTING, look=Look.ACTS)
    fits = fitting(chosen, register)
    wished = _WISHED.search(clause.question.joined) is not None
    right = claim_sentences.right_or_not(None if fits or wished else False)
    quote = claim_sentences.quoted(claim_sentences.part(clause.text))
    yield Line(claim_sentences.after_name(right, list_sentence(chosen, fits, register)), quote)
    for tie in own:
        said = [act for act in acts_in_force(tie.acts) if act.authority is Authority.PARTNER]
        said = [act for act in said if act.kind is ActKind.PROPOSED and wished] or said
        if said:
            marks = citations.cite_best(said[-1].sources, most=1)
            name = claim_sentences.named(pair_name(tie, register))
            yield Line(claim_sentences.after_name(row_told(said[-1], marks)), name)


def ukrainian_lines(
    clause: Clause, american: Sequence[Place | OtherPlace], register: Register, citations: Citations
) -> Iterator[tuple[str, Line]]:
    """What is on record of the American places of a text and the Ukrainian ones that a part of it names."""
    for mention in filter(is_ukrainian, clause.question.mentions):
        place = _largest(mention)
        partners = american_partners(place, register)
        ties = {tie.id: tie for home in american for tie in partners if _is_of(tie, home)}
        for tie in ties.values():
            line, period = blocks.ukraine_line(tie, citations), clause.question.period
            # A text that names several has a year for each.
            named = tie.since is not None and str(tie.since.first.year) in clause.text
            wrong = tie.since and period and period.exact and not (named or may_be_in(tie.since, period))
            told = premise_sentences.other_date(tie.since) if wrong and tie.since else ""
            yield tie.id, Line(claim_sentences.after_name(told, line.text.strip()), line.strong)
        noted = () if ties else [noted_with(home.id, place, register) for home in american if isinstance(home, Place)]
        told_in_notes = dict(filter(None, noted))
        for russian, note in told_in_notes.items():
            yield f"{russian.id} {place.name}", search_sentences.found_note(pair_name(russian, register), note, "")
        if (
            american
            and not (ties or told_in_notes)
            and mention.typed[:1].isupper()
            and not is_ordinary(normalise(mention.typed))
        ):
            names = place_name(american[-1], register), place_name(place, register)
            yield " ".join(names), Line(place_sentences.no_tie_between(*names))


def _is_of(tie: UkraineTie, home: Place | OtherPlace) -> bool:
    """Whether an American place has a tie with Ukraine; of places without a tie with Russia the record has no id."""
    return home.name == tie.us_name or (isinstance(home, Place) and tie.us_place == home.id)


def _largest(mention: Mention) -> OtherPlace:
    return max(mention.others, key=lambda place: place.population)
