"""Letter templates: what an organizer may write, what is refused and how it is said."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.letters import requests, templates
from cogs.letters.local_fact import local_fact
from cogs.letters.requests import Request, requests_for
from cogs.letters.template_check import dry_run, sample
from cogs.letters.template_fields import FLAGS, NAMES
from cogs.letters.templates import Template, TemplateError, decode, parse, render, strays
from db.record.register import Register
from db.record.standings import Standing
from tests.pure.letters import SHIPPED

HEAD = "title: Ours\nasks: end\nstandings: active\nlanguage: en\n---\n"
BODY = "{{ greeting }}\n\n{{ ask }}\n\n{{ reason }}\n"
EMPTY = dict.fromkeys(NAMES, "")


@pytest.fixture(scope="module")
def register(frozen_register: Register) -> Register:
    """The record of the tests, which stands still."""
    return frozen_register


def faults(body: str, head: str = HEAD) -> list[str]:
    """What is said about a faulty template, a line a fault."""
    with pytest.raises(TemplateError) as raised:
        dry_run(parse(head + body, "x"))
    return [str(fault) for fault in raised.value.faults]


def told(text: str) -> list[str]:
    """What is said about a body with this text in it; nothing if it is a good one."""
    try:
        dry_run(parse(HEAD + BODY + text, "x"))
    except TemplateError as error:
        return [fault.message for fault in error.faults]
    return []


def body(text: str) -> Template:
    """A template with this body."""
    return parse(HEAD + BODY + text, "x")


def test_every_ask_of_every_standing_has_a_template() -> None:
    missing = [
        (standing, ask)
        for standing in (*Standing, None)
        for ask in requests_for(standing)
        if not any(template.fits(ask, standing) for template in SHIPPED)
    ]
    assert not missing


@pytest.mark.parametrize("template", SHIPPED, ids=lambda template: template.key)
def test_a_shipped_template_leaves_nothing_behind_whatever_is_empty(template: Template) -> None:
    dry_run(template)
    assert template.language == "en"


@pytest.mark.parametrize("template", SHIPPED, ids=lambda template: template.key)
def test_no_shipped_sentence_leans_on_a_fact_that_is_not_there(template: Template) -> None:
    values = {**EMPTY, "reason": "Mine.", "ask": "Will you?", "ask_again": "Will it?", "fair": "Fair."}
    bare = render(template, values, resident=True).split("\n\n")
    full = render(template, {**values, "fact": "THE FACT."}, resident=True).split("\n\n")
    assert bare == [paragraph for paragraph in full if "THE FACT." not in paragraph]


def test_every_tie_on_record_has_a_fact_for_its_letter(register: Register) -> None:
    assert [tie.id for tie in register.record.ties.values() if not local_fact(tie, register).text] == []


def test_what_is_refused_is_not_also_said_to_miss_what_it_holds() -> None:
    assert faults("{% for x in ask %}{{ ask }} {{ reason }}{% endfor %}") == [
        "line 6: only {{ name }} and {% if name %} may be used here, not this (For)"
    ]


@pytest.mark.parametrize("template", SHIPPED, ids=lambda template: template.key)
def test_an_invented_letter_fits_the_standing_that_it_is_shown_for(template: Template) -> None:
    for standing in template.standings:
        told = sample(template, standing)
        assert ("suspended the tie" in told) is (standing is Standing.SUSPENDED)
        assert ("shows Springfield and Tula as partners" in told) is (standing is Standing.UNCONFIRMED)


def test_a_line_that_begins_and_ends_with_a_condition_keeps_its_end() -> None:
    template = parse(HEAD + BODY + "{% if fact %}It is so. {{ fact }}{% endif %}\n{{ link }}\n", "x")
    text = render(template, {**EMPTY, "fact": "Yes.", "link": "https://example.org"}, resident=True)
    assert text.endswith("It is so. Yes.\nhttps://example.org")


@pytest.mark.parametrize("standing", [*Standing, None])
def test_each_ask_is_one_question_that_yes_or_no_answers(standing: Standing | None) -> None:
    fields = {"body": "the council", "council": "it", "noun": "tie", "partner": "Tula", "tie": "our tie", "place": "X"}
    fields["the_tie"] = "the tie"
    for ask, ukraine in itertools.product(requests_for(standing), ("", "Irpin")):
        words = requests.words(ask, standing, ukraine=ukraine)
        sentence = words.sentence.format(**fields, ukraine=ukraine)
        assert sentence.count("?") == 1
        assert sentence.endswith("?")
        assert sentence.split()[0] in {"Will", "Would", "Does", "Is"}
        assert words.again.format(**fields).endswith("?")
        assert len(words.label) <= 100
        assert len(words.hint) <= 100


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("{% for x in ask %}{{ x }}{% endfor %}", "For"),
        ("{{ name | upper }}", "Filter"),
        ("{{ 300000000 * 'x' }}", "Mul"),
        ("{{ name.__class__ }}", "Getattr"),
        ("{{ name['x'] }}", "Getitem"),
        ("{{ range(9) }}", "Call"),
        ("{% set x = 1 %}", "Assign"),
        ("{% include 'x' %}", "Include"),
        ("{% macro m() %}{% endmacro %}", "Macro"),
        ("{% if not name %}x{% endif %}", "If"),
        ("{% if name == 'x' %}x{% endif %}", "If"),
        ("{% if name %}x{% elif who %}y{% endif %}", "If"),
        ("{{ 'just text' }}", "Const"),
        ("{% if name %}{{ who ~ who }}{% endif %}", "Concat"),
    ],
)
def test_anything_but_names_and_conditions_is_refused_with_its_line(text: str, kind: str) -> None:
    assert faults(f"{BODY}\n{text}\n") == [
        f"line 12: only {{{{ name }}}} and {{% if name %}} may be used here, not this ({kind})"
    ]


def test_an_unknown_name_is_named_with_its_line() -> None:
    found = faults(BODY + "\n\n{{ mayor_name }}")
    assert found[0].startswith("line 13: unknown name “mayor_name”; known are greeting,")


def test_a_flag_can_be_asked_for_and_not_shown() -> None:
    assert faults(BODY + "{{ resident }}") == ["line 11: “resident” can only be used in {% if resident %}"]
    assert body("{% if resident %}Ours.{% else %}Theirs.{% endif %}")


@pytest.mark.parametrize(
    "text", ["{% if", "{{", "{{ name", "{% endif %}", "{{ name }", "{% if name %}", "{{" + "(" * 5000]
)
def test_what_cannot_be_read_is_a_fault_and_no_crash(text: str) -> None:
    assert "cannot be read" in faults(BODY + text)[0] or "left in the letter" in faults(BODY + text)[0]


def test_too_many_fields_are_refused() -> None:
    assert "more than 200 fields" in faults(BODY + "{% if name %}" * 150 + "x" + "{% endif %}" * 150)[0]


def test_the_request_and_the_reason_must_be_there() -> None:
    assert faults("{{ greeting }}") == [
        "line 6: the text must use {{ ask }}",
        "line 6: the text must use {{ reason }}",
    ]


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("title: x\nasks: end\nstandings: active\nlanguage: en\n", "line 1: the header must end with"),
        (HEAD.replace("title: Ours\n", ""), "line 1: the header lacks “title:”"),
        (HEAD.replace("asks: end", "asks: begin"), "line 2: “begin” is unknown in asks; known are end, suspend"),
        (HEAD.replace("active", "activ"), "line 3: “activ” is unknown in standings"),
        (HEAD.replace("active", "ended"), "line 2: “end” fits none of the standings named"),
        (HEAD.replace("en\n", "English\n"), "line 4: “English” is not a language code"),
        ("colour: red\n" + HEAD, "line 1: not a line of the header"),
        (HEAD.replace("Ours", "O" * 61), "line 1: the title is longer than 60 characters"),
    ],
)
def test_a_faulty_header_is_told_with_its_line(head: str, told: str) -> None:
    assert faults(BODY, head)[0].startswith(told)


def test_what_an_empty_field_leaves_behind_is_shown() -> None:
    assert faults(BODY + "I am {{ name }}.") == ["with name left empty, this is left in the letter: “I am .”"]
    assert faults(BODY + "So it is ({{ since }}).")[0].endswith("“So it is ()”")


def test_a_file_that_is_too_large_or_of_another_encoding_is_refused() -> None:
    with pytest.raises(TemplateError, match="larger than 32 KB"):
        decode(b"x" * 2 * 1024 * 1024)
    with pytest.raises(TemplateError, match="line 2: not UTF-8"):
        decode("title: x\nЛист".encode("cp1251"))
    assert decode("\ufefftitle".encode()) == "title"


@pytest.mark.parametrize(("characters", "is_taken"), [(7999, True), (8000, True), (8001, False)])
def test_a_template_has_at_most_8000_characters(characters: int, is_taken: bool) -> None:
    text = HEAD + BODY + "x" * (characters - len(HEAD + BODY))
    if is_taken:
        assert parse(text, "x").title == "Ours"
        return
    with pytest.raises(TemplateError, match="longer than 8000 characters"):
        parse(text, "x")


def test_a_title_has_at_most_60_characters() -> None:
    assert parse(HEAD.replace("Ours", "x" * 60) + BODY, "x").title == "x" * 60
    assert faults(BODY, HEAD.replace("Ours", "x" * 61)) == ["line 1: the title is longer than 60 characters"]


@given(st.text(max_size=300))
@pytest.mark.slow
def test_no_text_crashes_the_reader(text: str) -> None:
    assert all(told(text))


@given(
    st.lists(st.sampled_from(["{{ ", " }}", "{% ", " %}", "if name", "endif", "name", "else", "(", "|", "\n", "x."]))
)
@pytest.mark.slow
def test_no_mix_of_marks_crashes_the_reader(pieces: list[str]) -> None:
    assert all(told("".join(pieces)))


def test_a_line_with_only_a_condition_leaves_no_line() -> None:
    template = body("Before\n{% if name %}\nI am {{ name }}\n{% endif %}\nafter.")
    named = render(template, {**EMPTY, "ask": "A?", "reason": "R.", "name": "N"}, resident=True)
    unnamed = render(template, {**EMPTY, "ask": "A?", "reason": "R."}, resident=True)
    assert named == "A?\n\nR.\nBefore\nI am N\nafter."
    assert unnamed == "A?\n\nR.\nBefore\nafter."


def test_a_condition_inside_a_line_keeps_the_empty_line_after_it() -> None:
    template = parse(HEAD + "{{ ask }}{% if reason %} Here is why.{% endif %}\n\n{{ reason }}", "x")
    assert render(template, {**EMPTY, "ask": "A?", "reason": "R."}, resident=True) == "A? Here is why.\n\nR."


def test_a_stop_after_a_value_that_ends_with_one_is_not_doubled() -> None:
    template = parse(HEAD + "{{ ask }}. {{ reason }}. {{ name }}.", "x")
    text = render(template, {**EMPTY, "ask": "Will you?", "reason": "Why not…", "name": "Ann"}, resident=True)
    assert text == "Will you? Why not… Ann."


@given(st.text(alphabet=st.characters(codec="utf-8", min_codepoint=32), min_size=1, max_size=80))
def test_a_value_is_put_in_as_it_is(value: str) -> None:
    template = parse(HEAD + "{{ ask }}\n\n{{ reason }}", "x")
    assert render(template, {**EMPTY, "ask": "A?", "reason": value}, resident=False) == f"A?\n\n{value}"


def test_strays_finds_what_an_empty_field_leaves() -> None:
    good = "Dear Mayor,\n\nOn 8 March, it was… well, suspended (5–4). “Why?” I asked... Then: yes."
    assert strays(good) == ""
    for bad in ("I am .", "here ( ) there", "one  two", "ask?, please,.", "{{ x }}", "a ,b , c", "said “” so"):
        assert strays(bad)


def test_the_sample_of_a_template_shows_every_part() -> None:
    for template, standing in itertools.product(SHIPPED, [*Standing, None]):
        if standing in template.standings:
            assert "My own words." in sample(template, standing)


def test_the_guide_for_writers_names_every_name() -> None:
    guide = (templates.FOLDER.parents[1] / "docs" / "templates.md").read_text(encoding="utf-8")
    assert not [name for name in (*NAMES, *FLAGS, *Request, *Standing, templates.NO_TIE) if f"`{name}`" not in guide]
    example = guide.split("```")[1].strip("\n")
    dry_run(parse(example, "example"))


def test_a_standing_that_none_of_the_asks_fits_is_refused() -> None:
    text = "title: T\nasks: end, agenda\nstandings: active, ended\nlanguage: en\n---\n{{ ask }} {{ reason }}"
    with pytest.raises(TemplateError, match="line 3: none of the asks named fits “ended”"):
        parse(text, "x")


FOR_END = "title: T\nasks: end\nstandings: active\nlanguage: en\n---\n{{ ask }} {{ reason }} "


@pytest.mark.parametrize(
    "body",
    [
        "{{ " + "9" * 5000 + " }}",
        "{% autoescape true %}x{% endautoescape %}",
        "{% if name %}" * 99 + "x" + "{% endif %}" * 99,
        "{% if name %}" * 21 + "x" + "{% endif %}" * 21,
    ],
)
def test_what_breaks_the_reader_is_refused_with_a_line(body: str) -> None:
    with pytest.raises(TemplateError) as error:
        parse(FOR_END + body, "x")
    assert all(str(fault) for fault in error.value.faults)


def test_conditions_may_stand_inside_one_another_twenty_deep() -> None:
    assert parse(FOR_END + "{% if name %}" * 20 + "x" + "{% endif %}" * 20, "x")


def test_a_template_is_read_once() -> None:
    assert parse(FOR_END, "once") is parse(FOR_END, "once")


@pytest.mark.parametrize(("form", "taken"), [("letter", True), ("statement", True), ("editor", True), ("poem", False)])
def test_a_template_may_be_for_another_form_than_a_letter(form: str, taken: bool) -> None:
    text = FOR_END.replace("language: en\n", f"language: en\nform: {form}\n")
    if taken:
        made = parse(text, "x")
        assert made.form == form
        assert made.fits(Request.END, Standing.ACTIVE, form)
        assert made.fits(Request.END, Standing.ACTIVE) is (form == "letter")
        return
    with pytest.raises(TemplateError, match="“poem” is unknown in form; known are letter, statement, editor"):
        parse(text, "x")
