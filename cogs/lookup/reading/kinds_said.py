"""Which kinds of acts a question asks for, without those that its other words take for something else. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from cogs.lookup.model import ConditionOf, Trait
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.phrase_reader import PhraseReader
from cogs.lookup.reading.asked_filters import VOTED_AGAINST_ENDING
from cogs.lookup.reading.asked_kinds import ASKED_KINDS
from cogs.lookup.reading.asked_traits import ASKED_TRAITS
from cogs.lookup.reading.meanings import Meant
from cogs.lookup.reading.traits_meant import kinds_not_meant
from cogs.lookup.reading.vocabulary import said_for
from db.record.act_kinds import ActKind

_ON_WHOSE_MOTION = said_for("lists", "kinds_said", "on_whose_motion")
_AGAINST_RUSSIA = said_for("lists", "kinds_said", "against_russia")
_NOBODY_AGAINST = LATE.compile(
    r"\b(?:nobody|no one|noone|none of (?:them|the members)|not one member|нихт|никт) (?:\w+ ){0,2}?"
    r"(?:voted|voting|голосува\w*|проголосува\w*|голосова\w*|проголосова\w*|бул|бил) (?:against|прот)\b"
    r"(?! (?:keep|the keep))"
)
_MAY_BE = LATE.compile(
    r"\b(?:could|can|may|might|would|will|should|theyd|hed|shed|itd|wed"
    r"|(?:offer|promis|want|hop|plan|intend)\w* to|(?:ready|willing) to) "
    r"(?:be )?(?:resum|restor|reinstat|lift|reviv|renew)"
    r"|\b(?:обеща|обиця|готов|собира|збира|планир|плану|хоч|хоти|намер|намир|може|могут|сможе)\w* (?:\w+ ){0,2}"
    r"(?:вернут|возобнов|видновит|повернут|восстанов)"
    r"|\b(?:clos|near|наиближч|ближ|ближе|близьк|близк|ближаиш)\w* (?:всего |всих )?(?:to |to being |до |к )"
    r"(?:resum|restor|reinstat|lift|видновл|возобновл|восстановл|повернен)"
)
_STILL_SAID = LATE.compile(r"\bstill said to (?:\w+ )?(?:stand|exist|be)\b")
# What nobody can confirm is unconfirmed, and no word that it stands.
_CANNOT_CONFIRM = LATE.compile(
    r"\b(?:cant|cannot|can not|couldnt|could not|unable to|not able to|не може\w*|не мож\w*|не мог\w*"
    r"|не змог\w*|не смог\w*) (?:\w+ ){0,2}(?:vouch|confirm|verif|подтверд|пидтверд|ручат|поруч)"
)
_OUTVOTED = {Trait.SPLIT, Trait.ABSTAINED}
KINDS = {asked: kind for kind, asked in ASKED_KINDS.items()}
_LEFT_OUT_THOSE = LATE.compile(
    r"\b(?:not|except|excluding|without|minus|skip|leave out|besides|не|крим|кром|окр(?:им)?|без)"
    r" (?:the |any |all )?(?:ones|those|mayors|councils|cities|тих|тех|ти|те) (?:who|that|which|що|хто|кто|котор|яки) $"
)


def kinds_said(reader: PhraseReader, meant: Sequence[Meant], *, waits: bool) -> tuple[ActKind, ...]:
    """The kinds of act that are asked for, without those that the question's other words take for something else.

    ``waits``: ties are asked for by what their suspension waits for.
    """
    joined = reader.joined
    done = {each.says: each for each in meant if isinstance(each.says, ActKind) and not each.denied}
    reader.understood.update(*(each.words for each in done.values()))
    kinds = tuple(dict.fromkeys((*reader.all_of(KINDS), *done)))
    so = {each.says for each in meant}
    lifting = waits or any(isinstance(it, ConditionOf) for it in so)
    lifting = lifting or any(it in so or reader.has(ASKED_TRAITS[it]) for it in (Trait.CONDITION, Trait.NO_CONDITION))
    out = {*kinds_not_meant(meant), *([ActKind.RESUMED] if lifting or _MAY_BE.search(joined) else [])}
    if _AGAINST_RUSSIA.search(joined) or _NOBODY_AGAINST.search(joined):
        # Who voted against Russia kept nothing, nor did those of whom nobody voted against.
        out.add(ActKind.KEPT)
    if _ON_WHOSE_MOTION.search(joined) or reader.has(ASKED_TRAITS[Trait.MAYORS_MOTION]):
        # On whose motion it was ended: the endings are asked for, whose rows name who moved them.
        out.add(ActKind.PROPOSED)
    if Trait.NO_WORD in so or ASKED_TRAITS[Trait.NO_WORD].search(joined):
        # Who refuses to say anything has decided nothing.
        out.add(ActKind.KEPT)
    against = VOTED_AGAINST_ENDING.search(joined) is not None
    if against and ActKind.KEPT not in kinds:
        kinds = (*kinds, ActKind.KEPT)
    if (_OUTVOTED & so or ASKED_TRAITS[Trait.SPLIT].search(joined)) and not against:
        # Who was outvoted kept nothing: "where did even one member vote no".
        out.add(ActKind.KEPT)
    if Trait.NO_ACT in so or ASKED_TRAITS[Trait.NO_ACT].search(joined):
        out.update(ActKind)
    if _STILL_SAID.search(joined) or _CANNOT_CONFIRM.search(joined):
        # "Those still said to stand" are the active ones, whoever says so.
        out.add(ActKind.CONFIRMED)
    kept = [*ASKED_KINDS[ActKind.KEPT].finditer(joined)]
    if kept and all(_LEFT_OUT_THOSE.search(joined, 0, it.start()) for it in kept):
        # "The mayors who suspended, not the ones who kept it".
        out.add(ActKind.KEPT)
    kinds = tuple(kind for kind in kinds if kind not in out)
    # Who was asked and refused: the refusal is what is asked for.
    return tuple(kind for kind in kinds if kind is not ActKind.PROPOSED or ActKind.KEPT not in kinds)
