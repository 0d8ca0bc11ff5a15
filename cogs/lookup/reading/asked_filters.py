"""The words by which a question narrows and sorts a list: for each row of ``filters`` and ``sorting``.

Pure. They are English, Russian and Ukrainian, in the notation of ``patterns``, over normalised words.
"""

from __future__ import annotations

from collections.abc import Mapping

from cogs.lookup.model import How, SortBy, SortOrder, Trait
from cogs.lookup.phrases.patterns import Phrases, phrases
from cogs.lookup.reading.vocabulary import of_all_languages
from db.record.act_kinds import ActKind

_MANY = "(more than one|several|multiple|two or more|at least two|2 or more)"
_HAVING = (
    "(have|has|had|got|found|with|took|now|picked|chose|sign*|має|мають|знайш*|завел*|взял*|тепер"
    "|имеет|имеют|есть|нашл*)"
)
_HAVE_SO_MANY = "(have|has|with|got|having) ..1 (two|three|four|five|2|3|4|5)"
_HAVE_SO_MANY_CYRILLIC = "(двоє|троє|двох|трьох|два|три|двое|трое|двух|трёх|дві|две|чотири|четыре|кілька|несколько)"
_CUT_OFF = "(cut*|froze*|freez*|suspend*|end|ended|drop*|paus*|broke|broken|sever*|terminat*|quit|ditch*|dump*)"
_NEVER_SAID = "(never|not|didnt|havent|hasnt|dont|doesnt|wont) ..2 (say|said|spell*|stated?|named?|set|tell|told)"
_CUT = "(end*|cut*|sever*|suspend*|break*|drop*|terminat*|revok*)"
_KIND_WORDS: Mapping[ActKind, str] = {
    ActKind.KEPT: f"""
        (refus*|declin*) to {_CUT}; refus*; (said|say|saying|says) no to ..2 {_CUT}; ruled out ..2 {_CUT}
        (and|but|then|council*|mayors?|that|who) ..1 (said|say|says) no; turn* ..1 down; turned ..3 down; rebuff*
        (wouldnt|would not) ..1 {_CUT}
        (voted|decided|chose|chosen|opted|agreed|resolved) ..2 (to )?(keep|retain|maintain|stay|remain)
        (voted|decided|chose|opted) ..2 (leave|let) ..3 (as is|as it is|as they are|alone|be|in place|stand)
        (voted|decided|chose) ..2 not to; (voted|decided) against
        (vote|voted|voting) (it )?(no|down); reject* ..3 {_CUT}; stood by
        kept ..3 (by|after) (a )?(unanimous |council )?vote; kept by
        (decid*|chose|opted|vow*|pledg*|promis*) ..1 to (stay|remain|stick|hold on|carry on|continue)
        (виріш*|обрал*|обіцял*) ..1 (лишит*|залишит*|лишат*|зберегти|продовж*)
        (реши*|выбрал*|обещал*) ..1 (остать*|остат*|сохранит*|продолж*)
        kept (it|them|theirs|their|the tie|the ties|the relationship); keep* ..4 despite
        (проголосов*|голосовал*) ..1 против; (проголосув*|голосувал*|голосував) ..1 проти
        отказал* ..3 (разрыв*|разорв*|прекра*|порва*|приостан*); (проголосовал*|решил*) ..3 (сохран*|остав*)
        (відмовил*|відмовив*|відмови*) ..3 (розрив*|розірв*|припин*|зупин*|призупин*|рвати|порвати)
        (отказал*) ..3 (рвать|порвать|разрыв*); (проголосувал*|вирішил*|вирішив) ..3 (збер*|залиш*|лиш*)
        (не (стал*|захот*)) (рвать|порывать|разрывать|приостанавливать); не (ста*|захот*) (рвати|розривати|призупиняти)
    """,
    ActKind.RESUMED: """
        (was|were|been|ever|get|got) ..1 (undone|unwound)
        resum*; restor*; reinstat*; reviv*; unsuspend*; unpaus*; (un|de)fr(o|ee)z*; unthaw*; rekindl*; reopen*
        reactivat*; renew*; brought back; (turn|turned|switch|switched) ..2 back on
        розмороз*; размороз*; розморож*; разморож*
        (walk*|roll*|dial*) ..1 back ..2 (suspension*|pause*|freeze|ending*)
        (revers*|lifted|undo|undid|undone) ..4 (suspension*|decision*|ending|pause|cut|freeze|it|theirs|one)
        (back|again) together; came back; (go|goes|going|gone|went) back (on|from)
        (changed|chang*|revers*) (its|their|his|her) mind* ..3 (suspen*|ending)
        un (suspen*|paus*|end|ended|freez*|froze*|frozen|cut); (back|come|came|comes) ..1 to life; thaw*
        (unsuspend*|unpaus*|unfreez*|unfroze*); took ..2 off hold
        (lift*|remov*|drop*|withdr*|rescind*|cancel*|undo*|undid|undone) ..2 (suspension*|pause|freeze)
        (снял*|зня*|отмен*|скасув*|отозв*) ..2 (приостан*|призупин*|пауз*|заморо*)
        walk* ..2 back; (got|gotten|get|getting) back together; (вернул*|вернут*) ..1 (отношен*|связ*|дружб*|побратим*)
        (повернул*|повернут*) ..1 (зв'яз*|дружб*|стосунк*|відносин*|побратим*); помирил*; відмотал*
        (suspension*|pause|freeze) ..4 lifted; призупинен* ..2 (знят*|скасован*); приостановк* ..2 (снят*|отменен*)
        took ..2 back; brought ..3 back; вернулся ..1 (ли )?(кто|хоть); (хтось|хоч хтось) ..1 повернувся
        (вернул*|повернул*|повернув) ..3 (обратно|назад)
        (повернув*|повернул*|вернул*) ..1 (до|к)
        (went|go|goes|came|gone|crawl*|ran|run) ..1 back to ..1 (russia*|moscow|them|their)
        відновл*; відновил*; відновив; поновив; поновл*; поновил*; возобнов*; восстан*
    """,
    ActKind.PROPOSED: f"""
        (want|wants|wanted) ..1 (out|it gone|it over|them gone)
        propos*; (want|wants|wanted|tried|trying|sought|pushed|moved) ..1 (to|for) ..1 {_CUT}
        (ask*|call|calls|called|calling|urge|urged|press|pressed|demand*|request*) ..1 (to|for) ..1 {_CUT}
        (ask|asks|asked|asking|urge|urged|press|pressed|told) ..3 to ..1 {_CUT}
        (try|tried|trying) to (get rid|kill|scrap); (намаг*|пытал*) ..1 (вбити|убити|убить|прибить)
        (considered|considering|debated|discussed) ..3 (end*|cut*|sever*|suspend*|drop*|it|ties?); motions?
        (brought|bring|put) ..3 (up|forward|to a vote); introduced; sponsor*; spearhead*; push* for; pushed ..2 for
        (want|wants|wanted|favored|preferred) ..1 (something|anything|it) (else|different*|otherwise)
        (хотів|хотіл*|хотел*) ..2 (інш*|друг*|иного|инач*|інакш*); внес*; внёс*; виніс ..1 на; винес*; вынес*
        ініціатор*; инициатор*; ініцію*; иницииров*; висун*; выдвин*
        under (discussion|consideration); petitioned ..3 council; предлож*; предлага*; запропон*; пропону*; пропозиці*
    """,
    ActKind.STATEMENT: """
        (with|any|have|has|had|made|make|issued|only|which|newest|latest) ..2 statements?
        statements ..2 (on|of|since|in)
        (public|official) statements?; заявлен*; заяв*
    """,
    ActKind.CONFIRMED: """
        (date|proof|sign|evidence|confirmation) ..5 (standing|stands|alive)
        (freshest|newest|latest|most recent|last|oldest|earliest|first) ..1 confirmations?
        confirmations ..1 (of|from|since)
        (останн*|найсвіжіш*|найнов*|найстар*) ..1 підтверджен*; (последн*|сам* (свеж*|нов*|стар*)) ..1 подтвержден*
        vouch* for; vouch*; confirm* ..4 (stand*|exist*|active|since|alive)
        (said|reported) to (stand|be active|exist); reaffirm*
        (say|said|says|saying) (that )?(it|they|theirs|the tie) ..1 (stays?|staying|stands?|standing|remains?)
    """,
}
ASKED_KINDS: Mapping[ActKind, Phrases] = {
    kind: phrases("\n".join([words, *of_all_languages("kinds", kind)])) for kind, words in _KIND_WORDS.items()
}
# What asks for decisions of whatever kind.
DECIDED = phrases("""
    fastest; quickest; speediest; slowest; laggards?; (waited|stalled|dithered|dragged|delayed) ..2 (longest|most)
    найшвидш*; найповільніш*; (найдовш*|довше за всіх|довше всіх) ..2 (зволіка*|тягнул*|тягнув|чека*|вагал*)
    сам* быстр*; сам* медленн*; дольше (всех|всего) ..2 (тянул*|медлил*|ждал*|колебал*|раздумыв*)
    реши*; виріш*; вирішува*; решал*; decided on; полномоч*; повноважен*
    decid*; decision*; ruled; took action; acted; reacted; отреагир*; відреаг*; среагир*; (did|done|do|does) something
    (have|has|had|did|done) ..1 (done|do|taken|took) (something|anything|action|steps); щось (зробил*|зробив|зробило)
    что то (сделал*|предпринял*); (зробил*|зробив|зробило) (хоч )?щось; сделал* (хоть )?что
    (besides|beyond|apart from|other than|more than|not just|not only|except) ..1 (talk|words|statements|chatter)
    (no|not|without) ..1 (talk|words only|statements); (крім|окрім|кроме) ..1 (слів|слов|розмов|разговор*|балачок|заяв*)
    (waited|held off|delay*|drag*|hesitat*) ..2 (until|till) after
    (first|last|next|ones?|slow*|quick*) ..2 to act; (who|which|whoever) ..1 act$
    (made|make|makes) the (call|decision)
    (who|which|anyone|anybody|someone|whoever|they) ..1 (did|done) (it|so)
    (whoever|who|anyone|anybody) ..2 (got|get|gotten) ..2 (round|around) to (it|that|doing)
    (actually|really) (did|moved); (who|anyone|anybody) ..2 (did|do|done) ..1 something
    (хто|хтось) ..2 зроб*; (кто|кто то|кто нибудь) ..3 сдел*
    вирішил*; вирішив; рішен*; решен*; решил*; ухвал*; (що|что|what) ..3 (прийняли|приняли|adopted|enacted)
    (was|were|been) adopted; (first|last|earliest|latest|quickest|slowest|longest|soonest) ..5 to (act|react|decide)
    (quickest|slowest|fastest) ..3 (after|since)
    (найшвидш*|найповільніш*|быстрее всех|медленнее всех) ..3 (після|после)
    (who|anyone|anybody|somebody|nobody|cities|mayors|councils) ..2 (moved|budged|stirred)
    (took|takes|take|taken) ..2 (longest|shortest|least time|most time) ..2 (act|react|decide)
""")
ASKED_HOW: Mapping[How, Phrases] = {
    How.VOTE: phrases("""
        (who|which|that|cities|councils?|towns|places|percent|many) ..3 voted; voted to
        (anyone|anybody|any (city|council|town|place|body)|somebody|nobody|no one|noone|everyone) ..2 (voted|votes?)
        any ..2 votes? ..1 (since|after|in|before|during|between)
        (last|first|latest) (time|one|city|council|place) ..3 (voted|vote|votes)
        voted ..2 (keep|cut|end*|suspend*|sever*|drop*); (latest|last|newest|most recent|first) ..2 (council )?votes?
        (by|after) (a |an )?(\\w+ )?vote; roll call; council votes?
        (hold|held|take|took|taken|had|cast|put (it|them|this) to) ..2 vote
        votes? to (suspend|end|cut|pause|sever|keep|drop)
        (held|took|had) ..1 (formal|recorded|public|real|actual) votes?; (did|has|have) ..5 (vote|voted) on
        (councils?|commissions?|assembl(y|ies)|boards?|supervisors|elected (body|bodies)) ..4 (vote|voted|votes)
        (советов|рад|городов|міст) (голосовал*|голосувал*|голосува*)
        (хтось|хто небудь|кто то|кто нибудь|хоть кто то|хоть хтось) ..2 (голосував*|голосовал*|голосувал*)
        голосован*; проголосов*; голосуван*; проголосув*
        (голосовал*|голосувал*|голосував|голосують|голосуют) ..1 (против|проти|за); voted (against|down|no|for)
    """),
    How.WORD: phrases("""
        on (their|his|her|its) own; by (themselves|himself|herself); alone
        (or|than|vs|versus) by (a |mere |somebodys |someones )?word; by word (alone|only)
        by (one|a single) (guy|man|person|official|individual); single ?handed*
        (one|a single) (man|person)s? (call|decision)
        unilateral*; without (a |any )?(council )?vote
        by (decree|letter|executive order)
        personally; (a|one|single) (signature|pen stroke); stroke of (a|the|his|her) pen; of (his|her) own accord
        особисто; лично; одним (підписом|подписом|розчерком|росчерком|указом); власноруч; собственноручно
        (official|mayor|governor) word; без голосован*; без голосуван*; единолично; одноосібно
        (решил*|решал*|вирішил*|вирішив|вирішував*) сам*; сам* (решил*|решал*|вирішил*|вирішив|вирішував*)
        сам (мэр|мер|губернатор)
    """),
}
# The words for each trait; those of data/vocabulary come beside them. Of one and its opposite the narrower wording,
# which stands first here, is meant.
_TRAIT_WORDS: Mapping[Trait, str] = {
    Trait.NO_CONDITION: f"""
        (no|without (a|any)?) conditions?; unconditional*; без ..2 услов*; без ..2 умов*; not ..2 conditional*
        {_NEVER_SAID} ..2 (what|when|how) ..5 (bring*|lift*|resum*|restart*|restor*|reviv*|reopen*|revers*|undo*|back)
        {_NEVER_SAID} ..1 what it (takes?|took); {_NEVER_SAID} ..3 (terms|path|way) ..1 back
        не (сказа*|назв*|назыв*|объясн*|уточн*|указ*|пропис*) ..3 (когда|что|как) ..3 (верн*|возобн*|восстан*|сним*)
        не (сказа*|назв*|назива*|поясн*|уточн*|вказ*|пропис*) ..3 (коли|що|як) ..3 (поверн*|відновл*|відновит*|зня*)
    """,
    Trait.CONDITION: """
        (stated |written |clear |any |a )?conditions?( (for|of|to) ..2 (lift*|resum*|revers*|undo*))?; conditional*
        deadlines?; strings attached; with strings; way back; until when; (until|till) ..2 peace
        what ..2 (would|will|must|has to|could|it takes?) ..4 (lift|happen|end the suspension|resume|undo|reverse)
        what ..2 (would|will|must|has to|could|it takes?) ..4 (bring|restart|restore|revive|reopen|back)
        (say|says|said|spell*|state|states|stated) ..2 (what|when|how) ..4 (lift*|undo*|resum*|end|over|revers*)( them)?
        (say|says|said|spell*|state|states|stated) ..2 (what|when|how) ..5 (back|return*|restart*|reopen*|restor*)
        (каж*|сказал*|вказ*|назва*|говор*) ..2 (коли|когда|що|что|как|як) ..4 (поверн*|відновл*|верн*|возобнов*)
        услов*; умов*
    """,
    Trait.VOTED: """
        (all|every|the|of) (council )?votes; with (a|any) (council )?votes? (on record|at all)
        (was|were|been|got|are) voted on; that had a vote
    """,
    Trait.NO_VOTE: """
        (never|not|havent|hasnt) (been )?(voted on|put to a vote)
        (no|without a|without any) (council )?vote (on record|at all|was|ever|yet|found); where no vote
        (never|not|havent|hasnt|didnt|yet to) (voted|vote|put it to a vote)
        (dont|doesnt|havent|hasnt|didnt|not) (have|had|hold) (a|any|one)? (council )?vote; never (held|took) a vote
        не голосовал*; не голосувал*; (have|has|had|got|with) no (council |recorded )?votes?
    """,
    Trait.NO_WORD: "",
    Trait.NOT_OF_CITY: "",
    Trait.CHANGED_COURSE: "",
    Trait.ABSTAINED: "",
    Trait.EXECUTIVE_ORDER: "",
    Trait.NAMED_IN_SPEECH: "",
    Trait.GRADE_A: "",
    Trait.GRADE_B: "",
    Trait.GRADE_C: "",
    Trait.GRADE_D: "",
    Trait.GRADE_E: "",
    Trait.FIRM: "",
    Trait.DOCUMENTED: "",
    Trait.OF_CAPITAL: "",
    Trait.UNDECIDED: """
        (nobody|no one|noone) ..1 (decided|acted|voted) ..1 (about|on)?; (did|done|do|does|doing) nothing
        never (decided|acted|answered by a decision); no decision*; undecided; (decided|voted) nothing
        silen*; не (прийня*|ухвал*|приня*|приним*) ..1 решен*; не (прийня*|ухвал*) ..1 рішен*
        (not|never|havent|hasnt) (decided|acted); not (yet )?(decided|acted); stayed quiet; ignored it;
        (молч*|мовч*|отмолч*|смолч*|промолч*|відмовч*|змовч*|промовч*)
        ничего (и )?не (сдела*|реш*|предприня*)
        нічого (й |і )?не (зроб*|виріш*|роби*); не (сдела*|предприня*) ничего
        не (зроби*|роби*) нічого; бездіяльн*; бездіє; бездіют*; бездейств*; пальц* ..2 палец*; палец* ..2 палец*
        (havent|hasnt|hadnt|have not|has not|didnt|not|never) ..1 (done|do|did|taken|take) ..1 (anything|a thing|action)
        (took|taking|taken) no action; no action ..1 (taken|at all|yet); without (doing anything|acting); inaction
        (sat|sitting|sit) on ..1 hands; (nobody|no one|noone) ..2 (touched|acted on|ruled on); untouched
        без (жодн*|единого|всякого|какого либо|каких либо|будь якого|будь яких) ..1 (рішен*|решен*)
        (without|lack*|no) ..1 (any |a )?decision*
    """,
    Trait.SEVERAL_RUSSIAN: f"""
        russian (cit(y|ies)|towns?|places?|partners?) ..5 {_MANY}
        russian (cit(y|ies)|towns?|places?|partners?) ..3 {_HAVE_SO_MANY} ..2 (american|us|partners?|sisters?|twins?)
        (російськ*|российск*) ..1 (міст*|город*|партн*|побрат*) ..3 {_HAVE_SO_MANY_CYRILLIC}
        (росіян|россиян|росії|россии) ..3 {_HAVE_SO_MANY_CYRILLIC} ..1 (американськ*|американск*)
        (partner|sister|twin|city)s? ..4 (somebody|someone|anybody|anyone) elses? ..1 (partner|sister|twin)?
        (somebody|someone|anybody|anyone) elses ..1 (partner|sister|twin)s?
        shared (russian )?(partners?|sisters?|twins?)
        (share|shares|sharing) ..2 (russian )?(partner|sister|twin|city|town)s?
        (спільн*|общ*) ..1 (партнер*|партнёр*|побрат*)
        (того самого|одного|того же|одного й того) ..2 (партнера|побратима)
        {_MANY} (american|us|united states) (partners?|cit(y|ies)|sisters?)
        (несколько|нескольк*|больше одного|более одного|кілька|більше одного|декілька) ..1 (американск*|американськ*)
    """,
    Trait.SEVERAL: f"""
        (paired|twinned|linked|tied) ..1 with {_MANY} ..1 russian
        (paired|twinned|linked|tied) ..1 with (two|2) ..1 russian
        {_MANY} (russian )?(partners?|sisters?|sister cit(y|ies)|ties|twins?|cit(y|ies))
        (with|have|has|having|got) (two|2|three) (russian )?(partners?|sisters?|sister cities|ties|twins?)
        (несколько|нескольк*|больше одного|более одного) ..2 (побрат*|партн*)
        (кілька|більше одного|декілька) ..2 (побрат*|партн*)
        (двома|двох|дві|два|две|двумя|двух|трьома|тремя) ..1 (російськ*|российск*) ..1 (побрат*|партн*|міст*|город*)
        (двома|двох|два|двумя|двух|по двое|трьома|тремя) ..2 (побратим*|партнер*|партнёр*)
        (у кого|в кого|хто|кто|має|мають|имеет|имеют) ..2 {_HAVE_SO_MANY_CYRILLIC} ..1 (побрат*|партнер*|партнёр*)
    """,
    Trait.NEVER_SEARCHED: """
        (never|not|havent|hasnt|not yet) (been )?(searched|checked|looked (at|up|for)|researched)
        nobody ..2 (searched|checked)
        (nobody|no one) ..2 (searched|checked|looked); не (искал*|проверя*|шукал*|перевіря*)
    """,
    Trait.SPLIT: """
        (actually|really|ever) split; where ..4 split$; how many ..2 split; unanim* ..5 split
        split (vote|votes|decision|decisions|council|councils); divided
        (councils?|commissions?|assembl(y|ies)|boards?) ..2 (split|disagreed|were torn|clashed)
 (council|vote|votes|they|was|were) split
        (somebody|someone|some|members?) ..2 (said|voted) (no|against); (no|nay) votes
        голос* ..2 (раздел*|розділ*|поділ*); (раздел*|розділ*|поділ*) ..2 голос*
        (votes?|councils?) (was|were) ..1 (close|narrow|tight|split|divided|contested)
        (not|wasnt|werent|isnt|arent|non) ..1 unanim*; (split|divided) ..1 (instead of|rather than) ..1 unanim*
        (раскол*|розкол*|не все за|не всі за) ..2 (вместо|замість) ..1 (единоглас*|одноголос*|одностайн*|единодуш*)
        (close|closest|narrow|narrowest|tight|tightest) votes?; votes? ..3 (closest|narrowest|tightest)
        (найтісніш*|найщільніш*) ..1 голосуван*; голосуван* ..3 (найтісніш*|найменш* перевага)
        (сам* близк*|сам* напряж*) ..1 голосован*; dissent*; voted against it
        не единоглас*; не одноголос*; не одностайн*
    """,
    Trait.UNANIMOUS: """
        unanim*; единоглас*; единодуш*; одноголос*; одностайн*; без ..2 (против|проти); (як|как) один
        без жодного (голосу )?проти; without (a|any|one) ..1 (dissent*|nay|no vote); to a man; everyone voted (yes|for)
        (no|zero|without) (dissent*|nays); (nobody|no one|none) ..1 dissent*; (nobody|no one|none) against
    """,
    Trait.OF_COUNTY: """
        counties; county (ties?|governments?|partners?|level|ones?); boroughs; округ*; (a|or|and) county
        (any|which|what|every|each|no) (county|borough); county (or|and) state; (american|us) (county|borough)
    """,
    Trait.OF_STATE: """
        (were|was|are|is) (whole |entire |sister )?states$; (state|states) rather than (a city|cities|towns)
        state governments?; (whole|entire) states?; governments? of states?; states themselves; state level; statewide
        state (or|and) ..1 county
        (at|on) the level of ..1 states?
        (the|those|these) (two |three )?states (quit|that|ended|left|did|cut); (three|3) states
    state to state; states? ..1 not ..1 (cities|citys|towns); not ..1 (cities|citys|towns) ..2 states
        states but no (cities|citys|towns); (only|just) ..1 states; штат* (а )?не міст*; не міст* (а )?штат*
        (штат*) ..3 (цел*|ціл*|весь|вся) ..1 (регион*|регіон*|област*)
        (whole|entire) (russian )?(region|oblast|province)
        штат* (а )?не город*; не город* (а )?штат*; штат* побрат*; (на рівні|на уровне) ..1 штат*
    """,
    Trait.NOT_OF_STATE: "",
    Trait.ONE_REPORT: """
        on one report; one report only; (single|lone|sole|just one|only one) ..1 (source|report|article|story|outlet)
        one (source|report); (rest*|rely|relies|based|hang*|depend*|backed) ..3 (one|single) ..2 (article|story|mention)
        (rest*|rely|relies|based|hang*|depend*|backed) ..3 (one|single) ..2 (outlet|newspaper|piece|link|page|paper)
        (трима*|спира*|ґрунт*|базу*|скільки|лише|тільки) ..4 (одн*|єдин*) ..2 (джерел*|повідомлен*|статт*|замітк*)
        (трима*|спира*|ґрунт*|базу*|скільки|лише|тільки) ..4 (одн*|єдин*) ..2 публікац*
        (держ*|опира*|основан*|сколько|лишь|только) ..4 (одн*|единствен*) ..2 (источник*|сообщен*|стать*|заметк*)
        (держ*|опира*|основан*|сколько|лишь|только) ..4 (одн*|единствен*) ..2 публикац*
        (одне|одному|єдине|єдиному) ..1 (джерел*|повідомлен*); (один|одном|единственн*) ..1 (источник*|сообщен*)
        thin evidence; (weak|weaker|weakest) (evidence|proof|sources?|sourcing); weakly sourced
        (least|worst) (evidence|proof|sourced)
    """,
    Trait.ONLY_WIKIPEDIA: (
        "(only|just|solely|nothing but|nowhere but) ..4 wiki(pedia)?; "
        "wiki(pedia)? ..2 (only|alone|ones|nothing|nowhere)( else| other)?; "
        "(только|лише|тільки) ..3 (википед*|вікіпед*)"
    ),
    Trait.NOT_ON_2022_LIST: """
        off (of )?(the )?(2022 )?(chambers? )?(2022 )?(of commerce )?list; beyond (the )?(2022 )?(chambers? )?list
        (not|never|missing|absent|arent|isnt|werent|wasnt|left) ..3 (on|from|off|in) the (chamber )?(2022 )?list
        (not|missing|absent) ..1 (on|in|from|off|part|named|listed) ..3 (chamber|2022) list
        chamber* ..3 (leave|left|leaves|miss*|omit*|overlook*|forgot*|skip*)
        (missed|omitted|overlooked|forgotten) by ..2 chamber*
        (strip*|leave|leaving|take|taking|filter*|exclud*|remov*|without|minus|drop*|skip*) ..5 (chamber|2022) list
        (didnt|never|not) (make|made) ..3 (chamber|2022) list
        (не (было|был|была|были|попал*|вошл*|входи*|значи*|числи*|оказал*)|нет|отсутств*) ..2 спис* ..3 палат*
        (не (було|був|була|були|потрап*|увійшл*|входи*|значи*|числи*)|нема*|відсутн*) ..2 спис* ..3 палат*
        спис* ..3 палат* ..2 (нет|нема*|не было|не було|не значи*|не числи*|не попал*|не потрап*)
    """,
    Trait.ON_2022_LIST: (
        "(on|of|from|in) ..3 (chamber|2022)( of commerce)? list; (chamber|2022) list ..2 (ties|ones); "
        "chambers?( of commerce)?( own)? (list|sheet|page|roster|document|directory); "
        "(on|off|from) ..1 chamber( of commerce)?( list| sheet| page)?; "
        "(торг*|торгівел*) ..1 палат*; список ..1 палат*; (списк*|перелік*) ..2 палат*; "
        "(of|on) the 69; (з|із|из) (тих |цих |тех |этих )?69"
    ),
    Trait.UKRAINIAN_PARTNER: f"""
        (kept|keep|keeps|keeping|stuck with|stayed with) ..2 ukrain* ..1 (one|ones|partner|sister|twin|tie|side)
        (залишил*|зберегл*|лишил*|сохранил*|оставил*) ..2 (українськ*|украинск*)
        {_CUT_OFF} ..6 {_HAVING} ..4 ukrain* ..2 (partners?|sisters?|twins?)
        ukrain* ..2 (partners?|sisters?|twins?) ..8 {_CUT_OFF}
        russia* ..1 (ties?|partners?|sisters?|twins?) ..4 ukrain* ..1 (partner|sister|twin|ties?)*
        (a|one|any|both) ..1 ukrain* (sister|partner|twin)* ..5 russia*
        russian (sister|partner|twin)* ..5 ukrain* (sister|partner|twin)*
        (partner|sister|twin|city)s? in ukraine ..6 russia*; ukrain* ..1 (partner|sister|twin|one)s? ..6 russia*
        російськ* ..8 (українц*|українськ*); (росіян|росіянами) ..8 (українц*|українськ*)
        российск* ..8 (украинц*|украинск*); (россиян*) ..8 (украинц*|украинск*)
        (украинск*|українськ*) ..2 (город*|міст*|партн*) ..5 (российск*|російськ*|россиян*|росіян*)
        українськ* ..1 (побрат*|партнер*) ..3 (російськ*|росі*); українськ* ..2 російськ* ..1 (побрат*|партнер*|міст*)
        російськ* ..3 українськ* (побрат*|партнер*)
        украинск* ..1 (побрат*|партнёр*) ..3 (российск*|росс*); украинск* ..2 российск* ..1 (побрат*|партнёр*|город*)
        российск* ..3 украинск* (побрат*|партнёр*)
        (розірв*|розрив*|призупин*|заморо*|порва*) ..5 {_HAVING} ..3 українськ* ..2 (побрат*|партнер*)
        (разорв*|разрыв*|приостан*|заморо*|порва*) ..5 {_HAVING} ..3 украинск* ..2 (побрат*|партнёр*)
        (українськ* ..2 (побрат*|партнер*)) ..8 (розірв*|призупин*|заморо*|порва*)
        (украинск* ..2 (побрат*|партнёр*)) ..8 (разорв*|приостан*|заморо*|порва*)
        (росії|росією|россии|россией|рф|russia) ..1 (і|й|та|и|and) (в|у|с|со|з|із|in|with) (україн*|украин*|ukraine)
        both russia and ukraine; both ukraine and russia
        (also|both|too) ..4 ukrainian (partner|sister|twin|city|cities); ukrainian ..2 (as well|too|also)
        (of|among|from) ..2 (those|ones|them|cities|places) ..5 russia* ..9 ukrain*; russia* ..1 tied ..6 ukrain*
        ukrain* ..6 (of|among|from) ..2 (those|ones|them|cities|places) ..5 russia*
        (українськ*|украинск*) ..9 (з|із|из) ..1 (тех|тих) ..5 (росі*|росс*|рф)
        (з|із|из|среди|серед) ..1 (тех|тих) ..6 (росі*|росс*|рф) ..9 (українськ*|украинск*)
        russian and ukrainian; (suspended|ended|active|dormant|unconfirmed) ..4 (have|has|with|got|found) ..2 ukrain*
        (чинн*|активн*|призупин*|розірв*|непідтвердж*) ..3 (з|із|мають|має) ..1 українськ* ..1 (партн*|побрат*)
        (действ*|активн*|приостан*|разорв*|неподтвержд*) ..3 (с|со|имеют|имеет) ..1 украинск* ..1 (партн*|побрат*)
        russia* ..9 (have|has|with|got) ..1 ukrainian (partner|sister|twin)*
        (have|has|with|got) ..1 ukrainian (partner|sister|twin)* ..6 russia*
        ukrainian and (a )?russian; russian and (a |an )?ukrainian
        (which|who|cities|ones|ties|towns|places) ..3 (no|without) (a |any )?ukrainian (partner|sister|twin)*
        (українськ*|украинск*) ..2 (партн*|побрат*|міст*|город*) ..8 (росією|росі*|россией|росс*|рф)
        (росією|росі*|россией|росс*|рф) ..8 (українськ*|украинск*) ..2 (партн*|побрат*)
        (партн*|побрат*) ..2 (в|у) (україні|украине) ..9 (росією|росі*|россией|росс*|рф)
        ukrain* ..1 (partner|sister|twin|cit)* ..9 (active|suspended|ended|dormant) ..3 russia*
        russia* ..9 (and|but|while|plus|also) ..5 ukrain* ..1 (partner|sister|twin|cit)*
    """,
    Trait.NO_YEAR: """
        (no|without|unknown|lack*|missing|dont have) ..2 (start|founding|starting|beginning) (year|date)
        без ..1 (року|дати|года|даты) ..1 (заснування|початку|основания|начала|создания)?
        (no|without a|without any|lack*) (founding |start |known )?years?( either| too| on record| given| known)?
        рік ..1 невідом*; год ..1 неизвест*; (невідом*|неизвест*) ..1 (рік|год)
        (unknown|no|without a) (founding |known )?(year|date) ..3 (made|founded|establish*|begun|start*)
        ties ..4 (dont|do not|doesnt|cant|cannot) (know|tell|say) when ..3 (start*|beg*n|made|founded)
        (ties|ones) ..3 (no|without a|without any|unknown) (known )?(founding|start|starting|beginning) (year|date)
    """,
}
ASKED_TRAITS: Mapping[Trait, Phrases] = {
    trait: phrases(words)
    for trait in (*_TRAIT_WORDS, *(it for it in Trait if it not in _TRAIT_WORDS))
    if (words := "\n".join([_TRAIT_WORDS.get(trait, ""), *of_all_languages("traits", trait)]).strip())
}
_SMALLEST = "(smallest|tiniest|teeniest|teensiest|puniest|littlest|dinkiest|itsiest|least populous|least populated)"
GREATEST, LEAST = SortOrder.NEWEST, SortOrder.OLDEST
_TIE_NOUN = "(ties?|pairs?|pairings?|partnerships?|relationships?|agreements?|links?)"
ASKED_SORTS: Mapping[tuple[SortBy, SortOrder], Phrases] = {
    (SortBy.ACT, LEAST): phrases(f"""
        (suspended|paused|frozen|on hold|on ice) (for )?(the )?longest
        (призуп*|приостан*|замор*) ..2 (найдовш*|дольше всех|дольше всего|довше за всіх|раньше всех)
        (дольше всех|дольше всего|довше за всіх) ..2 (призуп*|приостан*|замор*|стоїть|стоит)
        (oldest|earliest|first) ..2 {_TIE_NOUN} to be; chronolog*; in (order of )?(time|date) order
        (in|by) (which|what) order; dates? ..8 in order; in order of dates?
        (дати|дат|даты|дату) ..6 (по черзі|по порядку|за порядком|по очереди)
        oldest (information|info|word|news|data); stale; outdated
        (oldest|earliest) ..1 (decisions?|votes?|acts?|resolutions?|suspensions?|endings?)
        (найстаріш*|найдавніш*) ..1 (рішен*|голосуван*|призупинен*|розрив*)
        (сам* (стар*|давн*)|старейш*) ..1 (решен*|голосован*|приостанов*|разрыв*)
        fastest; quickest; speediest; найшвидш*; сам* быстр*
        earliest first; by date; (from )?(old|oldest|earliest) to (new|newest|latest)
        від (старих|найстаріших) до (нових|найновіших); от (старых|самых старых) к (новым|самым новым)
        (спочатку|спершу) (старі|найстаріші|давні); сначала старые; хронолог*; за датою; по дате; по датам; за датами
    """),
    (SortBy.ACT, GREATEST): phrases(
        f"(newest|latest|last|most recent) ..2 {_TIE_NOUN} to be; "
        "(waited|held out|stalled|dithered|dragged|delayed) ..2 (longest|most); "
        "(найдовш*|довше за всіх|довше всіх) ..2 (зволіка*|тягнул*|тягнув|чека*|вагал*); "
        "дольше (всех|всего) ..2 (тянул*|медлил*|ждал*|колебал*|раздумыв*); "
        "slowest; laggards?; (найповільніш*|найпізніш*); (самый медленный|самые медленные|медленнее всех|позже всех); "
        "newest ..1 first; most recent ..1 first; latest ..1 first; by (newest|latest) act; "
        "(from )?(new|newest|latest|most recent) to (old|oldest|earliest); reverse chronolog*; "
        "від (нових|найновіших) до (старих|найстаріших); от (новых|самых новых) к (старым|самым старым); "
        "(спочатку|спершу) (нові|новіші|найновіші|останні); сначала (новые|самые новые|последние|свежие)"
    ),
    (SortBy.RUSSIAN_SIZE, GREATEST): phrases("""
        (biggest|largest|most populous) russian (city|cities|places?|towns?|partners?); сам* (крупн*|больш*) рос* город*
        russian (city|cities|places?|towns?|partners?) ..4 (biggest|largest)
        top ..2 russian (cities|towns|places|partners)
        russian (cities|towns|places|partners) ..1 by (size|population)
        (російськ*|российск*) ..2 (міст*|город*|партн*) ..3 (найбільш*|крупнейш*|сам* больш*|сам* крупн*)
        крупнейш* рос* город*; найбільш* рос* міст*; by (the )?(size|population) of ..2 russian
    """),
    (SortBy.RUSSIAN_SIZE, LEAST): phrases(f"""
        {_SMALLEST} ..1 russian (city|cities|places?|towns?|partners?); найменш* рос* міст*
        russian (city|cities|places?|towns?|partners?) ..4 {_SMALLEST}
        (російськ*|российск*) ..2 (міст*|город*|партн*) ..3 (найменш*|наименьш*|самый маленький|сам* маленьк*)
        (найменш*|сам* маленьк*) ..1 (російськ*|российск*)
    """),
    (SortBy.SIZE, LEAST): phrases(
        f"{_SMALLEST}; by (size|population) ascending; fewest (people|inhabitants|residents|souls); "
        "сам* (маленьк*|мелк*|небольш*|крошечн*|крохотн*|малюсеньк*); "
        "найменш*; наименьш*; найдрібніш*; найкрихітніш*; найменш* за (населен*|кількіст*)"
    ),
    (SortBy.SIZE, GREATEST): phrases("""
        biggest; largest; most populous; hugest; most people; (по|за) (населенн*|населению|чисельніст*|численност*)
        by (the )?(population|size|inhabitants|number of people); biggest ..4 by population
        (in )?(descending )?order of (population|size); descending ..2 (population|size)
        top ..3 (cit(y|ies)|towns|places)
        крупнейш*; сам* (крупн*|больш*); найбільш*
    """),
    (SortBy.SEARCHED, LEAST): phrases("""
        (searched|checked|looked (at|for)) ..2 (longest|long) ago; longest (without|since) ..3 (search*|check*|look*)
        (nobody|no one|not|havent|hasnt) ..5 (searched|checked|looked) ..3 (lately|recently|in a long time|for long*)
        (oldest|least recent) (search*|check*); давно не (перевір*|провер*|шукал*|искал*)
        (ages|long time|a while|longest) since ..2 (you|u|anyone|anybody) ..1 (look*|check*|search*)
    """),
    (SortBy.SEARCHED, GREATEST): phrases("""
        (last|latest|recently|newly|most recently|newest|lately) (been )?(search*|check*|looked)
        (searched|checked|looked (at|for|into|up)) ..1 (most recently|latest|lately|recently)
        (search*|checked) last
        (freshest|newest|latest|most recent|last) ..4 (you|u|anyone|anybody|somebody) ..2 (look*|check*|search*)
        (коли|останн*|найсвіж*) ..4 (ви|ти|хтось) ..2 (перевір*|шукал*)
        (когда|последн*|сам* свеж*) ..4 (вы|ты|кто то) ..2 (провер*|искал*)
        by (last )?search; when ..4 last (searched|checked); (search*|checked) ..2 since
        (searched|checked) (in|on|before|after)
    """),
    (SortBy.FOUNDED, GREATEST): phrases(f"""
        (newest|latest|most recent|youngest) ..3 {_TIE_NOUN}; {_TIE_NOUN} ..3 (newest|most recent|youngest)
        youngest; наймолодш*; самый молодой; самые молодые; самое новое
        (newest|youngest) (russian )?(sister|twin) cit(y|ies); newest ones?
        (last|latest) ..3 (sister|twin) cit(y|ies) ..2 (made|founded|formed|established|with)
        (most recently|last) (made|founded|signed|formed|established|twinned); (last|latest) to (twin|sign|pair|join)
        самые новые; самый новый; найнов*
    """),
    (SortBy.FOUNDED, LEAST): phrases(f"""
        oldest( ..1 first)?; eldest; grand ?dadd*; granddads?; most senior
        longest (running|standing|lasting|lived)?; (найдовш*|дольше всех|довше за всіх)
        (earliest|first) ..2 {_TIE_NOUN} (ever|made|signed|founded)
        (made|make|signed|sign|formed|founded|began|started|established) ..3 {_TIE_NOUN} ..1 first
        (twinned|paired up|paired|teamed up|became sisters|befriended) ..3 first; first ..2 to (twin|pair|befriend)
        first ..1 to (sign|make|form|start|begin) ..3 {_TIE_NOUN}; (longest|earliest) ..1 (twinned|paired|sisters)
        (побратал*|подружил*|породнил*|уклал*|заключил*) ..3 (перш*|перв*|раніше за|раньше всех)
        (перш*|перв*|раніше за всіх|раньше всех) ..2 (побратал*|подружил*|породнил*|уклал*|заключил*)
        earliest ..1 {_TIE_NOUN}; (very )?(first|earliest) ..3 pairings?
        by (age|founding|year|founding year|year made); by (the )?year ..3 (made|founded|signed|began)
        (goes|go|going|dates?|reach*|stretch*) ..1 back ..1 (furthest|farthest|longest|the most|most)
        (furthest|farthest) back; in order of age; (за віком|за давністю|по возрасту|по давности)
        самые старые; самый старый; старейш*; найстар*; найдавніш*; дольше всего; найдовше; дедушк* ..2 (из|среди)
    """),
}
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
    (any|anything|what|whats|which|who|one|ones|county|state) ..3 left (standing|alive|over|intact|in place)
    how many ..6 (survive|survived|surviving); number (left|remaining|still)
    (ties|cities|pairs|partnerships|sister cities|number) (left|remaining)
    (are|is|any|many|what|whats) left; whats left; what remains; whats remaining; still remaining
    remaining (ties|cities|sister cities|pairs)
    (ties|cities|how many|which|who|what) ..3 (not|arent|havent|hasnt) ..2 (ended|cut off|over) yet
    сколько ..5 (остал*|осталось|остается|ещё есть|еще есть|сохранил*|не разорв*|не прекра*|не порва*)
    скільки ..5 (залиш*|лишил*|лишив*|лиша*|ще є|ще має*|ще мають|збереглося|не розірв*|не припин*|не порвал*)
    осталось; залишилось; залишилося
""")
# What a list is divided by, or counted to: by whose word its ties stand, how good the evidence is, how old they are.
BY_WORD = phrases("""
    (city hall|the city|the council|the town|authorit*|officials?) (itself|themselves|directly)
    whose (word|say so|act); who said so; who says so; by whose (word|act)
    by (who|what|which) ..3 (decided|said|did|kind|type|sort|actor|body); who did it
    by (actor|decider|authority|actors)
    на (каком|чьём|чьем|якій|якому|чиєму) ..1 (основан*|слов*|підстав*); на (чём|чем|чому) ..1 (держ*|трима*)
    (скільки|сколько) ..2 (рішен*|решен*) ..1 (рад|совет*) ..2 (скільки|сколько)
    (сама|самої) ..1 влад*
    (сама|самой|сами) ..1 власт*
    (чьё|чьем|чьём|чьих|чиє|чиєму|чиїх) ..1 (слов*|слово); (кто|хто) (це|это|именно|саме)? ?(сказал*|сказав)
""")
OF_KNOWN = phrases("""
    (toss*|throw*|leav*|take|taking|set*|drop*|exclud*|minus|without) ..3 (unknowns?|unconfirmed|mysteries)
    (ignor*|skip*|strip*) ..3 (unknowns?|unconfirmed|mysteries)
    (whose|which|with|those|the) ..2 (standing|status|fate) ..2 known; known (standing|status); among ..1 (the )?known
    (only|just) ..2 known (ones|ties); (leaving out|without|excluding|minus) ..1 (the )?(unknown|unconfirmed)( ones)?
    (з|із|серед|среди|из) ..2 (відом*|известн*); (чий|чия|чей|чья) ..1 (стан|состояние|статус) ..1 (відом*|извест*)
    без (неизвестн*|невідом*|неподтвержд*|непідтвердж*)
""")
SUMS = phrases("""
    (total|combined|average|mean|overall|aggregate) ..1 (population|size)
    how many people ..1 (live|lives|in all|are in)
    population (total|altogether|combined|on average|in all)
    (сукупн*|загальн*|середн*|сумарн*) ..1 (населен*|чисельн*); скільки людей ..2 (живе|жив*|мешка*)
    (общ*|суммарн*|средн*|совокупн*) ..1 (населен*|численност*); сколько людей ..2 (живёт|живет|жив*)
""")
BY_GRADE = phrases("""
    (by|per) ..2 (grades?|evidence|sources?|sourcing|quality|reliability); how (good|solid|strong|reliable) ..2 evidence
    (за|по) ..2 (якіст*|надійн*|качеств*|надёжност*|доказ*) ..1 (джерел*|источник*|доказ*)?
""")
AVERAGE = phrases("""
    how old ..2 average
    (average|mean|median|typical) ..2 (age|year|length|duration|lifespan); (how old|age) ..6 on average
    on average ..6 (old|age|years); (middle|midpoint|central) ..5 (founding|start|years?); years? ..6 (in|at) the middle
    (рік|рок*|год*) ..7 (посередин*|посередине|в середине); (посередин*|посередине) ..4 (рік|рок*|год*)
    (середн*|медіан*) ..2 (вік*|тривал*|рік|рок*); (средн*|медиан*) ..2 (возраст*|длител*|год*)
    в середньому ..4 (рок*|існу*); в среднем ..4 (лет|год*|существ*)
""")
_DECIDING = (
    "(council*|commission*|assembl*|supervisors|mayors?|governors?|association*|nonprofit*|newspaper*|press|newsroom*)"
)
_STANDS = (
    "(live|lives|living|alive|survive|survives|active|stand|stands|standing|kept|exist|exists"
    "|держ*|трима*|жив*|существу*|існу*|стоя*|стоїть)"
)
# What a standing rests on: "backed by an actual council vote", "держатся на решении совета".
RESTS = phrases(f"""
    (rest|rests|resting|based|backed|supported|stand|stands|rely|relies|relying) ..2 (on|upon|by) ..5 {_DECIDING}
    (hang|hangs|founded|grounded|hold|holds|depend|depends) ..2 (on|upon|by) ..5 {_DECIDING}
    (держ*|опира*|основ*|стоя*|базир*) ..2 на ..3 (совет*|мэр*|мер*|губернатор*|ассоциац*|волонт*|энтузиаст*|клуб*)
    (трима*|спира*|ґрунт*|базу*|стоїть|стоять) ..2 на ..3 (рад*|мер*|губернатор*|асоціац*|волонтер*|ентузіаст*|клуб*)
    (трима*|держ*) ..1 (рішенням|решением|словом|голосом) ..2 (рад*|совет*|мер*|мэр*|губернатор*|асоціац*|ассоциац*)
    за (якими|якою|яким|ними) ..1 (стоїть|стоять) ..5 (рад*|мер*|асоціац*|товариств*|газет*|преса)
    за (которыми|которой|ними) ..1 (стоит|стоят) ..5 (совет*|мэр*|ассоциац*|обществ*|газет*|пресса)
    {_STANDS} ..2 (on|by|because|thanks to|just|only|solely|purely) ..6 (say so|word|words|assurance|says|say|said)
    {_STANDS} ..4 (потому|тому|бо|лише|только|тільки) ..6 (говор*|каж*|сказа*|слов*|слов)
    на ..1 (слов*|слове|словах) ..2 (мэр*|мер*|ассоциац*|асоціац*|газет*|товариств*|обществ*|рад*|совет*)
""")
SHARE = phrases("""
    (which|what) (part|portion); (яка|яку|какая|какую) част*
    portion of; half of (the|all|them|those|these|your|our|my|ties|cities|towns|sister*|russian)
    ratio; majority of; most of; share of; what share; percent*; what proportion; proportion of
    what fraction; fraction of; how much of; per cent
    част* ..2 (связ*|звяз*|міст|город*); яка частк*; частк*; відсот*; процент*; какая доля; доля
""")
CHANGED = phrases("chang*; moved; shift*; turned; измен*; поменя*; змін*")
AS_OF = phrases("""
    as of; (status|standing|situation|picture|state of) ..6 (on|in|at); (stood|existed) ..1 on; at the end of
    by the end of
    (where|how) (did|do|does|were|was) ..2 (things|it|they|everything|ties|matters|all) ..1 (stand|standing|looking?)
    at the (start|beginning) of; back (in|on); at that time; still ..4 on; on the \\w+ anniversary
    (was|were) still ..3 (in|by|at)
    (было|был|были|було|були) ..3 на \\d+
    станом на; на конец; на кінець; по состоянию на; к концу; до кінця
""")
HEARING = phrases("""
    hearings?; (on|upon) ..2 agendas?
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
    (more|less) (common|often|frequent|usual) ..6 (or|than); (which|what|who) ..6 (commoner|oftener|rarer|more common)
    (чаще|частіше|реже|рідше|частіш) ..6 (или|чи|або|чем|ніж); (кого|чего|чого) ..1 (больше|більше|меньше|менше)
    (встречает*|трапля*|зустріча*) ..1 (чаще|частіше|реже|рідше); outnumber*; in the (majority|minority) ..6 or
    compar*; versus; vs; (which|who) ..4 (more|fewer|less); (more|fewer|less) ..6 or; or ..2 (more|fewer|less)
    (more|fewer|less) ..6 than
    difference between; mostly ..7 or
    or ..4 (which|what) ..3 (big|biggest|busiest|peak|busier|bigger|best|top|main|record) ..1 (year|one)?
    side by side; (split|breakdown|numbers|figures|stats) (for|of) ..1 (each|both)?; поруч; рядом
    (розбивк*|разбивк*) по
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
COUNTED_STATES = phrases("""
    (how many|number of|count) ..3 states; сколько ..2 штатов; скільки ..2 штатів; (скольких|скількох) ..2 штатах
""")
COUNTED_RUSSIAN = phrases("""
    (how many|number of) ..2 russian (cities|places|towns|partners); (скільки|сколько) ..2 (російськ*|российск*)
    (скільки|сколько) ..3 (міст|містечок|городов) ..1 (росії|россии|рф)
""")
# How many places are counted, which may have more than one tie each.
COUNTED_PLACES = phrases("""
    (how many|number of|count of) ..3 (cities|citys|towns|places|communities|municipalities|mayors|localities)
    (скільки|сколько) ..3 (міст|містечок|громад|мерів|городов|городков|общин|мэров)
    (міст|містечок|городов|городков) (і|и|та) (громад|общин)
""")
WITHOUT_TIES = phrases("""
    (which|what|how many|any|are there) ..2 states ..4 (no|without|dont|lack|never|zero|not|none)
    states (with|have|has|having) (no|zero|nothing|none); states ..2 (nobody|no one|nothing|none)
    states (with no|without); states ..3 (zero|none|0|nothing|not (one|a single)); not (one|a single) ..3 states
    states (with|w|that have|having|who have) ..1 (no|zero); in (which|what) states ..2 (no|nothing|none|not)
    штат* ..4 (ни одн*|жодн*|нул*|ноль|нема*|нет); штат* ..2 (ніхто|нічого|никто|ничего)
    (які|яких|какие|каких) ..1 штат* ..2 (не|без)
    в каких штатах нет; у яких штатах нема*
    (каких|яких) штат* ..6 (нет|нема*) ..2 (ничего|нічого|никого|нікого|ни одн*|жодн*|побрат*)
""")
