"""Whether Ukraine is named only as where the war is, or for whose sake something was done. Pure."""

from __future__ import annotations

import re

from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.words_matched import words_matched
from cogs.lookup.reading.vocabulary import said_for
from db.record.caching import of_the_last

_OVER_THE_WAR = said_for("questions", "over_the_war", "told")
_UKRAINE = LATE.compile(r"\b(?:ukrain|украин)\w*")


@of_the_last
def _told(joined: str) -> tuple[re.Match[str], ...]:
    return tuple(_OVER_THE_WAR.finditer(joined))


# What was done to a Ukrainian partner itself: "no Ukrainian sister city has been suspended". That it is had by those
# who cut another is said otherwise: "with a Ukrainian partner", "имеют украинского побратима".
_DONE_TO_THE_UKRAINIAN = LATE.compile(
    r"(?<!\bwith )(?<!\bwith a )(?<!\bhave )(?<!\bhave a )(?<!\bhas )(?<!\bhas a )"
    r"(?<!\bс )(?<!\bсо )(?<!\bз )(?<!\bиз )(?<!\bмае )(?<!\bмають )(?<!\bимеет )(?<!\bимеют )"
    r"\b(?:ukrainian|украинс\w*) "
    r"(?:(?:sister|twin|partner)\w*(?: (?:city|cities|town|towns|ties?|agreements?|partnerships?))? "
    r"(?:(?:has|have|had|hasnt|havent|not|never|ever|yet|also) ){0,3}(?:been|being|was|were|is|are|wasnt|werent|got) "
    r"(?:(?:ever|not|never|yet|also|just|even) ){0,2}"
    r"(?:suspend|paus|froze|end|cut|sever|terminat|drop|axed|scrapp|cancel|revok)\w*"
    r"|(?:побрат|партн)\w* (?:(?:не|ще|еще|ни разу|жодного разу|був|бул\w?|бил\w?) ){0,3}"
    r"(?:приостановлен|призупинен|разорван|розирван|прекращен|припинен|заморожен|расторгнут)\w*"
    r"|(?:побрат|партн)\w* не (?:приостан|призуп|разрыв|разорв|розрив|розирв|прекра|припин|замор)\w*л\w*)\b"
)
_RUSSIA = LATE.compile(r"\b(?:russia|росси|роси[ийеяюс]|рф\b|москал)")


def is_of_the_war_alone(joined: str) -> bool:
    """Whether normalised words name Ukraine, and only with the war: "who cut ties over the war in Ukraine".

    No ties with Ukraine are asked about then.
    """
    told = [match.span() for match in _told(joined)]
    named = [match.start() for match in _UKRAINE.finditer(joined)] if told else []
    return bool(named) and all(any(start <= at < end for start, end in told) for at in named)


def is_done_to_the_ukrainian(joined: str) -> bool:
    """Whether normalised words tell what was done to a Ukrainian partner and name nothing Russian: "no Ukrainian sister
    city was suspended".
    """
    return _DONE_TO_THE_UKRAINIAN.search(joined) is not None and _RUSSIA.search(joined) is None


def words_of_the_war(joined: str) -> frozenset[str]:
    """The normalised words by which the war, or Ukraine for whose sake something was done, is named."""
    return words_matched(_told(joined))
