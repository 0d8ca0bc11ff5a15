"""What is so of a tie or not, by which a list can be narrowed: a row each. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from rapidfuzz.distance import OSA

from cogs.lookup.model import Trait
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.reading.vocabulary import CAPITALS, NAMED_IN_SPEECH, RUSSIAN_CAPITALS
from cogs.lookup.reading.votes import is_unanimous, margin, minority
from cogs.wording.ukraine_ties import ukrainian_partner_noted
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.authorities import Authority
from db.record.derivation import INVASION, Evidence, acts_in_force, changed_course, evidence, has_vote
from db.record.grades import GRADES, Grade
from db.record.listings import only_wikipedia
from db.record.models import Act, DateBasis, PlaceKind, Precision, Source, Tie
from db.record.register import Register
from db.record.shows import Shows
from db.record.standings import Standing
from db.record.text import key
from db.record.values import value


@value
class TraitFacts:
    """What is known of a trait: the phrase that says it, whether a tie has it, and by which of its acts, if by some."""

    says: str
    fits: Callable[[Tie, Register], bool]
    acts: Callable[[Tie], Iterable[Act]] | None = None


# So many letters may differ between two names that are taken for one: Dixon and Dikson.
_NEARLY_ONE_NAME = 2
# By these words the notes on suspensions tell that reports called them more.
_MORE_SAID = ("sever", "headline", "“terminated”", "round-up", "say ending")
# A document by its number: "Resolution 3077", "Executive Order 02-22", "AR 2023-120", "Or2022-61".
_DOCUMENT_NUMBER = LATE.compile(r"\b(?:Resolution|Ordinance|Order|AR)(?: No\.?)? ?\d[\d,./–-]*\d|\bOr20\d\d-\d+")
# Who decided "on Mayor David Holt's resolution".
_ON_A_MAYORS_MOTION = LATE.compile(r"\bon (?:then )?Mayor [^,;]+['’]s (?:motion|resolution|proposal)")
DECIDING = {kind for kind, known in ACT_KINDS.items() if known.decides}


def _basis(tie: Tie, register: Register) -> Act | None:
    return register.status(tie.id).decides


def _is_suspended(tie: Tie, register: Register) -> bool:
    return register.status(tie.id).standing is Standing.SUSPENDED


def condition_of(tie: Tie, register: Register) -> str:
    """What would lift the suspension of a tie, in the record's words; empty where none is on record."""
    act = _basis(tie, register)
    return (act.condition if act else None) or ""


def _has_condition(tie: Tie, register: Register) -> bool:
    return bool(condition_of(tie, register))


def is_no_fixed_condition(condition: str) -> bool:
    """Whether what is on record on lifting a suspension says itself that no fixed condition is reported."""
    return "no fixed condition" in condition


def _voted(tie: Tie) -> Iterator[tuple[Act, str]]:
    """The acts since the invasion that were voted on, with the votes as the record writes them."""
    for act in acts_in_force(tie.acts):
        if act.vote and act.date.last >= INVASION:
            yield act, act.vote


def _unanimous(tie: Tie) -> list[Act]:
    """The decisions that nobody voted against, as far as the record tells: "unanimous", "5–0"."""
    return [act for act, vote in _voted(tie) if ACT_KINDS[act.kind].decides and is_unanimous(vote)]


def _split(tie: Tie) -> list[Act]:
    """What some voted against; a vote to keep counts, too, or one on a park's name."""
    return [act for act, vote in _voted(tie) if minority(vote)]


def split_votes(tie: Tie) -> list[tuple[int, str]]:
    """The votes of a tie since the invasion that were not unanimous, each with by how many it was decided."""
    return [(margin(vote) or 0, vote) for _, vote in _voted(tie) if minority(vote)]


def _abstained(tie: Tie) -> list[Act]:
    return [act for act, vote in _voted(tie) if "abstain" in vote.casefold()]


def _first_decision(tie: Tie) -> list[Act]:
    return _decisions(tie)[:1]


def _decisions(tie: Tie) -> list[Act]:
    return [act for act in acts_in_force(tie.acts) if ACT_KINDS[act.kind].decides and act.date.last >= INVASION]


def _is_undecided(tie: Tie, register: Register) -> bool:
    return not _decisions(tie)


def _rests_on_one_report(tie: Tie, register: Register) -> bool:
    act = _basis(tie, register)
    return act is not None and evidence(act, register.record.sources) is Evidence.ONE_REPORT


def _is_roughly_dated(tie: Tie, register: Register) -> bool:
    status = register.status(tie.id)
    act = status.basis
    if act is None or status.standing is Standing.UNCONFIRMED:
        return False
    return act.date.precision is not Precision.DAY or act.date_basis is not DateBasis.REPORTED


def _open_ended(tie: Tie) -> list[Act]:
    acts = (act for act in acts_in_force(tie.acts) if act.kind is ActKind.SUSPENDED)
    return [act for act in acts if "indefinite" in f"{act.said or ''} {act.summary}".casefold()]


def _of_partner(tie: Tie) -> list[Act]:
    return [act for act in acts_in_force(tie.acts) if act.authority is Authority.PARTNER]


def _numbered(tie: Tie) -> list[Act]:
    return [
        act for act in acts_in_force(tie.acts) if _DOCUMENT_NUMBER.search(f"{act.actor} {act.said or ''} {act.summary}")
    ]


def _has_one_name(tie: Tie, register: Register) -> bool:
    one, other = (key(register.place(name).name.replace("St.", "Saint")) for name in (tie.us, tie.ru))
    return OSA.distance(one, other) <= _NEARLY_ONE_NAME and min(len(one), len(other)) > _NEARLY_ONE_NAME + 1


def _rests_on_state_media(tie: Tie, register: Register) -> bool:
    act, known = register.status(tie.id).basis, register.record.sources
    return act is not None and all(known[name].state_media for name in act.sources if name in known)


def _sources(tie: Tie, register: Register) -> list[Source]:
    """The sources of all acts and listings of a tie."""
    known = register.record.sources
    names = [name for act in acts_in_force(tie.acts) for name in act.sources]
    names += [name for listing in tie.listings for name in listing.sources]
    return [known[name] for name in names if name in known]


def best_grade(tie: Tie, register: Register) -> Grade | None:
    """The grade of the best source of the act behind a standing; None where no act is behind it."""
    act = _basis(tie, register)
    known = register.record.sources
    return min((known[name].grade for name in act.sources if name in known), default=None) if act else None


def _of_grades(*grades: Grade) -> Callable[[Tie, Register], bool]:
    return lambda tie, register: best_grade(tie, register) in grades


def _graded(grade: Grade) -> TraitFacts:
    return TraitFacts(f"with a source of grade {grade} as the best ({GRADES[grade].label})", _of_grades(grade))


def _is_larger(tie: Tie, register: Register, *, russian: bool) -> bool:
    """Whether the one place is on record with more people than the other."""
    there, here = register.place(tie.ru).population, register.place(tie.us).population
    return there is not None and here is not None and (there > here if russian else here > there)


def _is_of_capital(tie: Tie, register: Register) -> bool:
    place = register.place(tie.us)
    return place.state is not None and CAPITALS.get(place.state) == place.name


TRAITS: Mapping[Trait, TraitFacts] = {
    Trait.CONDITION: TraitFacts("with a condition on record for lifting the suspension", _has_condition),
    Trait.NO_CONDITION: TraitFacts(
        "suspended without a condition on record",
        lambda tie, register: _is_suspended(tie, register) and not _has_condition(tie, register),
    ),
    Trait.VOTED: TraitFacts("with a vote on record since the invasion", lambda tie, _: has_vote(tie)),
    Trait.NO_VOTE: TraitFacts("without a vote on record since the invasion", lambda tie, _: not has_vote(tie)),
    Trait.UNDECIDED: TraitFacts("without a decision on record since the invasion", _is_undecided),
    Trait.SEVERAL: TraitFacts(
        "of a U.S. place with more than one tie", lambda tie, register: register.has_several(tie.us)
    ),
    Trait.SEVERAL_RUSSIAN: TraitFacts(
        "of a Russian place with more than one tie", lambda tie, register: register.has_several(tie.ru)
    ),
    Trait.NEVER_SEARCHED: TraitFacts("never searched for", lambda tie, _: not tie.searches),
    Trait.ONE_REPORT: TraitFacts("resting on one report", _rests_on_one_report),
    Trait.ONLY_WIKIPEDIA: TraitFacts(
        "named by Wikipedia alone", lambda tie, register: only_wikipedia(tie, register.record.sources)
    ),
    Trait.ON_2022_LIST: TraitFacts("on the Chamber's list of 2022", lambda tie, _: tie.on_2022_list),
    Trait.NOT_ON_2022_LIST: TraitFacts("not on the Chamber's list of 2022", lambda tie, _: not tie.on_2022_list),
    Trait.UKRAINIAN_PARTNER: TraitFacts(
        "of a place with a partner in Ukraine",
        lambda tie, register: bool(register.ukraine_ties_of(tie.us) or ukrainian_partner_noted(tie)),
    ),
    Trait.UNANIMOUS: TraitFacts("decided unanimously", lambda tie, _: bool(_unanimous(tie)), _unanimous),
    Trait.SPLIT: TraitFacts("with a vote that was not unanimous", lambda tie, _: bool(_split(tie)), _split),
    Trait.OF_COUNTY: TraitFacts(
        "of a county or borough",
        lambda tie, register: register.place(tie.us).kind in {PlaceKind.COUNTY, PlaceKind.BOROUGH},
    ),
    Trait.OF_STATE: TraitFacts(
        "of a state itself", lambda tie, register: register.place(tie.us).kind is PlaceKind.STATE
    ),
    Trait.NOT_OF_STATE: TraitFacts(
        "of a city, town or county", lambda tie, register: register.place(tie.us).kind is not PlaceKind.STATE
    ),
    Trait.NO_WORD: TraitFacts(
        "without any act or word on record since the invasion",
        lambda tie, _: not any(act.date.last >= INVASION for act in acts_in_force(tie.acts)),
    ),
    Trait.NOT_OF_CITY: TraitFacts(
        "of a state, county or borough",
        lambda tie, register: register.place(tie.us).kind in {PlaceKind.STATE, PlaceKind.COUNTY, PlaceKind.BOROUGH},
    ),
    Trait.NO_PLAIN_CITY: TraitFacts(
        "of a state, county, borough or metropolitan area",
        lambda tie, register: register.place(tie.us).kind is not PlaceKind.CITY,
    ),
    Trait.OF_CITY: TraitFacts(
        "of a city or town",
        lambda tie, register: register.place(tie.us).kind not in {PlaceKind.STATE, PlaceKind.COUNTY, PlaceKind.BOROUGH},
    ),
    Trait.CHANGED_COURSE: TraitFacts(
        "decided one way since the invasion and later otherwise",
        lambda tie, _: changed_course(acts_in_force(tie.acts)),
        _first_decision,
    ),
    Trait.ABSTAINED: TraitFacts("with an abstention on record", lambda tie, _: bool(_abstained(tie)), _abstained),
    Trait.EXECUTIVE_ORDER: TraitFacts(
        "by an executive order",
        lambda tie, register: (
            (act := _basis(tie, register)) is not None
            and "executive order" in f"{act.actor} {act.said or ''} {act.summary}".casefold()
        ),
    ),
    Trait.MAYORS_MOTION: TraitFacts(
        "on a mayor's motion or resolution",
        lambda tie, register: (
            (act := _basis(tie, register)) is not None and _ON_A_MAYORS_MOTION.search(act.actor) is not None
        ),
    ),
    Trait.NAMED_IN_SPEECH: TraitFacts(
        "named by President Zelenskyy on 3 June 2022", lambda tie, _: tie.us in NAMED_IN_SPEECH
    ),
    Trait.GRADE_A: _graded(Grade.A),
    Trait.GRADE_B: _graded(Grade.B),
    Trait.GRADE_C: _graded(Grade.C),
    Trait.GRADE_D: _graded(Grade.D),
    Trait.GRADE_E: TraitFacts(
        "with nothing better than lists, blogs, wikis or reposts (grade E)",
        lambda tie, register: {source.grade for source in _sources(tie, register)} <= {Grade.E, Grade.F},
    ),
    Trait.FIRM: TraitFacts(
        "resting on a document or on two independent reports",
        lambda tie, register: (
            (act := _basis(tie, register)) is not None and evidence(act, register.record.sources) is Evidence.ENOUGH
        ),
    ),
    Trait.DOCUMENTED: TraitFacts(
        "resting on a document or the place's own page or papers (grade A or B)", _of_grades(Grade.A, Grade.B)
    ),
    Trait.DATE_UNSURE: TraitFacts("standing by an act whose day is not certain", _is_roughly_dated),
    Trait.NO_ACT: TraitFacts("without any act or statement on record", lambda tie, _: not acts_in_force(tie.acts)),
    Trait.SEARCHED_ONCE: TraitFacts("searched for once", lambda tie, _: len(tie.searches) == 1),
    Trait.INDEFINITE: TraitFacts("indefinitely by its words", lambda tie, _: bool(_open_ended(tie))),
    Trait.SAME_NAME: TraitFacts("of two places of nearly the same name", _has_one_name),
    Trait.RUSSIAN_WORD: TraitFacts(
        "with a word or an act of the Russian side", lambda tie, _: bool(_of_partner(tie)), _of_partner
    ),
    Trait.STATE_MEDIA: TraitFacts("standing by what state media alone report", _rests_on_state_media),
    Trait.PAGE_WITHOUT: TraitFacts(
        "with a page that lists partners without this one",
        lambda tie, _: any(listing.shows is Shows.ABSENT for listing in tie.listings),
    ),
    Trait.RUSSIAN_LARGER: TraitFacts(
        "whose Russian place has more people than the U.S. place",
        lambda tie, register: _is_larger(tie, register, russian=True),
    ),
    Trait.US_LARGER: TraitFacts(
        "whose U.S. place has more people than the Russian place",
        lambda tie, register: _is_larger(tie, register, russian=False),
    ),
    Trait.RUSSIAN_CAPITAL: TraitFacts(
        "with the capital of a Russian region", lambda tie, _: tie.ru in RUSSIAN_CAPITALS
    ),
    Trait.OF_REPUBLIC: TraitFacts(
        "with a place in a republic of Russia",
        lambda tie, register: "Republic" in (register.place(tie.ru).region or ""),
    ),
    Trait.HEADLINES: TraitFacts(
        "called more by some reports or headlines",
        lambda tie, register: (
            _is_suspended(tie, register) and any(it in (tie.note or "").casefold() for it in _MORE_SAID)
        ),
    ),
    Trait.OF_CAPITAL: TraitFacts("of a state capital", _is_of_capital),
    Trait.DOCUMENT: TraitFacts(
        "with an act whose document has a number on record", lambda tie, _: bool(_numbered(tie)), _numbered
    ),
    Trait.NO_YEAR: TraitFacts("without a known year in which it was made", lambda tie, _: tie.since is None),
}
