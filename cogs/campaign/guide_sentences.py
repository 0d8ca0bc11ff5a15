"""What the guides say: the petition, partners in Ukraine, what named people said, a beginning. A function a sentence.
Pure.
"""

from __future__ import annotations

from collections.abc import Iterator

from cogs.wording.blocks import Line
from cogs.wording.dates import day, when
from cogs.wording.english import paragraph, plural, series
from cogs.wording.figure_sentences import NO_TIES
from cogs.wording.points import SIDES
from db.record.figures import Figures, per_cent
from db.record.models import Petition, Side, UkraineTie
from db.record.standings import STANDINGS, Standing

# The petition

OPEN_PETITION = "Read and sign it"
INVITE = "**Invite five friends.** A message to copy, and better still to change into your own words:"


def share_of_goal(bar: str, count: int, goal: int) -> str:
    """How far the count is from its goal."""
    if count >= goal:
        return f"{bar} The goal has been reached."
    return f"{bar} {per_cent(count, goal)}% of the goal; {goal - count:,} to go."


USE_IN_LETTER = "Use in my letter"
INVITE_FRIENDS = "Invite five friends"


def milestone(count: int) -> str:
    """That so many have signed."""
    return f"{count:,} people have signed"


def milestone_told(title: str, petition: Petition) -> str:
    """The petition with the reading that passed a milestone."""
    told = f"“{title}” has {petition.count:,} signatures."
    if petition.count_as_of is not None:
        told = f"“{title}” has {petition.count:,} signatures as of {day(petition.count_as_of)}."
    if petition.count >= petition.goal:
        return f"{told} The goal of {petition.goal:,} has been reached."
    return f"{told} The goal is {petition.goal:,}; {petition.goal - petition.count:,} to go."


def invitation(petition: Petition, found: Figures) -> str:
    """A message to five friends."""
    ended, suspended, unconfirmed = (
        found.standings[standing] for standing in (Standing.ENDED, Standing.SUSPENDED, Standing.UNCONFIRMED)
    )
    many = f"Only {ended:,}" if ended else "None"
    halted = f"{suspended:,} {_are(suspended)} {STANDINGS[Standing.SUSPENDED].word}"
    told = (
        f"{many} of {found.ties:,} sister-city ties between U.S. places and Russia {_are(max(ended, 1))} on record as "
        f"ended; {halted}, and of {unconfirmed:,} nobody has said since the invasion whether they stand."
    )
    return f"{told} {ask_to_sign(petition)}"


def invitation_from(petition: Petition, state: str, found: Figures) -> str:
    """A message to five friends in a state."""
    ended = found.standings[Standing.ENDED]
    if ended == found.ties:
        told = f"{state} has ended every sister-city tie with Russia that is on record."
    elif found.ties == 1:
        told = f"{state} has one sister-city tie with Russia on record, and it is not on record as ended."
    elif not ended:
        told = f"{state} has {found.ties:,} sister-city ties with Russia on record, none of them on record as ended."
    else:
        told = (
            f"{state} has {found.ties:,} sister-city ties with Russia on record; "
            f"{ended:,} {_are(ended)} on record as ended."
        )
    return f"{told} {ask_to_sign(petition)}"


def ask_to_sign(petition: Petition) -> str:
    """What friends are asked to do."""
    return (
        f"This petition asks U.S. mayors to end such ties: {petition.url} "
        "I signed it. Would you read it, and if you agree, sign and ask five friends of yours?"
    )


# Partners in Ukraine

PARTNERS = "Partners in Ukraine"
NO_PARTNER_THERE = "I know of no partner in Ukraine there. Here are places that have one beside a Russian one."
HELD_BACK = "Ties with occupied places, lapsed ones and those on one weak source are left out here."


WHERE_TO_BEGIN = Line(
    " Ask the mayor's office or the sister-city association which partner would fit: a place of similar size, or with "
    "a similar trade or university. These programs are on record; ask each before you count on it.",
    "Where to begin.",
)


def ministry(marks: str) -> Line:
    """What Ukraine's ministry does, and for whom."""
    return Line(
        " has brought local governments together since 2022, by its International Marathon of Local "
        f"Governments{marks}. Among American places, Federal Way and Mississippi are named with it.",
        "Ukraine's ministry for communities",
    )


def patronage(marks: str) -> Line:
    """What Ukraine's president offered, and to whom."""
    return Line(
        " of a destroyed city, region or industry is what President Zelenskyy asked of all U.S. mayors in "
        f"2022{marks}. No form for it and no condition is on record.",
        "Patronage",
    )


def membership(marks: str) -> Line:
    """What the national organization is, and for whom."""
    return Line(f" is for its members{marks}: ask whether your city is one.", "Sister Cities International")


def embassy(marks: str) -> Line:
    """What Ukraine's embassy tells of."""
    return Line(
        f" tells of more than 25 agreements, on an old, undated page{marks}, and of no way to begin one.",
        "Ukraine's Embassy in Washington",
    )


def european_union_only(marks: str) -> Line:
    """A program that takes no American place."""
    return Line(f" looks for partners in the European Union alone{marks}.", "Cities4Cities")


def partners_known(many: int, both: int) -> str:
    """How many are known, and how many of their places have a Russian partner on record."""
    return (
        f"I know of {plural(many, 'U.S. tie')} with Ukraine, each as its source has it and not as of today; "
        f"{both} are of places that have, or had, a Russian partner."
    )


def partner(tie: UkraineTie, russian: str, marks: str) -> Line:
    """A partner, as of its source, and the Russian ones beside it."""
    status = _STATUS.get(tie.status, tie.status)
    if tie.since:
        told = f"{tie.ua_name}, since {when(tie.since)}; by its source: {status}{marks}."
    else:
        told = f"{tie.ua_name}; by its source: {status}{marks}."
    beside = f"On record with Russia: {russian}." if russian else ""
    name, state = (text.replace(" (state)", "") for text in (tie.us_name, tie.us_state))
    return Line(f" {paragraph([told, beside])}", f"{state}:" if name == state else f"{name}, {state}:")


_STATUS = {
    "friendship": "a friendship agreement",
    "intent": "announced as an intention",
    "partner": "a partnership",
    "unknown": "whether it stands is not known",
}


def more_partners(many: int) -> str:
    """That these are not all."""
    return f"{many} more are on record: name a place or a state to see its own."


# What named people said

BOTH_SIDES = "What named people said, on both sides"
NOTHING_SAID = "Nothing of that is on record. Try another place or fewer letters, or leave them out."


def shown_of(side: Side, shown: int, all_: int) -> str:
    """How many of a side are shown, out of how many."""
    return f"{SIDES[side]}: {shown} of {all_}"


def more_of_side(side: Side, more: int) -> str:
    """That a side has more, which the equal number leaves out."""
    return f"{SIDES[side]}, {more} more are on record: choose that side to see them."


def none_of_side(side: Side) -> str:
    """That nothing of a side is on record."""
    return f"{SIDES[side]}: nothing of that is on record."


# A beginning

WELCOME = "Welcome. What this is about, in a minute"
NAME_YOUR_STATE = "Name your state to see its own: `/start state:`."


def about_campaign(found: Figures) -> str:
    """What it is about."""
    if not found.ties:
        return NO_TIES
    *before, last = _counted(found)
    counts = f"{series(before)}, and {last}" if before else last
    return (
        f"{found.ties:,} ties between U.S. and Russian places are on record: {counts}. "
        "Mayors and councils decide, and they read letters."
    )


_TOLD_LAST = frozenset({Standing.ACTIVE, Standing.UNCONFIRMED})


def _counted(found: Figures) -> Iterator[str]:
    """Every tie under its standing; those that have one, so that the counts add up."""
    for standing in sorted(Standing, key=lambda each: (each is not Standing.ENDED, each in _TOLD_LAST)):
        if many := found.standings[standing]:
            facts = STANDINGS[standing]
            yield (facts.of_one if many == 1 else facts.of_many).format(number=f"{many:,}")


def _are(many: int) -> str:
    return "is" if many == 1 else "are"


def no_tie_in(state: str) -> str:
    """That a state has none."""
    return f"No tie with Russia is on record in {state}. You can write about another, sign, or look for a partner."


def more_of_state(many: int) -> str:
    """That these are not all."""
    return f"{many:,} more: /ties lists them all."


def one_letter(command: str, place: str) -> str:
    """The letter to write."""
    if not place:
        return f"**One letter.** {command} helps you write to the office that decides, in your own words."
    return f"**One letter.** {command} with place: {place}. It goes to the office that decides, in your own words."


def one_task(names: str, send: str, more: str) -> str:
    """The task: a search that anybody can make in ten minutes. ``send`` and ``more`` are commands."""
    return (
        f"**One task.** Look for news of {names}: the city's page of sister cities, its council's minutes, its "
        f"newspaper. Whatever you find, {send} hands it to the editors; {more} has another such task."
    )


def one_link(title: str, url: str) -> str:
    """The petition's link. ``title`` is safe to be shown."""
    return f"**One link.** The petition “{title}”: <{url}>"


def stay_told(status: str, watch_state: str) -> str:
    """How to hear of changes: of one tie, and of all of a state. The arguments name commands."""
    return (
        f"To hear when something changes, open {status} and press **Watch**, or watch a whole state with {watch_state}."
    )


def unknown_place(typed: str) -> str:
    """That a name is of no place that is known. ``typed`` is safe to be shown."""
    return f"I know no place called {typed}. Try another spelling, add the state, or leave it out."
