"""Where a part of a text is divided that says one thing of one place, and another of the next. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cogs.lookup.claims.claimed_numbers import counted_at, is_vote_at, number_at
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.votes import UNANIMOUSLY
from db.record.mentions import Mention
from db.record.models import Country
from db.record.months import ALL_MONTHS
from db.record.text import normalise

_AND = frozenset(map(normalise, "and but і й та и а".split()))
_QUANTITIES = frozenset(map(normalise, """
    all none every each nobody not no neither both they them всі усі жодного жодний жодна жоден ніхто кожен кожне вони
    все ни каждый никто они
""".split()))  # fmt: skip
_NOTHING = frozenset(map(normalise, "nothing most few нічого більшість ничего большинство".split()))
# When something was done: a month, or a year since the first ties.
_TIME = LATE.compile("|".join((r"(?:19[5-9]\d|20\d\d)", *map(re.escape, sorted(map(normalise, ALL_MONTHS))))))
# The words of an order by themselves, each of which claims something of its own.
_RANK = LATE.compile(
    r"first|last|oldest|earliest|newest|youngest|biggest|largest|smallest|перв\w*|последн\w*|перш\w*|останн\w*"
    r"|наистар\w*|наидавн\w*|наинов\w*|наимолод\w*|стареиш\w*|сам\w*"
)


def cuts_before_names(question: Question) -> list[int]:
    """Where a part is divided: before each name, or each claim, whichever is first, that is followed by its other;
    and, where names come first, before each that has a time of its own as the one before has.
    """
    names = {mention.start: mention for mention in question.mentions if mention.places or mention.others}
    if len(names) < 2:
        return []
    votes = {i for i, word in enumerate(question.words) if is_vote_at(question, i) or UNANIMOUSLY.match(word.raw)}
    apart = {i for i in names if not (Country.RU in names[i].countries and _american_before(names, i))}
    events: list[tuple[int, bool]] = []
    for i, word in enumerate(question.words):
        if i in apart:
            events.append((i, True))
        elif word.norm in question.claimed or i in votes or (events and events[0][1] and word.raw in question.asides):
            events.append((i, False))
    claimed = _cuts_between(events)
    if claimed and not events[0][1]:
        return [question.words[i].start for i in claimed]
    # "Eugene suspended in July 2022, Oklahoma City in August, Houston the February after".
    times = (i for i, word in enumerate(question.words) if i not in votes and _TIME.fullmatch(word.norm))
    dated = _cuts_between(sorted([*((i, True) for i in apart), *((i, False) for i in times)]))
    return [question.words[i].start for i in sorted({*claimed, *dated})]


def _cuts_between(events: Sequence[tuple[int, bool]]) -> list[int]:
    """Before which of two kinds of words that take turns a part is divided: before each of the kind that is first."""
    if not events:
        return []
    leads = events[0][1]
    seen: set[bool] = set()
    cuts: list[int] = []
    for number, (i, is_name) in enumerate(events):
        followed = any(other is not leads for _, other in events[number + 1 :])
        if is_name is leads and len(seen) == 2 and followed:
            cuts.append(i)
            seen = set()
        seen.add(is_name)
    return cuts


def cuts_before_numbers(question: Question) -> list[int]:
    """Where a part is divided that says one thing of one number and another of the next: "20 suspended, 8 ended"."""
    words = question.words
    starts = [
        i for i in range(len(words)) if number_at(question, i) is not None and counted_at(question, i) is not None
    ]
    if len(starts) < 2 or len(set(question.standings)) < 2:
        return []
    ends = [*starts[1:], len(words)]
    claimed = [any(word.norm in question.claimed for word in words[i:end]) for i, end in zip(starts, ends, strict=True)]
    return [words[i].start for i in starts[1:]] if all(claimed) else []


def cuts_before_ranks(question: Question) -> list[int]:
    """Where a part is divided that names the first of one order and of another: "oldest Murmansk, newest Saratov"."""
    words = question.words
    starts = [i for i, word in enumerate(words) if _RANK.fullmatch(word.norm)]
    if len(starts) < 2:
        return []
    ends = [*starts[1:], len(words)]
    names = [mention.start for mention in question.mentions if mention.places]
    named = [any(start < at < end for at in names) for start, end in zip(starts, ends, strict=True)]
    return [words[i].start for i in starts[1:]] if all(named) else []


def cuts_before_quantities(question: Question) -> list[int]:
    """Where a part is divided that gives a number of ties, and then says something of all or none of them."""
    words = question.words
    counted = next(
        (at for i in range(len(words)) if number_at(question, i) is not None and (at := counted_at(question, i))), None
    )
    if counted is None:
        return []
    ends = (i for i in range(counted + 1, len(words) - 1) if words[i].norm in _AND and words[i + 1].norm in _QUANTITIES)
    first = next(ends, None)
    return [words[first + 1].start] if first is not None else []


def cuts_at_commas(question: Question) -> list[int]:
    """Where a part is divided that says of all, none or so many how they stand, and behind a comma the same of others:
    "all of them still work, nothing was cut".
    """
    words = question.words
    starts = [i for i in range(1, len(words)) if "," in question.text[words[i - 1].end : words[i].start]]
    if not starts or len(set(question.standings)) < 2:
        return []
    spans = list(zip([0, *starts], [*starts, len(words)], strict=True))
    says = [_says_how_many(question, *span) for span in spans]
    return [
        words[begins].start for (begins, _), one, other in zip(spans[1:], says, says[1:], strict=False) if one and other
    ]


def _says_how_many(question: Question, start: int, end: int) -> bool:
    """Whether some words of a part say of how many something is so."""
    words = question.words[start:end]
    counts = any(word.norm in _QUANTITIES | _NOTHING for word in words)
    counts = counts or any(number_at(question, i) is not None for i in range(start, end))
    return counts and any(word.norm in question.claimed for word in words)


def _american_before(names: dict[int, Mention], place: int) -> bool:
    return any(at < place and Country.US in named.countries for at, named in names.items())
