"""Whether a question is about the people in it, and not only about a place. Pure."""

from __future__ import annotations

from cogs.lookup.people.sayings import QUOTES
from cogs.lookup.phrases.patterns import phrases
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question

TITLES = frozenset("""
    mayor governor gov president councilmember councilor councillor councilman councilwoman commissioner senator mr mrs
    ms dr ald alderman ambassador chairman chair мер мера мером мэр губернатор президент посол
""".split())  # fmt: skip
_ABOUT_A_PERSON = phrases("""
    who (is|was|s|were|are); whos; tell me about; said by; according to; words of
    (was|were|is|are) ..6 involved; (mayor|governor) ..4 (have a say|(take|took|taken) part|weigh(ed)? in)
    (mayor|governor) ..4 play(ed)? a (part|role)
    (мер|мэр|губернатор) ..4 (причетн*|участ*|долуч*|замішан*|причаст*|вмешив*|втруча*|втрути*|вмеша*)
    (somebody|someone|anybody|anyone) ..3 (wanted|asked|proposed|suggested|said)
    what ..3 (say|said|do|did|think|propose*|want*); changed (his|her|their) mind; (part|role|involvement) in; the name
    (хто|кто) (з|із|из) губернатор*; (which|what) governors? ..3 (on|in|at)
    (she|he) (voted|said|says|wanted|was|seems); was (she|he) (for|against); governors? ..3 (did|do|involved|role)
    (who|which|what) ..2 (went after|called (for|on|out)|urged|pressed|pushed|demanded|spoke out|criticiz*|condemned)
    (which|what) (governors?|mayors?) ..2 (wanted|asked|lobbied|campaigned|tried)
    did ..4 (tell|told|urge*|order*|press*|support*|oppose*|vote|voted|sign|signed)
    did ..2 (get|ever|really|actually|win|back|change)
    за (кого|что) ..1 (був|була|был|была); (for|against) or (for|against)
    (take|took|taken) ..2 (sides?|stances?|positions?|stand)
    did ..3 (mention*|name|named|praise|criticiz*|condemn*|call|say|ask|propose|want)
    (opinions?|views?|position|stance|reasons?|argument|point|beef|problem) ..2 (of|from); take on
    (мнен*|думк*|позиц*|погляд*|взгляд*|аргумент*|довод*|довід|претенз*|недовол*|незадовол*)
    кто (такой|такая|такие|это); кто был; что ..3 (сказал*|говорил*|думает|предлагал*|сделал*)
    хто (такий|така|такі|це); хто був; що ..3 (сказа*|каза*|говорив*|думає|пропонува*|зробив*|зробила)
""")
_WHO_THEY_ARE = phrases("who (is|was|s|are|were); whos; хто (такий|така|такі|це|то); кто (такой|такая|такие|это)")
_THEIR_WORDS = phrases(
    "what (did|does|has) ..4 (say|said|mean|call*); що ..3 (сказав|казав|каже); что ..3 (сказал|говорил|говорит)"
)


def asks_of_person(question: Question) -> bool:
    if QUOTES.search(question.joined) or Intent.SAID in question.intents:
        return True
    return _ABOUT_A_PERSON.search(question.joined) is not None


def asks_of_speaker(question: Question) -> bool:
    """Whether the people named are asked about, and not only a reason to ask about a place; or why they did it."""
    people = any(speaker.is_person for speaker in question.speakers)
    return bool(question.speakers) and (asks_of_person(question) or (people and Intent.REASONS in question.intents))


def asks_who_somebody_is(question: Question) -> bool:
    """Whether it is asked who the people named are, beside whatever else."""
    return bool(question.speakers) and _WHO_THEY_ARE.search(question.joined) is not None


def asks_what_they_said(question: Question) -> bool:
    """Whether a person's own words are asked for beside a quotation: "what did Zelenskyy say about “brothers”"."""
    return _THEIR_WORDS.search(question.joined) is not None
