"""What a writer is told of their draft, a function a sentence. Pure.

What the writer typed must be safe to show where a sentence goes into a message as it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cogs.letters.forms_of_letter import LetterForm
from cogs.wording.english import listed
from db.record.fact_tables import complete


def changed_since_begun(change: str) -> str:
    """The same in the review."""
    return f"The record has changed since this draft was begun: {change}"


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
OTHERS_PRIVATE = (
    "Your words tell where somebody else lives, or how to reach them at home. That has no place in a letter to an "
    "office, whoever it is. The letter can be taken out when it is gone."
)
PAPER_NUMBER = (
    "The number of one of your papers seems to be in it. No office needs it for this, and a letter may become public. "
    "The letter can be taken out when it is gone; you need not tell what papers you have either."
)
EXTENSION = "A number that leads to your desk seems to be in it. A letter to an office may become public."
CHILDREN = (
    "It gives children's names and ages. A letter to an office may become public: leave both out, “an eighth-grade "
    "class” is name enough. A school may want to be asked first, and parents too."
)
NO_PDF = "This letter cannot be made into a PDF. Every other kind of file can be made."
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
    "The letter says “we”. Who you are belongs in your words, in a sentence; a letter from "
    "each of you counts for more than one from all. It should speak only for people who agreed to it."
)
WRITES_FROM_UKRAINE = (
    "You say that you are in Ukraine. Choose that as your connection, and the letter introduces you so."
)
WRITES_TOGETHER = (
    "Several of you seem to write. Choose “We are a class or a group”, and our sentences will say “we”, too."
)
WORKS_THERE = "You say that you work or study there. Choose that as your connection: it counts."
UNDER_AGE_TOGETHER = (
    "You write as a class, or as several who are under 18. A letter to an office may become public: leave out names, "
    "ages and the school, and ask a teacher, and your parents, before you send it."
)
UNDER_AGE = (
    "You say that you are under 18. A letter to an office may become public: leave out your school, "
    "your street and your "
    "last name, and show it to a parent, a guardian or a teacher before you send it. Your age may stay in it."
)
UNNAMED = (
    "You ask not to be named. No name stands under the letter; leave out what tells who you are, too: an employer, a "
    "street, a rare story. An e-mail shows your address and name, so paper or the city's own form may "
    "be safer. Your words "
    "still say that you want no name: take that out if it is meant for me."
)
UNNAMED_BUT_SIGNED = "You ask not to be named, and a name stands under the letter. Take it out there."
GRIEF = (
    "I am sorry for what you went through. Nothing is added to your words. The letter may be short, you can change or "
    "delete it at any time, and nobody reads it before you send it yourself. Others whom you name will stand in it too."
)
DYING = (
    "I am sorry, and glad that you write. Nothing is added to your words. The letter may be short, you can change or "
    "delete it at any time, and nobody reads it before you send it yourself."
)
DISTRESS = (
    "Some of what you write sounds very hard to carry. If you would like to talk to somebody now: in the United States "
    "call or text 988, the Suicide & Crisis Lifeline, by day or night (veterans press 1); from a phone in Ukraine call "
    "7333, Lifeline Ukraine. Your letter is here when you want it. As letters may become public, look once more at "
    "what of this you want in it."
)
AT_RISK = (
    "Somebody you write of may be in danger if this becomes public. Leave out what tells who it is: a name, a street, "
    "where they work, and what else only one person fits."
)
AT_THE_FRONT = (
    "If you serve: a letter to an office may become public. Leave out where you are, your unit, and what can be seen "
    "from there; “from the front” says enough."
)
HELP_TO_SPEAK = (
    "You need not speak alone: ask the clerk some days before for what you need, such as a sign-language interpreter "
    "or captions, which a public meeting in the United States has to see to. Where the rules of the meeting allow it, "
    "somebody else may read this for you, or it can be handed in."
)
WORK_RISK = (
    "You seem to fear for your work. You need not sign: leave out your name, department, title and extension, and "
    "send it from your own device, in your own time. What your employer's rules say only they can tell you."
)
WANTS_FACTS = (
    "You seem to want the facts, not a letter. /status shows them, with each date and source, and /search finds "
    "what else the record says. “Delete” below removes this draft with all that you typed."
)
WANTS_RESOLUTION = (
    "I do not write resolutions: there are letters, statements for a meeting, and letters to a paper, each over "
    "its own writer's name. /status has the dated facts and their sources for whoever drafts one, and “Delete” below "
    "removes this draft."
)
WANTS_TO_KEEP = (
    "Your words speak for keeping the tie, and this letter asks for the opposite. It is held back, so that it does not "
    "say over your name what you do not want. There is another address for that, and good arguments; and if I misread "
    "you, you can go on from there."
)
UNSIGNED: Mapping[LetterForm, str] = complete(
    LetterForm,
    {
        LetterForm.LETTER: (
            "Nothing stands under the letter. A name, or the town you are from, makes it a letter from somebody; "
            "on paper you can sign it by hand."
        ),
        LetterForm.STATEMENT: (
            "The statement does not say who speaks. A name, or the town you are from, makes it somebody's."
        ),
        LetterForm.EDITOR: "Nothing stands under the letter. Papers seldom print one without a name and a town.",
    },
)
THREATENS = (
    "Something in your words reads as a threat, so the letter cannot be taken out with it. Nobody "
    "has been told. Please "
    "say it in another way: hard words about what somebody did are fine."
)


TALK_TO_SOMEBODY = (
    "If it feels as if there were nothing left to lose, there is somebody to talk to: in the United States call or "
    "text 988, the Suicide & Crisis Lifeline, at any hour; from a phone in Ukraine call 7333, Lifeline Ukraine."
)


def threat_refused(fields: Sequence[str], *, distressed: bool = False) -> str:
    """Why what was typed into these fields was not kept; to a writer who seems to be at an end, whom to call."""
    what = listed([f"“{name}”" for name in fields])
    told = (
        f"What you typed in {what} reads as a threat against somebody, so it was not kept, and is shown to nobody; "
        "everything else you typed is kept. Nobody has been told. Hard words about what an office did "
        "are fine. Harm to "
        "a person, their family or home, or knowing where they live, is not, even if it is only hinted at. If it was "
        "said to you, put it in quotation marks and say who said it."
    )
    return f"{told}\n{TALK_TO_SOMEBODY}" if distressed else told


def slur(sentence: str) -> str:
    """A word that insults a people."""
    return (
        f"A word here insults a people, and whoever reads it may stop there: “{sentence}” Is it meant to stand, as "
        "somebody else's word perhaps?"
    )


def testimony(sentence: str) -> str:
    """A threat that is quoted or told of others."""
    return f"This tells of a threat, and may be misread as yours: “{sentence}” Is it clear who said it to whom?"


def doubtful(sentence: str) -> str:
    """Words that may be taken for a threat, as what is said of somebody's home, people or end."""
    return (
        f"An office may take this for a threat, whatever was meant: “{sentence}” The letter can be taken out when it "
        "is said so that nobody could, or when you have told me what it means."
    )


def told_to_the_writer(sentence: str) -> str:
    """A threat that is quoted with who said it."""
    return (
        f"I am sorry that this was said: “{sentence}” It stands as a quotation, with who said it, so nobody will take "
        "it as yours. A letter may become public: you need not sign it, and leave out where your own people can be "
        "found."
    )


def has_frame(line: str) -> str:
    """A whole letter in place of a reason."""
    return (
        f"Your words are a whole letter, with its own greeting or closing (“{line}”). The letter brings "
        f"these by itself. "
        "I can show you your words without them, to confirm. What did you see or live through yourself? A sentence or "
        "two of that weigh more than all the rest."
    )


def to_be_filled_in(text: str) -> str:
    """A blank that nobody filled in."""
    return f"Something is still to be filled in: “{text}”. The letter can be taken out when it is."


def other_pair(names: str, place: str, partner: str) -> str:
    """The names of another pair."""
    about = f"{place} and {partner}" if partner else place
    return (
        f"Your words name {names}, and this letter is about {about}. It can be taken out when that is put right. "
        f"A letter about {names} begins anew, with /letter write."
    )


def other_pair_beside(names: str, place: str) -> str:
    """The names of another pair beside the letter's own place."""
    return (
        f"Your words name {names} beside {place}. This letter goes to {place} alone; if both are meant, that may stay, "
        f"and a letter about {names} begins with /letter write."
    )


def other_tie(partner: str, place: str) -> str:
    """Another tie of the same place."""
    return f"Your words also speak of the tie with {partner}. {place} gets a letter of its own about that one."


def occupied(name: str) -> str:
    """A Ukrainian place that the words call Russian."""
    return (
        f"{name} is in Ukraine, whoever holds it now, and your words call it Russian. The letter can be taken out when "
        "that is put right. A tie with it is no tie with Russia, and nothing to end."
    )


def occupied_partner(name: str) -> str:
    """An occupied place of Ukraine that the words name as a partner."""
    return (
        f"Your words name {name} as a partner. It is in Ukraine, under occupation: a tie with it is no tie with "
        "Russia. If the letter is to speak of it, say that it is Ukrainian."
    )


def chatbot(line: str) -> str:
    """What a chatbot says around a letter."""
    return (
        f"A chatbot speaks here, and would speak to the office: “{line}” The letter can be taken out when that is "
        "gone. Keep only what is true of you. What did you see or live through yourself? Two sentences are enough."
    )


def stock_phrases(phrases: Sequence[str]) -> str:
    """Words that could be anybody's."""
    return (
        f"This could be anybody's letter ({listed([f'“{phrase}”' for phrase in phrases])}). Is all that it says of you "
        "true? Two sentences on what you saw or lived through yourself weigh more."
    )


def has_ended(sentence: str) -> str:
    """A request for what has happened."""
    return f"The tie has ended, on record, and the letter gives thanks for it. Your words still ask: “{sentence}”"


def pauses(sentence: str) -> str:
    """A request for a time only."""
    return (
        f"Your words speak of a pause, and the letter asks for an end: “{sentence}” If you mean a pause, choose that "
        "request instead."
    )


def is_paused(sentence: str) -> str:
    """A request for a time only, where the tie is suspended."""
    return (
        f"Your words speak of a pause: “{sentence}” The tie is suspended already, and the letter asks to make that an "
        "end. If a pause is what you want, there may be nothing to ask for but thanks, or the condition in writing."
    )


def only_wants_to_know(sentence: str) -> str:
    """A request to be told, where the letter asks for more."""
    return (
        f"Your words ask to be told how the tie stands: “{sentence}” The letter asks for more than that. If being told "
        "is all you want, choose that request instead."
    )


def accuses(sentence: str) -> str:
    """An accusation."""
    return (
        f"This says that somebody did what the law forbids: “{sentence}” Without a source it can harm you, and whoever "
        "reads it will speak of nothing else."
    )


def between_them(sentence: str) -> str:
    """Something private between the writer and somebody of the office."""
    return (
        f"This speaks of something between you and somebody there: “{sentence}” Others will read it too, and may speak "
        "of nothing else. What is between the two of you is better said elsewhere."
    )


def spoken_marks(marks: Sequence[str]) -> str:
    """Marks that stand as words."""
    named = listed(f"“{mark}”" for mark in marks)
    return f"These words seem to be marks that were spoken: {named}. They would stand in the letter as words."


def words_in_cyrillic(words: str) -> str:
    """Words in Cyrillic letters inside a sentence in English."""
    return (
        f"These words are in Cyrillic: “{words}” They stay as they are. With their English beside them, the "
        "whole sentence can be understood."
    )


def campaign(sentence: str) -> str:
    """Words of an election campaign."""
    return (
        f"This reads as a part of a campaign: “{sentence}” An office may not be free to answer that. A slogan, and "
        "where to give money, are better left out."
    )


def lives_elsewhere(town: str, place: str) -> str:
    """A resident who gives another town as theirs."""
    return (
        f"You chose “I live there”, and {town} is also the name of a town of its own. If that is where you live, and "
        f"not in {place}, choose what fits: “I work there”, “I have visited”. It counts as well."
    )


def no_name(text: str) -> str:
    """A name that is none."""
    return f"“{text}” would stand under the letter as a name."


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


def part_in_language(name: str) -> str:
    """A sentence in another language."""
    return (
        f"A part of your words is in {name}, and stays as it is. A few words in English beside it would let the office "
        "read it at once."
    )


def mixed_languages(name: str) -> str:
    """Words in two languages, sentence by sentence."""
    return (
        f"Your words are in {name} and English by turns, and stay in your order. The letter says so above them. If you "
        "put all of it in English, too, in a paragraph of its own, the office can read it at once."
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


IN_CAPITALS = (
    "Words all in capitals are harder to read, and some take them for shouting. If you have your reason for them, they "
    "may stay."
)


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
    return f"A letter has no formatting and no mentions: “{mark}” is shown as you typed it."


def unfinished(sentence: str) -> str:
    """A sentence without an end."""
    return f"A full stop seems to be missing after: “{sentence}”"


def not_in_pdf(characters: Sequence[str]) -> str:
    """What a PDF cannot show."""
    return f"The PDF's letters do not have {' '.join(characters)}: left out there, and pictures in Word too."
