"""What an English name may be that somebody wrote in Cyrillic by its sound: "Кентон", "Волнат-Крік". Pure.

Few of the known American places have an alias in Cyrillic. For the others a word is read letter by letter, each as it
may be spelt in English, as one regular expression over the text of their names: that takes no memory, and is asked for
where nothing else is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import OSA

from db.record.other_places import FIELD, ROW, OtherPlaces

_SHORTEST = 4
# What is written for letters, the longest first, the usual spelling before the others.
_SPELT = {
    written: tuple(spelt.split("|"))
    for written, spelt in (
        ("вілл", "vill|well|vil"), ("вилл", "vill|well|vil"), ("таун", "town"), ("бург", "burg|burgh|berg"),
        ("берг", "berg|burg|burgh"), ("дж", "j|g|dg"), ("ей", "a|ai|ay|ey|ei|ea"), ("эй", "a|ai|ay|ey|ei|ea"),
        ("ай", "i|y|ai|igh|ei|ye"), ("ой", "oy|oi"), ("ау", "ow|ou|au|aw"), ("оу", "o|ow|oa|ou"), ("йо", "yo|jo|io|o"),
        ("кс", "x|cks|ks|cs"), ("кв", "qu|kw|cqu"), ("ью", "ew|u|iew|eu|ue"), ("'ю", "ue|ew|iew|u"), ("тч", "tch|ch"),
        ("шн", "tion|shn"), ("а", "a|u|ah|o"), ("б", "b|bb"), ("в", "v|w|wh"), ("г", "g|h|gh|gg"), ("ґ", "g|gg"),
        ("д", "d|dd"), ("е", "e|ea|a|ai|ie|u|y"), ("є", "ye|e|ie"), ("ё", "e|yo|u|o"), ("ж", "j|g|zh"), ("з", "z|s|ss"),
        ("и", "i|y|ee|ea|e|ie|ey"), ("і", "i|y|ee|ea|e|ie|ey"), ("ї", "i|yi"), ("й", "y|i|e"), ("к", "k|c|ck|ch|q|cc"),
        ("л", "l|ll"), ("м", "m|mm"), ("н", "n|nn|kn"), ("о", "o|a|au|aw|oa|ou|ough|ow|e"), ("п", "p|pp"),
        ("р", "r|rr|wr"), ("с", "s|ss|c|sc|z"), ("т", "t|tt|th"), ("у", "u|oo|w|ou|o|ew"), ("ф", "f|ph|ff"),
        ("х", "h|kh|ch"), ("ц", "z|ts|tz|c"), ("ч", "ch|tch"), ("ш", "sh|ch|s"), ("щ", "shch|sch"), ("ь", ""),
        ("'", ""), ("ъ", ""), ("ы", "i|y"), ("э", "e|a"), ("ю", "u|ew|ue|eu|yu"), ("я", "ya|ia|a|ea"),
    )
}  # fmt: skip
_LETTERS = re.compile("|".join(sorted(_SPELT, key=len, reverse=True)))
_CONSONANTS = frozenset("бвгґджзйклмнпрстфхцчшщ")
# Behind a consonant an "e" may stand silent.
_SILENT = "e?"


def american_names(typed: str, places: OtherPlaces) -> list[str]:
    """The names of known American places that a Cyrillic word, or several with hyphens, may be; the likeliest first."""
    words = typed.casefold().replace("’", "'").split("-")
    parts = [[*_letters(word)] for word in words]
    if max(map(len, words)) < _SHORTEST or not all(parts):
        return []
    named = "[ -]".join(_pattern(part) for part in parts)
    found = re.finditer(f"{ROW}US{FIELD}({named})(?={FIELD})", ROW + places.text)
    plain = " ".join("".join(_SPELT[letters][0] for letters in part) for part in parts)
    return sorted({match[1] for match in found}, key=lambda name: (OSA.distance(plain, name.casefold()), name))


def _letters(word: str) -> Iterator[str]:
    """The letters of a word, together where they are spelt as one; none where one of them is not Cyrillic."""
    found = _LETTERS.findall(word)
    if "".join(found) == word:
        yield from found


def _pattern(letters: list[str]) -> str:
    """How a word may be spelt, with a capital."""
    first, *rest = letters
    begun = "|".join(spelt.capitalize() for spelt in _SPELT[first])
    return f"(?:{begun}){_SILENT if first[-1] in _CONSONANTS else ''}" + "".join(map(_one, rest))


def _one(letters: str) -> str:
    return f"(?:{'|'.join(_SPELT[letters])}){_SILENT if letters[-1] in _CONSONANTS else ''}"
