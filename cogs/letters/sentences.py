"""What a letter says of a tie, and what its writer is told around it, a function a sentence. Pure.

Each gives whole sentences, their alternatives written out; what is said when is decided elsewhere. What the writer
typed, and names, must be safe to show where a sentence goes into a message as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from cogs.letters.letter_dates import closed, dated, on_date
from cogs.wording.dates import day, when
from cogs.wording.english import capital, full_stop, listed, plural, series, small
from db.record.models import PartialDate, Precision
from db.record.page_kinds import PAGE_KINDS, PageKind
from db.record.standings import STANDINGS, Standing
from db.store.models import LetterOutcome

# What a condition of a suspension begins with, and how the sentence that tells it goes on.
_HOW_LONG = re.compile(r"(until|to resume when)\b:? *", re.IGNORECASE)
_MEANT = {"until": "to last until", "to resume when": "to resume when"}
# Whose search it was: nobody in an office has to know this bot.
_RECORD = "Tiewatch, a public record of ties with Russia"

# A lead that ends so goes on with the quotation.
_RUNS_ON = re.compile(r"(?<=.) (?:that(?: they were)?|to|until)$")

# In a letter, on the tie.


ACCOUNTS_DIFFER = "There are two accounts of it, and they differ."


def on_day_actor_did(value: PartialDate, actor: str, did: str) -> str:
    """``On April 4, 2022, the Juneau Assembly voted down the resolution.``"""
    who = f"{actor}," if "," in actor else actor
    return full_stop(f"{capital(on_date(value))}, {who} {small(did)}")


def vote_was(vote: str) -> str:
    """By what vote."""
    return f"The vote was {vote}."


def was_suspended(value: PartialDate, actor: str) -> str:
    """By whom the tie was suspended."""
    return f"The tie was suspended {closed(on_date(value), value)} by {full_stop(actor)}"


def was_ended(value: PartialDate, actor: str) -> str:
    """By whom it was ended."""
    return f"The tie was ended {closed(on_date(value), value)} by {full_stop(actor)}"


def was_resumed(value: PartialDate, actor: str) -> str:
    """By whom it was resumed."""
    return f"The tie was resumed {closed(on_date(value), value)} by {full_stop(actor)}"


def without_contact(value: PartialDate, by: str) -> str:
    """Who reported that there is no contact."""
    return f"The tie was reported to be without contact {on_date(value)} ({by}); no formal ending was found."


def word_on_record(value: PartialDate, by: str) -> str:
    """A word that says nothing of the standing."""
    return f"A word of {dated(value)} is on record ({by})."


def last_word_left_it(value: PartialDate, by: str) -> str:
    """The last word on record, of an office, where it kept the tie."""
    return f"The last word on record is from {dated(value)} ({by}), and it left the tie in place."


def newest_official_mention(value: PartialDate, by: str) -> str:
    """The city's own page; one that is known by its year only may be newer."""
    if value.precision is Precision.YEAR:
        return f"The newest official mention of the tie that was found is from {dated(value)} or later ({by})."
    return f"The newest official mention of the tie that was found is from {dated(value)} ({by})."


def last_reported(value: PartialDate, by: str) -> str:
    """The word of somebody else than the city."""
    return f"The tie was last reported to stand {on_date(value)} ({by})."


def condition_on_record(text: str) -> str:
    """What would lift a suspension, as the record has it: a sentence of its own stays one."""
    if found := _HOW_LONG.match(text):
        return f"The suspension is meant {_MEANT[found[1].casefold()]} {full_stop(text[found.end() :])}"
    return full_stop(text)


def whose(publisher: str, kind: PageKind, *, state_media: bool) -> str:
    """An outlet by its name, and, where it is Russian, that it is."""
    if state_media:
        return f"{publisher}, Russian state media,"
    return f"{publisher}, {PAGE_KINDS[kind].label}," if PAGE_KINDS[kind].country == "RU" else publisher


def reported_by(outlet: str, published: PartialDate | None) -> str:
    """Where a fact is read whose page a letter does not link to."""
    if published is None:
        return f"It was reported by {full_stop(outlet.rstrip(','))}"
    return f"It was reported by {outlet} {full_stop(on_date(published))}"


def no_page_says(us: str, ru: str) -> str:
    """That nothing is on record, and nobody has searched."""
    return f"{_RECORD} has no page that says how {us} and {ru} stand today."


def no_page_found(us: str, ru: str, searched: PartialDate) -> str:
    """The same where somebody has searched."""
    on = closed(on_date(searched), searched)
    return f"{_RECORD}, searched for news {on} and found no page that says how {us} and {ru} stand today."


def page_names(us: str, ru: str, publisher: str, page: PartialDate | None) -> str:
    """The page that shows the two as partners, by whose it is."""
    if page is None:
        return f"An undated page of {publisher} names {us} and {ru} as partners."
    return f"As of {closed(dated(page), page)} a page of {publisher} named {us} and {ru} as partners."


def weak_page_names(us: str, ru: str, kind: PageKind, page: PartialDate | None) -> str:
    """The same of a page that is copied together, by what it is."""
    label = PAGE_KINDS[kind].label
    if page is None:
        return f"Only an undated {label.partition(' ')[2]} was found to name {us} and {ru} as partners."
    return f"Only {label} of {closed(dated(page), page)} was found to name {us} and {ru} as partners."


def only_wikipedia(us: str, ru: str) -> str:
    """That nothing better was found to show them so."""
    return f"Only Wikipedia was found to name {us} and {ru} as partners."


def page_says(page: PartialDate | None, says: str) -> str:
    """What a page tells, in the record's own sentence, with its day where that has none."""
    if page is None or str(page.first.year) in says:
        return full_stop(says)
    return f"{says.rstrip('.')} ({dated(page)})."


NOTHING_SAYS_IT_STANDS = "Nothing is known that says whether the tie stands today."


def nothing_says_it_stands(searched: PartialDate) -> str:
    """That a search found nothing more, and whose search it was."""
    on = closed(on_date(searched), searched)
    return f"{_RECORD}, searched for news {on} and found nothing that says whether the tie stands today."


def no_later_decision_found(searched: PartialDate) -> str:
    """That a search found no later decision, and whose search it was."""
    return f"{_RECORD}, searched for news {closed(on_date(searched), searched)} and found no later decision."


def quoted(speaker: str, said_on: PartialDate | None, lead: str, quote: str) -> str:
    """``On March 8, 2022, Pam Foley, a member of the council in 2022, said of the tie: “…”``

    A lead that ends in a word that runs on takes the quotation without a colon; no lead is "said".
    """
    who = f"{speaker}," if "," in speaker else speaker
    begun = f"{closed(capital(on_date(said_on)), said_on)} {who}" if said_on else capital(who)
    said = lead or "said"
    return f"{begun} {said} {quote}" if _RUNS_ON.search(said) else f"{begun} {said}: {quote}"


# How the tie of a draft has changed, as it stands after a colon.


def standing_of(standing: Standing | None, since: PartialDate | None) -> str:
    """A standing and its date, as it stands inside a sentence: ``active (4 April 2022)``."""
    word = STANDINGS[standing].word if standing else "not on record"
    return f"{word} ({when(since)})" if since else word


def fact_corrected(now: str) -> str:
    """That what the record says was corrected."""
    return f"the tie is still {now}, but what the record says of it was corrected."


def fact_changed(then: str, now: str) -> str:
    """That the tie stands otherwise."""
    return f"the tie was {then}, and is now {now}."


def changed_since_begun(change: str) -> str:
    """The same in the review."""
    return f"The record has changed since this draft was begun: {change}"


def changed_since_you_began(subject: str, change: str) -> str:
    """The same in a message to the writer."""
    return f"The record has changed since you began your letter about {subject}: {change}"


def before_you_send(change: str) -> str:
    """The same above a letter that is taken out."""
    return f"**Before you send it:** {change}"


# The review.

NOTHING_TO_MEND = "Nothing to mend."
REASON_MISSING = (
    "Your own reason is missing. It is the part that nobody else can write, and the one that is remembered."
)
NEARLY_ALIKE = (
    "These are nearly the words of an earlier letter from this server, and may be taken for a form letter. "
    "Please write at least two sentences of your own."
)
MUCH_ALIKE = "Much of this was in an earlier letter from this server. A letter in your own words counts for more."
STREET_ADDRESS = "There seems to be a street address in it. A letter to an office may become public."
PHONE_NUMBER = "There seems to be a phone number in it. A letter to an office may become public."
MAIL_ADDRESS = "There seems to be an e-mail address in it. A letter to an office may become public."
NO_PDF = "No PDF can be made of this letter. Every other form can."
NO_CONNECTION = "The letter does not say what ties you to the place. If you can say it, it counts."
NOT_A_RESIDENT = (
    "You do not live there, and the letter says so. What helps most from outside is a reason that ties you to the "
    "place, and passing this on to somebody who does live there."
)
FROM_UKRAINE = (
    "The letter says that you write from Ukraine. One thing that ties you to this place, or to what "
    "its partner does to "
    "you, will be remembered."
)
FROM_ABROAD = (
    "The letter says that you write from another country. One thing that ties you to the place makes it more than a "
    "stranger's letter."
)
FROM_A_GROUP = (
    "The letter says “we”. Who you are belongs in your words, in a sentence; a letter of each one's "
    "own counts for more "
    "than one of all."
)
WRITES_FROM_UKRAINE = (
    "You say that you are in Ukraine. Choose that as your connection, and the letter introduces you so."
)
WRITES_TOGETHER = "Several of you seem to write. Choose “We are a class or a group”, and our sentences say “we”, too."
WORKS_THERE = "You say that you work or study there. Choose that as your connection: it counts."
UNDER_AGE = (
    "You say that you are under 18. A letter to an office may become public: leave out your school, "
    "your street and your "
    "last name, and show it to a parent, a guardian or a teacher before you send it. Your age may stand in it."
)
UNNAMED = (
    "You ask not to be named. No name stands under the letter; leave out what tells who you are, too: an employer, a "
    "street, a rare story. A mail shows your address and name, so paper or the city's own form may "
    "be safer. Your words "
    "still say that you want no name: take that out if it is meant for me."
)
UNNAMED_BUT_SIGNED = "You ask not to be named, and a name stands under the letter. Take it out there."
GRIEF = (
    "I am sorry for what you went through. Nothing is added to your words. The letter may be short, you can change or "
    "delete it at any time, and nobody reads it before you send it yourself."
)
WANTS_TO_KEEP = (
    "Your words speak for keeping the tie, and this letter asks for the opposite. There is another "
    "address for that, and "
    "good arguments."
)
UNSIGNED = (
    "Nothing stands under the letter. A name, or the town you are from, makes it a letter from somebody; "
    "on paper you can sign it by hand."
)


THREATENS = (
    "Something in your words reads as a threat, so the letter cannot be taken out with it. Nobody "
    "has been told. Please "
    "say it in another way: hard words about what somebody did are fine."
)


def threat_refused(fields: Sequence[str]) -> str:
    """Why what was typed into these fields was not kept."""
    what = listed([f"“{name}”" for name in fields])
    return (
        f"What you typed in {what} reads as a threat against somebody, so it was not kept, and is shown to nobody; "
        "everything else you typed is kept. Nobody has been told. Hard words about what an office did "
        "are fine. Harm to "
        "a person, their family or home, or knowing where they live, is not, also if it is only hinted at. If it was "
        "said to you, put it in quotation marks and say who said it."
    )


def slur(sentence: str) -> str:
    """A word that insults a people."""
    return (
        f"A word here insults a people, and whoever reads it may stop there: “{sentence}” Is it meant to stand, as "
        "somebody else's word perhaps?"
    )


def testimony(sentence: str) -> str:
    """A threat that is quoted or told of others."""
    return f"This tells of a threat, and may be misread as yours: “{sentence}” Is it clear who said it to whom?"


def has_frame(line: str) -> str:
    """A whole letter in place of a reason."""
    return (
        f"Your words are a whole letter, with its own greeting or closing (“{line}”). The letter brings "
        f"these by itself. "
        "I can show you your words without them, to confirm."
    )


def to_be_filled_in(text: str) -> str:
    """A blank that nobody filled in."""
    return f"Something is still to be filled in: “{text}”. The letter can be taken out when it is."


def other_pair(names: str, place: str, partner: str) -> str:
    """The names of another pair."""
    about = f"{place} and {partner}" if partner else place
    return f"Your words name {names}, and this letter is about {about}. It can be taken out when that is put right."


def names_another_office(name: str, place: str) -> str:
    """Another office than the letter's."""
    return f"Your words name another office: “{name}”. This letter goes to {place}. Is that as you mean it?"


def tells_the_bot(sentence: str) -> str:
    """An order to the bot."""
    return (
        f"This seems to be meant for me, and would stand in the letter: “{sentence}” I write nothing for you: what you "
        "type goes to the office word for word."
    )


def says_nothing(text: str) -> str:
    """A text that is no reason."""
    return f"“{text}” gives no reason yet. One thing that you saw or lived through is enough."


def has_link(address: str) -> str:
    """The address of a page."""
    return (
        f"Offices seldom open links: “{address}”. Say in words what is behind it; the letter cites its fact by itself."
    )


def other_language(name: str) -> str:
    """Words in another language."""
    return (
        f"Your words are in {name}. The letter says so above them. If you put a translation beside them, "
        f"in a paragraph "
        "of its own, the office can read them at once."
    )


def translated(name: str) -> str:
    """The same with a translation beside it."""
    return (
        f"A part of your words is in {name}, with a translation beside it. Both stand in the letter as you wrote them."
    )


def too_short(words: int, shortest: int, longest: int) -> str:
    """That there is room for more."""
    return (
        f"{words} words. Between {shortest} and {longest} is a good length: "
        "one thing you saw or heard yourself would round it off."
    )


def too_long(words: int, shortest: int, longest: int) -> str:
    """That there is too much."""
    return f"{words} words. Between {shortest} and {longest} is a good length: could one part go?"


def asks_too(sentence: str) -> str:
    """That the writer's own words ask for something."""
    return (
        "Your own words ask for something too, and the letter already asks. One request is easier to answer: "
        f"“{sentence}”"
    )


def swears(sentence: str) -> str:
    """Strong language."""
    return f"Strong language makes it easy not to answer: “{sentence}”"


def insults(sentence: str) -> str:
    """An insult to the reader."""
    return f"Whoever opens this letter may take it as an insult: “{sentence}”"


def shouts(sentence: str) -> str:
    """Capitals and exclamation marks."""
    return f"This reads as shouting; the same words in a calm voice carry further: “{sentence}”"


def repeats(text: str) -> str:
    """What comes twice."""
    return f"You say this more than once; once is enough: “{text}”"


def no_word(text: str) -> str:
    """A word that is longer than any."""
    return f"Is this a word? “{text}”"


def no_formats(mark: str) -> str:
    """Marks that mean nothing in a letter."""
    return f"A letter has no formats and no mentions: “{mark}” is shown as you typed it."


def unfinished(sentence: str) -> str:
    """A sentence without an end."""
    return f"A full stop seems to be missing after: “{sentence}”"


def not_in_pdf(characters: Sequence[str]) -> str:
    """What a PDF cannot show."""
    return f"The PDF's letters do not have {' '.join(characters)}: left out there, and pictures in Word too."


# The cards.

PUBLIC_NOTE = "Letters to an office can become public. I send nothing: you will."
NO_TIE = "No tie with Russia is on record here. This letter asks whether there is one."
SHOWN_IN_PART = "Shown in part. Copy and the files have all of it."
HOW_TO_COPY = f"Copy the text, and paste it into your own mail. {PUBLIC_NOTE}"
FAIR_LINE = "A general sentence in fairness to those who want to keep such ties; your own is better."
LEAVE_OUT_FAIR_LINE = "Leave out the fair line"
PUT_IN_FAIR_LINE = "Put in a fair line"
TELL_ME = "Tell me when it changes"
DO_NOT_TELL_ME = "Do not tell me when it changes"
CAN_TELL = "If the record changes while this is a draft, I can tell you by direct message."
KEPT_FOR_A_YEAR = "I keep for a year that you sent it, when, about which tie and what came of it; no text."
NO_LETTERS = "None yet. `/letter write` begins one."


def about(subject: str) -> str:
    """The title of a panel."""
    return f"A letter about {subject}"


def panel_note(expires: date) -> str:
    """How long a panel is kept."""
    return (
        "Only you see this. One form, about five minutes; under the letter you can add your name. "
        f"A letter begun now is deleted on {day(expires)} unless you change it; this panel alone, after a day."
    )


def letter_note(expires: date) -> str:
    """How long a draft is kept."""
    return f"Only you see this. Without a change this draft is deleted on {day(expires)}. {PUBLIC_NOTE}"


def to(office: str) -> str:
    """To whom a letter goes."""
    return f"**To** {office}"


def official_page(link: str, checked: date) -> str:
    """Where the address of an office is found: on its own page."""
    return f"{link}, checked on {day(checked)}: its address is there."


def unchecked_page(link: str) -> str:
    """The same where nobody has checked the page."""
    return (
        f"Usual office: {link}. Check there that the office is right, and look for its address, "
        f"before you send anything."
    )


# The same where no page is on record, by what kind of place it is.
FIND_CITY = (
    "Usual office: look for “Mayor” or “Contact” on the city's or town's own site, most often a .gov address; the city "
    "clerk passes letters on. Check it before you send anything."
)
FIND_COUNTY = (
    "Usual office: look for “Board” or “Contact” on the county's own site, most often a .gov address; the clerk of the "
    "board passes letters on. Check it before you send anything."
)
FIND_METRO = (
    "Usual office: each town has its own site, most often a .gov address; look for “Mayor” or "
    "“Contact” there, and check "
    "it before you send anything."
)


def find_governor(link: str) -> str:
    """The same for a state."""
    return (
        f"Usual office: {link} names every governor's page, with an address or a form. Check it "
        f"before you send anything."
    )


def wrong_address(office: str, contact: str | None) -> str:
    """Where to tell that an office or its page is wrong."""
    what = f"Say that it is about {office}, what is wrong, and where the right address stands."
    if contact is None:
        return f"Please tell whoever brought me here, so that the editors hear of it. {what}"
    return f"Please tell the editors: {contact}. {what}"


def tell_editors(contact: str | None) -> str:
    """That what came of a letter may be news."""
    where = contact or "whoever brought me here"
    return (
        f"If the office decided something, the record should know: tell {where}, with a link to the page that says so."
    )


FORM_DOES_NOT_FIT = "This form does not fit how the tie stands. A letter or a statement does."


def read_again(standing: Standing | None) -> str:
    """What a letter has become since its tie changed, as its first line."""
    if standing is Standing.ENDED:
        return (
            "**This is now a letter of thanks.** Your words were written for another request: please read them again."
        )
    return "**The request has changed with the tie.** Your words were written for another one: please read them again."


def changed_above(change: str) -> str:
    """That the record has changed, above the letter."""
    return f"⚠️ **Before you send it:** {change} “Use the new fact” stands in the review."


def version_of(saved_at: datetime) -> str:
    """Until when earlier words stood in a draft."""
    return f"until {day(saved_at.date())}, {saved_at:%H:%M} UTC"


PURPOSE = (
    "I help people who ask offices to end ties with Russia, or to say how they stand. If you want "
    "yours kept, I show you "
    "what speaks for that, and where to say it."
)
NO_ARGUMENT = "Nobody's words for keeping ties are on record in a form that stands on its own."


def other_side(place: str) -> str:
    """The title of what speaks for keeping a tie."""
    return f"For keeping the tie of {place}"


def other_side_address(office: str, where: str) -> str:
    """Where to speak for keeping a tie."""
    return (
        f"The same office hears you: {office}. {where} Local sister-city associations, and Sister Cities International "
        "(sistercities.org), speak for keeping such ties. I do not write that letter for you."
    )


def twins(partner: str) -> str:
    """That one letter is about several ties."""
    return f"One act suspended the ties with {partner}, so this is one letter about both."


def several_offices(number: int) -> str:
    """That several offices answer for a tie."""
    return f"{number} offices answer for this tie, and each gets a letter: choose one, copy it, then the next."


def draft_row(subject: str, changed: date | None) -> str:
    """A draft of a list."""
    return f"{subject}: draft, changed on {day(changed)}" if changed else f"{subject}: draft"


def sent_row(subject: str, sent: date, outcome: LetterOutcome | None) -> str:
    """A sent letter of a list."""
    return f"{subject}: {day(sent)}, {OUTCOMES[outcome].lower() if outcome else 'no word yet'}"


OUTCOMES: Mapping[LetterOutcome, str] = {
    LetterOutcome.AGREED: "They agreed",
    LetterOutcome.DECLINED: "They declined",
    LetterOutcome.ACKNOWLEDGED: "They only acknowledged it",
    LetterOutcome.SILENT: "No answer",
}


def sent_on(sent: date) -> str:
    """When a letter was sent, as a title."""
    return f"Sent on {day(sent)}"


def sent_hint(sent: date) -> str:
    """The same beside a letter of a list."""
    return f"sent on {day(sent)}"


def sent_to(recipient: str) -> str:
    """To whom it was sent."""
    return f"To: {recipient}"


def outcome_noted(outcome: LetterOutcome) -> str:
    """What came of it."""
    return f"{OUTCOMES[outcome]}: noted."


def will_remind(at: date) -> str:
    """When the writer is reminded."""
    return f"I will ask you on {day(at)}, by direct message."


def reminder(sent: date, subject: str) -> str:
    """The reminder."""
    return f"On {day(sent)} you sent a letter about {subject}. Did the office answer?"


ONLY_REMINDER = "You asked me to remind you. This is the only reminder."
NO_ANSWER_NOTED = "Noted: no answer so far. You can change that in `/letter mine`."
WILL_NOT_TELL = "I will not write about this draft again."


def delete_question(subject: str) -> str:
    """Before a draft is deleted."""
    return f"Delete the letter about {subject}? Your words cannot be brought back."


MAIL_READY = "Open it in your mail program, put in the address of the office, read it again, and send it."
PDF_READY = "Ready to print or to attach."
WORD_READY = "Ready to change or to print."
TEXT_READY = "Ready to paste."


def left_out_of_pdf(characters: Sequence[str]) -> str:
    """What a PDF lacks."""
    return f"Left out, because the PDF's letters lack them, and Word shows the same: {' '.join(characters)}"


# A place without a tie.

WRITE_ANYWAY = "Or ask the mayor there whether there is any tie that the record misses."


def has_ukrainian_partner(place: str, partners: str) -> str:
    """That a place has a partner in Ukraine."""
    return f"{place} has a partner in Ukraine: {partners}."


def from_here(ties: str, write: str) -> str:
    """What can be done from a place without a tie."""
    return (
        f"{ties} lists the places that have one, and {write} takes another name. "
        "A partnership with a community in Ukraine can be asked of any mayor."
    )


def sign_petition(link: str) -> str:
    """The petition."""
    return f"Anyone can sign {link}."


NONE_HAS_A_TIE = "None of these has a tie with Russia on record. Which one do you mean?"
WHICH_TIE = "Which tie do you mean?"


def no_tie_with_russia(place: str) -> str:
    """That a place has none."""
    return f"No tie between {place} and Russia is on record."


def nearest_tie(tie: str) -> str:
    """The nearest place that has one."""
    return f"The nearest one on record is {tie}."


# Figures, and templates.

NO_FIGURES = "No letters have been begun from this server yet."


def month_heading(month: str, year: str) -> str:
    """A month of the figures."""
    return f"**{month} {year}**"


def figures(subject: str, counts: Iterable[str]) -> str:
    """The figures of one tie."""
    return f"{subject}: {series(counts)}"


def begun(number: int) -> str:
    """How many letters were begun."""
    return f"{number} begun"


def sent(number: int) -> str:
    """How many were sent."""
    return f"{number} sent"


def answered(outcome: LetterOutcome, number: int) -> str:
    """How many had this outcome."""
    return f"{OUTCOMES[outcome].lower()}: {number}"


def more_places(number: int) -> str:
    """How many ties are left out."""
    return f"and {plural(number, 'more place')}"


def trace_left(empty: Sequence[str], left: str) -> str:
    """What an empty field leaves in a letter."""
    if not empty:
        return f"with nothing left empty, this is left in the letter: “{left}”"
    return f"with {listed(empty)} left empty, this is left in the letter: “{left}”"
