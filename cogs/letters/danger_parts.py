"""The parts of which a threat is made, in English, Ukrainian and Russian: who is meant, what harm, what is known. Pure.

Each is a pattern in small letters, with a plain apostrophe. ``danger`` says how they come together. Repeats are bounded,
so that no text takes long.
"""

from __future__ import annotations

from dataclasses import dataclass

from cogs.letters.lazy_pattern import LazyPattern

_GAP = r"(?:\W+[\w'-]+){0,%d}?\W+"


def _near(first: str, second: str, most: int) -> str:
    """One pattern before another, with at most so many words between."""
    return rf"\b(?:{first}){_GAP % most}(?:{second})"


@dataclass(frozen=True, slots=True)
class Parts:
    """One language's patterns.

    ``meant``: somebody may be meant at all. ``harm``: somebody is to be hurt, or what is theirs; ``harsh``: the same in words that are also said of votes.
    ``private``: the writer knows where or when to find somebody.
    ``ominous``: what may happen, without saying who does it. ``fear``: what may happen, which is a threat only with
    ``condition`` or with somebody's own people in it (``own``). ``told``: somebody else said it, to the writer or to
    others. ``unreal``: it is imagined, denied, feared or asked. ``political``: it is about votes, courts and offices.
    ``war``: it is about the war over there, where "you" is anybody.
    """

    meant: LazyPattern
    harm: LazyPattern
    harsh: LazyPattern
    private: LazyPattern
    ominous: LazyPattern
    fear: LazyPattern
    condition: LazyPattern
    own: LazyPattern
    told: LazyPattern
    unreal: LazyPattern
    political: LazyPattern
    war: LazyPattern


# English.
_OFFICIAL = (
    r"(?:the |our |this |that |every |each |all |any )?(?:whole |entire )?(?:mayor|governor|councill?ors?|council|council ?(?:members?|man|woman|men)"
    r"|commissioners?|commission|supervisors?|aldermen|alderman|clerk|assembly|legislators?|politicians?|traitors?|officials?)"
)
_PERSON = rf"(?:you|u|ya|y'all|yourself|yourselves|{_OFFICIAL})"
_THEIRS = (
    r"(?:your|yr|(?:the )?(?:mayor|governor|councilman|councilwoman|councill?or|commissioner|clerk)'s|his|her|their)"
)
_KIN = (
    r"(?:famil(?:y|ies)|wife|wives|husband|spouse|partner's|kids?|child|children|sons?|daughters?|baby|babies|mother|father|mom|mum"
    r"|dad|parents?|grand(?:kids?|children|son|daughter|mother)|loved ones|girls?|boys?|brother|sister|dogs?|cat|pets?|staff)"
)
_HOUSE = r"(?:barn|shed|cabin|boat|farm|lot|gate|tires?|tyres|brakes|mailbox|lawn|fence|roof|house|home|place|apartment|front door|door|doorstep|porch|driveway|garage|car|truck|street|neighborhood|bed|bedroom|windows?|yard)"
_WORK = r"(?:shop|store|business|restaurant|practice|job|workplace|employer|boss|career)"
_BODY = r"(?:hands?|guts|heart|tongue|eyes?|nose|jaw|ribs|body|legs?|arms?|necks?|knees?|teeth|face|faces|skull|throats?|head|heads|fingers?|bones)"
_ADJ = r"(?:\w+ ){0,2}?"
_NOT_THEIRS = r"(?!'s|s'| resolution| motion| flag| tie| deal| program| agreement| plan| decision| letter| sister)"
_MEANT = rf"(?:{_PERSON}|{_THEIRS} {_ADJ}(?:{_KIN}|{_HOUSE}|{_BODY}))"
# Hurts, whoever is meant; and what hurts only where a person, or what is theirs, is meant, and votes are not.
_HARD = (
    r"(?:kill|murder|shoot|hang|lynch|burn|torch|bomb|blow up|stab|beat up|hurt|harm|strangle|choke|slit|rape|torture"
    r"|execute|behead|poison|drown|run over|slaughter|exterminate|set fire to|put a bullet (?:in|through)|string up|whip"
    r"|(?:beat|kick|knock|scare) the \w+ out of|break into|throw (?:a brick|bricks|rocks?|eggs|acid) (?:through|at|in)|vandali[sz]e|skin)"
)
_HARSH = (
    r"(?:slash|key|scratch|puncture|beat|bury|break|smash|attack|crush|hunt down|hunt|punch|slap|hit|eliminate|destroy|silence|get rid of|do away with|ruin|spit (?:at|in|on)"
    r"|take care of|deal with|shut up for good|jump|mug|corner|grab|trash|cut|finish off|wipe out|take out)"
)
_ENDS = (
    r"(?=\W*(?:$|[.!,;?]|and\b|at (?:home|night|your)|wherever|no matter|one (?:day|by)|some ?day|soon|sooner|if\b|when\b|before\b|alone|all\b|too\b"
    r"|for (?:this|that|good|what)|mayor|anyway|tonight|tomorrow|like\b|down\b|in the (?:dark|street|parking|ground|head|face)|to (?:a pulp|death|within|the ground|pieces|bits)|with (?:my|a|our|one|these|both)|so\b|until\b|myself|ourselves|unless|or\b))"
)
_SOFT = r"(?:end|destroy|finish off|finish|take out|wipe out|come after|come for|come looking for|get|find|ruin|visit|pay|follow|wait for|meet)"
_WE = r"(?:i|we|me and my \w+|my (?:\w+ )?(?:friends|boys|people|brothers?|guys|cousins?|buddies)(?: and i)?|(?:two|three|some|a few) of (?:my|our) \w+|the boys|somebody|someone|people|patriots|one of us|some of us|others)"
_WILL = (
    r"(?:will|'ll|shall|would|'d|am going to|are going to|is going to|'m going to|'re going to|gonna|want to|wanna|would like to|'d like to"
    r"|would love to|'d love to|am coming to|are coming to|'m coming to|'re coming to|should|ought to|need to|needs to|have to|has to|must|could|can|might|may"
    r"|swear to|promise to|plan to|intend to|know how to|am ready to|are ready to|is ready to)"
)
_DEAD = r"(?:killed|shot|hanged|hung|murdered|lynched|burned|burnt|beaten|dead|stabbed|executed|hurt|beheaded|buried|raped|tortured|strung up|whipped|put down|six feet under|in a (?:body bag|coffin|grave)|lined up against (?:a|the) wall|next)"
_EN = Parts(
    meant=LazyPattern(
        r"\b(?:you|your|yours|u|yr|ya|mayors?|governor|council\w*|commission\w*|alderm[ae]n|supervisors?|clerk|assembly|officials?"
        r"|politicians?|traitors?|his|him|her|everybody|everyone|them|die|dead|kill\w*|hang|shoot|bomb\w*|explo\w+|or else|tick"
        r"|less|trees|lamp\w*|burns?|rope|wall|things happen|next time|anyone|whoever|everyone|someone|somebody|outside|brakes|guns?|rifles?|knife|mussolini|ceau\w+)\b"
    ),
    harm=LazyPattern(
        "|".join(
            [
                # I will kill you; somebody should burn your house down; or we shoot you.
                rf"\b{_WE}(?: (?:really|just|all|personally|gladly|happily|one day|soon|swear we|promise we|swear i|promise i))?(?: |(?='))(?:{_WILL}) (?:\w+ ){{0,2}}?{_HARD} (?:\w+ ){{0,2}}?{_MEANT}\b{_NOT_THEIRS}",
                rf"\bor (?:else )?(?:we|i|someone|somebody) (?:will |'ll )?(?:\w+ )?(?:{_HARD}|{_HARSH}|{_SOFT}) (?:\w+ )?{_MEANT}\b{_NOT_THEIRS}",
                # We will come after your family; I will be at your door.
                rf"\b{_WE}(?: (?:just|all))?(?: |(?='))(?:will|'ll|shall|am going to|are going to|'m going to|'re going to|gonna|am coming to|are coming to|'m coming to|'re coming to|can|could|might|may) (?:\w+ ){{0,1}}?(?:{_SOFT}|be|stand|wait|show up|turn up|stop by|drop by|come|sit|park|knock) (?:(?:you )?(?:(?:a|another|little|friendly) ){{0,3}}(?:visit|call) )?(?:waiting )?(?:to |at |in |outside |near |by |on |for |in front of |under )?(?:{_THEIRS} {_ADJ}(?:{_KIN}|{_HOUSE})|you and your {_KIN}|you (?:at home|in the dark|at night|one by one|alone|all down|down))\b",
                # You will be shot; you deserve to hang; you are dead; your family is next.
                rf"\b(?:{_PERSON}|{_THEIRS} {_ADJ}{_KIN}|people like you|all of you|traitors|they all)(?: (?:all|both))?(?: |(?='))(?:will|'ll|should|deserves? to|deserved to|ought to|must|are going to|'re going to|is going to|are gonna|gonna|needs? to|has to|have to|had better)(?: all)? (?:be {_DEAD}|get {_DEAD}|end up {_DEAD}|hang|die|burn|bleed|swing|suffer for|not wake up|never wake up|not see|not live|wind up dead)\b(?! (?:with shame|out|in shame))",
                r"\b(?:you|u)(?: |(?='))(?:are|re|'re) (?:all )?(?:dead|a dead man|a dead woman|dead meat|dead men|going to die|a marked (?:man|woman)|next|on (?:a|the|our|my) (?:kill |death |hit )?list|a target|finished, and so is your)\b(?! (?:wrong|to me|set|in line|to speak|on the agenda|speaker|tired|silent|last))",
                rf"\b(?:{_PERSON}|people like you|traitors) (?:always |usually |often )?(?:end|ends|ended|wind) up {_DEAD}\b",
                rf"\byour {_ADJ}{_KIN} (?:is|are|will be) (?:next|dead|going to die|a target|targets)\b",
                r"\b(?:your|his|her) (?:house|home|car|shop|store|business) (?:will|is going to|should|could|can|might|may) (?:burn|be burned|be burnt|go up in flames|catch fire|explode|be (?:hit|destroyed|bombed|torched))\b",
                # I will shoot the next person; a bullet for each of you; we will burn city hall with you inside.
                rf"\b{_WE}(?: |(?='))(?:{_WILL}) (?:\w+ ){{0,2}}?{_HARD} (?:the next|anyone|anybody|whoever|everyone|everybody|those who|the first|all of (?:you|them)|each of (?:you|them)|one of you|the lot of)\b",
                r"\b(?:bullets?|rope|noose|grave|coffin|cell in hell|body bag) (?:waiting )?(?:for|with the name of|to fit) (?:each of |every one of |all of |one of )?(?:you|your|the mayor|the council)\b",
                rf"\b(?:i|we)(?: |(?='))(?:{_WILL}) (?:\w+ ){{0,2}}?(?:burn|torch|bomb|level|flatten|raze) (?:\w+ ){{0,2}}?(?:city hall|town hall|council|chamber|building|office|house|home|place)\b(?!'s)",
                r"\bchoke on your (?:own )?(?:blood|teeth|tongue)\b|\b(?:dance|spit|piss|walk) on your grave\b",
                r"\b(?:every|all|each|any) (?:\w+ )?(?:traitors?|collaborators?|quislings?) (?:\w+ ){0,2}?(?:gets?|got|hangs?|swings?|ends? (?:up )?(?:on|in|with)|deserves?|dies?|earns?) (?:\w+ ){0,3}?(?:rope|bullet|wall|noose|ditch|gallows|grave|hanged|shot)\b",
                rf"\b(?:see|watch|seeing|watching) (?:you|your {_KIN}|the mayor|all of you) (?:\w+ )?(?:swing|hang|burn|bleed|die|dead|in a coffin|beg|crawl|on your knees|suffer)\b",
                r"\bi(?: have|'ve)? (?:killed|shot|stabbed|buried) (?:people |men |somebody |someone |worse )?(?:before|already)\b(?=.{0,80}\b(?:again|you|your|could|would|can|know how))|\b(?:trained to kill|know how to kill|not afraid to kill|ready to kill)\b",
                rf"\b(?:does|do|did|happens|happen|done) to your {_ADJ}{_KIN} (?:what|the same|as|like)\b",
                # You people ought to be dragged out and beaten.
                rf"\b(?:{_PERSON}|you people|people like you|all of you|the lot of you|traitors|they all)(?: \w+){{0,2}}? (?:should|deserves?|deserved|ought to|must|need to|needs to|has to|have to|belongs?|will)(?: \w+){{0,2}}? (?:dragged|beaten|flogged|whipped|stoned|tarred|thrown (?:off|out of a|into|under|from|down)|put (?:up )?against|lined up|shot|hanged|hung|lynched|burned|burnt|drowned|executed|strung|killed|run over|tortured|in the ground|six feet|behind the shed|in front of a (?:firing squad|bullet|train))\b",
                # I will shoot up your meeting; I am bringing my gun.
                rf"\b(?:i|we)(?: |(?='))(?:{_WILL}|am|are|was going to) (?:\w+ ){{0,2}}?(?:shoot up|blow up|burn down|bomb|set fire to|storm|torch|gas|poison) (?:\w+ ){{0,3}}?(?:meetings?|city hall|town hall|council|chamber|office|building|house|home|place|car|party|school)\b",
                r"\b(?:i|we|my friends|the boys|some of us)(?: \w+){0,2}? (?:bring|bringing|carry|carrying|come with|coming with|load|loading|loaded|pack|packing|get|getting|grab|take|taking|buy|buying|bought|clean|cleaning|sharpen|sharpening|show up with|turn up with)(?: \w+){0,2}? (?:guns?|rifles?|pistol|shotgun|ar-?15|knife|knives|machete|bat|baseball bat|gasoline|gas can|molotovs?|bomb|explosives?|rope|ammo|ammunition|pitchforks?|axe)\b",
                rf"\b(?:rip|tear|cut|chop|knock|blow|saw|bash|beat|bite|gouge)(?: off| out| in)? (?:your|his|her|the mayor's) {_ADJ}{_BODY}\b",
                rf"\b(?:i|we|someone|somebody)(?: |(?='))(?:{_WILL}) (?:\w+ ){{0,2}}?(?:break|smash|burn|torch|wreck|trash|destroy|blow up|shoot) (?:\w+ ){{0,4}}?(?:in|of|on|at|outside) (?:your|the mayor's|his|her) {_ADJ}{_HOUSE}\b",
                r"\b(?:find|found|dig up|identify|pull|fish) your (?:\w+ )?(?:body|bodies|corpse|remains|bones|ashes)\b",
                r"\b(?:letter|package|parcel|envelope|box|delivery|gift|surprise)\b(?: \w+){0,6}? (?:explodes?|explode|explosives?|powder|anthrax|a bullet|bullets|a bomb|ricin|poison|blows? up)\b",
                r"\byour (?:\w+ )?blood (?:will|is going to|should|must|on the (?:steps|floor|pavement|street|walls?))\b(?! (?:pressure|type|drive))",
                # I hope a drone hits your home; may your sons come back in pieces.
                rf"\b(?:hope|pray|wish|want|may|let|would love for|cannot wait (?:for|until|till)|looking forward to)\b(?:(?! (?:never|no|not|nothing|none|without)\b) \w+){{0,4}}? (?:you|your {_ADJ}(?:{_KIN}|{_HOUSE}))(?:(?! (?:never|no|not|nothing)\b) \w+){{0,6}}? (?:in pieces|dead|die|dies|died|burn|burns|burned|bombed|hit by|bleed|suffers?|shot|killed|raped|tortured|cancer|a coffin|coffins|a grave|body bags?|rubble|ashes|as (?:mine|my|ours|our) did|like (?:mine|ours|my|our))\b",
                r"\b(?:hope|pray|wish)(?: that)? (?:a |the |one |some |their |russian |next )*(?:drones?|missiles?|rockets?|bombs?|bullets?|shell|trucks?|bus) (?:\w+ )?(?:hits?|falls?|lands?|finds?|kills?|strikes?|destroys?|blows?) (?:\w+ )?(?:on )?(?:you|your|yours)\b",
                # I hope you die; die, you traitor; kill the mayor.
                rf"\b(?:hope|wish|pray)(?: that)? (?:you|he|she|{_OFFICIAL}|your {_ADJ}{_KIN})(?: all)? (?:die|dies|died|burn|burns|choke|chokes|suffer|suffers|bleed|get shot|gets shot|get cancer|gets cancer|get hurt|gets hurt|get hit|never wake|are next|is next|(?:will )?lose your (?:kids|children|son|daughter|wife|husband|family))\b",
                r"(?:^|[.!?\"“] ?)(?:die|drop dead|kill yourself|go kill yourself)\b",
                rf"(?:^|[.!?\"“,] ?)(?:kill|hang|shoot|lynch|burn|stab|string up|beat) (?:{_OFFICIAL}|them all|all of them|these people)\b",
                r"\b(?:bullets?|rope|noose|knife|bomb|gasoline|molotov|brick|baseball bat|grenade) (?:with your name|for you|for your|is (?:ready|waiting)|has your name|through your|in your (?:mail|car|house|head))",
                r"\b(?:i|we) (?:have|own|got|bought|keep|carry) (?:\w+ ){0,3}?(?:guns?|rifles?|pistol|knife|knives|ammo|bullets|explosives|weapons?)\b(?=.{0,80}\b(?:you|your|mayor|council)\b)",
                rf"\b(?:break|smash|cut off|slit|rip off|shoot|bash in) (?:your|his|her|the mayor's) {_BODY}\b",
                r"\b(?:pay|paying) (?:\w+ ){0,2}?with (?:your|his|her) (?:life|lives|blood|head|famil\w+|child\w*|kids)\b",
                rf"\b(?:your|the mayor's|his|her) {_ADJ}(?:{_KIN}) (?:will|is going to|are going to|gonna|'ll|should|shall) (?:\w+ )?(?:pay|suffer|bleed|die|cry|mourn|bury|regret|answer for)\b",
                rf"\bmake (?:you|{_THEIRS} {_ADJ}{_KIN}|sure (?:that )?(?:you|{_THEIRS} {_ADJ}{_KIN})(?: never)?) (?:suffer|bleed|pay in blood|beg|disappear|scream|cry|walk again|sleep)\b",
                rf"\b(?:burn|smash|ruin|destroy|shut|wreck|close) (?:down )?(?:your|his|her) (?:\w+ )?{_WORK}\b",
                r"\b(?:call|tell|write to|visit|contact|phone) (?:your|his|her) (?:employer|boss|landlord|clients|wife|husband|kids|children)\b(?=.{0,80}\b(?:what you|fired|know|find out|see what|unless|if you)\b)",
            ]
        )
    ),
    harsh=LazyPattern(
        "|".join(
            [
                rf"\b{_WE}(?: (?:really|just|all|personally|gladly|happily))?(?: |(?='))(?:{_WILL}) (?:\w+ ){{0,2}}?{_HARSH} (?:\w+ ){{0,1}}?(?:you|u|{_THEIRS} {_ADJ}(?:{_KIN}|{_HOUSE}|{_BODY}|{_WORK}|life|lives|marriage))\b{_ENDS}",
                rf"\b{_WE}(?: |(?='))(?:will|'ll|am going to|are going to|'m going to|'re going to|gonna|can|could|shall) (?:always |still |easily )?(?:find|get|get to|reach|end|come for|come after|go after|hunt) (?:you|u)\b{_ENDS}",
                rf"\b(?:i am|i'm|we are|we're) (?:coming|going) (?:for|after|to) (?:you|your {_ADJ}(?:{_KIN}|{_HOUSE}))\b(?! (?:office|seat|vote|job|next)| with\b| at the| in november)",
                r"\bmake (?:you|him|her|them|the mayor) (?:all )?(?:pay|suffer|bleed|answer)(?: \w+){0,4} (?:with|in) (?:your |his |her |their )?(?:blood|life|lives|teeth|flesh|kids?|children|family)\b",
                r"\b(?:you|he|she|your (?:wife|husband|son|daughter))\b(?: \w+){0,8}? (?:never|not|no longer) (?:find )?work (?:in this (?:town|city|state|country)|again|anywhere)\b",
                # Their work.
                rf"\b(?:get|have|see)(?: to it that)? (?:you|your {_KIN}) (?:fired|sacked|disbarred|deported)\b",
                rf"\bmake sure (?:that )?(?:you|your {_KIN})(?: will)? (?:loses? (?:your|his|her|their|the) (?:job|business|house|home|kids|children|work|license|practice|pension|clients)|never works?|never finds? work|(?:is|are|get|gets) fired|cannot find work)\b",
                r"\bmake your (?:life|lives|days) (?:a |into a |pure |living )*(?:hell|nightmare|misery|miserable|unbearable)\b",
                rf"\b(?:i|we|someone|somebody)(?: |(?='))(?:will|'ll|am going to|are going to|gonna) (?:\w+ )?(?:break|smash|punch|slap|hit|beat|kick|crush|rip|tear) (?:your|his|her|the mayor's|you in the) {_ADJ}(?:{_BODY}|{_HOUSE})\b",
                r"\b(?:you|u) (?:won't|will not|will never|would never|'ll never) see (?:it|us|me) coming\b",
            ]
        )
    ),
    private=LazyPattern(
        "|".join(
            [
                _near(
                    r"(?<!\bdo )(?:i|we|people|someone|somebody|everyone|everybody|others|my friends?|friends of mine|the internet|plenty of us|some of us|they)(?: |')(?:all |already |now |also |both |just |even |do |still |'?ve |have |had |will |'?ll |can |could |easily |soon |happen to |am |are |'?m |'?re |long |very |well ){0,4}(?:know|knows|knew|found|find|finds|found out|learned|looked up|look up|looking up|got|has|have|hold|see|saw|seen|watch|watched|watching|follow|followed|following|drove past|drive past|drove by|drive by|walk past|walked past|walked by|sat outside|sit outside|parked|stood outside|waited outside|waiting outside|remember|noticed|memori[sz]ed|wrote down|written down|photographed|filmed|took|shared?|post|posted|publish|published|tracked|pass|passed)",
                    r"(?:exactly )?(?:where (?:you|he|she|they|the mayor|the governor|your (?:\w+ )?(?:kids?|children|wife|husband|family|son|daughter|mother|parents)|his kids|her kids|his (?:wife|children)|her (?:husband|children)) (?:all |both |really |two |each |and your family )?(?:lives?|sleeps?|parks?|works?|goes? to school|go|walks?|jogs?|runs?|shops?|eats?|drinks?|plays?|is at night|are at night|study|studies|learn|train)"
                    r"|(?:which|what) (?:school|bus|daycare|kindergarten|street|gym|church|route|road|car|room|window)(?: is)? (?:you|your|he|she|they|his|her|the mayor)"
                    r"|(?:when|what time|at what hour) (?:you|he|she|they|your (?:\w+ )?(?:kids?|children|wife|husband|daughter|son)|the mayor) (?:\w+ )?(?:leaves?|comes? home|gets? home|goes? to bed|walks?|is alone|are alone|is home|are home|is asleep|are asleep|jogs?|is out|are out|pick|picks|go|goes)"
                    r"|(?:your|the mayor's|his|her) (?:home |private |family |exact |street )?(?:address(?!.{0,40}city hall)|house|home|license plate|licence plate|plate number|number plate|routine|schedule|daily route|route home|phone|driveway|front door|bedroom window|backyard|back yard|garden|porch|neighborhood|block|car (?:every|in|outside|at|on|parked|by))\b(?! (?:state|town|page|rule|office|at city hall|number at))"
                    r"|your (?:\w+ )?(?:kids|children|children's|kids'|son's|daughter's|wife's|husband's|daughter|son|wife|husband|grandchildren|dog)\b(?='? (?:school|bus|names?|teacher|car|class|office|address|play|plays|walks?|walking|coming|getting|leaves?|leaving|at school|on their way|jogs?|gym))"
                    r"|who (?:you|he|she|the mayor) (?:loves?|lives? with|sleeps? with|sees? on)"
                    r"|how (?:you|your (?:kids?|children|wife|husband)) (?:gets?|walks?|goes?|drives?|come) (?:home|to (?:work|school)))",
                    6,
                ),
                rf"\b(?:i|we|me|us|my (?:\w+ )?(?:friends?|boys|guys|people|cousins?|brothers?|men|buddies|dogs)|he|a guy|someone|somebody|friends)\b(?:(?! (?:pray|hope|wish|love|thank|bless|greet|respect|admire|never|not|want|live|lived|met|invite|send my|envy|care|worry)\b)\W+[\w']+){{0,9}}?\W+(?:(?:to|at|near|by|past|outside|around|in front of|into|on|off|from|inside) your {_ADJ}(?:house|home|apartment|place|street|porch|front door|doorstep|driveway|garage|yard|church|synagogue|gym|neighborhood|bedroom|window|kids'? school|children's school|daughter's school|son's school|school)|near you|where you (?:live|sleep|park|jog|walk))\b(?! (?:of worship|in the world|is|has|with (?:my|a) (?:letter|petition)))",
                r"\b(?:know|knows|found|have|see) your (?:mother|father|wife|husband|daughter|son|kid|child|brother|sister|parents?|grandm\w+)'?s? (?:nursing home|school|office|shop|store|clinic|gym|church|workplace|salon|daycare|dorm|college|address|schedule|shift|car|plates?|number)\b",
                r"\b(?:pull|pulled|run|ran|look|looked|check|checked|trace|traced) (?:up )?your (?:license |licence |number )?plates?\b",
                r"\b(?:your (?:wife|husband|son|daughter|brother|sister|mother|father)|(?:he|she|they))(?:'s)? (?:\w+ ){0,3}?(?:is out of a job|out of (?:a|his|her) job|loses? (?:his|her) job|will lose (?:his|her) job|gets? fired|get fired|will be fired|is fired)\b",
                r"\bmake your (?:\w+ )?(?:wife|husband|son|daughter|kids?|children|family|mother|father)(?:'s)? (?:life|lives|job|work|days)? ?(?:at (?:the |his |her )?\w+ )?(?:very |really |quite |so )?(?:difficult|hard|miserable|hell|unpleasant|uncomfortable|impossible|a nightmare)\b",
                r"\b(?:follow|followed|following|trailed|tailed|stalked|tracked)(?: \w+)? (?:you|him|her|the mayor|your (?:\w+ )?(?:kids?|children|wife|husband|daughter|son|car)) (?:home|to (?:your|the|work|school)|from|after|last|yesterday|all|around)\b",
                r"\bwhere (?:everybody|everyone|anybody|anyone|people|all of you|you all|each of you|every (?:one|councilman|council member)) (?:of you )?(?:here )?lives?\b(?=.{0,40}\byou\b|.{0,3}$)",
                r"\b(?:do|does|don't|doesn't|did)(?: not)? (?:you|he|she|your (?:\w+ )?(?:kids?|children|wife|husband|daughter|son))(?: not)? (?:still|always|usually|often|ever) (?:park|parks|live|lives|jog|jogs|walk|walks|run|runs|leave|leaves|drive|drives|eat|eats|sleep|sleeps|work|works|go|goes|take|takes|shop|pick|drop)\b",
                r"\byour (?:\w+ ){0,2}?(?:girl|boy|daughter|son|wife|kids?|child|baby|husband|granddaughter|grandson)(?: \w+)? (?:has|have|wears?|wearing|looks?|looked|was wearing|rides?|with) (?:\w+ ){0,5}?(?:pretty|beautiful|cute|lovely|sweet|pink|red|blue|yellow|green|hair|backpack|dress|smile|bike|jacket|coat|uniform|braids)\b",
                r"\b(?:know|saw|see|watched|noticed|heard|remember)(?: that)? your (?:\w+ )?(?:husband|wife|daughter|son|kids?|children|mother|father|girl|boy|grandchildren) (?:takes?|leaves?|walks?|rides?|drives?|works?|goes|go|gets?|plays?|waits?|lives?|stays?|sleeps?|jogs?|shops?|comes?|is home|are home|is alone|are alone)\b",
                r"\b(?:have|got|know|found|keep|hold) (?:your|the mayor's) (?:full )?(?:names?|picture|photo),? (?:your|and|address)(?: \w+){0,3}? (?:address|kids'?|children's|wife's|husband's|family's|phone)\b",
                r"\b(?:pay|paying|paid) (?:you|your (?:\w+ )?(?:family|wife|husband|kids?|children|mother|parents|house|home)) (?:a |another |little |friendly |late |night ){1,4}(?:visit|call)\b",
                r"\byou (?:live|lived|sleep|stay) (?:at (?:\d|number)|on (?:\w+ ){1,3}(?:street|st|road|rd|avenue|ave|drive|lane|court|way|place)\b|in (?:the|that|a) (?:\w+ ){0,3}(?:house|apartment|building|condo)\b)",
                r"\byou (?:drive|park|ride|own) (?:a|an|that|the|your) (?:\w+ ){0,4}(?:car|truck|suv|subaru|toyota|ford|tesla|honda|jeep|bmw|van|pickup|chevy|chevrolet|audi|volvo|mazda|hyundai|kia|bike|motorcycle)\b",
                r"\byou (?:leave|come home|get home|go jogging|jog|run|walk (?:your|the) dog|walk home|pick up your|drop off your|go to bed|work out)(?: \w+){0,4} (?:at (?:\d|six|seven|eight|nine|ten|five|four|night|noon)|every|alone|each|around|after dark)\b",
                r"\byour (?:\w+ )?(?:kid|child|son|daughter|wife|husband|grandson|granddaughter|mother)(?:'?s)? (?:(?:soccer|football|ballet|piano|swim|dance|karate|school|bus|day|night) )?(?:practice|class|classes|school|bus|daycare|kindergarten|lessons?|shift|shop|store|bakery|office|salon|gym|teacher|name|clinic|practice|cafe|restaurant)\b(?=.{0,60}\b(?:ends?|starts?|is|at|on|has|right|isn't|doesn't|know|saw|drove|closes|opens|burn|lets out)\b)",
                r"\byour (?:\w+ )?(?:kids?|child|children|son|daughter|wife|husband|grandson|granddaughter)(?: \w+)? (?:go to|goes to|attends?|is at|are at|works? at|works? in|studies at|plays? at|plays? in|walks? (?:to|past|home)|takes? the|rides? the|gets? (?:off|out)|waits? (?:at|for)|jogs?|is in (?:the )?\w+ grade)\b(?!.{0,40}\b(?:with (?:my|mine|our|ours)|same|together|too\b|as (?:mine|my)|and (?:mine|my|ours)))",
                r"\b(?:say hello|say hi|give (?:my|our) (?:regards|love|best)|(?:my|our) (?:regards|greetings)|kiss|hug) (?:to )?(?:your|little) (?:\w+ )?(?:\w+)\b(?=.{0,40}\b(?:from us|from me|for me|for us|tonight|while you can)|[.!]?$)",
                r"\b(?:friends|people|someone|eyes|guys|boys|one of us|some of us|a man) (?:\w+ ){0,2}?(?:in your neighborhood|on your street|near your (?:house|home)|outside your|at your (?:door|kid's|kids'|children's|daughter's|son's)|around your (?:house|home))\b",
                r"\b(?:your|the mayor's|his|her) (?:home |private |family )?address is (?:\d|known|not hard|easy|no secret|on (?:the|my|our))",
                r"\b(?:nice|lovely|beautiful|pretty|cute|sweet|charming|quiet) (?:little )?(?:house|home|place|street|family|wife|kids?|children|daughters?|sons?|car|dog)\b.{0,40}\b(?:you have|you've got|shame|pity|hate to see|on (?:\w+ ){1,3}(?:street|road|avenue|drive|lane))\b",
                r"\b(?:you have|you've got) (?:\w+ ){0,2}(?:nice|lovely|beautiful|pretty|cute|sweet) (?:little )?(?:house|home|family|wife|kids?|children|daughters?|sons?|dog)\b.{0,80}\b(?:happen|shame|pity|safe|careful|lose|while you can|take care|accident|hate)\b",
                r"\b(?:i|we) (?:will |'ll )?(?:see|meet|wait for|be waiting for|visit|greet) (?:you|him|her)(?: \w+){0,2} (?:at|by|in|near|outside|in front of) (?:your|his|her) (?:home|house|door|driveway|car|porch|kids?' school|garage)\b",
                rf"\b(?:i|we)(?: am| are|'m|'re| will be|'ll be)? (?:watching|following|tracking|stalking) (?:your|his|her) (?:{_KIN}|{_HOUSE})\b",
            ]
        )
    ),
    ominous=LazyPattern(
        "|".join(
            [
                r"\bwatch your (?:back|step at night|family|kids|children)\b",
                r"\bif i were you,? i(?:'d| would)(?:n't| not)? (?:\w+ )?(?:sleep|keep|watch|worry|lock|be (?:afraid|scared|careful|worried)|fear|move|hide|run|leave town|pack|get a (?:guard|gun|dog|alarm)|check|look|not|start|park|walk)\b",
                r"\bif i were (?:in your (?:place|shoes|position|seat)|you)\b(?=.{0,90}\b(?:kids?|children|wife|husband|alone|dark|night|doors?|sleep|back|careful|brakes|car|window|dog))|\b(?:kids?|children|wife|husband|alone|dark|night|doors?|sleep|brakes)\b(?=.{0,90}\bif i were (?:in your (?:place|shoes|position|seat)|you)\b)",
                r"\byou (?:would be|will be|are|might be|should be) (?:smart|wise|well advised|better off|sorry) (?:to|not to|if you)\b(?=.{0,80}\byour (?:\w+ )?(?:kids?|children|wife|husband|family|daughter|son|house|home|car|back)\b)",
                r"\bhow (?:brave|tough|strong|funny|smart|loud|proud|big|smug|cocky) (?:you|he|she) (?:are|is|will be|would be|feels?|looks?|sounds?) (?:when|if|once|after|without|alone|in the dark|with a)\b",
                r"\b(?:not|never) forget (?:your (?:face|faces|home|house|address|street|car|kids?|children|daughter|son|wife|husband)|where you|who your)\b",
                r"\b(?:enjoy|have|spend|savor|cherish) (?:\w+ ){0,2}?(?:your|the|this|one) (?:last|final) (?:christmas|birthday|summer|supper|meal|day|days|night|weekend|thanksgiving|easter|holiday|breath|year|dinner|week|evening)\b(?! in office| in (?:that|the) (?:chair|seat)| as)",
                r"\b(?:dark (?:alley|street|corner|road|parking)|(?:alley|parking (?:lot|garage)|back lot|stairwell) (?:\w+ ){0,2}?(?:alone|at night|in the dark|after dark|is dark))\b(?=.{0,60}\b(?:you|your|we meet|i meet))|\b(?:you|your)\b(?=.{0,60}\b(?:in a dark (?:alley|street|corner|place)|back lot\W+(?:\w+ ){0,2}dark))",
                r"\b(?:wood|wooden|old|dry) (?:\w+ ){0,2}?(?:burns?|houses? burn)\b",
                r"\b(?:killed|shot|died|hanged|beaten|hurt) for (?:much |far )?less\b",
                r"\b(?:you|he|she|your (?:\w+ )?(?:kids?|children|wife|husband|son|daughter)) (?:will|'ll|might|could|may|would|can|are going to) (?:all )?(?:end up|be found|wake up|land|wind up|be|lie|float) (?:\w+ )?(?:in|at the bottom of) (?:the|a|an) (?:\w+ )?(?:river|ditch|lake|bay|hospital|intensive care|wheelchair|ground|grave|coffin|morgue|cemetery|trunk|woods|body bag)\b",
                r"\b(?:brick|bullet|molotov|bomb|rock|stone|fire|bottle) (?:\w+ ){0,3}?(?:through|into|in|at|under|to|on) your (?:\w+ )?(?:windows?|door|house|home|car|porch|bedroom|head|mailbox|shop|store|office window)\b",
                r"\b(?:hope|trust|guess|suppose) (?:that )?(?:you|your (?:house|home|family)) (?:have|has|'ve got|have got|keep|are|is) (?:\w+ ){0,3}(?:insurance|insured|a good alarm|an alarm|smoke (?:alarms?|detectors?)|a fire extinguisher|a (?:big |good |guard )?dog|a good doctor|a will|good locks)\b",
                r"\b(?:i'd|i would|we'd|we would|we) (?:really )?hate (?:to see|for|it if) (?:\w+ ){0,3}?(?:your|anything|something|you to|them to|her to|him to)\b",
                r"\b(?:keep|hold|watch) (?:your (?:\w+ )?(?:kids?|children|daughter|son|wife|family|dog)|her|him|them) (?:very |real )?(?:close|inside|at home|indoors|near|safe)\b",
                r"\byour (?:\w+ ){0,2}(?:kids?|child|children|daughter|son|wife|husband|family|grandchild\w*)\b(?: \w+){0,3}? (?:(?:does|do|did|may|might|could|would|will|should) ?(?:not|n't)|doesn't|don't|didn't|won't|wouldn't|never) (?:\w+ )?(?:come|came|make it|get|return|arrive|be) (?:back|home|around|here|alive|safe)?",
                r"\byour (?:\w+ ){0,2}(?:kids?|child|children|daughter|son|wife|husband|family|grandchild\w*) (?:gets?|will get|could get|might get|may get|can get|could be|might be|will be|is going to be|are going to be) (?:\w+ )?(?:hurt|killed|shot|beaten|sick|hit|taken|lost|kidnapped|raped|burned)\b",
                r"\byou (?:are being|are|will be|have been) (?:watched|followed|found|hunted|tracked|hunted down|marked)\b(?! (?:by (?:the )?(?:voters|history|city|people|press|world|god|media|public|citizens|cameras)|guilty|as|in|to be|out|wanting|lacking|responsible))",
                r"(?:^|[.!?] ?)we are (?:outside|close|near|closer than you think|everywhere|at your|already here|coming)\W*(?:$|[.!?])",
                r"\bi would be (?:very |really )?(?:careful|worried|afraid|scared|nervous|cautious) if i were (?:you|the mayor|in your|him|her|them|a council|any of you)\b",
                r"\byour (?:time|hour|day|turn) (?:is up|is coming|has come|will come|is near|is close)\b(?! (?:in office|at the|to (?:act|speak|decide|vote|choose|lead|shine)|when (?:you|we)))",
                r"\b(?:somebody|someone|people|one of you|some of you|you) (?:will|is going to|are going to|might|could|may) (?:\w+ )?(?:get hurt|be hurt|get killed|die|end up hurt|end up dead|bleed)\b(?=.{0,60}\b(?:if|unless|until|soon|over this|before)\b)",
                r"\b(?:brakes (?:fail|go|give out)|cars? crash|houses? burns?|gas leaks?|stairs are slippery|people (?:slip|fall|vanish|disappear)|pipes? burst|wires? spark)\b(?!.{0,40}\b(?:there|kharkiv|ukraine|every night)\b)",
                r"\bif you (?:\w+ )?(?:love|care about|value|cherish|want to (?:see|keep|protect)|like) (?:your (?:\w+ )?(?:family|kids?|children|wife|husband|daughters?|sons?|mother|grand\w+|life|health|house|home|dog|teeth|kneecaps|face)|living|breathing|walking)\b",
                r"\bthe last (?:\w+ ){0,2}?(?:official|mayor|guy|one|man|woman|councilman|councilwoman|person|politician|clerk|judge) who\b(?=.{0,60}\b(?:lost|ended up|never|was found|got|is (?:dead|gone|blind|missing)|cannot walk|regretted|limps)\b)",
                r"\bbring your (?:\w+ )?(?:kids?|children|wife|husband|family)\b(?=.{0,40}\b(?:watch|see it|goodbye|witness)\b)",
                r"\b(?:shame|pity|sad|sorry) about (?:your|that|the) (?:\w+ ){0,2}?(?:porch|house|home|car|dog|cat|barn|window|fence|shop|garage|truck|boat|cabin|garden|mailbox)\b",
                r"\b(?:in ways|things|what|a way|nightmares) (?:that )?you (?:cannot|could not|can not|do not want to|would not want to|will not be able to) (?:imagine|dream|believe|undo)\b",
                r"\bdo not (?:turn off|turn out|open|start|go outside|go out|answer|stand near|sit near|walk near|sleep near|park) ?(?:the |your |any )*(?:lights?|door|car|outside|doorbell|windows?|alone|tonight)\b",
                r"\bdo not want (?:us|me|my friends|them) (?:to )?(?:come|coming|visit|show up|stop by|turn up|drop by|there|at)\b",
                r"\byou have (?:\w+ ){0,2}?(?:beautiful|pretty|lovely|cute|sweet|adorable|young) (?:kids|children|daughters?|sons?|girls?|boys?|wife|family|grandchildren)(?:,? (?:mayor|governor|councilman|councilwoman|don't you|right|by the way))?\W*$",
                r"\b(?:you(?: had| would)? better|you should|better) (?:watch (?:out|it|yourself|your step|who)|look out|beware|be ready|say your prayers|keep your head down|sleep lightly)\b(?! (?:for (?:the|our|your|this) (?:voters?|city|election|people)))",
                r"\bnext time (?:it|this|we|i|there) (?:will not|is not going to|are not going to|am not going to) (?:just |only |merely )?(?:be (?:just |only )?(?:a |an )?(?:letter|e-?mail|words?|warning|note|polite|so polite|this polite|nice|so nice|friendly)|write|use words|send a letter|ask)\b",
                r"\b(?:your (?:\w+ )?(?:kids?|children|son|daughter|sons|daughters))\b(?: \w+){0,4}? (?:grow up|grow old|be left|wake up|live) without (?:a |an |their |his |her )?(?:father|mother|dad|mom|parents?)\b",
                r"\bhappens? to (?:people|men|women|officials|mayors|politicians|those|anyone|somebody|someone) (?:who|that|like)\b(?=.{0,60}\b(?:not listen|ignore|refuse|keep|talk|vote|betray|side|stand|you)\b)",
                r"\btick[ -]?tock\b",
                r"\b(?:you|he|she|your (?:\w+ )?(?:kids?|children|wife|husband)) (?:will |might |may |are going to |would better |had better |should )?(?:soon )?need (?:a |an |some |new )*(?:bodyguards?|guards?|doctor|ambulance|protection|hospital|coffin|dentist|windows|wheelchair|undertaker|bulletproof vest|body armou?r)\b",
                r"\b(?:you|he|she) (?:had better|would better|should|better|might want to|may want to|must|need to)(?: not| never)? (?:ever )?(?:walk|go out|go home|be out|drive|sleep|leave town|leave the (?:city|country|state)|move away|hide|run for|pack your|disappear|get out of (?:town|this city|here)|hire (?:a |some )?(?:bodyguards?|guards?|security)|buy (?:a )?(?:gun|vest)|lock)\b(?! (?:your talk|the walk|the talk|over|again|for (?:re|office|election)))",
                r"\b(?:you and your (?:family|wife|husband|kids|children)|your family) (?:had better|would better|should|better|must|need to) (?:leave|move|hide|run|go|get out|pack|disappear|be afraid|be scared|worry)\b",
                r"\b(?:will not|cannot|am not|not) be responsible for what (?:\w+ ){1,4}(?:do|does|happens|happen|might do)\b",
                r"\bone of these (?:days|nights|mornings)\b(?=.{0,60}\b(?:your (?:\w+ )?(?:kids?|children|wife|husband|daughter|son|car|house|home|door|dog|brakes)|you (?:will |might |may )?(?:not|wake|find|open|come|turn|start|walk)))",
                r"\b(?:enough|plenty of) (?:trees|ropes?|rope|lampposts?|lamp posts|bullets|nooses|street ?lights|gasoline)\b",
                r"\b(?:lamp ?posts?|nooses?|gallows|guillotine|firing squad) (?:is |are |stands? )?(?:for|waiting|ready|await)",
                r"\bwhat (?:they|people|we|the people|the crowd|italians|romanians) (?:did|do) (?:to|with) (?:mussolini|ceau\w+|gadd?h?afi|kaddafi|the tsar|the czar|quislings?|traitors|collaborators)\b",
                r"\b(?:sleep|breathe|live|run|hide|walk|leave|kiss|hug|see)(?: \w+){0,4} while you (?:still )?can\b",
                r"\bhow (?:is|are) your (?:\w+ )?(?:mother|father|parents|wife|husband|kids?|children|daughter|son|grandmother|grandchildren)\b(?=.{0,90}\b(?:visit|see (?:her|him|them)|call on|drop by|look in on|meet|alone))",
                r"\b(?:would|will) (?:love|like|be happy|be glad) to (?:meet|visit|see|talk to|have a word with|get to know) (?:you|your (?:kids?|children|wife|husband|daughter|son|family))(?: \w+){0,3}? (?:at home|alone|in the dark|at your (?:house|home)|at night|one night)\b",
                r"\byour (?:\w+ ){0,2}(?:kids?|child|children|daughter|son|wife|husband|family|house|home|car|dog|cat|shop|restaurant)\b(?:\W+(?!ours|my|mine|their|theirs|our)\w+){0,5}?\W+(?:burn|burns|burned|on fire|in flames|up in smoke|funeral|coffin|grave|hospital|kidnapped|disappear|vanish|go missing|in an accident|bleed|scream|orphans?|widow)\b",
                r"(?:^|[,;.] ?)or else\W*$",
                r"\b(?:sleep|sleeping) with one eye open\b",
                r"\b(?:look|looking|keep looking) over your shoulders?\b",
                r"\b(?:lock|better lock|keep) your (?:doors?|windows?)(?: locked| shut)?\b(?= (?:tonight|at night|from now|mayor|well)|[.!]|$)",
                r"\bcheck (?:under|underneath|the brakes (?:of|on)|your brakes) ?(?:your car|your truck)?\b(?=.{0,30}(?:car|truck|brake|before|morning|start))",
                r"\b(?:hug|kiss|hold) your (?:\w+ )?(?:kids?|children|wife|husband|family|daughter|son)\b(?=.{0,40}(?:while you can|last time|tonight|goodbye|extra))",
                r"\bsay (?:your )?(?:goodbye|goodbyes|farewell) to (?:your|his|her)\b",
                r"\b(?:your|his|her) (?:days|hours) are (?:numbered|counted)\b(?! (?:in (?:office|that|the|this)|as|at the polls))",
                r"\b(?:you|he|she) (?:won't|will not|will never|'ll never|can never|can't|cannot|shouldn't|may not|might not|wouldn't) (?:always |ever |even )?(?:be|feel|walk|sleep|live) (?:safe|safely|quietly|in peace|peacefully|soundly)\b",
                r"\b(?:you|you and your family|your (?:\w+ )?(?:kids?|children|family|wife|husband|daughter|son)) (?:(?:are|is|will be) (?:no longer|not|never)|will not be|will never be) safe\b(?!r)",
                r"\b(?:nobody|no one|no police|the police|police|your guards?|no guard|nothing) (?:will|can|could|won't|cannot|can't|is going to) (?:\w+ ){0,3}?(?:protect|help|save|hide) (?:you|him|her|them|your)\b(?! from (?:the|your|this|that|history|voters|criticism|shame|us) ?(?:truth|voters|record|shame|conscience|criticism|consequences of)?)",
                r"\byou (?:know|remember|saw|have seen) what (?:happens|happened|we do|they do|people do|is done|was done) (?:to|with) (?:traitors|collaborators|people like you|such people|those who|men like you|mayors)\b",
                r"\b(?:be|be very|better be|you should be|you'd better be|you had better be|stay|please be) careful\b(?=.{0,40}(?:\bwhen you (?:walk|start|go|leave|cross|open|drive)|walking|crossing|starting|on (?:your|the) way|on the (?:stairs|road|street)|at night|in the dark|where you (?:park|walk|go)|outside|out there|who (?:is|you) behind|your (?:kids?|children|family|wife|husband)))",
                r"\b(?:accidents?|bad things|terrible things|ugly things|unpleasant things|things|something bad|something terrible) (?:do |can |may |might |will |could |tend to |have a way of )?(?:happen|happening)\b(?= ?(?:to (?:you|your|people like|mayors|officials|councill?ors|politicians|those who|families|anyone who|him|her)|on (?:that|your|dark)|every day|all the time|, you know|$|[.!]))",
                r"\b(?:something|anything|what|nothing|worse|whatever|it) (?:\w+ ){0,2}?(?:may|might|could|can|will|would|should|is going to|ever)? ?(?:\w+ )?happen(?:s|ed)? to (?:you|your|you or your|him or his|her or her|the mayor|the mayor's|those you love|the (?:people|ones) you love|the house|the kids|the children|her (?:kids|children)|his (?:kids|children|wife))\b(?!.{0,15}(?:office|party|seat|career|town|city|reputation))",
                r"\bhappen to (?:your|the mayor's) (?:\w+ )?(?:kids?|children|family|wife|husband|daughter|son|house|home|loved ones)\b",
                r"\b(?:it |that )?(?:would|'d|will|might|wouldn't)(?: it)? be (?:a |such a |a real |so )?(?:shame|pity|sad|terrible|unfortunate|tragic|bad|awful|horrible) (?:if|when|should|for) (?:\w+ ){0,4}?(?:your|you|his|her|house|home|family|kids?|children|car|window|them|him|anything|something)\b(?=.{0,60}(?:happen|come home|burn|hurt|lost|lose|break|broke|accident|fire|stolen|fell|missing|find out|learn|knew))",
                r"\b(?:kids|children|daughters?|sons?|wives|wife|husband|families|family) (?:can|could|may|might|will|do|sometimes|often)? ?(?:sometimes |easily |just |so easily )?(?:disappear|go missing|get hurt|get lost|have accidents|vanish|get hit|not come home)\b(?=.{0,60}(?:\byou|your|mayor))",
                r"\b(?:you|he|she|they) (?:might|may|could|will|would) (?:just |simply |well )?(?:not make it|not come home|disappear|vanish|have an accident|meet with an accident|fall down the stairs|not (?:wake|live|survive|see (?:christmas|the end|your (?:kids|grand\w+|next birthday))))\b",
                r"\byour (?:\w+ )?(?:kids?|children|daughter|son|wife|husband|family|grandchildren) (?:walks?|plays?|goes|go|jogs?|rides?|bikes?|drives?|sleeps?|lives?|is|are) (?:\w+ ){0,4}(?:alone|unprotected|home alone|by (?:themselves|herself|himself))\b",
                r"\b(?:the mayor|he|she|you) (?:had better|'d better|should|better|ought to) (?:remember|think of|think about|worry about|watch|look after|keep an eye on|guard) (?:\w+ ){0,2}(?:his|her|your) (?:\w+ )?(?:kids?|children|wife|husband|family|daughter|son|house|home|mother)\b",
                r"\b(?:think|thought) (?:of|about) (?:your|his|her) (?:\w+ )?(?:kids?|children|family|wife|husband|daughter|son|grandchildren)\b(?=.{0,40}(?:before you|if you|when you vote|while you|or else|first|safe))",
                r"\bwe (?:will|'ll|shall) (?:see|find out) how (?:you|he|she) (?:like|likes|feel|feels) (?:it )?when (?:your|it happens to your|your own|his|her)\b",
                r"\b(?:blood|bullets|bodies) (?:will|is going to|are going to) (?:flow|fly|fall|be spilled|be on your (?:doorstep|porch|street))\b(?=.{0,60}\b(?:you|your|city hall|council|mayor))",
                r"\bor (?:else )?you(?:r family| and your family| and yours)? (?:will|'ll) (?:all )?(?:be sorry|suffer|pay|regret)\b(?=.{0,60}(?:family|kids|children|home|house|life))",
            ]
        )
    ),
    fear=LazyPattern(
        r"\b(?:(?:you|he|she|you all|you both) (?:will|'ll|are going to|'re going to|may|might|could|would) (?:\w+ ){0,2}(?:regret|be sorry|suffer|pay|get hurt|be hurt|lose everything|lose (?:your|more than your|someone)|find out|see what)"
        r"|(?:something|things|anything|accidents?|bad things|it|what) (?:\w+ )?(?:may|might|could|can|will) (?:\w+ )?(?:happen|get (?:ugly|worse|dangerous|rough))"
        r"|(?:won't|will not|cannot|can't) (?:answer|be responsible|vouch|guarantee|promise) (?:for )?(?:\w+ ){0,4}(?:safety|what happens|what may happen|what people|what others|what i|your)"
        r"|i (?:don't|do not|won't) know what (?:i|we|people|they|others) (?:will|might|may|could|would) do)\b"
    ),
    condition=LazyPattern(
        r"\b(?:if you (?:don't|do not|keep|still|vote|refuse|fail|ever|won't|continue|let|leave|support|dare|ignore|side|go on|touch|show|think)|unless (?:you|this|the)|or else|until you|before it is too late|before it's too late|you have (?:until|till|one week|a week|\w+ days|one chance|been warned)|this is your (?:last|only|final|first)|last warning|final warning|next time|one (?:last )?(?:chance|warning)|by (?:friday|monday|tuesday|wednesday|thursday|saturday|sunday|the end of)|warning you|i warn you|we warned you|do it, or)\b"
    ),
    own=LazyPattern(
        rf"\byour (?:\w+ ){{0,2}}?(?:{_KIN}|house|home|life|lives|safety|street|car|door|health|neck|head|job|business|loved ones)\b|\b(?:the mayor's|his|her) (?:{_KIN}|house|home|safety|car)\b|\bfor the rest of your life\b|\bphysically\b|\bat night\b"
    ),
    told=LazyPattern(
        r"\b(?:he|she|they|who|that|someone|somebody|a (?:\w+ ){0,3}\w+|an (?:\w+ ){0,2}\w+|the (?:\w+ ){0,3}\w+|two \w+|three \w+|some \w+|my (?:\w+ ){0,2}\w+|her \w+|his \w+|our \w+|their \w+|one (?:\w+ ){0,3}\w+|people|men|soldiers?|russians?|neighbou?rs?|drivers?|trolls?|strangers?|classmates|kids at school|putin|[a-z]+ov|[a-z]+enko)(?: \w+ly)? (?:had |has |have |once |then |also |even )?(?:shouted|shouts|yelled|yells|screamed|said|says|told|tells|wrote|writes|threatened|promised|texted|called|hissed|whispered|warned|posted|swore|sent|spat|cried|asked|answered|replied|muttered|typed|messaged|emailed|painted|left (?:me |us |a )|was told|were told)\b"
        r"|\b(?:i|we|she|he|my \w+|they)(?: was| were| got| have been| has been| had been) (?:told|threatened|warned|sent|called|shouted at|written to|asked|messaged)\b"
        r"|\b(?:i|we|she|he|they) (?:got|received|heard|read|found|have|keep getting|was sent|kept hearing) (?:\w+ ){0,4}(?:message|messages|note|letter|letters|call|calls|voicemail|email|emails|comment|comments|text|texts|post|threats?|words|sign|flyer)\b"
        r"|\b(?:according to|in (?:a|the) (?:letter|message|post|video|call|text|diary)|the (?:note|message|letter|sign|post|caption|graffiti|voice) (?:said|read|says|reads|was))\b"
    ),
    unreal=LazyPattern(
        r"\b(?:imagine|what if|suppose|picture (?:this|your|a)|how would you feel|would you (?:like|want|keep|stay|sleep|shake|call|still)|nobody should|no one should|nobody (?:wants|wishes|is asking)|no one (?:wants|wishes)|never (?:want|wish|threaten|hurt|harm)|i would never|we would never|i will never|not (?:want|wish|mean|here|going|asking|trying) (?:\w+ ){0,3}(?:to )?(?:hurt|harm|threat\w*|insult|attack|see|punish|come)|don't want|do not want|do not wish|don't wish|not a threat|afraid (?:that|of|for)|fear (?:that|for)|pray(?:ing)? (?:that )?(?:nothing|no harm|no one)|hope (?:that )?(?:nothing|no one|nobody|no harm)|god forbid|may it never|must never|should never|without threat\w*|never again|condemn)\b"
    ),
    political=LazyPattern(
        r"\b(?:vot(?:e|es|ed|ing|er|ers)|ballot|polls?|elect(?:ion|ions|ed)?|re-?elect(?:ed|ion)?|campaign|recall|lawsuit|sue|court|judge|jury|history|conscience|reputation|legacy|petition|protest|headline|newspaper|press|reporters?|term|seat|office|november|donat\w+|primary|politically|political|career in|in public|publicly|speak|speech|microphone)\b"
    ),
    war=LazyPattern(
        r"\b(?:shelling|shelled|missiles?|drones?|sirens?|bomb shelter|air raid|occupied|occupation|occupiers?|front ?line|in (?:kharkiv|kherson|kyiv|kiev|ukraine|mariupol|bucha|irpin|odesa|odessa|lviv|donetsk|luhansk|zaporizhzhia|bakhmut|sumy|dnipro|chernihiv|mykolaiv|russia))\b"
    ),
)

# Ukrainian and Russian share much; the word ends differ.
_UK_YOU = (
    r"(?:вас|вам|вами|тебе|тобі|тобою|мера|мэра|мерові|губернатора|депутатів|депутата|раду|усіх вас|вас усіх|вас всіх)"
)
_UK_KIN = r"(?:родин\w*|сім['ї]\w*|сім'\w*|діт\w*|дит\w*|дружин\w*|чоловік\w*|син\w*|доньк\w*|дочк\w*|мат(?:ір|ері|ері)|батьк\w*|онук\w*|близьк\w*|рідн\w*|собак\w*)"
_UK_HOUSE = r"(?:дім|дом\w*|будин\w*|хат\w*|квартир\w*|двер\w*|машин\w*|авто\w*|під'їзд\w*|вікн\w*|контор\w*|бізнес\w*|магазин\w*)"
_UK_YOUR = r"(?:ваш\w*|тво\w+|його|її|мерськ\w*)"
_UK_DO = (
    r"(?:[ву]б'(?:ю|ємо|ють)|[ву]бити|пов[іе](?:шу|сим\w*|сити|шаю|сять)|повісимо|застрел(?:ю|имо|ять|ити)|розстріля(?:ю|ємо|ти)|заріж(?:у|емо)|різати|зарізати|спал(?:ю|имо|ять|ити)|підпал(?:ю|имо|ити)|"
    r"підірв(?:у|емо|ати)|зн[иі]щ(?:у|имо|ити|ать)|прикінч\w+|пришию|приб'(?:ю|ємо)|покаліч(?:у|имо|ити)|поб'(?:ю|ємо)|побити|замочу|замочимо|порв(?:у|емо)|задуш(?:у|имо|ити)|закопа(?:ю|ємо|ти)|скаліч(?:у|имо)|"
    r"розправ(?:люся|имося|имось|лятимусь|итися)|розберуся|розберемося|поламаю|полама(?:ємо|ти)|переламаю|переріжу|прострелю|проломлю|покараю кров'ю|четвертую)"
)
_CYRILLIC_MEANT = r"\b(?:в[иы]|т[иы]|ва[мс]\w*|тоб\w+|теб\w+|ваш\w*|тво\w+|сво\w+|його|її|его|ее|м[еэ]р\w*|депутат\w*|рад[аиу]|совет\w*|сдохн\w*|здохн\w*|всяке|всякое|берег\w+|стереж\w+|озира\w+|огляд\w+|ходи\w*|підклад\w+|подлож\w+|взорв\w+|підірв\w+|таких|кул[яію]|пул[яию]|лучше|краще|дивись|смотри|начувай\w*|замикай\w*|запирай\w*)\b"
_UK = Parts(
    meant=LazyPattern(_CYRILLIC_MEANT),
    harsh=LazyPattern(
        r"\b(?:вам|тобі|ваше|твоє) (?:життя )?(?:стане|буде|зробимо|зроблю|влаштую|влаштуємо) (?:\w+ )?(?:пеклом|пекло|не жити|кінець|кришка|хана|гаплик)\b"
    ),
    harm=LazyPattern(
        "|".join(
            [
                rf"\b{_UK_DO}\b(?:\W+[\w']+){{0,3}}?\W+(?:{_UK_YOU}|{_UK_YOUR}(?:\W+[\w']+){{0,2}}?\W+(?:{_UK_KIN}|{_UK_HOUSE}|ноги|руки|голов\w*|життя|шию))\b",
                rf"\b(?:{_UK_YOU}|{_UK_YOUR}\W+(?:{_UK_KIN}|{_UK_HOUSE}|ноги|руки|голов\w*))\b(?:\W+[\w']+){{0,3}}?\W+(?:{_UK_DO}|(?:треба|слід|варто|пора|маємо|хочу|мріємо|мрію) (?:[\w']+ ){{0,2}}(?:[ву]бити|повісити|розстріляти|застрелити|спалити|побити|закопати|знищити|вбивати|вішати))\b",
                rf"\b(?:знайду|знайдемо|знайдуть|дістану|дістанемо|вистежу|вистежимо|(?:доберуся|доберемося) до)\W+(?:і\W+|й\W+)?(?:вас|тебе|{_UK_YOUR}\W+(?:{_UK_KIN}))\b",
                rf"\b(?:вас|тебе|{_UK_YOUR}\W+{_UK_KIN})(?:\W+(?:все одно|всіх|усіх|ще|завжди|швидко|легко))?\W+(?:знайду|знайдемо|знайдуть|дістану|дістанемо|дістануть|вистежу|вистежимо)\b",
                r"\b(?:доберуся|доберемося|доберусь|доберемось) до (?:вас|тебе|ваш\w+|тво\w+)|\b(?:до (?:вас|тебе)) (?:ще )?(?:доберуся|доберемося|доберуться|доберемось)\b",
                r"\b(?:вам|тобі|меру|мерові) (?:всім |усім )?(?:вже |скоро )?(?:кінець|хана|капець|гаплик|кришка|не жити|недовго (?:лишилось|лишилося|жити|залишилось)|горіти)\b|\b(?:горіти|гнити|висіти|здохнути) (?:вам|тобі|меру)\b",
                r"\b(?:ви|ти|вони)\b(?:\W+[\w']+){0,4}?\W+(?:поплатит\w+|заплатит\w+|поплатиш\w*|заплатиш\w*|розплатит\w+)(?:\W+[\w']+){0,2}?\W+(?:життям|кров'ю|головою|здоров'ям|дітьми)\b",
                r"\bтаких,? як (?:ви|ти|вони|цей мер)\b(?:\W+[\w']+){0,3}?\W+(?:до стінки|вішати|стріляти|вбивати|розстрілювати|топити|палити|на гілляку|різати|душити|закопувати)\b",
                r"\b(?:кул[яію]|мотузк\w+|петл\w+|гранат\w+)\b(?:\W+[\w']+){0,4}?\W+(?:мера|меру|вас|вам|тебе|тобі|ваш\w+|тво\w+)\b",
                r"\b(?:кров|труп\w*)\b(?:\W+[\w']+){0,6}?\W+на (?:вашому|твоєму) (?:порозі|ґанку|подвір'ї)\b",
                rf"\b(?:ваш|твій|ваша|твоя)\W+(?:[\w']+\W+)?(?:{_UK_HOUSE})(?:\W+[\w']+){{0,3}}?\W+(?:гор(?:ить|ітиме)|спалахне|палатиме)\b",
                r"\b(?:прийду|прийдемо|прийдуть|приїдемо|приїду) за (?:вами|тобою|ваш\w+|тво\w+)\b",
                r"\b(?:хай|нехай|щоб|бажаю,? щоб|най)\W+(?:[\w']+\W+){0,2}?(?:ви|ти|вас|тебе|вам|тобі|ваш\w*|тво\w+)\W+(?:[\w']+\W+){0,3}?(?:загин\w+|здох\w+|помр\w+|померл\w+|згор\w+|гор\w+|поховал\w*|вб'ють|убили|розірве|розбомб\w+|страждал\w+|плакал\w+|втратил\w+|хова\w+)\b",
                r"\b(?:підкладу|підкладемо|закладу|закладемо|кину|кинемо|принесу|принесемо|підірву|підірвемо|спалю|спалимо|підпалю|розстріляю)\b(?:\W+[\w']+){0,2}?\W+(?:бомб\w+|вибухівк\w+|гранат\w+|молотов\w*|мері\w+|рад[уи]|зал\w*|засіданн\w+|будівл\w+|маши\w+|дім|будинок)\b",
                rf"\b(?:ваш|твій|вашого|твого|ваша|твоя)\W+{_UK_HOUSE}\W+(?:може |скоро |колись )?(?:згор\w+|спалахн\w+|вибухн\w+|запала\w+)\b",
                r"\b(?:ви|ти|вони|мер)\b(?:\W+[\w']+){0,2}?\W+(?:здохнете|здохнеш|здохнуть|помрете|помреш|не доживете|не доживеш|заплатите кров'ю|заплатиш кров'ю|згорите|згориш|будете висіти|висітимете|труп|трупи|мерці|мрець|наступн(?:і|ий|а) в списку|у (?:нашому|моєму) списку)\b",
                r"\b(?:щоб (?:ви|ти|ваші|твої)(?:\W+[\w']+){0,2}?\W+(?:здох\w*|помер\w*|згорі\w*|поздих\w*))\b",
                r"\b(?:здохни|здохніть|смерть (?:меру|мерові|депутатам|раді|вам|тобі)|на (?:палю|гілляку|шибеницю) (?:вас|тебе|мера)|куля (?:для|вам|тобі|чекає)|(?:вас|тебе) (?:чекає|жде) (?:куля|смерть|шибениця|могила|пекло на землі))\b",
                rf"\b{_UK_YOUR}\W+(?:[\w']+\W+){{0,2}}?{_UK_KIN}\b(?:\W+[\w']+){{0,3}}?\W+(?:заплат\w+|постражда\w+|здохн\w*|помр\w+|плакатим\w+|поплач\w+|буде наступн\w+|наступні|не побач\w+)\b",
                r"\b(?:влаштую|влаштуємо|зробимо|зроблю) (?:вам|тобі|так)(?:\W+[\w']+){0,4}?\W+(?:пекло|вас звільн\w+|тебе звільн\w+|криваву\w*|роботу не)\b",
            ]
        )
    ),
    private=LazyPattern(
        "|".join(
            [
                r"\b(?:я|ми|мої \w+|наші \w+|люди|хтось|дехто|хлопці)?\W*(?:вже |добре |всі |теж |легко |точно |чудово |прекрасно )*(?:знаю|знаємо|знають|знає|дізна\w+|знайшл\w+|знайшов|знайду|знайдемо|бачив|бачила|бачили|бачу|бачимо|стежу|стежимо|стежить|пам'ята\w+|запам'ята\w+|вивчи\w+|маю|маємо|сфотографу\w+|опублікую)\b(?:\W+[\w']+){0,4}?\W+(?:де (?:ви|ти|він|вона|мер|живе|живуть|ваш\w*|твої|твоя|твій|його|її|вчаться|навчаються|гуляють|працює)(?:\W+[\w']+){0,3}?\W*(?:живе\w*|жив\w+|спите|спиш|працює\w*|вч[аи]ться|навча\w+|гуля\w+|парку\w+|ходить|ходять|ходите|діти|дружина|родина|син\w*|донька|дочка)?|(?:в|у|до) (?:яку|якій|якої) (?:школ\w+|садок|садку|квартир\w+)|(?:о котрій|коли) (?:ви|ти|ваш\w*|твоя|твої|твій|він|вона|мер)(?:\W+[\w']+){0,2}?\W+(?:виход\w+|поверта\w+|ід\w+|лягаєт\w+|сам\w*|вдома|гуля\w+)|(?:вашу|твою|його|її) (?:домашню |точну )?(?:адрес\w+|машин\w+)|(?:ваш|твій|вашого|твого) (?:дім|дом\w*|будин\w+|номер|маршрут|розклад)|(?:вашу|твою|ваших|твоїх|вашого|твого) (?:доньк\w+|дочк\w+|дружин\w+|дітей|сина|родин\w+|онук\w+|чоловіка)|куди (?:ви|ти|ваш\w*|твої) (?:ходит\w*|ходять|[\w']+ ходять|їзд\w+))\b",
                r"\b(?:мої|наші|мій|наш|одні|знайомі)\W+(?:[\w']+\W+){0,2}?(?:хлопці|друзі|люди|пацани|брати|друг|брат|знайомий)?(?:\W+[\w']+){0,3}?\W+(?:біля|коло|під|навпроти|поруч з) (?:вашого|твого|вашим|твоїм|вашої|твоєї) (?:дом\w+|будин\w+|під'їзд\w+|школ\w+|хат\w+|двер\w+|вікн\w+)\b",
                r"\b(?:вирахува\w+|проби\w+|знайшл\w+|дізна\w+|маємо|знаємо|є) (?:вже )?(?:вашу|твою|ваша|твоя) (?:домашн\w+ )?(?:адрес\w+|номер\w*)\b",
                rf"\b(?:ваш|твій|ваша|твоя|вашого|твого)\W+{_UK_KIN}(?:\W+[\w']+){{0,2}}?\W+(?:втратить роботу|втратять роботу|залишиться без роботи|звільнять|виженуть з роботи)\b",
                rf"\bза (?:вами|тобою|ваш\w+\W+{_UK_KIN}|тво\w+\W+{_UK_KIN})(?:\W+[\w']+){{0,2}}?\W+(?:стежать|стежимо|стежу|наглядають|наглядаємо|слідкують|слідкуємо|слідкую)\b|\b(?:стежу|стежимо|слідкую|слідкуємо|спостерігаємо) за (?:вами|тобою|ваш\w+|тво\w+)\b",
                rf"\b(?:не забу\w+|пам'ятай\w*|подумай\w*|згадай\w*)\b(?:\W+[\w']+){{0,3}}?\W+(?:ваш\w*|тво\w+|сво\w+)\W+(?:{_UK_KIN})\b(?=.{{0,70}}\b(?:сам\b|сама|самі|вночі|ввечері|школ\w+|садк\w+|їзд\w+|ход\w+|поверта\w+|гуля\w+|живе|живуть))",
                r"\b(?:гарн\w+|красив\w+|чудов\w+|мил\w+) (?:у вас |у тебе |маєте |маєш )?(?:дім|будинок|родина|сім'я|донечка|донька|діти|дружина|синочок)\b(?=.{0,60}(?:шкода|жаль|станеться|трапит|бережіть|бережи|щоб не))",
                r"\b(?:прийду|прийдемо|завітаю|завітаємо|зустріну|зустрінемо|чекатиму|чекатимемо|почекаю|підстереж\w+)\b(?:\W+[\w']+){0,4}?\W+(?:до вас додому|до тебе додому|до (?:вашого|твого) (?:дому|будинку)|біля (?:вашого|твого) (?:дому|будинку|під'їзду|дверей)|біля під'їзду|під домом|у темному|в темному)\b",
            ]
        )
    ),
    ominous=LazyPattern(
        r"\b(?:(?:вам|тобі|меру) краще не (?:виходит\w+|ходит\w+|з'являт\w+|гулят\w+|потикат\w+|спат\w+)|краще не (?:виходьте|виходь|ходіть|ходи)|(?:у вас|у тебе|маєте|маєш) (?:гарн\w+|красив\w+|мил\w+|чудов\w+) (?:діти|донька|дочка|син|дружина|родина|донечка)(?=\W+(?:бережіть|бережи|пильнуйте|пильнуй)|\W*$)|(?:ходит\w*|ходи|їздит\w*|найміть|знадобит\w*|потрібна)(?:\W+[\w']+){0,2}?\W+(?:з охороною|охорон\w+|охоронц\w+|тілоохоронц\w+|бронежилет\w*|лікар\w*)|(?:дивись|дивіться|гляди|глядіть)\W+(?:щоб|аби|як би)(?=.{0,60}\b(?:ваш|тво|ти|ви|вас|тебе|із? вами))|стережіться|стережись|начувайтес\w*|начувайся|озирай(?:ся|тес\w*)|оглядай(?:ся|тес\w*)|ходіть обережно|ходи обережно|спіть з одним|не спіть спокійно|замикайте двері|перевір(?:яйте|те|ь) машину|обійміть (?:своїх|дітей)|попрощайтес\w*|(?:щось|лихо|біда|нещастя|аварія|всяке|будь-що|що завгодно|погане)(?:\W+[\w']+){0,3}?\W+(?:станет\w*|статис\w*|трапит\w*|трапляє\w*|случит\w*)|(?:станет\w*|статис\w*|трапит\w*)(?:\W+[\w']+){0,3}?\W+(?:щось|лихо|біда|нещастя|аварія|всяке|погане)(?=.{0,60}\b(?:ваш|тво|вам|тобі|вами|тобою|мер))|(?:ніхто|поліція|охорона)(?:\W+[\w']+){0,2}?\W+(?:вас|тебе|ваших|твоїх|вам|тобі)(?:\W+[\w']+){0,2}?\W+(?:не захистить|не врятує|не допоможе|не вбереже)|(?:ніхто|поліція|охорона)(?:\W+[\w']+){0,2}?\W+(?:не захистить|не врятує|не допоможе|не вбереже) (?:вас|тебе|ваших|твоїх|вам|тобі)|не (?:почуватиметес\w*|будете|будеш|почуватимешся)(?:\W+[\w']+){0,2}? (?:в безпеці|у безпеці|спокійно)|(?:ваші|твої) дні (?:пораховано|полічені|злічені)|бережіть (?:своїх |ваших )?(?:дітей|рідних|родину|близьких)(?=.{0,50}(?:якщо|бо |поки|а то|інакше|всяке))|(?:шкода|жаль) буде,? якщо(?=.{0,60}(?:дім|будин|діт|доньк|син|родин|дружин|машин))|подумайте про (?:своїх |ваших )?(?:дітей|родину|рідних|сім'ю)(?=.{0,50}(?:перш|поки|перед|якщо|інакше|або)))\b"
    ),
    fear=LazyPattern(
        r"\b(?:пошкоду\w+|пожалку\w+|поплатит\w*|заплатит\w*|нарікайт\w* на себе|гірше буде|погано (?:буде|закінчит\w*)|буде боляче|не ручаюс\w*|не відповідаю за)\b"
    ),
    condition=LazyPattern(
        r"\b(?:якщо|інакше|або ж|а то|до (?:п'ятниці|понеділка|вівторка|середи|четверга|суботи|неділі)|останн\w+ (?:попередження|шанс)|попереджаю|поки не пізно|наступного разу)\b"
    ),
    own=LazyPattern(
        rf"\b(?:ваш\w*|тво\w+|сво\w+)\W+(?:[\w']+\W+){{0,1}}?(?:{_UK_KIN}|{_UK_HOUSE}|житт\w+|здоров'\w+)\b|\bвсе життя\b|\bфізично\b"
    ),
    told=LazyPattern(
        r"\b(?:він|вона|вони|хтось|солдат\w*|окупант\w*|росіян\w*|сусід\w*|чоловік|жінка|брат|сестра|мама|тато|дядько|тітка|друг|подруга|військов\w+|водій|незнайом\w+|діти|людина|люди|тролі)\b(?:\W+[\w']+){0,6}?\W+(?:сказа\w+|каза\w+|кричал\w*|кричав\w*|крикнул\w*|крикнув|написа\w+|писа\w+|погрожува\w+|обіця\w+|шепоті\w+|прокричал\w*|відповіл\w*|відповів|розповіл\w*|розповів)\b"
        r"|\b(?:мені|нам|їй|йому|їм) (?:[\w']+ ){0,2}?(?:сказал\w+|казал\w+|кричал\w+|крикнул\w*|написал\w+|писал\w+|погрожувал\w*|погрожують|пишуть|кажуть|обіцяли)\b"
        r"|\b(?:отрима\w+|одержа\w+|прочита\w+|почу\w+)\b(?:\W+[\w']+){0,4}?\W+(?:лист\w*|повідомлен\w+|записк\w+|дзвін\w+|погроз\w+|комента\w+)\b"
    ),
    unreal=LazyPattern(
        r"\b(?:уявіть|уяви|а якби|якби (?:у вас|ваш|ви|хтось)|не бажаю|не хочу|ніколи не|нікому не бажаю|не дай боже|не дай бог|боюся|боїмося|ніхто не (?:має|повинен)|що б ви)\b"
    ),
    political=LazyPattern(
        r"\b(?:голосув\w+|проголосу\w+|вибор\w+|переоб\w+|переоберуть|бюлетен\w+|суд\w*|історі\w+|посад\w+|крісл\w+|мандат\w*|протест\w*|пікет\w*|совіст\w+|сумлінн\w+)\b"
    ),
    war=LazyPattern(
        r"\b(?:обстріл\w*|ракет\w*|дрон\w*|сирен\w*|підвал\w*|окупаці\w*|окупован\w*|фронт\w*|у харкові|в харкові|в херсоні|у херсоні|в україні|у бучі|в бучі|у маріуполі|в маріуполі)\b"
    ),
)

_RU_YOU = r"(?:вас|вам|вами|тебя|тебе|тобой|мэра|мера|губернатора|депутатов|депутата|совет|всех вас|вас всех)"
_RU_KIN = r"(?:сем(?:ь|ье|ьи|ью|ьей|ья)\w*|дет(?:и|ей|ям|ьми|ях)|ребен\w*|жен(?:а|у|ы|е|ой)|муж\w*|сын\w*|доч\w*|мат(?:ь|ери)|мам\w*|отц\w*|родител\w*|внук\w*|близк\w*|родн\w*|собак\w*)"
_RU_HOUSE = r"(?:дом\w*|квартир\w*|двер\w*|машин\w*|авто\w*|подъезд\w*|окн\w*|контор\w*|бизнес\w*|магазин\w*)"
_RU_YOUR = r"(?:ваш\w*|тво\w+|его|ее)"
_RU_DO = (
    r"(?:убь(?:ю|ем|ют)|убить|убивать|повес(?:им|ить|ят)|повешу|вешать|застрел(?:ю|им|ят|ить)|расстреля(?:ю|ем|ть)|зареж(?:у|ем)|зарезать|сож(?:гу|жем|гут)|сжечь|подожг(?:у|ут)|подожжем|поджечь|взорв(?:у|ем|ать)|уничтож(?:у|им|ить|ат)|"
    r"прикончу|прикончим|пришью|прибь(?:ю|ем)|покалеч(?:у|им|ить)|избить|изобь(?:ю|ем)|замочу|замочим|порв(?:у|ем)|задуш(?:у|им|ить)|закопа(?:ю|ем|ть)|переломаю|перелома(?:ем|ть)|сломаю|переломим|расправ(?:люсь|имся|иться)|разберусь|разберемся|"
    r"порежу|прострелю|проломлю)"
)
_RU = Parts(
    meant=LazyPattern(_CYRILLIC_MEANT),
    harsh=LazyPattern(
        r"\b(?:вам|тебе|вашу|твою) (?:жизнь )?(?:станет|будет|сделаем|сделаю|устрою|устроим|превращу|превратим) (?:\w+ )?(?:адом|ад|в ад|не жить|конец|крышка|хана)\b"
    ),
    harm=LazyPattern(
        "|".join(
            [
                rf"\b{_RU_DO}\b(?:\W+[\w']+){{0,3}}?\W+(?:{_RU_YOU}|{_RU_YOUR}(?:\W+[\w']+){{0,2}}?\W+(?:{_RU_KIN}|{_RU_HOUSE}|ноги|руки|голов\w*|шею|жизнь))\b",
                rf"\b(?:{_RU_YOU}|{_RU_YOUR}\W+(?:{_RU_KIN}|{_RU_HOUSE}|ноги|руки|голов\w*))\b(?:\W+[\w']+){{0,3}}?\W+(?:{_RU_DO}|(?:надо|нужно|стоит|пора|хочу|мечтаю) (?:[\w']+ ){{0,2}}(?:убить|повесить|расстрелять|застрелить|сжечь|избить|закопать|уничтожить))\b",
                rf"\b(?:найду|найдем|найдут|достану|достанем|выслежу|выследим)\W+(?:и\W+)?(?:вас|тебя|{_RU_YOUR}\W+(?:{_RU_KIN}))\b",
                rf"\b(?:вас|тебя|{_RU_YOUR}\W+{_RU_KIN})(?:\W+(?:все равно|всех|еще|всегда|быстро|легко))?\W+(?:найду|найдем|найдут|достану|достанем|достанут|выслежу|выследим)\b",
                r"\b(?:доберусь|доберемся) до (?:вас|тебя|ваш\w+|тво\w+)|\bдо (?:вас|тебя) (?:еще )?(?:доберусь|доберемся|доберутся)\b",
                r"\b(?:вам|тебе|мэру) (?:всем )?(?:уже |скоро )?(?:конец|хана|капец|крышка|не жить|недолго (?:осталось|жить)|гореть)\b|\b(?:гореть|гнить|висеть|сдохнуть) (?:вам|тебе|мэру)\b",
                r"\b(?:вы|ты|они)\b(?:\W+[\w']+){0,4}?\W+(?:поплатит\w+|заплатит\w+|поплатиш\w*|заплатиш\w*|расплатит\w+)(?:\W+[\w']+){0,2}?\W+(?:жизнью|кровью|головой|здоровьем|детьми)\b",
                r"\bтаких,? как (?:вы|ты|они|этот мэр)\b(?:\W+[\w']+){0,3}?\W+(?:к стенке|вешать|стрелять|убивать|расстреливать|топить|жечь|на столб|резать|душить|закапывать)\b",
                r"\b(?:пул[яию]|веревк\w+|петл\w+|гранат\w+)\b(?:\W+[\w']+){0,4}?\W+(?:мэра|мэру|вас|вам|тебя|тебе|ваш\w+|тво\w+)\b",
                r"\b(?:кровь|труп\w*)\b(?:\W+[\w']+){0,6}?\W+на (?:вашем|твоем) (?:пороге|крыльце|дворе)\b",
                rf"\b(?:ваш|твой|ваша|твоя)\W+(?:[\w']+\W+)?(?:{_RU_HOUSE})(?:\W+[\w']+){{0,3}}?\W+(?:гор(?:ит|еть)|загорится|вспыхнет|запылает)\b",
                r"\b(?:приду|придем|придут|приедем|приеду) за (?:вами|тобой|ваш\w+|тво\w+)\b",
                r"\b(?:пусть|пускай|чтоб|чтобы|желаю,? чтобы)\W+(?:[\w']+\W+){0,2}?(?:вы|ты|вас|тебя|вам|тебе|ваш\w*|тво\w+)\W+(?:[\w']+\W+){0,3}?(?:погиб\w+|сдох\w+|умр\w+|умер\w+|сгор\w+|гор(?:ят|ит|ели|ел)\b|похорон\w+|убьют|убили|разорвет|разбомб\w+|страдал\w+|плакал\w+|потерял\w+|хорон\w+)\b",
                r"\b(?:подложу|подложим|заложу|заложим|брошу|бросим|принесу|принесем|взорву|взорвем|сожгу|сожжем|подожгу|расстреляю)\b(?:\W+[\w']+){0,2}?\W+(?:бомб\w+|взрывчатк\w+|гранат\w+|молотов\w*|мэри\w+|совет|зал\w*|заседани\w+|здани\w+|машин\w+|дом)\b",
                rf"\b(?:ваш|твой|вашего|твоего|ваша|твоя)\W+{_RU_HOUSE}\W+(?:может |скоро |однажды )?(?:сгор\w+|вспыхн\w+|взорв\w+|загор\w+)\b",
                r"\b(?:вы|ты|они|мэр)\b(?:\W+[\w']+){0,2}?\W+(?:сдохнете|сдохнешь|сдохнут|умрете|умрешь|не доживете|не доживешь|заплатите кровью|заплатишь кровью|сгорите|сгоришь|будете висеть|труп|трупы|покойник|покойники|следующ(?:ие|ий|ая) в списке|в (?:нашем|моем) списке)\b",
                r"\b(?:чтоб(?:ы)? (?:вы|ты|ваши|твои)(?:\W+[\w']+){0,2}?\W+(?:сдох\w*|умер\w*|сгоре\w*|подох\w*))\b",
                r"\b(?:сдохни|сдохните|смерть (?:мэру|депутатам|совету|вам|тебе)|на (?:кол|виселицу|фонарь|столб) (?:вас|тебя|мэра)|пуля (?:для|вам|тебе|ждет)|(?:вас|тебя) (?:ждет|ожидает) (?:пуля|смерть|виселица|могила))\b",
                rf"\b{_RU_YOUR}\W+(?:[\w']+\W+){{0,2}}?{_RU_KIN}\b(?:\W+[\w']+){{0,3}}?\W+(?:заплат\w+|пострада\w+|сдохн\w*|умр\w+|будет плакать|будут плакать|заплач\w+|следующ\w+|не увид\w+)\b",
                r"\b(?:устрою|устроим|сделаю|сделаем) (?:вам|тебе|так)(?:\W+[\w']+){0,4}?\W+(?:ад|вас увол\w+|тебя увол\w+|кров\w+|работу не)\b",
            ]
        )
    ),
    private=LazyPattern(
        "|".join(
            [
                r"\b(?:я|мы|мои \w+|наши \w+|люди|кто-то|ребята)?\W*(?:уже |хорошо |все |тоже |легко |точно |прекрасно |отлично )*(?:знаю|знаем|знают|знает|узна\w+|нашли|нашел|нашла|найду|найдем|видел|видела|видели|вижу|видим|слежу|следим|следит|помню|помним|запомни\w+|изучил\w*|имею|сфотографир\w+|опубликую)\b(?:\W+[\w']+){0,4}?\W+(?:где (?:вы|ты|он|она|мэр|живет|живут|ваш\w*|твои|твоя|твой|его|ее|учатся|гуляют|работает)(?:\W+[\w']+){0,3}?\W*(?:живе\w*|жив\w+|спите|спишь|работае\w*|учатся|учится|гуля\w+|парку\w+|ходит|ходят|ходите|дети|жена|семья|сын\w*|дочь|дочка)?|(?:в|до) (?:какую|какой) (?:школ\w+|садик|сад|квартир\w+)|(?:во сколько|когда) (?:вы|ты|ваш\w*|твоя|твои|твой|он|она|мэр)(?:\W+[\w']+){0,2}?\W+(?:выход\w+|возвраща\w+|ид\w+|ложит\w+|один|одна|дома|гуля\w+)|(?:ваш|твой|его|ее) (?:домашний |точный )?адрес|(?:вашу|твою) (?:машин\w+|квартир\w+)|(?:ваш|твой|вашего|твоего) (?:дом\w*|номер|маршрут|распорядок)|(?:вашу|твою|ваших|твоих|вашего|твоего) (?:дочь|дочк\w+|дочер\w+|жену|детей|сына|семью|внук\w+|мужа)|куда (?:вы|ты|ваш\w*|твои) (?:ходит\w*|ходят|[\w']+ ходят|езд\w+))\b",
                r"\b(?:мои|наши|мой|наш|одни|знакомые)\W+(?:[\w']+\W+){0,2}?(?:ребята|друзья|люди|пацаны|братья|друг|брат|знакомый)?(?:\W+[\w']+){0,3}?\W+(?:возле|у|около|под|напротив|рядом с) (?:вашего|твоего|вашим|твоим|вашей|твоей) (?:дом\w+|подъезд\w+|школ\w+|двер\w+|окн\w+|окон)\b",
                r"\b(?:вычисли\w+|проби\w+|нашли|узна\w+|имеем|знаем|есть) (?:уже )?(?:ваш|твой) (?:домашний )?(?:адрес|номер)\b",
                rf"\b(?:ваш|твой|ваша|твоя|вашего|твоего)\W+{_RU_KIN}(?:\W+[\w']+){{0,2}}?\W+(?:потеряет работу|потеряют работу|останется без работы|уволят|выгонят с работы)\b",
                rf"\bза (?:вами|тобой|ваш\w+\W+{_RU_KIN}|тво\w+\W+{_RU_KIN})(?:\W+[\w']+){{0,2}}?\W+(?:следят|следим|слежу|наблюдают|наблюдаем|присматривают)\b|\b(?:слежу|следим|наблюдаем|наблюдаю) за (?:вами|тобой|ваш\w+|тво\w+)\b",
                rf"\b(?:не забу\w+|помни\w*|подумай\w*|вспомни\w*)\b(?:\W+[\w']+){{0,3}}?\W+(?:ваш\w*|тво\w+|сво\w+)\W+(?:{_RU_KIN})\b(?=.{{0,70}}\b(?:один\b|одна|одни|ночью|вечером|школ\w+|сад\w+|езд\w+|ход\w+|возвраща\w+|гуля\w+|живет|живут))",
                r"\b(?:красив\w+|хорош\w+|чудесн\w+|мил\w+) (?:у вас |у тебя )?(?:дом|домик|семья|дочка|дочь|дети|жена|сынок)\b(?=.{0,60}(?:жаль|жалко|случит|берегите|береги|чтоб не|как бы))",
                r"\b(?:приду|придем|наведаюсь|наведаемся|встречу|встретим|подожду|подождем|подкараул\w+|буду ждать|будем ждать)\b(?:\W+[\w']+){0,4}?\W+(?:к вам домой|к тебе домой|к (?:вашему|твоему) дому|у (?:вашего|твоего) (?:дома|подъезда)|возле (?:вашего|твоего) (?:дома|подъезда)|у подъезда|в темном)\b",
            ]
        )
    ),
    ominous=LazyPattern(
        r"\b(?:(?:вам|тебе|мэру) лучше не (?:выходит\w+|ходит\w+|появлят\w+|гулят\w+|высовыват\w+|спат\w+)|лучше не (?:выходите|выходи|ходите|ходи)|(?:у вас|у тебя) (?:красив\w+|хорош\w+|мил\w+|чудесн\w+) (?:дети|дочь|дочка|сын|жена|семья)(?=\W+(?:берегите|береги|следите|следи)|\W*$)|(?:ходит\w*|ходи|ездит\w*|наймите|понадобит\w*|нужна)(?:\W+[\w']+){0,2}?\W+(?:с охраной|охран\w+|телохранител\w*|бронежилет\w*|врач\w*)|(?:смотри|смотрите|гляди)\W+(?:как бы|чтобы?)(?=.{0,60}\b(?:ваш|тво|ты|вы|вас|тебя|с вами))|берегитесь|берегись|оглядывай(?:ся|тесь)|ходите осторожн\w+|ходи осторожн\w+|спите с одним|не спите спокойно|запирайте двери|проверяйте машину|обнимите (?:своих|детей)|попрощайтесь|(?:что-то|что-нибудь|беда|несчастье|авария|всякое|что угодно|плохое)(?:\W+[\w']+){0,3}?\W+(?:случит\w*|произойд\w*|произойти|случает\w*|бывает)|(?:случит\w*|произойд\w*|произойти)(?:\W+[\w']+){0,3}?\W+(?:что-то|что-нибудь|беда|несчастье|авария|всякое|плохое)(?=.{0,60}\b(?:ваш|тво|вам|тебе|вами|тобой|мэр))|(?:никто|полиция|охрана)(?:\W+[\w']+){0,2}?\W+(?:вас|тебя|ваших|твоих|вам|тебе)(?:\W+[\w']+){0,2}?\W+(?:не защитит|не спасет|не поможет|не убережет)|(?:никто|полиция|охрана)(?:\W+[\w']+){0,2}?\W+(?:не защитит|не спасет|не поможет|не убережет) (?:вас|тебя|ваших|твоих|вам|тебе)|не (?:будете|будешь)(?:\W+[\w']+){0,2}? (?:в безопасности|спокойно)|(?:ваши|твои) дни сочтены|берегите (?:своих |ваших )?(?:детей|родных|семью|близких)(?=.{0,50}(?:если|пока|а то|иначе))|(?:жаль|жалко) будет,? если(?=.{0,60}(?:дом|дет|доч|сын|семь|жен|машин))|подумайте о (?:своих |ваших )?(?:детях|семье|родных)(?=.{0,50}(?:прежде|пока|перед|если|иначе|или)))\b"
    ),
    fear=LazyPattern(
        r"\b(?:пожалее\w*|поплатит\w*|заплатит\w*|пеняйте на себя|пеняй на себя|хуже будет|плохо (?:будет|кончит\w*)|будет больно|не ручаюсь|не отвечаю за)\b"
    ),
    condition=LazyPattern(
        r"\b(?:если|иначе|а то|до (?:пятницы|понедельника|вторника|среды|четверга|субботы|воскресенья)|последн\w+ (?:предупреждение|шанс)|предупреждаю|пока не поздно|в следующий раз)\b"
    ),
    own=LazyPattern(
        rf"\b(?:ваш\w*|тво\w+|сво\w+)\W+(?:[\w']+\W+){{0,1}}?(?:{_RU_KIN}|{_RU_HOUSE}|жизн\w+|здоров\w+)\b|\bвсю жизнь\b|\bфизически\b"
    ),
    told=LazyPattern(
        r"\b(?:он|она|они|кто-то|солдат\w*|оккупант\w*|русск\w+|сосед\w*|мужчина|женщина|брат|сестра|мама|папа|дядя|тетя|друг|подруга|военн\w+|водитель|незнаком\w+|дети|человек|люди|тролли)\b(?:\W+[\w']+){0,6}?\W+(?:сказа\w+|говори\w+|кричал\w*|крикнул\w*|написа\w+|писа\w+|угрожа\w+|обеща\w+|шепта\w+|ответи\w+|рассказа\w+)\b"
        r"|\b(?:мне|нам|ей|ему|им) (?:[\w']+ ){0,2}?(?:сказали|говорили|кричали|крикнул\w*|написали|писали|угрожали|угрожают|пишут|говорят|обещали)\b"
        r"|\b(?:получил\w*|прочитал\w*|услышал\w*)\b(?:\W+[\w']+){0,4}?\W+(?:письм\w+|сообщени\w+|записк\w+|звон\w+|угроз\w+|коммента\w+)\b"
    ),
    unreal=LazyPattern(
        r"\b(?:представьте|представь|а если бы|если бы (?:у вас|ваш|вы|кто)|не желаю|не хочу|никогда не|никому не желаю|не дай бог|боюсь|боимся|никто не (?:должен|обязан)|что бы вы)\b"
    ),
    political=LazyPattern(
        r"\b(?:голосова\w+|проголосу\w+|выбор\w+|переизб\w+|бюллетен\w+|суд\w*|истори\w+|должност\w+|кресл\w+|мандат\w*|протест\w*|пикет\w*|совест\w+)\b"
    ),
    war=LazyPattern(
        r"\b(?:обстрел\w*|ракет\w*|дрон\w*|сирен\w*|подвал\w*|оккупаци\w*|оккупирован\w*|фронт\w*|в харькове|в херсоне|в украине|в буче|в мариуполе)\b"
    ),
)

LANGUAGES = (_EN, _UK, _RU)

# A people called beasts, or worse.
PEOPLES = LazyPattern(
    r"\b(?:(?:the |all |most |these |those |you )?(?:russians?|ukrainians?|americans?|jews?|muslims?|arabs?|chechens?|tatars?|buryats?"
    r"|caucasians|asians|africans|mexicans|immigrants|refugees|migrants))(?: people)? (?:are|is|were|will always be)(?: \w+){0,3}?"
    r" (?:animals|pigs|vermin|rats|cockroaches|subhumans?|scum|savages|filth|dogs|monkeys|parasites|orcs|beasts|trash|garbage|barbarians|slaves)\b"
    r"|\b(?:росіяни|русские|россияне|українці|украинцы|євреї|евреи|мусульмани|мусульмане|буряти|буряты|чеченці|чеченцы)\W+(?:—|–|-|це|это)?\W*(?:\w+\W+){0,2}?"
    r"(?:тварини|животные|звірі|звери|свині|свиньи|щури|крысы|таргани|тараканы|недолюди|нелюди|нелюдь|бидло|быдло|раби|рабы|сміття|мусор)\b"
)
