"""Words of several languages, scripts and cases are compared by one form."""

from __future__ import annotations

import pytest

from db.record.gazetteer import Gazetteer
from db.record.register import Register
from db.record.text import key, tokens

# A name as the record has it, and as it stands in a sentence.
CASES = """
    Псков Пскова Пскову Псковом Пскове
    Саратов Саратова Саратову Саратовом Саратове
    Дарем Дарема Дарему Даремом Дареме
    Уиндем Уиндема Уиндему Уиндемом Уиндеме
    Хабаровск Хабаровска Хабаровску Хабаровском Хабаровске Хабаровську Хабаровськом
    Карелия Карелии Карелию Карелией Карелією
    Філадельфія Філадельфії Філадельфію Філадельфією
    Харків Харкова Харкову Харковом Харкові
    Чернігів Чернігова Чернігову Черніговом Чернігові
"""


@pytest.mark.parametrize("forms", [line.split() for line in CASES.strip().splitlines()], ids=lambda forms: forms[0])
def test_a_name_is_found_in_all_its_cases(forms: list[str], gazetteer: Gazetteer) -> None:
    expected = gazetteer.exact(key(forms[0]))
    assert expected
    found = {form: gazetteer.find(tokens(form), frozenset()) for form in forms}
    assert {form: [(match.named, match.distance) for match in matches] for form, matches in found.items()} == {
        form: [(expected, 0)] for form in forms
    }


@pytest.fixture
def gazetteer(register: Register) -> Gazetteer:
    return register.gazetteer
