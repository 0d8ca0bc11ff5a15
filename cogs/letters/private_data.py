"""What in a letter should not become public: addresses, numbers, what tells where somebody is. Pure.

Each function tells whether a text has it, or gives the words that show it; no finding repeats a number or an address.
"""

from __future__ import annotations

import re

from cogs.letters.style_checks import SENTENCE

# A name has at most 64 characters (RFC 5321, 4.5.3.1.1), and begins where no other ends: a long word is looked at once.
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(
    r"(?<![\w/.-])(?:\+?\d{1,3}[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?![\w-])|\+\d{10,14}\b"
)
_STREET = re.compile(
    r"\b\d{1,6}[A-Za-z]? (?:(?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)\.? )?(?:[A-Z0-9][\w'’]*\.? ){1,4}"
    r"(?:St|Street|Ave|Avenue|Rd|Road|Blvd|Boulevard|Ln|Lane|Dr|Drive|Ct|Court|Pl|Place|Way|Ter|Terrace|Cir|Circle|Pkwy|Hwy)\b"
    r"|\b\d{2,6} (?:(?:N|S|E|W|North|South|East|West|Old|State|US) )?(?:Route|Rte|Rt|Highway|County Road) \d+[A-Z]?\b"
    r"|\b(?:вул\.|вулиця|вулиці|ул\.|улица|просп\.|проспект) ?[^\n,]{2,40},? ?(?:буд\.|д\.)? ?\d+",
)
# Numbers of papers: of a case, a receipt, a passport, Social Security.
_PAPER = re.compile(
    r"\b(?:IOE|EAC|WAC|LIN|SRC|MSC|NBC|YSC|TSC|VSC)[ -]?\d{8,10}\b|\bA[ -]?\d{8,9}\b|\b\d{3}-\d{2}-\d{4}\b"
    r"|\b(?i:case|receipt|passport|alien|registration|visa|licen[cs]e|social security|ssn|i-94"
    r"|паспорт\w*|справ\w+|дел[ао])"
    r"(?i:\s+(?:number|no|nr|номер|is|#|№))*[\s.:#№]{1,4}[A-ZА-ЯІЇЄ]{0,4}[ -]?\d{5,12}\b"
)
_EXTENSION = re.compile(r"\b(?:ext\.?|extension|desk|badge)(?: (?:no\.?|number))? ?#? ?\d[\d-]{1,7}\b", re.IGNORECASE)
# Said of where another person lives, or how to reach them at home.
_OF_ANOTHER = re.compile(
    r"\b(?:he|she|they)(?: \w+)? (?:lives?|lived|sleeps?|stays?|resides?|can be (?:found|reached))\b"
    r"|\b(?:his|her|their|mayor\w*|council\w*|commissioner\w*|governor\w*|neighbor\w*|he|she)\b[^.!?\n]{0,60}\b"
    r"(?:home|house|cell|mobile|private (?:number|phone|address)|home (?:number|phone|address)|address is)\b",
    re.IGNORECASE,
)
_OF_ONESELF = re.compile(
    r"\b(?:i live|we live|my (?:home|house|address|cell|phone|number)|call me|reach me)\b", re.IGNORECASE
)
# Several first names, each with an age: "Tyler 13, Mai 14".
_CHILDREN = re.compile(
    r"(?:\b[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2},? \(?(?:aged? |age )?(?:[4-9]|1[0-7])\)?(?:,| and|;|\)|$)\s*){2,}"
)


def street_address(text: str) -> bool:
    """Whether a text has a street address."""
    return bool(_STREET.search(text))


def phone_number(text: str) -> bool:
    """Whether a text has a phone number."""
    return bool(_PHONE.search(text))


def mail_address(text: str) -> bool:
    """Whether a text has an e-mail address."""
    return bool(_EMAIL.search(text))


def paper_number(text: str) -> bool:
    """Whether a text has the number of a case, a passport or another paper."""
    return bool(_PAPER.search(text))


def extension(text: str) -> bool:
    """Whether a text has an extension, as of a telephone at work."""
    return bool(_EXTENSION.search(text))


def children(text: str) -> bool:
    """Whether a text lists children by name and age."""
    return bool(_CHILDREN.search(text))


def of_another(text: str) -> bool:
    """Whether a text tells another person's address, or a number of theirs at home."""
    for found in SENTENCE.finditer(_joined(text)):
        sentence = found.group()
        has_it = any(pattern.search(sentence) for pattern in (_STREET, _PHONE, _EMAIL))
        if has_it and _OF_ANOTHER.search(sentence) and not _OF_ONESELF.search(sentence):
            return True
    return False


def _joined(text: str) -> str:
    """A text in which the stops of abbreviations ("St.") do not end a sentence."""
    return re.sub(r"\b(St|Ave|Rd|Dr|Ct|Ln|Blvd|Mr|Mrs|Ms|ext)\.", r"\1", text)
