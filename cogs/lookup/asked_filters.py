"""What a question narrows and sorts a list by: the words for each row of ``filters`` and ``sorting``, and reading them.

Pure. The words are English, Russian and Ukrainian, in the notation of ``patterns``, over normalised words.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from cogs.lookup.model import How, SortBy, SortOrder, Trait
from cogs.lookup.patterns import Phrases, PhraseTable, phrases
from cogs.lookup.vocabulary import of_all_languages
from db.record.act_kinds import ActKind


def _of_data(trait: Trait) -> Phrases:
    """The words for a trait, as the files of the vocabulary have them."""
    return phrases("\n".join(of_all_languages("traits", trait)))


_MANY = "(more than one|several|multiple|two or more|at least two|2 or more)"
_CUT = "(end*|cut*|sever*|suspend*|break*|drop*|terminat*|revok*)"
ASKED_KINDS: Mapping[ActKind, Phrases] = {
    ActKind.KEPT: phrases(f"""
        (refus*|declin*) to {_CUT}; refus*; (said|say|saying) no to ..2 {_CUT}; ruled out ..2 {_CUT}
        (voted|decided|chose|chosen|opted|agreed|resolved) ..2 (to )?(keep|retain|maintain|stay|remain)
        (voted|decided|chose) ..2 not to; (voted|decided) against
        (vote|voted|voting) (it )?(no|down); reject* ..3 {_CUT}; stood by
        kept ..3 (by|after) (a )?(unanimous |council )?vote; kept by
        kept (it|them|theirs|their|the tie|the ties|the relationship); keep* ..4 despite
        (проголосовал*|голосовал*) против; (проголосувал*|голосувал*) проти
        отказал* ..3 (разрыв*|разорв*|прекра*|порва*|приостан*); (проголосовал*|решил*) ..3 (сохран*|остав*)
        відмовил* ..3 (розрив*|розірв*|припин*|зупин*); (проголосувал*|вирішил*) ..3 (збер*|залиш*)
    """),
    ActKind.RESUMED: phrases("""
        resum*; restor*; reinstat*; reviv*; unsuspend*; unpaus*; unfroze*; reactivat*; renew*; brought back
        (revers*|lifted|undo|undid|undone) ..4 (suspension*|decision*|ending|pause|cut|freeze|it|theirs|one)
        (back|again) together; came back; (go|goes|going|gone|went) back (on|from)
        (changed|chang*|revers*) (its|their|his|her) mind* ..3 (suspen*|ending)
        un (suspend|suspending|pause|pausing|end)
        took ..2 back; відновл*; відновил*; поновл*; поновил*; возобнов*; восстан*
    """),
    ActKind.PROPOSED: phrases(f"""
        (want|wants|wanted) ..1 (out|it gone|it over|them gone)
        propos*; (want|wants|wanted|tried|trying|sought|pushed|moved) ..1 (to|for) ..1 {_CUT}
        (ask*|call|calls|called|calling|urge|urged|press|pressed|demand*|request*) ..1 (to|for) ..1 {_CUT}
        (ask|asks|asked|asking|urge|urged|press|pressed|told) ..3 to ..1 {_CUT}; (try|tried|trying) to get rid
        (considered|considering|debated|discussed) ..3 (end*|cut*|sever*|suspend*|drop*|it|ties?); motions?
        under (discussion|consideration); petitioned ..3 council; предлож*; предлага*; запропон*; пропону*
    """),
    ActKind.STATEMENT: phrases("""
        (with|any|have|has|had|made|make|issued|only|which|newest|latest) ..2 statements?
        statements ..2 (on|of|since|in)
        (public|official) statements?; заявлен*; заяв*
    """),
    ActKind.CONFIRMED: phrases("""
        confirm* ..4 (stand*|exist*|active|since|alive); (said|reported) to (stand|be active|exist); reaffirm*
    """),
}
# What asks for decisions of whatever kind.
DECIDED = phrases("""
    decid*; decision*; ruled; took action; acted; вирішил*; рішен*; решен*; решил*
""")
ASKED_HOW: Mapping[How, Phrases] = {
    How.VOTE: phrases("""
        (who|which|that|cities|councils?|towns|places|percent|many) ..3 voted; voted to
        voted ..2 (keep|cut|end*|suspend*|sever*|drop*); (latest|last|newest|most recent|first) ..2 (council )?votes?
        (by|after) (a |an )?(\\w+ )?vote; (held|took|had|put it to) a vote; roll call; council votes?
        (советов|рад|городов|міст) (голосовал*|голосувал*|голосува*)
        голосован*; проголосов*; голосуван*; проголосув*
    """),
    How.WORD: phrases("""
        on (their|his|her|its) own; by (themselves|himself|herself); alone
        unilateral*; without (a |any )?(council )?vote
        by (decree|letter|executive order)
        (official|mayor|governor) word; без голосован*; без голосуван*; единолично; одноосібно
        (реш*|виріш*) сам*; сам* (реш*|виріш*); сам (мэр|мер|губернатор)
    """),
}
ASKED_TRAITS: Mapping[Trait, Phrases] = {
    Trait.NO_CONDITION: phrases("""
        (no|without (a|any)?) conditions?; unconditional*; без ..2 услов*; без ..2 умов*; not ..2 conditional*
    """),
    Trait.CONDITION: phrases("""
        (with|have|has|under|set|sets|on|what|which|any) (a |any |the )?conditions?; conditional*; deadlines?
        conditions ..4 (lift*|resum*)
        what ..2 (would|will|must|has to|could) ..3 (lift|happen|end the suspension|resume); until when; услов*; умов*
    """),
    Trait.VOTED: phrases("""
        (all|every|the|of) (council )?votes; with (a|any) (council )?votes? (on record|at all)
        (was|were|been|got|are) voted on; that had a vote
    """),
    Trait.NO_VOTE: phrases("""
        (never|not|havent|hasnt) (been )?(voted on|put to a vote)
        (no|without a|without any) (council )?vote (on record|at all|was|ever|yet|found); where no vote
        (never|not|havent|hasnt|didnt|yet to) (voted|vote|put it to a vote)
        (dont|doesnt|havent|hasnt|didnt|not) (have|had|hold) (a|any|one)? (council )?vote; never (held|took) a vote
        не голосовал*; не голосувал*
    """),
    Trait.NO_WORD: _of_data(Trait.NO_WORD),
    Trait.NOT_OF_CITY: _of_data(Trait.NOT_OF_CITY),
    Trait.CHANGED_COURSE: _of_data(Trait.CHANGED_COURSE),
    Trait.ABSTAINED: _of_data(Trait.ABSTAINED),
    Trait.EXECUTIVE_ORDER: _of_data(Trait.EXECUTIVE_ORDER),
    Trait.UNDECIDED: phrases("""
        (nobody|no one|noone) ..1 (decided|acted|voted) ..1 (about|on)?; (did|done|do|does|doing) nothing
        never (decided|acted|answered by a decision); no decision*; undecided
        silen*; не (прийня*|ухвал*|приня*|приним*) ..1 решен*; не (прийня*|ухвал*) ..1 рішен*
        (not|never|havent|hasnt) (decided|acted); not (yet )?(decided|acted); stayed quiet; ignored it; молч*; мовч*
        ничего не (сдела*|реш*); нічого не (зроб*|виріш*)
    """),
    Trait.SEVERAL_RUSSIAN: phrases(f"""
        russian (cit(y|ies)|towns?|places?|partners?) ..5 {_MANY}
        {_MANY} (american|us|united states) (partners?|cit(y|ies)|sisters?)
        (несколько|нескольк*|больше одного|более одного|кілька|більше одного|декілька) ..1 (американск*|американськ*)
    """),
    Trait.SEVERAL: phrases(f"""
        {_MANY} (russian )?(partners?|sisters?|sister cit(y|ies)|ties|twins?|cit(y|ies))
        (with|have|has|having|got) (two|2|three) (russian )?(partners?|sisters?|sister cities|ties|twins?)
        (несколько|нескольк*|больше одного|более одного) ..2 (побрат*|партн*)
        (кілька|більше одного|декілька) ..2 (побрат*|партн*)
    """),
    Trait.NEVER_SEARCHED: phrases("""
        (never|not|havent|hasnt|not yet) (been )?(searched|checked|looked (at|up|for)|researched)
        nobody ..2 (searched|checked)
        (nobody|no one) ..2 (searched|checked|looked); не (искал*|проверя*|шукал*|перевіря*)
    """),
    Trait.SPLIT: phrases("""
        split (vote|votes|decision|decisions|council|councils); divided votes?
        (votes?|councils?) (was|were) ..1 (close|narrow|tight|split|divided|contested)
        (not|wasnt|werent|isnt|arent|non) ..1 unanim*
        (close|closest|narrow|narrowest|tight|tightest) votes?; dissent*; voted against it
        не единоглас*; не одноголос*; не одностайн*
    """),
    Trait.UNANIMOUS: phrases("unanim*; единоглас*; единодуш*; одноголос*; одностайн*"),
    Trait.OF_COUNTY: phrases("counties; county (ties?|governments?|partners?); boroughs; округ*"),
    Trait.OF_STATE: phrases("""
        state governments?; governments? of states?; states themselves; state level; statewide
        (at|on) the level of ..1 states?
        (the|those|these) (two |three )?states (quit|that|ended|left|did|cut); (three|3) states
    state to state; states? ..1 not ..1 (cities|citys|towns); not ..1 (cities|citys|towns) ..2 states
        states but no (cities|citys|towns); (only|just) ..1 states; штат* (а )?не міст*; не міст* (а )?штат*
        штат* (а )?не город*; не город* (а )?штат*; штат* побратим*; (на рівні|на уровне) штат*
    """),
    Trait.NOT_OF_STATE: _of_data(Trait.NOT_OF_STATE),
    Trait.ONE_REPORT: phrases("""
        on one report; one report only; (single|one|only one) (source|report)
        thin evidence; (weak|weaker|weakest) (evidence|proof|sources?|sourcing); weakly sourced
        (least|worst) (evidence|proof|sourced)
    """),
    Trait.ONLY_WIKIPEDIA: phrases(
        "(only|just|solely) ..2 wikipedia; wikipedia (only|alone|ones); только ..2 википед*; лише ..2 вікіпед*"
    ),
    Trait.NOT_ON_2022_LIST: phrases("""
        (not|missing|absent|arent|isnt|left) ..3 (on|from|off|in) the (chamber )?(2022 )?list
        (not|missing|absent) ..1 (on|in|from|off|part|named|listed) ..3 (chamber|2022) list
        (strip*|leave|leaving|take|taking|filter*|exclud*|remov*|without|minus|drop*|skip*) ..5 (chamber|2022) list
    """),
    Trait.ON_2022_LIST: phrases(
        "(on|of|from|in) ..3 (chamber|2022)( of commerce)? list; on the chamber; (chamber|2022) list ..2 (ties|ones); "
        "(of|on) the 69; (з|із|из) (тих |цих |тех |этих )?69"
    ),
    Trait.UKRAINIAN_PARTNER: phrases("""
        (also|both|too) ..4 ukrainian (partner|sister|twin|city|cities); ukrainian ..2 (as well|too|also)
        russian and ukrainian; (suspended|ended|active|dormant) ..4 (have|has|with|got|found) ..2 ukrain*
        russia* ..9 (have|has|with|got) ..1 ukrainian (partner|sister|twin)*
        (have|has|with|got) ..1 ukrainian (partner|sister|twin)* ..6 russia*
        ukrainian and (a )?russian; russian and (a |an )?ukrainian
        (which|who|cities|ones|ties|towns|places) ..3 (no|without) (a |any )?ukrainian (partner|sister|twin)*
    """),
    Trait.NO_YEAR: phrases("""
        (unknown|no|without a) (founding |known )?(year|date) ..3 (made|founded|establish*|begun|start*)
        ties ..4 (dont|do not|doesnt|cant|cannot) (know|tell|say) when ..3 (start*|beg*n|made|founded)
        (ties|ones) ..3 (no|without a|without any|unknown) (known )?(founding|start|starting|beginning) (year|date)
    """),
}
_GREATEST, _LEAST = SortOrder.NEWEST, SortOrder.OLDEST
_TIE_NOUN = "(ties?|pairs?|pairings?|partnerships?|relationships?|agreements?|links?)"
ASKED_SORTS: Mapping[tuple[SortBy, SortOrder], Phrases] = {
    (SortBy.ACT, _LEAST): phrases(f"""
        (oldest|earliest|first) ..2 {_TIE_NOUN} to be; chronolog*; in (order of )?(time|date) order
        (in|by) (which|what) order
        oldest (information|info|word|news|data); stale; outdated
        oldest ..1 first; earliest first; by date; (from )?(old|oldest|earliest) to (new|newest|latest)
        від (старих|найстаріших) до (нових|найновіших); от (старых|самых старых) к (новым|самым новым)
        (спочатку|спершу) (старі|найстаріші|давні); сначала старые; хронолог*; за датою; по дате; по датам; за датами
    """),
    (SortBy.ACT, _GREATEST): phrases(
        f"(newest|latest|last|most recent) ..2 {_TIE_NOUN} to be; "
        "newest ..1 first; most recent ..1 first; latest ..1 first; by (newest|latest) act; "
        "(from )?(new|newest|latest|most recent) to (old|oldest|earliest); reverse chronolog*; "
        "від (нових|найновіших) до (старих|найстаріших); от (новых|самых новых) к (старым|самым старым); "
        "(спочатку|спершу) (нові|новіші|найновіші|останні); сначала (новые|самые новые|последние|свежие)"
    ),
    (SortBy.RUSSIAN_SIZE, _GREATEST): phrases("""
        (biggest|largest|most populous) russian (city|cities|places?|towns?|partners?); сам* (крупн*|больш*) рос* город*
        крупнейш* рос* город*; найбільш* рос* міст*; by (the )?(size|population) of ..2 russian
    """),
    (SortBy.RUSSIAN_SIZE, _LEAST): phrases("""
        (smallest|least populous) russian (city|cities|places?|towns?|partners?); найменш* рос* міст*
    """),
    (SortBy.SIZE, _LEAST): phrases(
        "smallest; least populous; by (size|population) ascending; самые маленькие; найменш*"
    ),
    (SortBy.SIZE, _GREATEST): phrases("""
        biggest; largest; most populous; by (population|size|inhabitants|number of people)
        (in )?(descending )?order of (population|size); descending ..2 (population|size)
        top ..3 (cit(y|ies)|towns|places)
        крупнейш*; сам* (крупн*|больш*); найбільш*
    """),
    (SortBy.SEARCHED, _LEAST): phrases("""
        (searched|checked|looked (at|for)) ..2 (longest|long) ago; longest (without|since) ..3 (search*|check*|look*)
        (nobody|no one|not|havent|hasnt) ..5 (searched|checked|looked) ..3 (lately|recently|in a long time|for long*)
        (oldest|least recent) (search*|check*)
    """),
    (SortBy.SEARCHED, _GREATEST): phrases("""
        (last|latest|recently|newly|most recently|newest|lately) (been )?(search*|check*|looked)
        (search*|checked) last
        by (last )?search; when ..4 last (searched|checked); (search*|checked) ..2 since
        (searched|checked) (in|on|before|after)
    """),
    (SortBy.FOUNDED, _GREATEST): phrases(f"""
        (newest|latest|most recent|youngest) ..3 {_TIE_NOUN}; {_TIE_NOUN} ..3 (newest|most recent|youngest)
        youngest; наймолодш*; самый молодой; самые молодые; самое новое
        (newest|youngest) (russian )?(sister|twin) cit(y|ies); newest ones?
        (last|latest) ..3 (sister|twin) cit(y|ies) ..2 (made|founded|formed|established|with)
        (most recently|last) (made|founded|signed|formed|established|twinned); (last|latest) to (twin|sign|pair|join)
        самые новые; самый новый; найнов*
    """),
    (SortBy.FOUNDED, _LEAST): phrases(f"""
        oldest; longest (running|standing|lasting)?; (earliest|first) ..2 {_TIE_NOUN} (ever|made|signed|founded)
        earliest ..1 {_TIE_NOUN}; (very )?(first|earliest) ..3 pairings?
        by (age|founding|year|founding year|year made); by (the )?year ..3 (made|founded|signed|began)
        in order of age
        самые старые; самый старый; старейш*; найстар*; найдавніш*
    """),
}
# "Out of the total, not out of the Chamber list": what a share is not taken of.
_NOT_OF_A_LIST = phrases("(and |but )?not (out )?of ..3 (chamber|2022)( of commerce)? list")
# What became of some ties is asked, and no act; one half of a list is held against the other.
FATES, HALVES, LACKING = (
    phrases("\n".join(of_all_languages("lists", name))) for name in ("fates", "halves", "lacking")
)
LEFT = phrases("""
    how many ..6 (left|remain|remains|remaining|to go|outstanding|still (exist|there|around|stand|standing))
    (which|what|who|that) ..6 still (have|has|got) (one|ones|ties|any|a (tie|russian)|them|it|theirs)
    (cities|towns|places|counties|states) ..6 still (have|has|got) (one|ones|ties|any|a (tie|russian)|them|it)
    how many ..6 still (have|has|keeps?|maintain|linked|paired|twinned|tied|partnered|got|hold|stand|in place|exists?)
    how many ..6 (havent|have not|hasnt|has not|didnt|did not|have yet to|not yet|not|never) (yet )?(been )?
    how many ..6 (havent|hasnt|not|yet to|didnt|never) ..2 (ended|end|cut|cuts|severed|sever|dropped|drop|terminated)
    how many ..6 (survive|survived|surviving); number (left|remaining|still)
    (ties|cities|pairs|partnerships|sister cities|number) (left|remaining)
    (are|is|any|many|what|whats) left; whats left; what remains; whats remaining; still remaining
    remaining (ties|cities|sister cities|pairs)
    (ties|cities|how many|which|who|what) ..3 (not|arent|havent|hasnt) ..2 (ended|cut off|over) yet
    сколько ..5 (остал*|осталось|остается|ещё есть|еще есть|сохранил*|не разорв*|не прекра*|не порва*)
    скільки ..5 (залиш*|лиш*|ще є|ще має*|ще мають|збереглося|не розірв*|не припин*|не порвал*); осталось; залишилось
    залишилося
""")
SHARE = phrases("""
    portion of; half of; ratio; majority of; most of; share of; what share; percent*; what proportion; proportion of
    what fraction; fraction of; how much of; per cent
    част* ..2 (связ*|звяз*|міст|город*); яка частк*; частк*; відсот*; процент*; какая доля; доля
""")
CHANGED = phrases("chang*; moved; shift*; turned; измен*; поменя*; змін*")
AS_OF = phrases("""
    as of; (status|standing|situation|picture|state of) ..6 (on|in|at); (stood|existed) ..1 on; at the end of
    by the end of
    at the (start|beginning) of; back (in|on); at that time; still ..4 on; on the \\w+ anniversary
    (was|were) still ..3 (in|by|at)
    (было|был|были|було|були) ..3 на \\d+
    станом на; на конец; на кінець; по состоянию на; к концу; до кінця
""")
HEARING = phrases("""
    hearings?
    (vote|votes|decision|decisions|meeting|meetings) ..4 (coming|upcoming|scheduled|planned|ahead|soon|next|pending)
    (coming|upcoming|scheduled|planned|next|future|pending) (up )?(council )?(votes?|decisions?|meetings?)
    слушан*; слухан*; (голосован*|голосуван*) ..3 (будет|буде|скоро|незабаром|заплан*)
    (скоро|незабаром|заплан*) ..2 голосо*
""")
PAST_HEARING = phrases("""
    (past|previous|earlier|former|old|held) ..2 hearings?
    hearings? ..3 (were|was|took place|taken place|past|so far|already|held|happened)
    прошедш* слушан*; минул* слухан*
""")
COMPARE = phrases("""
    compar*; versus; vs; (which|who) ..4 (more|fewer|less); (more|fewer|less) ..6 or; or ..2 (more|fewer|less)
    (more|fewer|less) ..6 than
    difference between
    больше ..5 или; більше ..5 (або|чи); сравн*; порівн*; где больше; де більше; больше чем; більше ніж
""")
RANKS = phrases("""
    sort*; order by; ordered by; order ..6 by; (descending|ascending) order; in order of
    order of (population|size); put ..4 in order
    rank*; arrang*; by name; alphabet*; a to z; сорт*
    отсорт*; відсорт*; упоряд*; впоряд*; алфав*; абетк*
""")
THEN = phrases("""
    (and|but|or)? ..1 (then|later|afterwards|afterward|eventually|subsequently|finally); before (being )?ended
    а потом; потом
    згодом; потім
""")
# What a number is asked of.
COUNTED_STATES = phrases("(how many|number of|count) ..2 states; сколько ..2 штатов; скільки ..2 штатів")
COUNTED_RUSSIAN = phrases("(how many|number of) ..2 russian (cities|places|towns|partners)")
WITHOUT_TIES = phrases("""
    (which|what|how many|any|are there) ..2 states ..4 (no|without|dont|lack|never|zero|not|none)
    states (with no|without); (які|яких|какие|каких) ..1 штат* ..2 (не|без)
    в каких штатах нет; у яких штатах нема*
""")
_BIG = phrases(
    "(big|large|major|bigger|larger) (us |american )?(cit(y|ies)|places); metropol*; больш* город*; велик* міст*"
)
_SMALL = phrases("(small|little|tiny|smaller) (us |american )?(cit(y|ies)|towns?|places); маленьк* (город*|міст*)")
BIG_CITY, SMALL_TOWN = 100_000, 50_000
_COUNTED = {
    "два": 2, "дви": 2, "две": 2, "три": 3, "чотир": 4, "четыр": 4, "пят": 5, "шист": 6, "шест": 6, "десят": 10,
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "twelve": 12, "fifteen": 15, "twenty": 20,
}  # fmt: skip
_NUMBER = rf"(\d{{1,2}}|{'|'.join(_COUNTED)})"
_GREATER = (
    "перш|перв|останн|последн|top|топ|first|oldest|newest|largest|biggest|smallest|latest|youngest|earliest|last"
    "|most recent"
)
_MOST = re.compile(
    rf"\b(?:({_GREATER}) {_NUMBER}|{_NUMBER} ({_GREATER}))\b(?! (?:days?|weeks?|months?|years?|\d{{4}}))"
)
_EARLIEST = frozenset({"first", "earliest", "перш", "перв"})
_LATEST = frozenset({"last", "latest", "most recent", "останн", "последн"})
_MAY_BE = re.compile(
    r"\b(?:could|can|may|might|would|will|should|(?:offer|promis|want|hop|plan|intend)\w* to|(?:ready|willing) to) "
    r"(?:be )?(?:resum|restor|reinstat|lift|reviv|renew)"
)
_NOT_SEARCHED = re.compile(r"\b(?:not|never|havent|hasnt|nobody|no one) (?:\w+ ){0,3}(?:searched|checked|looked)\b")
_PEOPLE = re.compile(
    r"\b(over|more than|above|at least|larger than|bigger than|under|fewer than|less than|below|smaller than|up to) "
    r"(\d{1,3}(?: \d{3}){1,2}|\d{1,8})(?: (k|thousand|million))?(?: (?:people|inhabitants|residents|population))?\b"
)
_AGE = re.compile(r"\b(older|more|over|longer|at least|younger|less|newer) (?:than )?(\d{1,3}) years?\b(?! ago)")
_AGE_CYRILLIC = re.compile(r"\b(старш\w*|бильш\w*|больш\w*|молодш\w*|младш\w*) (?:\w+ ){0,4}(\d{1,3}) (?:лет|рок\w*)\b")
_YOUNGER = frozenset({"younger", "less", "newer"})
_BETWEEN_PEOPLE = re.compile(
    r"\b(?:between|from) (\d{1,3}(?: \d{3}){1,2}|\d{4,8}) (?:and|to) (\d{1,3}(?: \d{3}){1,2}|\d{4,8})\b"
)
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_PEOPLE_CYRILLIC = re.compile(
    r"\b(понад|бильш\w*|больш\w*|свыш\w*|бол|менш\w*|меньш\w*|мен) (?:ниж |чем |за )?"
    r"(\d{1,3}(?: \d{3}){1,2}|\d{4,8}|\d{1,4}(?= (?:тис|тыс|мильйон|миллион)))(?: (тис\w*|тыс\w*|м\w*лион\w*))?"
)
_OVER = frozenset({"понад", "over", "more than", "above", "at least", "larger than", "bigger than"})
_SAID_PEOPLE = re.compile(
    r"\b(over|more than|above|at least|larger than|bigger than|under|fewer than|less than|below|smaller than|up to) "
    r"(a million|one million|half a million|a hundred thousand|fifty thousand|ten thousand)\b"
)
_SAID_PEOPLE_CYRILLIC = re.compile(
    r"\b(понад|бильш\w*|больш\w*|свыш\w*|бол|менш\w*|меньш\w*|мен) (?:ниж |чем |за )?"
    r"(пивмильйон\w*|полумиллион\w*|пол миллион\w*|мильйон\w*|миллион\w*|сотн\w* тыс\w*|ста тыс\w*|ста тис\w*)"
)
_SAID = {
    "a million": 1_000_000, "one million": 1_000_000, "half a million": 500_000, "a hundred thousand": 100_000,
    "fifty thousand": 50_000, "ten thousand": 10_000,
}  # fmt: skip
_TIMES = {"k": 1_000, "thousand": 1_000, "million": 1_000_000}
# So many people at least are meant by a number of people; fewer may be of anything else.
_FEWEST_PEOPLE = 1_000
_DIGIT = re.compile(r"\d")
_UNSORTABLE = re.compile(
    r"\b(?:(?:alphabet\w*|sort\w*|order\w*) (?:\w+ ){0,2}by (?:the )?"
    r"(russian (?:cit(?:y|ies)|names?|places?|partners?))\b"
    r"|(?:sort|order|rank|arrange|group)(?:ed|d)?(?: \w+){0,3} by (?:the |their )?((?:how )?\w+)"
    r"|((?:rich|poor|cold|warm|close|near|far|furth|high|low|safe|strong|weak|strang|hot|loud|fast|slow|prett|ugl|busi"
    r"|wealth|happi|friendl|tall|deep|cheap)\w*est"
    r"|most (?:popular|active|important|famous|beautiful|expensive|controversial|liberal|conservative|democratic"
    r"|republican|influential|dangerous|visited|loved|hated|successful|corrupt)))\b"
)
# What a list may be said to be sorted by, that it can be sorted by, or is anyway.
_SORTABLE = frozenset(
    "name names state states alphabet alphabetically alphabetical date dates year years age founding size population "
    "act acts search last newest latest oldest time standing region hearing hearings number inhabitants".split()
)
_Key = TypeVar("_Key", bound=Hashable)
# What of a tie may be asked for as not being so, and has no opposite of its own.
_MAY_BE_DENIED = frozenset({
    Trait.OF_COUNTY, Trait.UKRAINIAN_PARTNER, Trait.ONLY_WIKIPEDIA, Trait.ONE_REPORT, Trait.SEVERAL,
    Trait.SEVERAL_RUSSIAN,
})  # fmt: skip
_DENIES = re.compile(
    r"\b(?:not|no|never|except|excluding|without|besides|arent|isnt|werent|wasnt|dont have|havent|hasnt|hadnt|didnt"
    r"|dont|doesnt|drop|remove|ignore|minus|take out|leave out|strip out|убра\w*|прибра\w*|откин\w*|видкин\w*"
    r"|не|без|крим|окрим|кром) "
    r"(?:resting |based |named |listed )?(?:the |a |any |on |of |just |only )?$"
)
_DENIED_WITHIN = re.compile(r"\b(?:no|not|without|any)\b(?<!any)")
_KINDS, _HOW = PhraseTable(ASKED_KINDS), PhraseTable(ASKED_HOW)
_TRAITS, _SORTS = PhraseTable(ASKED_TRAITS), PhraseTable(ASKED_SORTS)


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What a question narrows a list by, besides places, standings, deciders, levels and times.

    ``unsortable`` are the words that a list is to be sorted by and cannot be
    ``understood`` all words that were read.
    """

    kinds: tuple[ActKind, ...] = ()
    how: How | None = None
    traits: tuple[Trait, ...] = ()
    not_so: tuple[Trait, ...] = ()
    sort: tuple[SortBy, SortOrder] | None = None
    most: int = 0
    over: int = 0
    under: int = 0
    older: int = 0
    younger: int = 0
    left: bool = False
    share: bool = False
    changed: bool = False
    as_of: bool = False
    hearing: bool = False
    past: bool = False
    compares: bool = False
    counts_states: bool = False
    counts_russian: bool = False
    without_ties: bool = False
    decided: bool = False
    ranks: bool = False
    both_ends: bool = False
    then: bool = False
    fates: bool = False
    halves: bool = False
    lacking: bool = False
    unvoted: bool = False
    not_searched: bool = False
    unsortable: tuple[str, ...] = ()
    understood: frozenset[str] = frozenset()
    kind_words: frozenset[str] = frozenset()

    @property
    def narrows(self) -> bool:
        """Whether anything was read that makes a list of its own."""
        return bool(
            self.kinds or self.traits or self.sort or self.over or self.under or self.left or self.hearing or self.most
            or self.not_so or self.older or self.younger
        )  # fmt: skip


NOTHING_NARROWED = Narrowing()


class _Reader:
    """Reads one question, and remembers what words it understood."""

    def __init__(self, joined: str) -> None:
        self.joined = joined
        self.understood: set[str] = set()

    def has(self, pattern: Phrases) -> bool:
        found = list(pattern.finditer(self.joined))
        for match in found:
            self.understood.update(match.group().split())
        return bool(found)

    def drop(self, pattern: Phrases) -> None:
        """Leave out what says nothing that narrows, and remember that it was understood."""
        if self.has(pattern):
            self.joined = pattern.sub("", self.joined)

    def all_of(self, table: PhraseTable[_Key]) -> tuple[_Key, ...]:
        found = table.found(self.joined)
        for match in chain.from_iterable(found.values()):
            self.understood.update(match.group().split())
        return tuple(found)

    def first(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        match = pattern.search(self.joined)
        if match:
            self.understood.update(match.group().split())
        return match


def read_narrowing(joined: str) -> Narrowing:
    """What normalised words narrow a list by."""
    reader = _Reader(joined)
    reader.drop(_NOT_OF_A_LIST)
    joined = reader.joined
    kinds = tuple(kind for kind in reader.all_of(_KINDS) if kind is not ActKind.RESUMED or not _MAY_BE.search(joined))
    if ASKED_TRAITS[Trait.NO_WORD].search(joined):
        # Who refuses to say anything has decided nothing.
        kinds = tuple(kind for kind in kinds if kind is not ActKind.KEPT)
    if reader.has(ASKED_TRAITS[Trait.CONDITION]):
        kinds = tuple(kind for kind in kinds if kind is not ActKind.RESUMED)
    kind_words = frozenset(reader.understood)
    how, sorts = reader.all_of(_HOW), reader.all_of(_SORTS)
    most, rank = _most(reader)
    over, under = _people(reader)
    older, younger = _age(reader)
    traits = tuple(trait for trait in _traits(reader) if trait is not Trait.NEVER_SEARCHED or not sorts)
    not_so = tuple(trait for trait in traits if trait in _MAY_BE_DENIED and _is_denied(ASKED_TRAITS[trait], joined))
    return Narrowing(
        kinds=kinds,
        how=_how(how, joined),
        unvoted=How.VOTE in how and _is_denied(ASKED_HOW[How.VOTE], joined),
        traits=tuple(trait for trait in traits if trait not in not_so),
        not_so=not_so,
        sort=sorts[0] if sorts else rank,
        most=most,
        over=over,
        under=under,
        left=reader.has(LEFT),
        share=reader.has(SHARE),
        changed=reader.has(CHANGED),
        as_of=reader.has(AS_OF),
        hearing=reader.has(HEARING),
        past=reader.has(PAST_HEARING),
        compares=reader.has(COMPARE),
        counts_states=reader.has(COUNTED_STATES),
        counts_russian=reader.has(COUNTED_RUSSIAN),
        without_ties=reader.has(WITHOUT_TIES),
        decided=reader.has(DECIDED),
        ranks=reader.has(RANKS),
        both_ends=any((sort, _LEAST) in sorts and (sort, _GREATEST) in sorts for sort in SortBy),
        then=reader.has(THEN),
        fates=reader.has(FATES),
        halves=reader.has(HALVES),
        lacking=reader.has(LACKING),
        older=older,
        younger=younger,
        not_searched=_NOT_SEARCHED.search(joined) is not None,
        unsortable=tuple(_unsortable(reader)),
        understood=frozenset(reader.understood),
        kind_words=kind_words,
    )


def _how(found: tuple[How, ...], joined: str) -> How | None:
    """How it was decided; where a vote is ruled out, "not by vote", by somebody's word."""
    if found and found[0] is How.VOTE and _is_denied(ASKED_HOW[How.VOTE], joined):
        return How.WORD
    return found[0] if found else None


def _is_denied(asked: Phrases, joined: str) -> bool:
    """Whether a trait is ruled out wherever it is said: "not counties", "have no Ukrainian partner"."""
    return all(
        _DENIES.search(joined[: match.start()]) or _DENIED_WITHIN.search(match.group())
        for match in asked.finditer(joined)
    )


def _traits(reader: _Reader) -> tuple[Trait, ...]:
    """The traits asked for; of one and its opposite the narrower wording, which stands first in the table."""
    found = reader.all_of(_TRAITS)
    if Trait.OF_COUNTY in found and Trait.OF_STATE in found:
        found = (*found, Trait.NOT_OF_CITY)
    elif Trait.OF_STATE in found or (Trait.OF_COUNTY in found and _STATES.search(reader.joined) is None):
        found = tuple(trait for trait in found if trait is not Trait.NOT_OF_CITY)
    if Trait.NOT_OF_CITY in found:
        found = tuple(trait for trait in found if trait not in _OF_PLACES)
    opposite = {
        Trait.CONDITION: Trait.NO_CONDITION,
        Trait.UNANIMOUS: Trait.SPLIT,
        Trait.ON_2022_LIST: Trait.NOT_ON_2022_LIST,
        Trait.UNDECIDED: Trait.NO_WORD,
    }
    double = {Trait.SEVERAL: Trait.SEVERAL_RUSSIAN}
    return tuple(trait for trait in found if (opposite | double).get(trait) not in found)


_STATES = re.compile(r"\b(?:states?|штат\w*)\b")
_OF_PLACES = frozenset({Trait.OF_COUNTY, Trait.OF_STATE, Trait.NOT_OF_STATE})


def _has_number(reader: _Reader) -> bool:
    return _DIGIT.search(reader.joined) is not None


def _most(reader: _Reader) -> tuple[int, tuple[SortBy, SortOrder] | None]:
    """How many are asked for at most, and in what order where the word for it says so: "the last three"."""
    match = reader.first(_MOST)
    if match is None:
        return 0, None
    said, typed = (match[1], match[2]) if match[1] else (match[4], match[3])
    number = _COUNTED.get(typed) or int(typed)
    order = _LEAST if said in _EARLIEST else _GREATEST if said in _LATEST else None
    return number, (SortBy.ACT, order) if order else None


def _age(reader: _Reader) -> tuple[int, int]:
    """The years that ties are older than, or younger than."""
    match = (reader.first(_AGE) or reader.first(_AGE_CYRILLIC)) if _has_number(reader) else None
    if match is None:
        return 0, 0
    years = int(match[2])
    return (0, years) if match[1] in _YOUNGER else (years, 0)


def _people(reader: _Reader) -> tuple[int, int]:
    """More and fewer people than how many a place has."""
    if _has_number(reader) and (bounds := _number_of_people(reader)):
        return bounds
    if match := reader.first(_SAID_PEOPLE):
        people = _SAID[match[2]]
        return (people, 0) if match[1] in _OVER else (0, people)
    if match := reader.first(_SAID_PEOPLE_CYRILLIC):
        people = 500_000 if match[2].startswith("п") else 1_000_000 if match[2].startswith("м") else 100_000
        return (0, people) if match[1].startswith("мен") else (people, 0)
    if reader.has(_BIG):
        return BIG_CITY, 0
    return (0, SMALL_TOWN) if reader.has(_SMALL) else (0, 0)


def _number_of_people(reader: _Reader) -> tuple[int, int] | None:
    if found := reader.first(_BETWEEN_PEOPLE):
        low, high = (int(found[number].replace(" ", "")) for number in (1, 2))
        if low >= _FEWEST_PEOPLE and not _FIRST_YEAR <= low <= _LAST_YEAR:
            return low, high
    if match := reader.first(_PEOPLE):
        people = int(match[2].replace(" ", "")) * _TIMES.get(match[3] or "", 1)
        if people >= _FEWEST_PEOPLE:
            return (people, 0) if match[1] in _OVER else (0, people)
    if match := reader.first(_PEOPLE_CYRILLIC):
        times = 1 if match[3] is None else 1_000_000 if match[3].startswith("м") else 1_000
        people = int(match[2].replace(" ", "")) * times
        if people >= _FEWEST_PEOPLE:
            return (0, people) if match[1].startswith("мен") else (people, 0)
    return None


def _unsortable(reader: _Reader) -> Iterator[str]:
    for match in _UNSORTABLE.finditer(reader.joined):
        word = match[1] or match[2] or match[3]
        if word not in _SORTABLE and not (match[2] and any(p.search(match[0]) for p in ASKED_SORTS.values())):
            reader.understood.update(match.group().split())
            yield word
