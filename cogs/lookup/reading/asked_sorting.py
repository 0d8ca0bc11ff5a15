"""The words by which a question sorts a list. Pure.

They are English, Russian and Ukrainian, in the notation of ``patterns``, over normalised words.
"""

from __future__ import annotations

from collections.abc import Mapping

from cogs.lookup.model import SortBy, SortOrder
from cogs.lookup.phrases.patterns import Phrases, phrases

_SMALLEST = "(smallest|tiniest|teeniest|teensiest|puniest|littlest|dinkiest|itsiest|least populous|least populated)"
GREATEST, LEAST = SortOrder.NEWEST, SortOrder.OLDEST
_TIE_NOUN = "(ties?|pairs?|pairings?|partnerships?|relationships?|agreements?|links?)"
_MADE = "made|founded|formed|established|signed|created|concluded|inked"
# "The latest on ties" asks for what is new, and not for the youngest.
_WHOSE = "(us |american |russian |u s |soviet |sister city |twin city |new )?"
ASKED_SORTS: Mapping[tuple[SortBy, SortOrder], Phrases] = {
    (SortBy.ACT, LEAST): phrases(f"""
        (suspended|paused|frozen|on hold|on ice) (for )?(the )?longest
        (призуп*|приостан*|замор*) ..2 (найдовш*|дольше всех|дольше всего|довше за всіх|раньше всех)
        (дольше всех|дольше всего|довше за всіх) ..2 (призуп*|приостан*|замор*|стоїть|стоит)
        (oldest|earliest|first) ..2 {_TIE_NOUN} to be; chronolog*; in (order of )?(time|date) order
        (in|by) (which|what) order; dates? ..8 in order; in order of dates?
        (дати|дат|даты|дату) ..6 (по черзі|по порядку|за порядком|по очереди)
        oldest (information|info|word|news|data); stale; stalest; outdated
        (oldest|earliest) ..1 (decisions?|votes?|acts?|resolutions?|suspensions?|endings?)
        (найстаріш*|найдавніш*) ..1 (рішення|рішень|голосуван*|призупинення|призупинень|розрив*)
        (сам* (стар*|давн*)|старейш*) ..1 (решен*|голосован*|приостановк*|приостановление|разрыв*)
        fastest; quickest; speediest; найшвидш*; сам* быстр*
        earliest first; by date; (from )?(old|oldest|earliest) to (new|newest|latest)
        від (старих|найстаріших) до (нових|найновіших); от (старых|самых старых) к (новым|самым новым)
        (спочатку|спершу) (старі|найстаріші|давні); сначала старые; хронолог*; за датою; по дате; по датам; за датами
    """),
    (SortBy.ACT, GREATEST): phrases(
        f"(newest|latest|last|most recent) ..2 {_TIE_NOUN} to be; "
        "freshest ..1 (words?|proofs?|evidence|confirmations?|news|one|and); "
        "(найсвіжіш*|сам* свеж*) ..1 (доказ*|слов*|підтвердж*|подтвержд*); "
        "(newest|latest|most recent) ..1 (words?|dates?|entry|entries|information|info|data|facts?|reports?); "
        "(найновіш*|найсвіжіш*|остання|останні) ..1 (запис*|звістк*|дат*|відомост*|інформац*|дан*); "
        "(сам* (нов*|свеж*)|последн*) ..1 (запис*|весть|вести|дат*|сведени*|информац*|данн*); "
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
        (дольше всех|дольше всего|найдовше|довше за всіх|довше всіх) ..1 не (перевір*|провер*|шука*|иска*)
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
        (newest|youngest) ..3 {_TIE_NOUN}; (latest|most recent) (of )?(the |all |all the )?{_WHOSE}{_TIE_NOUN}
        {_TIE_NOUN} ..3 (newest|most recent|youngest)
        youngest; наймолодш*; самый молодой; самые молодые; самое новое
        (newest|youngest) (russian )?(sister|twin) cit(y|ies); newest ones?
        (last|latest) {_WHOSE}(sister|twin) cit(y|ies) ..3 ({_MADE}|with); (very )?last {_TIE_NOUN} ..1 ({_MADE}|set up)
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
