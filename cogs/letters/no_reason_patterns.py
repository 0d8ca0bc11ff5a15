"""The patterns by which ``no_reason`` tells what is no reason: greetings, closings, blanks, orders, requests. Pure."""

from __future__ import annotations

import re

from db.record.lazy_pattern import LazyPattern

GREETING = LazyPattern(
    r"(?:dear|hello|hi|greetings|good (?:morning|afternoon|evening|day)|to whom it may concern|to (?:the )?(?:mayor|council|governor)"
    r"|honorable|the honorable|шановн\w+|вельмишановн\w+|доброго дня|добрий день|вітаю|уважаем\w+|здравствуйте|добрый день)\b.{0,110}$",
    re.IGNORECASE,
)
HEADER = LazyPattern(
    r"(?:[*_#]{1,3} ?)?(?:subject|re|to|from|cc|date|тема|кому|від|от)\s?:\s*\S.{0,150}$", re.IGNORECASE
)
CLOSE = (
    r"(?:sincerely|respectfully|cordially|warmly|best|regards|thanks|thank you|(?:yours|very) (?:truly|sincerely|faithfully|respectfully)(?: yours)?"
    r"|(?:best|kind|warm|kindest|warmest) (?:regards|wishes)|respectfully (?:yours|submitted)|sincerely yours"
    r"|with (?:respect|thanks|gratitude|hope|appreciation|best wishes|kind regards)(?: \w+){0,3}|in solidarity|a concerned (?:citizen|resident)"
    r"|з повагою|із повагою|щиро(?: ваш\w*)?|с уважением|искренне(?: ваш\w*)?)"
)
CLOSING = LazyPattern(rf"{CLOSE}\s*[,.!–—-]*\s*$", re.IGNORECASE)
CLOSING_WITH_NAME = LazyPattern(rf"{CLOSE}\s*[,–—-]\s+[^\s.!?][^.!?]{{0,60}}$", re.IGNORECASE)
TO_FILL = (
    r"(?:your|my|insert|enter|type|name|names|full|first|last|address|city|town|state|zip|code|date|neighbou?rhood|mayor|mayor's|council|member|title|reason"
    r"|story|here|organization|phone|number|e-?mail|recipient|recipient's|country|add|fill|in|personal|optional|signature|partner|street|and|or|of|sister"
    r"|ваш\w*|ім'?я|прізвище|міст[оа]|адрес\w*|дат[ау]|назв\w+|встав\w*|вкаж\w*|впиш\w*|імені|тут|имя|фамили\w*|город\w*|укаж\w*|здесь)"
)
PLACEHOLDER = LazyPattern(
    rf"\[(?i:{TO_FILL}(?:[ ,/_-]+{TO_FILL}){{0,6}})\](?!\()"
    r"|\[[A-ZА-ЯІЇЄҐ][A-ZА-ЯІЇЄҐ _/'-]{2,40}\](?!\()"
    r"|\{\{?[^{}\n]{1,40}\}?\}"
    rf"|<(?i:{TO_FILL}(?:[ ,/_-]+{TO_FILL}){{0,6}})>"
    r"|(?<![\w.])[Xx]{3,12}(?![\w.])|_{3,}|(?<!\w)%[A-Za-z_]{3,30}%|(?<!\w)\$\{?[a-z_]{4,30}\}?"
    r"|\((?i:(?:insert|your|add|fill in|type|put|enter) (?:\w+ ){0,3}(?:name|city|town|address|story|reason|state|here|mayor|date|neighborhood))[^()\n]{0,30}\)"
    r"|\b(?:INSERT|YOUR) (?:[A-Z]+ ){0,3}(?:NAME|CITY|TOWN|ADDRESS|STORY|REASON|STATE|HERE|MAYOR|DATE)\b|\bTBD\b|\bTK{1,2}\b|\bTODO\b"
    r"|<(?i:insert|your|add|fill in|personal)\b[^<>\n]{0,90}>"
    r"|\.{8,}|\$[A-Z][A-Z_]{2,30}\b"
    r"|(?<!\w)(?i:n/a)(?:[ ,:-]+(?i:name|city|town|address|here|place|reason))*(?!\w)"
    r"|\b(?i:(?:your|my|insert|put|add|type|enter|write|fill in)(?: your| my| the| own| full| first| last)* (?:name|city|town|address|story|reason|text)|(?<![\w'’] )(?:name|city|address|signature)) (?i:goes )?(?i:here)\b(?=\W*(?:$|[\n.,;:)]))"
    r"|(?<!\w)[*@/#~<]{1,2}(?i:(?:your |my |first |last |full )?(?:name|city|town|state|address|mayor|date))[*@/#~>]{1,2}(?!\w)"
    r"|\((?i:(?:your |my |first |last |full )?(?:name|city|town|address|date|mayor(?:'s name)?))\)"
    r"|(?i:\b(?:впишіть|вставте|вкажіть|впишите|вставьте|укажите) (?:своє |свое |ваше |тут )?(?:ім['’]?я|місто|адресу|имя|город|адрес)\b)"
    r"|[«“\"](?i:ваше|ваша|ваш|моє|мое|моя) (?i:ім['’]я|прізвище|місто|имя|фамилия|город)[»”\"]"
)
# What a chatbot says around a letter that it wrote.
CHATBOT_OPENING = LazyPattern(
    r"(?:certainly|sure(?: thing)?|of course|absolutely|great question|happy to help|no problem)\b[!,.:]? ?.{0,160}$"
    r"|(?:here(?:'s|’s| is| are)|below is) (?:a|an|your|the|my|one|some) (?:\w+[ -]){0,6}?(?:letter|draft|version|email|e-mail|statement|message|revision)\b.{0,120}$"
    r"|(?:as an ai|i'm an ai|i am an ai)\b.{0,200}$",
    re.IGNORECASE,
)
CHATBOT_CLOSING = LazyPattern(
    r"(?:let me know if|would you like me to|feel free to|i hope this (?:helps|letter|draft|works)|if you(?:'d|’d| would)? like,? i can|i can also)\b.{0,240}$",
    re.IGNORECASE,
)
WHOLLY = LazyPattern(
    r"(?:your|my|full|first|last)? ?(?:name|city|town|neighbou?rhood)(?: here)?|name surname|ім'?я|имя"
    r"|(?:n/?a|none|null|nil|nope|nothing|unknown|x+|\?+|-+|–|—|\.+|тест|test|нема|немає|нет)"
    r"|(?:john|jane) (?:q\.? )?(?:doe|public)|first ?(?:name)?,? last ?(?:name)?|firstname lastname",
    re.IGNORECASE,
)
# The same in the middle of a sentence.
INSTRUCTION_INSIDE = LazyPattern(
    r"\bplease make (?:that|this|it) (?:very )?clear\b|\bplease (?:do not|don't|don’t|dont) keep (?:it|this|the draft|my)\b|\bplease help me (?:\w+ ){0,2}(?:get|write|say|make|put|word|with)\b"
    r"|\bignore (?:the|your|all|any) (?:\w+ )?(?:word|length|limits?|rules|instructions)\b|\b(?:but|please) (?:do not|don't|don’t|dont) (?:say|mention|tell|write) (?:that|it|them|about)\b(?=\s*(?:[.,;)]|$))"
    r"|\bi(?:'ll| will) (?:put|add|write|fill in) (?:a |the |my )?(?:\w+ )?(?:reason|text|rest|words|letter) (?:in )?later\b",
    re.IGNORECASE,
)
INSTRUCTION = LazyPattern(
    r"^\W*(?:hey |hi |ok |okay |so |and |also |but |please |pls |now |bot,? |dear bot,? )*(?:"
    r"(?:can|could|would|will) you (?:please |kindly |just )?(?:write|draft|compose|generate|make|rewrite|rephrase|translate|fix|correct|shorten|improve|finish|edit|polish|help me write|create|prepare|add a)\b(?! (?:back|to me|to us|down|off))"
    r"|(?:please )?(?:write|draft|compose|generate|create|produce|rewrite|rephrase|polish|proofread|translate|shorten|edit)(?: me| up| for me| this| it| my| a| an| the| in| into| about| to)*\b(?! back\b)(?=.{0,80}\b(?:letter|email|e-mail|text|draft|message|paragraph|version|template|english|ukrainian|politely?|formal|mayor|me|grammar|shorter|longer|words|spelling)\b)"
    r"|make (?:it|this|the letter|that|me|the tone|sure it|my (?:letter|words|english))(?: \w+){0,3} (?:sounds?|more|less|short|shorter|long|longer|polite|formal|angry|strong|stronger|friendly|professional|emotional|better|nice|nicer|official|personal|like|about|convincing|persuasive)\b"
    r"|keep (?:it|this|the letter|the tone) (?:\w+ )?(?:short|brief|polite|formal|simple|friendly|professional|under|to|calm|respectful)\b"
    r"|use (?:a |an |more |simple |formal |polite |strong |plain |my )+(?:\w+ )?(?:tone|language|words|english|style|voice|name)\b"
    r"|(?:do not|don't|dont|never|please don't|no need to) (?:mention|include|use|write|say|add|put|quote|tell them|reveal|name|sign)\b(?=.{0,30}\b(?:my (?:\w+ )?(?:name|age|address|job|school|family|husband|wife|status)|names?|letter|that i|the fact|my age|address|anything about|this part|tone|difficult words|big words)\b)"
    r"|(?:leave out|skip|omit|remove|delete|take out|drop) (?:the |my |that |this |any )+(?:\w+ ){0,3}(?:part|name|fact|line|sentence|paragraph|link|quote|greeting|address|thing|bit|signature)\b"
    r"|(?:add|include|put in|mention|insert|say|tell (?:him|her|them|the mayor)|explain) (?:something |a |some |that |the |my )*(?:\w+ ){0,3}(?:about|quote|statistics|facts?|sentence|paragraph|line|story|here|in the letter|for me|somehow)\b(?=.{0,60}$)"
    r"|(?:the |my )?(?:tone|style|language|length)(?: should be| must be| of the letter|(?::| =) ?(?:very |more |less )?(?:formal|polite|respectful|firm|friendly|short|simple|calm|strong|professional|angry|personal|plain|one page|under|english|\d))"
    r"|(?:as an ai|act as|pretend to be|you are an? (?:assistant|bot|ai)|ignore (?:all |the )?(?:previous|above)|chat ?gpt|prompt:)\b"
    r"|(?:i want|i need|i would like|i'd like) (?:you to (?:write|make|draft|have) (?:me )?)?(?:a |an |the |my )(?:\w+ ){0,2}(?:letter|email|draft)\b(?=.{0,60}\b(?:that|to|about|which|for|saying|asking)\b)"
    r"|(?:будь ласка,? )?(?:зроби|зробіть|сделай|сделайте) (?:це |його |її |текст |лист |это |его |письмо )?(?:коротш\w+|довш\w+|ввічлив\w+|простіш\w+|офіційн\w+|короче|длиннее|вежлив\w+|проще|официальн\w+)"
    r"|(?:будь ласка,? )?(?:напиши|напишіть|склади|складіть|переклади|перекладіть|зроби|зробіть|виправ|виправте|скороти|скоротіть|додай|додайте|прибери|приберіть|не пиши|не пишіть|не згадуй|не згадуйте|використай|використайте)\b(?=.{0,80}\b(?:лист\w*|текст\w*|мені|мер\w*|англійськ\w+|тон\w*|ввічлив\w*|ім'я|імені|коротк\w*|довш\w*|помилк\w*|абзац\w*|про)\b)"
    r"|(?:пожалуйста,? )?(?:напиши|напишите|составь|составьте|переведи|переведите|сделай|сделайте|исправь|исправьте|сократи|добавь|добавьте|убери|уберите|не пиши|не пишите|не упоминай|не упоминайте|используй|используйте)\b(?=.{0,80}\b(?:письм\w*|текст\w*|мне|мэр\w*|английск\w+|тон\w*|вежлив\w*|имя|имени|коротк\w*|ошибк\w*|абзац\w*|про|о)\b)"
    r")",
    re.IGNORECASE,
)
WHO_ASKS = r"(?:i|we|my (?:family|neighbou?rs|class|friends)(?: and i)?|the undersigned|all of us|many of us|our \w+)"
ADVERB = r"(?:(?:\w+ly|also|hereby|therefore|once more|now|just|still|too|again|must|would|do|want to|would like to|have to|can only|humbly) ){0,3}"
ASKED = r"(?:you|that (?:you|the|our|this|we)|(?:the|our|this|my|your|all) (?:\w+ ){0,2}(?:mayor|council\w*|city|county|town|state|board|governor|commission\w*|assembly|members?|officials?|leaders?)|for (?:an? |the )?(?:\w+ ){0,2}(?:end|vote|suspension|termination|resolution|hearing|break)|mayor|to (?:end|cut|sever|suspend|terminate|stop|dissolve))"
ENDING = r"(?:end|ending|cut|cutting|sever|severing|suspend|suspending|terminate|terminating|stop|stopping|break|breaking|drop|dropping|dissolve|dissolving|cancel|canceling|cancelling|withdraw|withdrawing|reconsider|reconsidering|renounce|renouncing|revoke|revoking|discontinue|discontinuing|remove|removing|vote|voting|take|taking|pause|pausing|review|reviewing|support|supporting|act|acting|do the right thing)"
REQUEST = LazyPattern(
    rf"\b{WHO_ASKS} {ADVERB}(?:am |are |is |be )?{ADVERB}(?:ask|asks|asking|urge|urges|urging|demand|demanding|request|requesting|call on|calling on|call upon|calling upon|call for|calling for|beg|begging|implore|imploring|appeal to|appealing to|plead with|pleading with|want|wish|petition|petitioning|encourage|encouraging|insist|insisting|expect|expecting|propose|proposing|recommend|recommending|suggest|suggesting|hope)\b {ADVERB}{ASKED}\b"
    rf"|\b(?:i am|i'm|we are|we're) (?:writing|reaching out|here|contacting you|coming to you) (?:\w+ )?(?:to )(?:\w+ )?(?:ask|urge|request|demand|call|beg|implore|appeal|plead|encourage|insist)\b"
    rf"|\b(?:i'm|we're) {ADVERB}(?:asking|urging|demanding|requesting|calling on|calling upon|calling for|begging|imploring|appealing to|pleading with|encouraging|petitioning|hoping)\b {ADVERB}{ASKED}\b"
    rf"|\b{WHO_ASKS} (?:would|'d) (?:\w+ )?(?:like|love|want|appreciate|ask|urge|be grateful|be glad|be thankful)\b(?: it)?(?: if)? (?:{ASKED}|to see (?:you|the|our|this|it)|an end|it if you)\b"
    r"|\b(?:it is|it's|its) (?:high |long past |past |about )?time (?:for|to|that|you|we|our|the)\b"
    rf"|\b(?:please|kindly)(?: \w+ly)? (?:consider|{ENDING}|put|sign|keep|make|bring|join|help us|do|let|listen|place|introduce|stand|speak|show|reject|refuse|hold|pass|adopt|approve|give)\b"
    rf"|\b(?:you|the (?:mayor|council|city|board|commission|governor)|our (?:mayor|council|city|board|town|county|state)|portland) (?:should|must|need to|needs to|have to|has to|ought to|had better) (?:\w+ )?{ENDING}\b"
    rf"|\b(?:we|it) (?:should|must|need to|needs to|ought to) (?:\w+ )?(?:{ENDING}|be (?:ended|cut|severed|suspended|terminated|dissolved)) (?:the|our|this|that|these|all|it|its|any|ties?|relations\w*|with)\b"
    rf"|\b(?:this|the|our|such|that|these) (?:\w+ ){{0,3}}(?:tie|ties|relationship|partnership|agreement|link|links|pairing)(?: \w+){{0,4}} (?:should|must|needs? to|has to|have to|ought to) (?:\w+ )?(?:be )?(?:end|ended|stop|stopped|go|cut|severed|suspended|terminated|dissolved|over)\b"
    rf"|\b(?:let us|let's) (?:\w+ )?{ENDING}\b"
    r"|\b(?:will|would|could|can|won't) (?:you|the (?:mayor|council|city|board|commission|governor))\b[^.!\n]{0,200}\?"
    r"|\bmy (?:request|ask|demand|plea|appeal) (?:is|to you)\b"
    r"|\b(?:i|we)(?: \w+){0,2} (?:demand|request|require) (?:all|any|every|immediate|an? \w+|the \w+|copies|records|correspondence|documents|termination|that \w+)\b"
    r"|\b(?:голосуйте|проголосуйте|розірвіть|припиніть|разорвите|прекратите|снимите|зніміть)\b"
    r"|\b(?:i|we)(?:'d|’d| would)? (?:\w+ )?(?:like|love|want|need|prefer) (?:you|the (?:mayor|council|city|board|commission|governor)) to\b"
    rf"|\b(?:i|we)(?:'d|’d| would)? (?:\w+ )?(?:like|love|want|demand|request|beg of you|ask for|seek)\b (?:\w+ ){{0,4}}?(?:gone|over|an end|the end|to do it|your support in (?:{ENDING}|ending|cutting))\b"
    rf"|^\W*(?:so |then |please |just |and )?(?:consider|do the right thing(?: and|,| by)?|join (?:me|us) in|help us) (?:\w+ )?(?:{ENDING}|asking|calling)\b"
    r"|\b(?:and|also|while you are at it|while you're at it|while we are at it),? please (?!know|note|forgive|accept|excuse|understand|believe|remember|think|imagine|do not (?:get|take|think)|don't (?:get|take|think))\w+"
    r"|\b(?:прошу|просимо|закликаю|закликаємо|вимагаю|вимагаємо|благаю|наполягаю|призываю|призываем|требую|требуем|умоляю|просим) (?:вас|мер\w*|мэр\w*|рад\w*|міст\w*|депутат\w*|город\w*|власт\w*|розірвати|припинити|разорвать|прекратить|щоб|чтобы)\b"
    rf"|\b(?:vote|voting) (?:to (?:end|cut|suspend|terminate|sever)|for (?:an end|ending))\b(?=.{{0,40}}\b(?:please|now|today|tie|it)\b)",
    re.IGNORECASE,
)
NO_REQUEST = LazyPattern(
    r"\b(?:did not|didn't|do not|don't|never|not) (?:ask|want|urge|request|demand|expect|hope)\b"
    r"|\b(?:he|she|they|zelensk\w+|neighbors?|my \w+) (?:asked|asks|urged|urges|begged|wanted)\b",
    re.IGNORECASE,
)
FILLER = LazyPattern(
    r"(?:lorem ipsum.*|(?:test(?:ing|s)?|blah?|bla|foo|bar|baz|text|reason|my reason|hello|hi|ok|okay|nothing|none|n/?a|idk|no idea|whatever|something"
    r"|тест|бла|привіт|нічого|не знаю|текст|причина|привет|ничего)(?:[\s,.!]+(?:test(?:ing)?|bla|blah|foo|bar|baz|text|тест|бла|world|123))*)[\s.!?]*",
    re.IGNORECASE | re.DOTALL,
)
LINK = LazyPattern(
    r"\b(?:t\.me|bit\.ly|goo\.gl|youtu\.be|wa\.me|tinyurl\.com)/\S{1,300}|\bhttps?://\S{3,300}|\bwww\.[\w-]{2,60}\.\S{2,300}|\b[\w-]{2,40}\.(?:com|org|net|gov|edu|ua|info|us|eu|io|ru|me)(?:/\S{0,300}|\b)(?!@)"
)
# A mere request, which is no reason for it.
MERE_REQUEST = LazyPattern(
    r"(?:(?:please|pls|plz|just|now|today|already|asap|dear|mayor|hey|hi|stop|no more|enough)\W+)*"
    r"(?:(?:end|stop|cut|drop|cancel|kill|break|sever|suspend|dump) (?:it|this|that|them|(?:the |this |that |our |all )?(?:\w+ )?(?:ties?|deal|friendship|partnership))"
    r"|vote (?:yes|no|it (?:out|down|off))|do it|do the right thing|shame(?: on you)?|stop (?:the )?(?:war|russia|putin)|slava ukraini|glory to ukraine|no russia|fuck (?:putin|russia)"
    r"|слава україні|героям слава|розірвіть (?:це|угоду|зв'язки)|припиніть це|разорвите (?:это|договор|связи)|прекратите это)"
    r"(?:\W+(?:please|pls|plz|now|today|already|asap|thanks|thank you|будь ласка|пожалуйста))*",
    re.IGNORECASE,
)
# A request that has an end in sight, where the letter asks for a lasting one.
PAUSES = LazyPattern(
    r"\b(?:end|ended|ending|cut|suspend\w*|pause\w*|stop\w*|break|freeze|take (?:it|that|the \w+) back|taking (?:it|that|the \w+) back)\b[^.!?\n]{0,60}\b(?:until|till|as long as|for now|for the time being|while (?:this|the|their) (?:war|invasion))\b"
    r"|\b(?:say|saying|said|answer|mean) [\"'“‘«]?not now\b|\bnot now\b[^.!?\n]{0,30}\b(?:never|forever|for ever|for good)\b"
    r"|\b(?:приостановите|призупиніть|заморозьте|поставьте на паузу|поставте на паузу)\b"
    r"|\b(?:пусть|хай|нехай) [^.!?\n]{0,40}(?:подожд[её]т|почекає|зачекає)\b"
    r"|\b(?:set|put) (?:it|this|that|(?:the|our|your) (?:\w+[- ])?\w+) (?:aside|on hold|on ice)\b|\b(?:only|just) (?:a )?(?:pause|suspension)\b",
    re.IGNORECASE,
)
# A request to be told how the tie stands; what asks for more than that; and where others want more.
WANTS_TO_KNOW = LazyPattern(
    r"\b(?:tell|say|state|answer|explain|know|hear)\b(?: (?!(?:him|her|them)\b)[\w'’]+){0,3}? (?:whether|if|that it (?:still|no longer))\b(?! (?:they|he|she|people|anybody|anyone|my|her|his)\b)"
    r"|\b(?:somebody|someone|you|the (?:city|county|council|mayor)|an? (?:office|official)) (?:should|must|ought to|needs to|to) (?:\w+ )?(?:say|tell us|answer)\b"
    r"|\b(?:like|want|need|love|glad|hope) to (?:know|hear|learn|be told) (?:where|how|whether|what|if) (?:it|this|that|the tie|things|we) (?:stands?|is|are)\b"
    r"|\b(?:хочу|хотела бы|хотел бы|хотіла б|хотів би) (?:просто |только |лише )?(?:знать|знати|узнать|дізнатися)\b"
    r"|\bis it (?:\w+ )?or (?:is it )?not\b|\bsay the word\b|\b(?:yes|over|ended|dead) or (?:no|not|alive)\?"
    r"|\b(?:does|is|do) (?:it|this|that|the \w+|our \w+|we)\b[^.!?\n]{0,40}\bstill\b[^.!?\n]{0,60}\?"
    r"|\bсказ\w+ (?:\S+ ){0,3}(?:чи|ли)\b|\bскаж\w+ (?:\S+ ){0,3}(?:чи|ли)\b|\bчи (?:\S+ ){0,4}досі\b|\bдо сих пор ли\b",
    re.IGNORECASE,
)
WANTS_MORE = LazyPattern(
    r"\b(?:end|ends|ended|ending|cut|cutting|sever\w*|suspend\w*|terminat\w*|dissolv\w*|drop|dropped|pause\w*|cancel\w*|withdraw\w*|revok\w*|break off|close the book|vote|voted|voting|take (?:it |that |this )?(?:down|away|off)|remov\w*|stop)\b"
    r"|\b(?:розірв\w+|припин\w+|скасу\w+|заверш\w+|разорв\w+|прекра\w+|отмен\w+|расторг\w+|проголос\w+)",
    re.IGNORECASE,
)
OTHERS_WANT_MORE = LazyPattern(
    r"\bsome (?:of us|people|say|think)\b|\b(?:not|never) (?:here to )?(?:ask|asking|want|demand)\b|\b(?:he|she|they) (?:voted|ended)\b",
    re.IGNORECASE,
)
# A request to end what the record says has ended.
STILL_ENDS = LazyPattern(
    rf"\b(?:should|ought to|must|needs? to|has to|have to|want|please|asks?|asking|demand|time to|i'd like|would like) (?:\w+ ){{0,6}}?{ENDING}\b[^.!?\n]{{0,60}}\b(?:tie|ties|deal|sister|relationship|partnership|agreement|pact|friendship|it)\b"
    r"|\b(?:should|ought to|must|needs? to|has to) (?:\w+ )?(?:come|be taken|be torn|go|be voted) (?:down|out|off|away)\b"
    r"|\b(?:vote|take|tear|pull|bring|get) (?:it|this|that|the (?:sign|tie|deal|agreement|partnership)) (?:\w+ )?(?:out|down|off|away|over with)\b"
    r"|\b(?:want|like|ask|asking|beg|hope for) (?:you|the \w+(?:-ups)?|our \w+) to (?:vote|act|decide|end it|do (?:it|that|the same))\b(?! for)"
    r"|\b(?:прошу|просимо|треба|потрібно|нужно|надо|пора)\b[^.!?\n]{0,40}\b(?:розірв\w+|припин\w+|разорв\w+|прекрат\w+|закр\w+)",
    re.IGNORECASE,
)
# That somebody broke the law, without a source.
ACCUSES = LazyPattern(
    r"\b(?:mayor\w*|council\w*|commission\w*|governor\w*|he|she|they|you|officials?|politicians?)\b[^.!?\n]{0,40}\b(?:(?:is|are|was|were|been) bought|bought (?:off|and paid)|bribed?|bribes|paid (?:off|by)|on the payroll|in the pocket|takes? (?:money|bribes)|taking (?:money|bribes)|took (?:money|bribes)|corrupt|on the take|(?:russian|putin's|kremlin|foreign) (?:agents?|spy|spies|assets?)|laundering|embezzl\w+|stole|stealing)\b",
    re.IGNORECASE,
)
CAMPAIGN = LazyPattern(
    r"\b(?i:as a candidate|i(?:'m|’m| am) (?:a candidate|running for)|my campaign|our campaign for|chip in|donate (?:at|to my|here|today)|paid for by|vote for me)\b|^[Vv]ote (?:for )?[A-Z]\w+|\b[A-Z]\w+ (?:for (?:Mayor|Council|Senate|Congress|Governor))\b"
)
OTHER_TIE = r"(?:agreement|tie|ties|partnership|sister|deal|pact|relationship|memorandum|pairing)"
# Marks that were spoken, and stand in the text as words: those that mean nothing else, and those that may.
SPOKEN_MARK = LazyPattern(
    r"\b(?:question mark|exclamation (?:mark|point)|new (?:paragraph|line)|full stop|open quotes?|close quotes?|comma)\b(?! (?:is|was|splice|in the)\b)"
    r"|\b(?:знак питання|знак оклику|новий абзац|новий рядок|кома)\b|\b(?:вопросительный знак|восклицательный знак|новый абзац|новая строка|запятая)\b",
    re.IGNORECASE,
)
MAYBE_SPOKEN = LazyPattern(r"(?<=[a-z] )(?:period|semicolon|colon|dash)(?= [a-z])|\b(?:крапка|точка)\b", re.IGNORECASE)
# Something between the writer and somebody there, which is no matter of the office's.
BETWEEN_THEM = LazyPattern(
    r"\b(?:our (?:marriage|divorce|affair|wedding|custody|breakup|break-up)|my ex(?:-(?:husband|wife|boyfriend|girlfriend))?\b(?! (?:student|colleague))|child support|alimony|you cheated|you dumped me|you left me|when we (?:were married|dated|were together)"
    r"|(?:you|he|she|the mayor|councill?or \w+) (?:still )?owes? me\b|you know (?:very well )?who you are)"
    r"|\b(?:наш(?:е|ий|ого) (?:шлюб\w*|розлучення)|мій колишній|моя колишня|аліменти|винен мені|винна мені)\b|\b(?:наш(?:а|его)? (?:брак\w*|развод\w*|свадьб\w*)|мой бывший|моя бывшая|алименты|должен мне|должна мне)\b",
    re.IGNORECASE,
)
