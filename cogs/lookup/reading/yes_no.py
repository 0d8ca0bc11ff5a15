"""Whether a question about a tie is answered with yes or no, and what it asks. Pure.

Only where all of the question was understood: a yes to something else would be untrue.
"""

from __future__ import annotations

from functools import lru_cache

from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_for
from cogs.wording.leads import Asked, act_asked_for
from db.record.authorities import Authority
from db.record.derivation import Status
from db.record.models import Act, Tie
from db.record.standings import Standing
from db.record.text import normalise

# How such a question begins, and what it has wherever it is asked.
_BEGINS = LATE.compile(
    r"(?:(?:so|hey|hi|hello|ok|okay|and|but|please|pls|now) )*"
    r"(?:(?:do you know|can you tell me|tell me|i wonder|i want to know) (?:if|whether) |(?:whether|if) )?"
    r"(?:is|are|was|were|did|does|do|has|have|had|чи)\b"
    r"|(?:do you know|can you tell me|tell me|i wonder|i want to know) (?:if|whether)\b"
)
_YES_OR_NO = LATE.compile(r"\b(?:y n|yes or no|ли)\b")
# Ukrainian and Russian ask so with the question mark alone, unless one of these words asks for something else.
_ASKS_WHAT = frozenset(
    "хто кого кому ким що чого чим коли чому навіщо як який яка яке які яких яким скільки де куди "
    "кто кого кому кем что чего чем когда почему зачем как какой какая какое какие каких каким сколько где куда".split()
)
_ALL_STILL = said_for("questions", "yes_no", "all_still")
# Of which of two it is asked: no yes answers that.
_EITHER_OR = LATE.compile(
    r"\b(?:city|county|town|state|borough|council|mayor|governor|commission)s? or (?:the |a )?"
    r"(?:city|county|town|state|borough|council|mayor|governor|commission|some)"
    r"|\b(?:мисто|мист|город|округ|штат) (?:чи|або|или) (?:мист|город|округ|штат)"
)
# Whether it is the only one is answered by what others did: "yes" would be of what it did.
_ALONE = LATE.compile(
    r"\b(?:only|sole|solely|един\w*|единственн\w*|тильк\w*|только|лиш\w*)\b"
    r"(?! (?:a |been |temporarily |formally )*(?:suspend|paus|frozen|freez|end|cut|half|partial|призупин|приостан))"
)
_DENIED = LATE.compile(r"\b(?:not|never|no longer|isnt|arent|wasnt|werent|didnt|doesnt|dont|hasnt|havent|не)\b")
_RESUMED = said_for("questions", "yes_no", "resumed")
_KEPT = said_for("questions", "yes_no", "kept")
_VOTED = said_for("questions", "yes_no", "voted")
_PAIRED = said_for("questions", "yes_no", "paired")
# What may stand beside it without another meaning: "is it really true that …".
_BESIDE = said_for("questions", "yes_no", "beside")
_SHORTEST_WORD = 3
# Who is named as the decider, if anybody is.
_DECIDERS = tuple(
    (said_for("questions", "yes_no", "deciders", decider), decider)
    for decider in (Authority.MAYOR, Authority.STATE, Authority.COUNCIL)
)
# With these something else is asked for than yes or no.
_OTHER = frozenset(Intent) - {Intent.OWN, Intent.GREETING, Intent.CLAIM}


def asked_of(question: Question, tie: Tie, status: Status) -> Asked:
    """What a question asks of a tie that so stands; how it stands, unless all of it asks for yes or no."""
    joined = question.joined
    other = question.intents & _OTHER
    # "Still" is two words there, and the first of them asks for all elsewhere.
    if _ALL_STILL.search(joined):
        other -= {Intent.LIST}
    asks_so = _is_yes_or_no(joined) or _is_asked_by_the_mark_alone(question)
    if question.abroad or _EITHER_OR.search(joined):
        return Asked.STATUS
    if other or question.period or not asks_so or _ALONE.search(joined) or not _is_all_known(question):
        return Asked.STATUS
    if not all({tie.us, tie.ru} & {place.id for place in mention.places} for mention in question.mentions):
        return Asked.STATUS
    asked = _asked(question)
    answers = act_asked_for(tie, status, asked) or status.basis
    named = [authority for words, authority in _DECIDERS if words.search(joined)]
    by_another = bool(named) and answers is not None and answers.authority not in named
    if by_another or (answers is not None and _names_another(question, tie, answers)):
        return Asked.STATUS
    return asked


def _names_another(question: Question, tie: Tie, act: Act) -> bool:
    """Whether an act is asked of who did not do it: of a person, or of the Russian place that is named first."""
    actor = act.actor.casefold()
    if question.speakers and not any(each.name.split()[-1].casefold() in actor for each in question.speakers):
        return True
    first = min(question.mentions, key=lambda mention: mention.start, default=None)
    if first is None or tie.us in {place.id for place in first.places} or act.authority is Authority.PARTNER:
        return False
    # In Ukrainian and Russian who acts may stand behind the verb.
    before = [word for word in question.words[max(0, first.start - 1) : first.start] if word.cyrillic]
    return any(word.norm in question.claimed for word in [*before, *question.words[first.end : first.end + 1]])


def begins_with_yes_or_no(question: Question) -> bool:
    """Whether a question is put so that yes or no answers it, whatever else stands in it."""
    return _is_yes_or_no(question.joined) or _is_asked_by_the_mark_alone(question)


@lru_cache(maxsize=1)
def _is_yes_or_no(joined: str) -> bool:
    return bool(_BEGINS.match(joined) or _YES_OR_NO.search(joined))


def _is_asked_by_the_mark_alone(question: Question) -> bool:
    words = {word.raw.lower() for word in question.words if word.cyrillic}
    return bool(words) and question.text.rstrip().endswith("?") and not words & _ASKS_WHAT


def _asked(question: Question) -> Asked:
    joined = question.joined
    if _RESUMED.search(joined):
        return Asked.RESUMED
    if _KEPT.search(joined):
        return Asked.KEPT
    if question.excluded_standings or _DENIED.search(joined):
        return Asked.STATUS
    standings = set(question.standings)
    if standings == {Standing.ENDED}:
        return Asked.ENDED
    if standings == {Standing.SUSPENDED}:
        return Asked.SUSPENDED
    if not standings and _VOTED.search(joined):
        return Asked.VOTED
    return Asked.STILL if standings <= {Standing.ACTIVE} and (standings or _PAIRED.search(joined)) else Asked.STATUS


def _is_all_known(question: Question) -> bool:
    """Whether nothing stands beside the names that is not understood here."""
    return all(
        len(word) < _SHORTEST_WORD or any(known.search(normalise(word)) for known in (_BESIDE, _RESUMED, _KEPT, _VOTED))
        for word in question.asides
    )
