"""Cues: the wordings by which a line of a news page shows that it is furniture.

Each table is (kind, patterns). ``WHOLE`` patterns must match a whole line, ``OPENINGS`` its beginning, ``ANYWHERE`` any
part of it; case is ignored. They hold for news pages in general: no outlet is named.
"""

from __future__ import annotations

from headwater.model.article import FurnitureKind as Kind

_MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAYS = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_CLOCK = (
    r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s*\(?[a-z]{2,4}(?:[+-]\d{1,2})?\)?)?|\d{1,2}\s*[ap]\.?m\.?"
)
_DAY = (
    rf"(?:{_MONTHS}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d|\d{{1,2}}(?:st|nd|rd|th)?\.?\s+(?:of\s+)?{_MONTHS},?\s+(?:19|20)\d\d"
    r"|(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:(?:19|20)\d\d|\d\d))"
)
_WHEN = (
    rf"(?:{_WEEKDAYS},?\s+)?(?:{_CLOCK})?[\s,|·•at-]{{0,6}}(?:{_WEEKDAYS},?\s+)?{_DAY}"
    rf"(?:[\s,|·•t/@-]{{0,5}}(?:at\s+)?(?:{_CLOCK}))?(?:\s*\(?[a-z]{{2,4}}\)?)?"
)
_STATED = r"(?:first |originally |last )?(?:published|posted|updated|modified|created|issued|filed|date|released|edited|print edition)"

WHOLE: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    (
        Kind.METADATA,
        (
            rf"(?:{_STATED}(?: on| at| by)?\s*:?\s*)?{_WHEN}\.?",
            rf"{_STATED}(?: on| at)?\s*:?\s.{{0,80}}(?:19|20)\d\d.{{0,40}}",
            rf"{_STATED}\s*:?\s*(?:\d+|an?|one) (?:minutes?|mins?|hours?|days?|weeks?|months?|years?) ago",
            r"(?:\d+|an?) (?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?) ago",
            r"\(?\d{1,3}[ -]?min(?:ute)?s?[ -]read\)?|reading time:? .{1,20}|estimated read(?:ing)? time.{0,20}|\d+ min(?:ute)?s? to read",
            rf"(?:[\w.'’ -]{{2,60}}[,|•·–-]\s*)?{_WHEN}\s*(?:[|•·–-]\s*.{{2,60}})?",
            r"\d[\d,.]*k? (?:comments?|shares?|views?|likes?|retweets?)",
        ),
    ),
    (
        Kind.NAVIGATION,
        (
            r"(?:skip|jump) to (?:main |the )?(?:content|navigation|search|footer).{0,20}",
            r"(?:home|menu|search|close|share|print|e-?mail|save|copy link|tweet|facebook|twitter|whatsapp|linkedin|telegram|reddit|pinterest|messenger|flipboard|x|sms|instagram|youtube|rss|tiktok)",
            r"(?:share|tweet|print|e-?mail|save|pin|like|follow|facebook|twitter|whatsapp|linkedin|telegram|reddit|copy link|x|flipboard|gmail|messenger|pinterest|instagram|youtube|link)(?:\s*[|/,·•]?\s*(?:share|tweet|print|e-?mail|save|pin|like|follow|facebook|twitter|whatsapp|linkedin|telegram|reddit|copy link|flipboard|gmail|messenger|pinterest|instagram|youtube|link|this|article|story|on|via|by|and)){1,12}",
            r"share (?:this|on|via|article|story|full article|options?|tools?|with|close).{0,60}",
            r"(?:load|show|see|view) (?:more|all|less|fewer)(?: .{1,30})?\s*[»›>→.…]{0,3}",
            r"(?:see all|view all|show all|more in|back to|return to) .{1,60}",
            r"(?:most|more) (?:popular|read|viewed|shared|watched|commented|recent)(?: (?:stories|articles|news|posts|videos?|now|today|in .{1,30}))?:?",
            r"(?:trending|popular|top stories|latest news|latest|editor'?s'? picks?|topics?|tags?|more news|breaking news|headlines|latest stories|top news|trending now|in the news|featured|home page|homepage)(?: now| today)?:?",
            r"(?:next|previous|prev|older|newer)(?: (?:article|story|post|page|slide|image|photo|up))?\s*[»›>→]?|[«‹<←]\s*(?:back|previous|prev|older)",
            r"(?:tags?|topics?|filed under|categories|category|keywords|in this (?:article|story)|more on|more about|section|sections|related topics?)\s*:.{0,200}",
            r"(?:play|pause|mute|unmute|fullscreen|replay|play video|now playing|up next|watch now|listen|listen now|live|on air|loading|advertisement|ad|ads|advert|sponsored|promoted|paid content|play audio)[ .…]{0,4}",
            r"(?:article|story) continues (?:below|after).{0,40}|continue reading(?: below| the main story)?.{0,40}|advertisement\b.{0,60}|scroll (?:down )?(?:for|to) .{1,40}|(?:story|text|article) continues?",
            r"(?:hide|show|toggle|expand|open|close)(?: .{0,3}| (?:caption|image|menu|comments?|details|navigation|toggle caption).{0,20})",
            r"(?:enlarge|zoom|toggle caption|enlarge this image|view gallery|view slideshow|full screen|see gallery|open gallery|\d+ of \d+|\d+/\d+)(?: .{0,20})?",
            r"listen to (?:this|the) (?:article|story|audio).{0,60}|this (?:article|story) can be listened.{0,40}",
            r"\W{1,40}",
        ),
    ),
    (
        Kind.RELATED,
        (
            r"(?:read|see|view|find out|learn|know) more\s*(?:[»›>→…:.-]{0,3}|here\.?)",
            r".{3,160}(?:\s[-–—|:]\s*|\s\()(?:in pictures|in photos|in numbers|in maps|pictures|photos|video|videos|audio|gallery|photo gallery|live updates?|as it happened|podcast|in charts|explainer|infographic|slideshow|timeline)\)?",
            r"(?:related|recommended|see also|read also|also read|more stories|you may also like|you might also like|more from .{1,40}|related (?:stories|articles|news|content|coverage|topics|links|posts|video|videos|reading)|recommended (?:stories|for you|reading|articles|videos)|further reading|what to read next|read next|more on this(?: story| topic)?|more like this|don'?t miss|around the web|from around the web|promoted stories|suggested (?:stories|reading)|more coverage|in case you missed it)(?: stories| articles)?\s*:?",
        ),
    ),
    (
        Kind.CREDIT,
        (
            r"(?:image |photo |picture |video |media |photograph )?(?:credit|source|courtesy|copyright|caption|image source|image caption|image copyright)s?\s*[:/].{1,120}",
            r"(?:photo|photograph|photos|image|picture|video|illustration|graphic|pic)s? (?:by|courtesy of?|credit|via|from)\b.{1,100}",
            r"(?:photo|image|picture|photograph|pic|foto)s?\s*[:/©|]\s?.{1,100}",
            r"[\w.'’ -]{2,60}\s*[|/]\s*[\w.'’ -]{2,40}\s*[|/]\s*(?:getty|afp|ap|reuters|shutterstock|epa|via).{0,40}",
            r".{0,80}\b(?:getty images|afp/getty|shutterstock|epa-efe|ap photo|associated press photo|istock|alamy|zuma press|sipa usa|nurphoto|anadolu via getty)\b.{0,40}",
            r"(?:©|\(c\))?\s*(?:[\w.'’ -]{2,40}\s*[/|,]\s*)?(?:reuters|ap|afp|epa|getty|associated press|the associated press|bloomberg|pool|ap photo)(?:\s*[/|]\s*[\w.'’ -]{2,40}){0,2}",
        ),
    ),
    (
        Kind.LEGAL,
        (
            r"(?:privacy policy|terms (?:of (?:use|service)|and conditions|& conditions)|cookie (?:policy|settings|preferences)|about us|contact us|advertise(?: with us)?|careers|accessibility|sitemap|do not sell my (?:personal )?info(?:rmation)?|your privacy choices|corrections?|help|faq|imprint|disclaimer)(?:\s*[|·•/]\s*.{0,100})?",
            r"(?:order|get|buy|purchase|request|obtain) (?:a )?reprints?.{0,60}|reprints?(?: (?:and|&) permissions?)?|rights (?:and|&) permissions?",
            r"all rights reserved\.?.{0,80}",
        ),
    ),
    (
        Kind.NOTICE,
        (
            r"(?:powered|translated) by (?:an? )?(?:automated|automatic|machine|google|ai).{0,40}",
            r"(?:leave|post|add|write|submit) (?:a |your )?(?:comment|reply).{0,40}|comments?(?: \(\d+\))?|join the (?:conversation|discussion).{0,40}|\d+ comments?|view comments?|show comments?|no comments yet.{0,30}|comments are closed\.?|be the first to comment.{0,30}",
            r"(?:this (?:article|story) is (?:for )?(?:premium|subscriber|member)s?[ -]?(?:only|exclusive)?.{0,60})|subscriber[- ]only.{0,40}|premium(?: content)?",
        ),
    ),
)

OPENINGS: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    (
        Kind.NEWSLETTER,
        (
            r"sign[ -]?up (?:for|to|here|now|today|and|below|with|free)\b",
            r"subscribe (?:to|now|here|today|for|and|via|free)\b",
            r"(?:get|receive|have) (?:the |our |all |your |more |breaking |daily |a |weekly |free )+.{0,80}(?:inbox|newsletter|e-?mail|news alerts|briefing)",
            r"(?:get|receive) .{0,80}(?:delivered|sent|straight|direct(?:ly)?) (?:straight |directly )?(?:to|into) your (?:inbox|e-?mail|phone)",
            r"(?:stay|keep) (?:informed|up to date|updated|connected|ahead|in the know|in touch) with\b",
            r"(?:join|follow) (?:our|us|the .{1,40}(?:telegram|whatsapp)) .{0,60}(?:channel|telegram|whatsapp|facebook|twitter|instagram|newsletter|community|google news)",
            r"follow (?:us|.{2,40}) on (?:facebook|twitter|instagram|google|x\b|telegram|whatsapp|linkedin|tiktok|youtube|flipboard|social|bluesky|threads)",
            r"(?:enter|submit|confirm) your e-?mail|your e-?mail address|by (?:signing|subscribing|submitting|clicking|entering|providing).{0,40}you (?:agree|accept|consent|will|are|acknowledge|confirm|understand)",
            r"(?:thank you|thanks) for (?:signing up|subscribing|your subscription)|you(?:'|’)?(?:ve| have|'re| are) (?:successfully |now )?(?:subscribed|signed up|been added)",
            r"(?:our |the )?(?:free |daily |weekly |morning |evening )*newsletters?\b.{0,60}$",
            r"download (?:the|our) .{0,30}app\b|get (?:the|our) .{0,30}\bapp\b",
            r"(?:want|need) (?:more|the best|to (?:get|stay|read|receive)).{0,80}(?:newsletter|inbox|sign up|subscribe)",
            r"(?:this (?:article|story|piece|analysis|column) (?:is|was|first|originally)) .{0,40}(?:from|part of|in|appeared in) .{0,60}newsletter",
        ),
    ),
    (
        Kind.RELATED,
        (
            r"(?:watch|read|see|listen|related|also|more|video|photos|gallery|read more|read also|also read|see also|watch live|watch also|watch more|watch now|watch video|related stor(?:y|ies)|related articles?|related news|related coverage|related video|related link|read next|up next|must read|don'?t miss|recommended|explainer|live updates|in pictures|in photos|opinion|analysis|further reading|podcast|background|you may also like|more on this|more from .{1,40}|click here to (?:read|watch|see)[^:]{0,40}|photo gallery|see pics|interactive|quiz|slideshow|earlier|full coverage|from the archives?|what to know)\s*(?::|[|»›>►▶→]|\s[-–—])\s*\S",
            r"(?:»|›|►|▶|→|>>|➡|👉|•\s*read)\s*\S",
            r"click here (?:to|for)\b|(?:for more|read more|find more|see more|learn more) (?:on|about|from|news|stories|coverage|information|at)\b.{0,100}$",
            r"(?:read|watch|see|view|listen to) (?:the |our |his |her |their )?(?:full|complete|entire|original|whole) (?:story|article|interview|report|piece|statement|letter|text|video|episode|transcript|coverage|post|column|speech)\b.{0,80}$",
        ),
    ),
    (
        Kind.CAPTION,
        (
            r"(?:file|archive|archival|library|stock|representative|representational|representation|undated|handout|illustrative|screenshot|screengrab|screen grab|undated handout) ?(?:photo|picture|image|pic|photograph|handout|video|illustration|footage|grab)?\s*[:–—-]+\s",
            r"(?:file|archive|library|representational|illustrative) (?:photo|picture|image|photograph)\b",
            r"(?:image|photo|picture) ?(?:caption|shows|illustration)\b",
            r"(?:an? |the )?(?:image|photo|picture|handout|screenshot|screengrab|still|photograph|satellite image|aerial view|view|general view|combination(?: picture)?|video grab) (?:taken|provided|released|made available|grabbed|posted|shared|supplied|shot|obtained) (?:on|by|from|in|to)\b",
            r"(?:in|on) this (?:[\w.,]+ ){0,6}?(?:file |handout |undated |courtroom |combination |combo |frame |image |satellite )?(?:photo|photograph|picture|image|sketch|frame grab|combo|video)\b",
            r"this (?:combination |combo |file |handout |undated |image |satellite )?(?:photo|photograph|picture|image|frame grab|still)(?: combo| combination)? (?:taken|provided|released|made|from|shows|posted|of|shot)\b",
            r"(?:pictured|photographed|seen here|from left|from right|left to right|clockwise from|top left|above|below|left|right|pictured above)\s*(?:[:,]|to right)",
        ),
    ),
    (
        Kind.CREDIT,
        (
            r"\(?(?:additional |further )?(?:reporting|writing|compiled|edited|editing|translated|written) (?:and writing |and editing |for .{1,40}? )?by\s+[A-Z]",
            r"[\[(]?(?:the )?(?:associated press|reuters|afp|agence france-presse|bloomberg|press association|news agencies|agencies|wires?|the canadian press|upi|dpa|ap|wire services?|[A-Z][\w.'’-]+ [A-Z][\w.'’-]+(?:,? (?:and |in )?[A-Z][\w.'’-]+){0,12})[^.]{0,120} (?:also )?contributed (?:additional |some )?(?:reporting|to)\b",
            r"[\[(]?(?:the )?(?:associated press|reuters|afp|agence france-presse|news agencies|agencies|wires?|wire services?)(?:,? (?:and|,) .{2,60})? (?:also )?contributed\b",
            r"(?:with|includes?) (?:additional )?(?:reporting|material|information|files?|reports?|inputs?|input|agency inputs?) (?:by|from|via)\b.{1,80}$",
            r"[\[(]?with (?:agenc(?:y|ies)|agency inputs?|wires?|wire reports?|inputs? from .{2,40}|reuters|ap|afp)[.\])]{0,2}$",
            r"[\[(]?(?:source|sources|via|agencies|from agencies|news agencies)\s*[:\]]",
            r"(?:reach|contact|follow|email|e-mail|write to|tweet) (?:the )?(?:reporter|writer|author|correspondent|him|her|them|journalist|[A-Z][\w.'’-]+ [A-Z][\w.'’-]+)\b.{0,40}(?:@|\bon\b|\bat\b)",
        ),
    ),
    (
        Kind.LEGAL,
        (
            r"(?:©|\(c\)|&copy;)\s*(?:copyright\s*)?(?:\d{4}|[A-Z])",
            r"copyright\s*(?:©|\(c\)|\d{4}|by\b|:)",
            r"(?:this|the) (?:material|content|article|site|website|page|document|story|report|work) (?:may not|is (?:protected|copyright|intended|provided|subject|licensed|published under|republished)|was (?:originally|first) published|has been (?:republished|published|auto|generated)|originally appeared|first appeared|appeared)",
            r"(?:except for the headline|disclaimer\s*[:–-]|the views expressed|views expressed|the opinions expressed|opinions expressed|the author is solely|our standards\b|editorial standards)",
            r"(?:republish|republishing|to republish|to learn more about republish|for permission|for reprint|to reprint|to license|license this|copyright holder|registered (?:office|in england))\b",
            r"(?:we (?:may )?(?:earn|receive) (?:a |an |affiliate )?(?:small )?commission|as an amazon associate|if you (?:buy|purchase|click))",
            r"(?:report|spotted|see|notice) (?:a |an )?(?:typo|error|mistake|correction)|do you have (?:a )?(?:news )?(?:tip|information to share|something to share)|got a (?:news )?tip|have a (?:news )?tip|if you have a (?:news )?tip|send (?:us )?(?:your )?(?:news )?tips?\b|contact us (?:at|by|via)|get in touch",
        ),
    ),
    (
        Kind.NOTICE,
        (
            r"(?:this (?:site|website|page|web site)|we|our (?:site|website|partners)) (?:and our (?:\d+ )?partners )?(?:uses?|may use|store|process) (?:cookies|and our|information|data)",
            r"(?:accept|reject|manage|allow) (?:all |my |your )?(?:cookies|preferences|consent)",
            r"(?:please )?(?:enable|turn on|disable|turn off) (?:javascript|cookies|your ad ?block)",
            r"(?:your browser|you need to|javascript (?:is|must)|to (?:use|view|watch|continue|read|enjoy|comment)\b.{0,40}(?:enable|javascript|log in|subscribe|sign in|register|browser))",
            r"(?:we(?:'|’| ha)?ve|.{2,40} has) (?:removed|closed|disabled|turned off|suspended|ended) (?:its|our|the) comment",
            r"(?:comments? (?:are|is|have been|will be|on this|policy)|commenting (?:is|has|on)|log ?in to|sign in to|you must be (?:logged|registered)|please (?:log|sign|register|subscribe|read our comment|respect|be respectful|note that comments)|we (?:welcome|encourage|invite) (?:you|your|our|readers|comments))\b",
            r"(?:you have|you've|you’ve) (?:reached|read|used|run out|\d+|exceeded|hit) .{0,60}(?:free|limit|articles?)",
            r"(?:subscribe|register|log in|sign in|login) (?:to|or|now|for) .{0,60}(?:continue|read|access|unlimited|full)",
            r"(?:editor(?:'|’)?s?'? note|note to readers|correction|clarification|update|this (?:story|article|post|report|headline|version|page|piece) (?:has been|was|is being|will be|is) (?:updated|corrected|amended|edited|changed|revised|a developing|developing|breaking))\b.{0,3}(?:$|.*(?:updat|correct|version|earlier|clarif|amend|chang|previous|developing|refresh|check back|translat|publish|stated|misstated|headline))",
            r"(?:this is a (?:breaking|developing)(?: news)? (?:story|news)|breaking news story|more (?:details )?(?:to follow|soon|to come)|check back (?:for|soon)|(?:please )?refresh (?:this|the) page)",
            r"(?:note|please note|editor's note): this (?:article|page|text) (?:was|has been|is) (?:automatically|machine)",
        ),
    ),
    (
        Kind.METADATA,
        (
            r"(?:by|von|par|por|di|door|av|af)[:\s]\s*(?:[A-Z][\w.'’-]*|[A-Z]\.|de|van|von|der|al|el|bin|and|und|et|y|&|the|for|in|of|,|\||/|-|•)(?:[ ,|/•-]{1,3}(?:[A-Z][\w.'’-]*|de|van|von|der|den|al|el|bin|la|le|da|di|and|und|et|y|&|for|in|of|the|\||correspondent|reporter|editor|staff|writer|agencies|at|[A-Z]+)){0,16}$",
            r"(?:by|story by|words by|written by|reported by|from|author|authors|posted by|published by)\s*:\s*[A-Z][\w.'’ ,&|/-]{2,100}$",
        ),
    ),
)

ANYWHERE: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    (
        Kind.LEGAL,
        (
            r"\ball rights reserved\b",
            r"may not be (?:published|reproduced|copied|reprinted)[^.]{0,60}(?:broadcast|rewritten|redistributed|permission|without)",
            r"(?:to learn more about|for information on|find out (?:more )?about) (?:republishing|licensing|reprint)",
            r"(?:registered|incorporated) in england (?:and|&) wales",
            r"\b(?:is|are) not responsible for the content of external",
        ),
    ),
    (
        Kind.NEWSLETTER,
        (
            r"^.{0,100}\bsign up (?:for|to) (?:our|the|your|receive|get) .{0,60}(?:newsletters?|alerts?|briefing|updates|inbox)",
            r"^.{0,100}\b(?:delivered|sent|straight|direct(?:ly)?) (?:straight |directly )?(?:to|into|in) your (?:inbox|e-?mail|phone)",
        ),
    ),
    (
        Kind.CAPTION,
        (
            r"\((?:[^()]{0,60}[/|: ])?(?:file|archive|library|handout|stock)(?: (?:photo|picture|image|photograph|pic))?\)\.?$",
            r"[(\[](?:(?:photo|image|picture|photograph|source|credit|courtesy|illustration|pic)s?\s*[:/]?\s*(?:by|credit|from|courtesy|via|of)?\b[^()\[\]]{1,100})[)\]]\.?$",
            r"[(\[][^()\[\]]{0,80}(?:getty|afp|reuters|associated press|shutterstock|ap photo|epa|via ap|via reuters|pool|/ap|ap/|anadolu|xinhua|istock|alamy|nurphoto|zuma|sipa|imago|bloomberg|wikimedia|flickr|instagram|facebook|twitter)[^()\[\]]{0,60}[)\]]\.?$",
            r"(?:\.|\s|^)(?:[\w.'’ -]{2,40})(?:/[\w.'’ -]{2,40}){0,2}\s?(?:via|/)\s?(?:reuters|ap|afp|getty images|getty|epa|associated press|shutterstock|bloomberg)(?:/[\w .'’-]{2,30})?\.?$",
            r"\b(?:photo|image|picture|photograph|pic)s?\s?(?:by|:|credit:|courtesy(?: of)?)\s?[A-Z][\w.'’ /-]{2,60}$",
        ),
    ),
)
