"""An act in a sentence of its own, wherever it is spoken of: whole, by its first clause, and as a letter has it. Pure.

``said`` is the record's own wording of an act, and goes before the usual sentence, which is made from what was done, by
whom, when and by what vote. What a sentence leaves out (a vote, what would lift a suspension, how sure the date is)
stands beside it, once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from cogs.wording.act_phrases import attribution, done, in_full
from cogs.wording.dates import month_first, when
from cogs.wording.english import capital, ends_of_sentences, full_stop, paragraph
from cogs.wording.hearing_sentences import proposal_heard
from cogs.wording.sentences import DATE_NOT_CERTAIN, condition, date_not_certain, date_note
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.authorities import VOTING
from db.record.derivation import Evidence
from db.record.models import Act, DateBasis

_EVIDENCE = {
    Evidence.ENOUGH: "",
    Evidence.ONE_REPORT: "No second, independent source was found.",
    Evidence.SEVERAL_WEAK: "No stronger source was found.",
}
# Told of a date that was worked out where no note says how.
_WORKED_OUT = {
    DateBasis.REPORTED: "",
    DateBasis.INFERRED: "The date was worked out; no page gives it.",
    DateBasis.MEETING: "The date is that of the meeting; its outcome was not seen.",
}
# The words by which a sentence says itself that its date, or what happened that day, is not quite sure.
_UNSURE = re.compile(
    r"\b(?:probably (?:of|on|in|at)|it appears|undated|as reported on|reported on|in some reports|by our dating"
    r"|or (?:after|later)|after \d{1,2}|day (?:of the act )?is not known)\b",
    re.IGNORECASE,
)
_DIFFER = re.compile(r"\breports differ\b", re.IGNORECASE)
# The words by which a clause limits the one before it: what was not done, was not seen, or is told otherwise elsewhere.
_LIMITS = re.compile(
    r"\b(?:no|not|neither|nor|never|only|frozen|failed|softer|differ|needed a vote|one report|the first report"
    r"|untouched|reported as|the vote was (?:on|about))\b",
    re.IGNORECASE,
)
_HEAD_OF_VOTE = re.compile(r"[^,;(]*")


def act_sentence(act: Act, marks: str = "", evidence: Evidence = Evidence.ENOUGH) -> str:
    """An act in a sentence, or in a few; ``marks`` are the numbers of its sources, before the last full stop.

    Where the ``evidence`` is less than enough, that is added.
    """
    if act.said is None:
        weak = evidence_told(evidence) if evidence is not Evidence.ONE_REPORT else ""
        return paragraph([full_stop(_usual(act, marks, thin=evidence is Evidence.ONE_REPORT)), weak])
    return paragraph([_with_marks(act.said, marks), evidence_told(evidence, act)])


def evidence_told(evidence: Evidence, act: Act | None = None) -> str:
    """That more than there is behind an act was not found; empty where there is enough, or reports differ."""
    if act is not None and act.said and _DIFFER.search(act.said):
        return ""
    return _EVIDENCE[evidence]


def act_told(act: Act, marks: str = "", evidence: Evidence = Evidence.ENOUGH) -> str:
    """An act in a sentence, and behind it what that leaves out of its vote, its condition and the doubt of its date."""
    return paragraph([act_sentence(act, marks, evidence), *beside(act)])


def beside(act: Act) -> tuple[str, ...]:
    """What belongs to an act and is not in its sentence, a sentence each: vote, condition, doubt of the date."""
    told = (vote_beside(act), condition(act.condition) if act.condition else "", date_doubt(act))
    return tuple(sentence for sentence in told if sentence)


def row_told(act: Act, marks: str = "") -> str:
    """An act in a row of a list or digest: its sentence cut as ``row_sentence`` cuts it, its vote, that its date is not
    certain, and what it is about, where neither its own words nor its kind say so.

    What would lift a suspension stands beside the standing.
    """
    unsure = DATE_NOT_CERTAIN if date_doubt(act) else ""
    about = "" if act.said or ACT_KINDS[act.kind].decides else in_full(act)
    return paragraph([_with_marks(row_sentence(act), marks), vote_beside(act), unsure, about])


def row_in_full(act: Act, marks: str = "") -> str:
    """The same with what would lift a suspension, where no standing stands beside it."""
    return paragraph([row_told(act, marks), condition(act.condition) if act.condition else ""])


def dated_in_short(act: Act) -> str:
    """An act's date where there is room for little more: ``28 June 2022 (date not certain)``."""
    return when(act.date) if act.date_basis is DateBasis.REPORTED else date_not_certain(when(act.date))


def proposal_told(act: Act, marks: str = "") -> str:
    """What is heard, and who proposed it: in the act's own words, or in the record's on it; with what is beside."""
    if act.said is not None:
        return act_told(act, marks)
    return paragraph([proposal_heard(act, marks), date_doubt(act)])


def first_clause(act: Act) -> str:
    """What an act's sentence says before its first semicolon or full stop, as a sentence."""
    return full_stop(next(_clauses(act_sentence(act))).rstrip("; "))


def row_sentence(act: Act) -> str:
    """An act for a row of a list: its sentence up to the last clause that limits the first, as "no vote was found"."""
    clauses = list(_clauses(act_sentence(act)))
    last = max((place for place, clause in enumerate(clauses) if place and _LIMITS.search(clause)), default=0)
    return full_stop("".join(clauses[: last + 1]).rstrip("; "))


def letter_sentence(act: Act) -> str:
    """An act in a sentence whose dates are as American offices write them: ``On March 14, 2022, the council …``."""
    return month_first(act_sentence(act))


def vote_beside(act: Act) -> str:
    """The vote, where an act's own wording does not give it."""
    if act.vote is None or act.said is None:
        return ""
    head = _HEAD_OF_VOTE.match(act.vote)
    named = (head[0].strip() if head else "") or act.vote
    return "" if named.casefold() in act.said.casefold() else full_stop(f"The vote: {act.vote}")


def date_doubt(act: Act) -> str:
    """Why an act's date is not sure; empty where it is, or where the act's own wording says so."""
    if act.said and _UNSURE.search(act.said):
        return ""
    return date_note(act.date_note) if act.date_note else _WORKED_OUT[act.date_basis]


def _usual(act: Act, marks: str, *, thin: bool) -> str:
    """The sentence of an act that has none of its own: an official's word is told as a word, and not as a decision."""
    if act.kind is ActKind.KEPT and not act.vote and act.authority not in VOTING:
        return f"Not cut, by the word of {attribution(act, marks, thin=thin)}"
    return capital(done(act, marks, thin=thin))


def _with_marks(told: str, marks: str) -> str:
    """A text with the numbers of its sources before its last full stop, or behind another end."""
    if not marks:
        return full_stop(told)
    return f"{told.removesuffix('.')}{marks}." if told.endswith(".") or told[-1].isalnum() else f"{told}{marks}"


def _clauses(told: str) -> Iterator[str]:
    """A text in its clauses, each with the semicolon or space behind it; together they are the text."""
    semicolons = [place + 1 for place in _outside_brackets(told) if told[place] == ";"]
    for start, end in pairwise(sorted({0, *semicolons, *ends_of_sentences(told), len(told)})):
        yield told[start:end]


def _outside_brackets(told: str) -> list[int]:
    """The places of a text that stand in no brackets and no quotation marks."""
    depth, found = 0, []
    for place, letter in enumerate(told):
        depth = max(0, depth + (letter in "([“") - (letter in ")]”"))
        if not depth:
            found.append(place)
    return found
