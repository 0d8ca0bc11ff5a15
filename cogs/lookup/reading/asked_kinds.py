"""The words by which a question asks for acts of a kind, for decisions of any, and for how they were made. Pure.

They are English, Russian and Ukrainian, in the notation of ``patterns``, over normalised words.
"""

from __future__ import annotations

from collections.abc import Mapping

from cogs.lookup.model import How
from cogs.lookup.phrases.patterns import Phrases, phrases
from cogs.lookup.reading.vocabulary import of_all_languages
from db.record.act_kinds import ActKind

_CUT = "(end*|cut*|sever*|suspend*|break*|drop*|terminat*|revok*)"
_KIND_WORDS: Mapping[ActKind, str] = {
    ActKind.KEPT: f"""
        (refus*|declin*) to {_CUT}; refus*; (said|say|saying|says) no to ..2 {_CUT}; ruled out ..2 {_CUT}
        (and|but|then|council*|mayors?|that|who) ..1 (said|say|says) no; turn* ..1 down; turned ..3 down; rebuff*
        (wouldnt|would not) ..1 {_CUT}; (shot|voted) ..2 down
        (motion|proposal|measure|resolution|attempt|push|bid) ..9 (lost|failed|died|defeated)
        (пропозиці*|резолюці*|спроб*) ..6 (провал*|відхил*|програ*|не пройшл*)
        (предложени*|резолюци*|попытк*) ..6 (провал*|отклон*|проигр*|не прошл*)
        (voted|decided|chose|chosen|opted|agreed|resolved) ..2 (to )?(keep|retain|maintain|stay|remain)
        (voted|decided|chose|opted) ..2 (leave|let) ..3 (as is|as it is|as they are|alone|be|in place|stand)
        (voted|decided|chose) ..2 not to; (voted|decided) against
        (vote|voted|voting) (it )?(no|down); reject* ..3 {_CUT}; stood by
        kept ..3 (by|after) (a )?(unanimous |council )?vote; kept by
        (had|has|were|was|been) ..1 kept ..2 (before|earlier|first|initially|originally|previously)
        (originally|initially|at first|previously|earlier) ..1 kept; kept (it|them)? ?(at first|initially|originally)
        (decid*|chose|opted|vow*|pledg*|promis*) ..1 to (stay|remain|stick|hold on|hang on|cling|carry on|continue|keep)
        (виріш*|обрал*|обіцял*) ..1 (лишит*|залишит*|лишат*|зберегти|продовж*)
        (реши*|выбрал*|обещал*) ..1 (остать*|остат*|сохранит*|продолж*)
        kept (it|them|theirs|their|the tie|the ties|the relationship); keep* ..4 despite
        (проголосов*|голосовал*) ..1 против; (проголосув*|голосувал*|голосував) ..1 проти
        отказал* ..3 (разрыв*|разорв*|прекра*|порва*|приостан*); (проголосовал*|решил*) ..3 (сохран*|остав*)
        (відмовил*|відмовив*|відмови*) ..3 (розрив*|розірв*|припин*|зупин*|призупин*|рвати|порвати)
        (отказал*) ..3 (рвать|порвать|разрыв*); (проголосувал*|вирішил*|вирішив) ..3 (збер*|залиш*|лиш*)
        (разрывать|рвать|порывать|прекращать|приостанавливать) ..1 не (захотел*|стал*|собира*|реши*|буд*)
        (розривати|рвати|припиняти|призупиняти) ..1 не (захотіл*|схотіл*|стал*|збира*|захот*|буд*)
        (wont|will not|not going to|wouldnt|would not) ..1 (be )?{_CUT}; не (рватим*|розриватим*|припинятим*|зупинятим*)
        не (буд*|збира*|собира*) ..1 (рвати|рвать|розривати|разрывать|припиняти|прекращать|зупиняти)
        не (розірву|розірвемо|порву|порвемо|разорву|разорвём|порвём)
        (didnt|did not|wouldnt) (want|wish) to {_CUT}
        (не (стал*|захот*)) (рвать|порывать|разрывать|приостанавливать); не (ста*|захот*) (рвати|розривати|призупиняти)
    """,
    ActKind.RESUMED: """
        (was|were|been|ever|get|got) ..1 (undone|unwound)
        (active|alive|paired|twinned|friends|sisters|on) again; (suspended|paused|frozen|ended|cut) ..3 to active
        back to (active|being (active|sisters|twinned|paired|friends))
        знову ..1 (активн*|чинн*|дружать|дружити|разом); снова ..1 (активн*|действ*|дружат|дружить|вместе)
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
        (alderm*|legislators?|lawmakers?|politicians?) ..6 (wanted|want|asked|demanded|push*|press*|filed|sought)
        (олдермен*|законодав*|законодат*|депутат*) ..5 (хотіл*|хотел*|вимага*|требов*|просил*|подал*|добив*)
        propos*; (want|wants|wanted|tried|trying|sought|pushed|moved) ..1 (to|for) ..1 {_CUT}
        (ask*|call|calls|called|calling|urge|urged|press|pressed|demand*|request*) ..1 (to|for) ..1 {_CUT}
        (ask|asks|asked|asking|urge|urged|press|pressed|told) ..3 to ..1 {_CUT}
        (try|tried|trying) to (get rid|kill|scrap); (намаг*|пытал*) ..1 (вбити|убити|убить|прибить)
        (considered|considering|debated|discussed) ..3 (end*|cut*|sever*|suspend*|drop*|it|ties?); motions?
        (brought|bring|brings|tabled|filed|drafted) ..4 (resolutions?|proposals?|measures?|items?|votes?|bills?)
        (вніс|внесла|подав|подала|подали|приніс|принесла) ..3 (резолюц*|пропозиц*|проєкт*|питанн*|рішенн*)
        (принес|принесла|принёс|подал|подала|подали) ..3 (резолюц*|проект*|вопрос*|решен*)
        (brought|bring|put) ..3 (up|forward|to a vote); introduced; sponsor*; spearhead*; push* for; pushed ..2 for
        (want|wants|wanted|favored|preferred) ..1 (something|anything|it) (else|different*|otherwise)
        (хотів|хотіл*|хотел*) ..2 (інш*|друг*|иного|инач*|інакш*); внес*; внёс*; виніс ..1 на; винес*; вынес*
        (просив|просила|просили|попросив|попросили|домага*|вимага*) ..1 (розірв*|розрив*|рвати|припин*|призупин*|скас*)
        (просил*|попросил*|добивал*|требовал*) ..1 (разорв*|разрыв*|рвать|прекра*|приостан*|отмен*)
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
        (said|reported) to (stand|be active|exist); reaffirm*; recommit*
        (підтвердив|підтвердила|підтвердили|підтверджував) ..2 (мер*|рад*|міськ*|губернатор*|асоціац*)
        (мер*|рад*|міськ*|губернатор*|асоціац*) ..2 (підтвердив|підтвердила|підтвердили|підтверджував)
        (подтвердил*|подтверждал*) ..2 (мэр*|совет*|город*|губернатор*|ассоциац*)
        (мэр*|совет*|город*|губернатор*|ассоциац*) ..2 (подтвердил*|подтверждал*)
        (mayors?|councils?|city|governors?|associations?) ..2 (confirmed|reaffirmed)
        (confirmed|reaffirmed) by ..2 (mayors?|councils?|city|governors?|associations?)
        підтверд* ..3 (дружб*|побратим*|зв'язок|зв'язк*|партнерств*)
        подтверд* ..3 (дружб*|побратим*|связь|связи|партнерств*)
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
    определил*; визначил*; реши*; виріш*; вирішува*; решал*; decided on; полномоч*; повноважен*
    decid*; decision*; ruled; took action; acted; reacted; отреагир*; відреаг*; среагир*; (did|done|do|does) something
    (have|has|had|did|done) ..1 (done|do|taken|took) (something|anything|action|steps)
    щось (зробил*|зробив|зробило|зробити)
    (хто|хтось|кто|кто то) ..1 (діяв|діяла|діяли|зреагував|действовал*|среагировал*)
    что то (сделал*|сделать|предпринял*|предпринять); (зробил*|зробив|зробило) (хоч )?щось; сделал* (хоть )?что
    (besides|beyond|apart from|other than|more than|not just|not only|except) ..1 (talk|words|statements|chatter)
    (no|not|without) ..1 (talk|words only|statements); (крім|окрім|кроме) ..1 (слів|слов|розмов|разговор*|балачок|заяв*)
    (waited|held off|delay*|drag*|hesitat*) ..2 (until|till) after
    (first|last|next|latest|earliest) ..1 to go;
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
        any ..2 votes? ..3 (since|after|in|before|during|between|from)
        were there ..2 votes; votes (at all|since|after|from|held|taken)
        ^any (council )?votes?; ^(хоч|бодай) ..1 голосуван*; ^(хоть|были ли) ..1 голосован*
        (last|first|latest) (time|one|city|council|place) ..3 (voted|vote|votes)
        voted ..2 (keep|cut|end*|suspend*|sever*|drop*); (latest|last|newest|most recent|first) ..2 (council )?votes?
        (by|after) (a |an )?(\\w+ )?vote; roll call; council votes?
        (hold|held|take|took|taken|had|cast|put (it|them|this) to) ..2 vote
        votes? to (suspend|end|cut|pause|sever|keep|drop)
        (held|took|had) ..1 (formal|recorded|public|real|actual) votes?; (did|has|have) ..5 (vote|voted) on
        (councils?|commissions?|assembl(y|ies)|boards?|supervisors|elected (body|bodies)) ..4 (vote|voted|votes)
        (советов|рад|городов|міст) (голосовал*|голосувал*|голосува*)
        (які|котрі|какие|которые|хто з|кто из) ..3 (голосовал*|голосувал*|голосува*)
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
