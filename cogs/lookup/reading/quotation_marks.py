"""What stands in quotation marks in a question, and whether it is asked whose words these are. Pure."""

from __future__ import annotations

import re

from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from db.record.caching import of_the_last
from db.record.text import key

# In double marks, or in single ones that are no apostrophes.
_QUOTED = LATE.compile(r"[“\"«„]([^“”\"«»„]{3,120})[”\"»“]|(?<!\w)['‘’]((?:[^'‘’\n]|\w['’]\w){3,120})['’](?!\w)")
_FEWEST_IN_SINGLE_MARKS = 3
# So many words in marks are told for their own sake, whatever is asked of them: "got a clipping: “…”".
_FEWEST_IN_FULL = 4
# Whose words they are is asked.
_WHOSE = LATE.compile(
    r"\b(?:who|whose|(?:which|what) (?:mayor|official|council\w*|governor|diplomat|ambassador|guy|lady|woman|man|person"
    r"|group|body|commissioner)|line|quot\w*|хто|кто|чи[ийяе]|ч[ье]\w+|цитат\w*|слов\w*)\b"
)
# Who said them is asked in so many words, in the same sentence: then two in marks are theirs.
_FEWEST_TOLD = 2
_WHO_SAID = LATE.compile(
    r"\b(?:(?:who|which \w+|what \w+) (?:\w+ ){0,3}(?:said|says|called|wrote|used|talked|spoke|put it|argued|claimed)"
    r"|whose|(?:хто|кто) (?:\w+ ){0,2}(?:сказа|казав|казал|каже|назв|писав|писал|напис|говор|заяв)\w*"
    r"|чи[йяїє]|ч[ьє][ияёей])\b",
    re.IGNORECASE,
)
_SENTENCE_ENDS = re.compile(r"[.!?;\n](?=\s|$)")
_BESIDES = LATE.compile(
    r"\b(?:other than|besides|apart from|aside from|except|not just|beyond|крім|окрім|кроме|помимо) (?:the |just )?"
    r"[\"'‘’“«„]",
    re.IGNORECASE,
)
# Where they stand is asked.
_WHERE = LATE.compile(
    r"\b(?:where|which (?:cit(?:y|ies)|towns?|place|one|tie|resolution|decision|act)|phrase|author|де|где|фраз\w*"
    r"|(?:як|как|котр|чи)\w* (?:\w+ )?(?:резолюц|ришенн|решени|мист|город|угод|зв'язк|связ|мер)\w*)\b"
)


def is_quoted(question: Question) -> bool:
    """Whether it is asked whose words stand in quotation marks, or so many stand there that they are what it is of."""
    text, words = in_quotes(question), question.joined
    asked = _WHOSE.search(words) or _WHERE.search(words)
    return bool(text) and (len(text.split()) >= _FEWEST_IN_FULL or asked is not None)


def quoted_words(question: Question) -> str:
    """The words in quotation marks, several of them, whose speaker is asked for; empty for none."""
    text = in_quotes(question) if is_quoted(question) and Intent.SAID in question.intents else ""
    if _BESIDES.search(question.text):
        # "Any reason other than ‘they asked us’": that one is known to who asks.
        return ""
    return text if len(text.split()) >= _FEWEST_IN_SINGLE_MARKS else ""


# A question is asked this by several in turn.
@of_the_last
def in_quotes(question: Question) -> str:
    """What stands in quotation marks first, without them; empty for nothing."""
    found = _QUOTED.search(question.text)
    if found is None:
        return ""
    # In single marks a few words are as often set off, or told: there it must be asked who said them.
    single = found[2] or ""
    words = len(single.split())
    least = _FEWEST_TOLD if _asks_who_said(question.text, found) else _FEWEST_IN_SINGLE_MARKS
    asked = words >= _FEWEST_IN_FULL or (words >= least and _WHOSE.search(question.joined))
    return found[1] or (single if asked else "")


def quoted_at(question: Question) -> frozenset[int]:
    """Which words of a question, by their places, stand in quotation marks, where it is asked whose they are."""
    sought = key(in_quotes(question)).split() if is_quoted(question) else []
    words, most = question.joined.split(), len(sought)
    found = next((i for i in range(len(words)) if most and words[i : i + most] == sought), None)
    return frozenset(range(found, found + most)) if found is not None else frozenset()


def unquoted(question: Question) -> str:
    """The normalised words of a question without those in quotation marks whose speaker it asks for."""
    within = quoted_at(question)
    words = question.joined.split() if within else ()
    return " ".join(word for i, word in enumerate(words) if i not in within) if within else question.joined


def _asks_who_said(text: str, found: re.Match[str]) -> bool:
    """Whether the sentence with what stands in marks asks who said it."""
    begins = max((end.end() for end in _SENTENCE_ENDS.finditer(text, 0, found.start())), default=0)
    behind = _SENTENCE_ENDS.search(text, found.end())
    return _WHO_SAID.search(text, begins, behind.start() if behind else len(text)) is not None
