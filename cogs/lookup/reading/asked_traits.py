"""The words by which a question narrows a list to ties of a trait. Pure.

They are English, Russian and Ukrainian, in the notation of ``patterns``, over normalised words.
"""

from __future__ import annotations

from collections.abc import Mapping

from cogs.lookup.model import Trait
from cogs.lookup.phrases.patterns import Phrases, phrases
from cogs.lookup.reading.vocabulary import of_all_languages

_MANY = "(more than one|several|multiple|two or more|at least two|2 or more)"
_HAVING = (
    "(have|has|had|got|found|with|took|now|picked|chose|sign*|має|мають|знайш*|завел*|взял*|тепер"
    "|имеет|имеют|есть|нашл*)"
)
_HAVE_SO_MANY = "(have|has|with|got|having) ..1 (two|three|four|five|2|3|4|5)"
_HAVE_SO_MANY_CYRILLIC = "(двоє|троє|двох|трьох|два|три|двое|трое|двух|трёх|дві|две|чотири|четыре|кілька|несколько)"
_COMES_UP = (
    "(show*|appear*|turn*|com(e|es)|crop*|pop*|occur*|featur*|listed|stand*|recur*|repeat*"
    "|зустріч*|трапля*|з'явля*|згаду*|фігур*|стоїть|стоять|повтор*|є|встреч*|попада*|появля*|значат*|фигурир*|стоит|стоят)"
)
_MORE_THAN_ONCE = (
    "(more than once|twice|two times|several times|multiple times|repeatedly|two or more times|again"
    "|більше одного разу|більш як раз|кілька разів|не раз|двічі|не один раз|неодноразово"
    "|более одного раза|больше одного раза|несколько раз|дважды|не раз|неоднократно)"
)
_CUT_OFF = "(cut*|froze*|freez*|suspend*|end|ended|drop*|paus*|broke|broken|sever*|terminat*|quit|ditch*|dump*)"
_NEVER_SAID = "(never|not|didnt|havent|hasnt|dont|doesnt|wont) ..2 (say|said|spell*|stated?|named?|set|tell|told)"
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
        (until|till) ..3 happens( clauses?)?; until clauses?; deadlines?; strings attached; with strings; until when;
        (a|any|their|the|clear|leav*|left|see|sees) way back; (until|till) ..2 peace
        what ..2 (would|will|must|has to|could|it takes?) ..4 (lift|happen|end the suspension|resume|undo|reverse)
        what ..2 (would|will|must|has to|could|it takes?) ..4 (bring|restart|restore|revive|reopen|back)
        (say|says|said|spell*|stated) ..2 (what|when|how) ..4 (lift*|undo*|resum*|end|over|revers*)( them)?
        (state|states) (what|when|how) ..4 (lift*|undo*|resum*|end|over|revers*)( them)?
        (say|says|said|spell*|stated) ..2 (what|when|how) ..5 (back|return*|restart*|reopen*|restor*)
        (каж*|сказал*|вказ*|назва*|говор*) ..2 (коли|когда|що|что|как|як) ..4 (поверн*|відновл*|верн*|возобнов*)
        услов*; умов*
        (hang*|hung|hing*|depend*|contingent|pinned|tied|predicated|wait*) ..2 (something|anything|event|events)
        залеж* ..1 від (чогось|чого|поді*|якоїсь|якоїс); прив'яз* ..1 до (чогось|поді*|якоїсь)
        завис* ..1 от (чего|чего-то|событ*|какого-то); привяза* ..1 к (чему|чему-то|событ*|какому-то)
        (чека*|ждут|ждёт|ждет) ..1 (чогось|чего-то|якоїсь поді*|какого-то событ*)
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
        (havent|hasnt|hadnt|never|not|didnt) ..2 (said|say|uttered|breathed) ..1 (peep|word|boo|anything|squat|thing)
        (say|says|said|saying) (nothing|zip|nada|zilch); (stayed|stay|staying|kept|keep|keeping) (mum|quiet|silent)
        отмалчи*; silen*; не (прийня*|ухвал*|приня*|приним*) ..1 решен*; не (прийня*|ухвал*) ..1 рішен*
        (not|never|havent|hasnt) (decided|acted); not (yet )?(decided|acted); stayed quiet; ignored it;
        (молч*|мовч*|отмолч*|смолч*|промолч*|відмовч*|змовч*|промовч*)
        ничего (и )?не (сдела*|реш*|предприня*)
        (решений|рішень) ..1 (ноль|нуль|0); (ноль|нуль|0) ..1 (решений|рішень); (zero|0) decisions
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
        (два|две|дві|двое|двоє|несколько|кілька|три) ..3 (американск*|американськ*) ..2 на (один|одного|одно|одне)
        (two|three|several|many) ..3 (us|american) (cit(y|ies)|towns?|places?) ..3 (one|single|same) ..1 russian
        (share|shares|sharing) ..2 (russian )?(partner|sister|twin|city|town)s?
        (спільн*|общ*) ..1 (партнер*|партнёр*|побрат*)
        (того самого|одного|того же|одного й того) ..2 (партнера|побратима)
        {_MANY} (american|us|united states) (partners?|cit(y|ies)|sisters?)
        russian (cit(y|ies)|towns?|places?|partners?|names?) ..1 {_COMES_UP} ..3 {_MORE_THAN_ONCE}
        (російськ*|российск*|русск*) ..1 (міст*|город*|партн*|назв*) ..1 {_COMES_UP} ..2 {_MORE_THAN_ONCE}
        (російськ*|российск*|русск*) ..1 (міст*|город*|партн*|назв*) ..1 {_MORE_THAN_ONCE} ..2 {_COMES_UP}
        (несколько|нескольк*|больше одного|более одного|кілька|більше одного|декілька) ..1 (американск*|американськ*)
        (двома|двумя|трьома|тремя|чотирма|четырьмя|кількома|несколькими|декількома) ..2 (американск*|американськ*)
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
        (was|were|is|are|has) ..5 votes? ..2 (close|narrow|tight|contested)
        (щільн*|близьк*|тісн*|напружен*) ..1 голосуван*; голосуван* ..2 (щільн*|близьк*|тісн*|напружен*)
        (близк*|напряжён*|напряженн*) ..1 голосован*; голосован* ..2 (близк*|напряжён*|напряженн*)
        (not|wasnt|werent|isnt|arent|non) ..1 unanim*; (split|divided) ..1 (instead of|rather than) ..1 unanim*
        (раскол*|розкол*|не все за|не всі за) ..2 (вместо|замість) ..1 (единоглас*|одноголос*|одностайн*|единодуш*)
        (close|closest|narrow|narrowest|tight|tightest) votes?; votes? ..3 (closest|narrowest|tightest)
        (найтісніш*|найщільніш*) ..1 голосуван*; голосуван* ..3 (найтісніш*|найменш* перевага)
        (сам* близк*|сам* напряж*) ..1 голосован*; dissent*; voted against it
        не единоглас*; не одноголос*; не одностайн*
    """,
    Trait.UNANIMOUS: """
        (ни|без) (одного|единого) ..1 голос* ..1 (против|проти); (жодного|жоден) ..1 голос* ..1 проти
        unanim*; единоглас*; единодуш*; одноголос*; одностайн*; без ..2 (против|проти); (як|как) один
        без жодного (голосу )?проти; without (a|any|one) ..1 (dissent*|nay|no vote); to a man; everyone voted (yes|for)
        (no|zero|without) (dissent*|nays); (nobody|no one|none) ..1 dissent*; (nobody|no one|none) against
    """,
    Trait.OF_COUNTY: """
        counties; county (ties?|governments?|partners?|level|ones?); boroughs; округ*; (a|or|and) county
        (any|which|what|every|each|no) (county|borough); county (or|and) state; (american|us) (county|borough)
        (belong*|owned|held|signed) (to|by) (a |an |the )?(county|borough)
    """,
    Trait.OF_STATE: """
        (were|was|are|is) (whole |entire |sister )?states$; (state|states) rather than (a city|cities|towns)
        (belong*|owned|held|signed) (to|by) (a |an |the |whole |entire )*states?; (належ*|принадлеж*) ..1 штат*
        state governments?; (whole|entire) states?; governments? of states?; states themselves; state level; statewide
        state (or|and) ..1 county
        (at|on) the level of ..1 states?
        (the|those|these) (two |three )?states (quit|that|end|ended|left|did|cut)
        (three|3) states; три штат*
    state to state; states? ..1 not ..1 (cities|citys|towns); not ..1 (cities|citys|towns) ..2 states
        states but no (cities|citys|towns); (only|just) ..1 states; штат* (а )?не міст*; не міст* (а )?штат*
        (штат*) ..3 (цел*|ціл*|весь|вся) ..1 (регион*|регіон*|област*)
        (whole|entire) (russian )?(region|oblast|province)
        (цел*|ціл*) ..1 штат* ..2 (тоже|также|теж|також|ведь|дружил*|имел*|мали|порвал*|разорв*|розірв*|порвал*)
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
        (одне|одному|єдине|єдиному) ..1 джерел*; (один|одном|единственн*) ..1 источник*
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
        спис* ..3 палат* ..4 (их|его|её) ..1 (нет|не было|не значи*|не числи*)
        спис* ..3 палат* ..4 (їх|його|її) ..1 (нема*|не було|не значи*|не числи*)
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
        russian ..2 and (also )?(a |an )?ukrainian ..1 (one|partner|sister|twin|city|too|as well)
        ukrainian ..2 and (also )?(a )?russian ..1 (one|partner|sister|twin|city|too|as well)
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
