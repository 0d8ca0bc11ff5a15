"""What is said of what is watched, to editors and on the machine: a function a sentence. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from cogs.wording.dates import day
from cogs.wording.english import listed_apart, paragraph, plural, series, series_apart
from db.record.link_states import STRIKES, Link, LinkState
from db.store.watched_models import QUIET_AFTER, ReadingOutcome, SourceReading

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
LINK_EXPLAINED = (
    "It changes nothing that is said of a tie: what the page showed, it showed. Look for a copy, or for another page "
    "that proves the same."
)
SETTLED = "It is settled, and stays so until the link changes again."
STANDS_OTHERWISE = "This link has changed since. `/watching links` shows how."
BROKEN_LINKS = "Sources that no longer answer"
LINK_NOUN = "link"
DEALT_WITH = "I have dealt with it"
COPY_OF_ANOTHER = "Nothing was added: this is a copy of another page."
COPY_WITHOUT_DAY = "What day is the copy from? The address does not say; give the day as 2022-03-03."
COPY_OF_TOMORROW = "A copy cannot be from a future date. Please check it."
DAY_NOT_READ = "The day could not be read. Give it as 2022-03-03."
ONE_OR_THE_OTHER = "Give the address of a copy, or a file to be kept: one of the two."
WHICH_SOURCE = "No source of the record, or more than one, fits. Choose it from the list that appears as you type."
FILE_TOO_LARGE = "The file is too large: at most 8 MiB are kept."
FILE_OF_ANOTHER_KIND = "Nothing was added: the file is not a PDF, PNG or JPEG, whatever its name says."
FILE_NOT_KEPT = "Nothing was added: the file could not be posted in the review channel. Please try again."
NO_REVIEW_CHANNEL = "There is no review channel to keep the file in. `/setup` chooses one."
TOO_LARGE = "it is larger than 2 MiB"
FEEDS_WRONG = "Feeds and councils that cannot be read or have gone quiet"
READING_NOUN = "page"
LEAVE_IT = "Go on trying"
IS_RIGHT_SO = "It is fine as it is"
STOP_READING = "Stop reading it"
GONE_FROM_LIST = "It is no longer on the list, or it has been read since."
STOPPED = "It is no longer read, and what was known of it is forgotten."
GOES_ON = "It is tried once a day, and is listed here again only if it is read in between and then fails again."
READ_ON = "It is read on, and is listed here again only if something new comes and it is quiet for long after that."
QUIET_EXPLAINED = (
    "It can be read, and nothing new comes. Feeds move and councils change their platform without a word: open its "
    "page, and list the new address if there is one."
)
COVERS_NOTHING = "Nothing was listed: that names no place on record. Name U.S. places or states, or leave it out."
TOO_MANY_FEEDS = "Nothing was listed: there are 1,000 feeds, and no room for more."
ONE_PLACE = "Name one U.S. place of the record. Choose it from the list that appears as you type."
NOT_LISTED = "That is not on the list. Choose it from the list that appears as you type."
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
        return f"Links of {plural(len(links), 'source')}: none has been looked at yet."
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


def named_by(ties: Sequence[str]) -> str:
    """Which ties an act of this source is of."""
    return f"Cited for {listed_apart(ties)}." if ties else "Cited for no act."


def no_copy(publisher: str) -> str:
    """That nothing else shows what the page showed, as far as is known."""
    return f"No copy of this page is on record. {publisher} may have it at another address; `/watching copy` adds one."


def copies_on_record(count: int) -> str:
    """How many archived copies show what the page showed."""
    if count == 1:
        return "A copy is on record and linked beside it, so nothing is lost."
    return f"{count} copies are on record and linked beside it, so nothing is lost."


def file_kept(source: str, digest: str) -> str:
    """Said with a file that an editor keeps as the copy of a source."""
    return f"Copy of `{source}`, kept here. SHA-256: `{digest}`"


def copy_added(label: str) -> str:
    """That a copy is on record now."""
    return f"It is on record: {label}. It stands beside the source wherever that is listed in full."


def counted_copies(kept: int, sources: int) -> str:
    """For how many sources there is an archived copy."""
    return f"Archived copies: {kept} of {plural(sources, 'source')} have one."


def answered_with(status: int) -> str:
    """That a page did not come, in a few words."""
    return f"the site did not show it ({status})"


def found_in_feed(title: str, words: Sequence[str]) -> str:
    """What a machine says of an item of a feed."""
    return f"“{title}”. Words that matched: {series(f'“{word}”' for word in words)}."


def found_on_agenda(title: str, held: date, time: str, words: Sequence[str]) -> str:
    """What a machine says of a meeting to come."""
    when = f"{day(held)}, {time}" if time else day(held)
    return f"“{title}”, a meeting on {when}. Words that matched: {series(f'“{word}”' for word in words)}."


def meeting_of(title: str, held: date) -> str:
    """What the page of a meeting is called as a source."""
    return f"{title}, meeting of {day(held)}"


def meeting_cancelled(title: str, held: date) -> str:
    """That a meeting with something about a tie is told of no more, or called cancelled."""
    return f"“{title}”, the meeting on {day(held)}, was canceled, or is no longer listed."


def agendas_of(place: str) -> str:
    """What reads the agendas of a place's council is called."""
    return f"Agendas of {place}"


def council_listed(place: str, platform: str, page: str) -> str:
    """That the agendas of a place's council are read from now on."""
    return f"The agendas of {place} are read from now on, once a night, by {platform}: {page}"


def no_such_client(platform: str, example: str) -> str:
    """That a name is none of the platform's clients."""
    return f"That is not the name of a council with {platform}. It looks like “{example}”."


def feed_listed(address: str, covers: Sequence[str], *, is_new: bool) -> str:
    """That a feed is read from now on, and for what."""
    about = f"It is about {listed_apart(covers)}." if covers else "It may be about any tie."
    first = "Its first reading yields nothing: what it holds now is not news." if is_new else "It was listed before."
    return paragraph([f"{address} is read from now on.", about, first])


def failing(why: str, since: date) -> str:
    """That something cannot be read: why, and since when."""
    return f"not read since {day(since)}: {why}"


def quiet_since(since: date) -> str:
    """That nothing new has come for long, in a few words."""
    return f"nothing new since {day(since)}"


def last_read(reading: SourceReading, tips: int = 0, left_out: int = 0) -> str:
    """When something was last read, what came of it, and what is wrong."""
    told = [f"last read on {day(reading.read_at.date())}" if reading.read_at else "never read yet"]
    if reading.outcome is ReadingOutcome.EMPTY:
        told.append("nothing was in it")
    if reading.failing_since:
        told.append(failing(reading.why, reading.failing_since.date()))
    elif reading.spoke_at and reading.read_at and reading.read_at - reading.spoke_at >= QUIET_AFTER:
        told.append(quiet_since(reading.spoke_at.date()))
    if tips:
        told.append(f"{plural(tips, 'tip')} on its last day")
    if left_out:
        told.append(f"{left_out} more left out")
    return series_apart(told)


def more_listed(count: int) -> str:
    """That a list goes on."""
    return f"{count} more are listed."


def report(links: Sequence[Link]) -> Iterator[str]:
    """What looks made by hand saw: the counts, then a line for each link that does not simply answer."""
    yield counted_links(links)
    for link in sorted(links, key=_by_state):
        if link.state is not LinkState.ALIVE:
            led = f"{link.address} -> {link.leads_to}" if link.leads_to else link.address
            yield f"{link_state(link)}: {link.source}: {led} ({link.why})"


def _by_state(link: Link) -> tuple[int, str]:
    return -list(LinkState).index(link.state), link.source
