"""What is said of what is watched, to editors and on the machine: a function a sentence. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from cogs.wording.dates import day
from cogs.wording.english import plural, series
from db.record.link_states import STRIKES, Link, LinkState

OFF = (
    "The bot does not look at pages by itself: the operator can turn that on with `TIEWATCH_FETCH`. What stands here "
    "is from looks made by hand."
)
ON = "The bot looks at pages by itself, at night and by day, a few at a time."
NO_BROKEN_LINK = "No link waits for an editor."
LINKS_EXPLAINED = (
    "A link that no longer answers changes nothing that is said of a tie: what the page showed, it showed. Look for a "
    "copy, or for another page that proves the same. Then choose it below, and it is settled."
)
SETTLED = "It is settled, and stays so until the link stands otherwise."
STANDS_OTHERWISE = "This link stands otherwise by now. `/watching links` shows how."
NO_CONTACT = (
    "TIEWATCH_CONTACT is not set: sites are told whom to ask about the bot that looks at them. Put a link or an e-mail "
    "address into .env"
)


def counted_links(links: Sequence[Link]) -> str:
    """How the links of all sources stand, in numbers."""
    states = Counter(link.state for link in links)
    told = series(f"{states[state]} {state.value}" for state in LinkState if states[state])
    looked = max((link.looked_on for link in links if link.looked_on), default=None)
    if looked is None:
        return f"Links of {plural(len(links), 'source')}: none was looked at yet."
    return f"Links of {plural(len(links), 'source')}: {told}. Last looked at on {day(looked)}."


def link_state(link: Link) -> str:
    """How a link stands, in a few words: ``gone since 3 March 2026``."""
    told = f"{link.state.value} since {day(link.since)}" if link.since else link.state.value
    if link.state is LinkState.GONE_PERHAPS:
        return f"{told}, failure {link.strikes} of {STRIKES}"
    return told


def broken_links(count: int) -> str:
    """How many links wait for an editor."""
    return f"**{plural(count, 'link')}** {'waits' if count == 1 else 'wait'} for an editor."


def report(links: Sequence[Link]) -> Iterator[str]:
    """What looks made by hand saw: the counts, then a line for each link that does not simply answer."""
    yield counted_links(links)
    for link in sorted(links, key=_by_state):
        if link.state is not LinkState.ALIVE:
            led = f"{link.address} -> {link.leads_to}" if link.leads_to else link.address
            yield f"{link_state(link)}: {link.source}: {led} ({link.why})"


def _by_state(link: Link) -> tuple[int, str]:
    return -list(LinkState).index(link.state), link.source
