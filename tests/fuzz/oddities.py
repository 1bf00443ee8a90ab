"""What odd pages are made of: characters, references, attributes, addresses, data, and whole runs of elements."""

from collections.abc import Callable
from random import Random

PROSE = (
    "The council met on Tuesday and agreed to mend the bridge before the winter, whatever it may cost.",
    "Nobody had asked the ferryman, who has crossed here for thirty years and means to go on for ten more.",
    "“We were told in March,” he said, “and I read the rest of it in the paper, as everybody else did.”",
    "Die Fähre fährt ab Montag wieder, sagte das Hafenamt, drei Wochen nach dem Sturm und seinen Folgen.",
    "Le pont restera fermé jusqu’au printemps, a annoncé la mairie, qui promet une navette aux habitants.",
    "桥梁将于春天重新开放，市政府星期一表示，维修工程已经进行了三个月，费用超过预算。",
)
LABELS = (
    "Leave a Reply", "Advertisement", "Read more: Bridge to close", "Share this:", "By | June 5, 2026", "By Ana Pires",
    "SHOP NOW AND SAVE", "Subscribe to our newsletter", "© 2026 Example Media. All rights reserved.", "12 Comments",
    "Foto: dpa", "* * *", "(Reuters)", "Related articles", "Sign up", "We use cookies. Accept all", "Bridge to close",
)  # fmt: skip
CHARACTERS = (
    "\0", "\x01", "\x08", "\x0b", "\x0c", "\r", "\x1b[31m", "\x1b]0;x\x07", "\x7f", "\x80", "\x85", "\x9b", "\xa0",
    "\xad", "\u0300" * 40, "\u061c", "\u200b", "\u200d", "\u2028", "\u2029", "\u202e", "\u2066", "\ud800", "\udc00",
    "\ud83d\ude00", "\ufdd0", "\ufeff", "\ufffd", "\uffff", "\U0001f600", "\U000e0041", "\U0010ffff", "İ", "ß", "ﬁ",
    "<", ">", "&", "<!", "<![", "<!--", "-->", "<?", "]]>", "</", "<3", "\"'", "{{x}}", "\\ud800", "‹![", "</body>",
    "</html>", "<body>", "<p>", "</p>", "<br>",
)  # fmt: skip
REFERENCES = (
    "&#0;", "&#1", "&#8;", "&#27;[2J", "&#127;", "&#128;", "&#150;", "&#155;", "&#xD800;", "&#xDFFF;", "&#x110000;",
    "&#99999999999;", "&#-1;", "&#x;", "&#;", "&amp;", "&amp;amp;lt;", "&lt;p&gt;", "&nbsp;", "&nbsp", "&nosuch;",
    "&#xFFFE;", "&NotEqualTilde;", "&", "&#x1F600;", "&shy;", "&zwj;",
)  # fmt: skip
NAMES = (
    "", "content", "article-body", "related-posts", "share", "sharedaddy", "newsletter", "comments", "caption", "ad",
    "widget", "popup", "sponsored", "byline", "author-bio", "paywall", "hidden", "nav", "footer", "a b c d e f g h",
    "entry-content", "promo", "consent", "tags", "breadcrumb", "\x1b[1m", "ad\u00a0x", "x" * 300,
)  # fmt: skip
TAGS = (
    "p", "div", "span", "li", "ul", "h1", "h2", "h6", "blockquote", "td", "tr", "table", "section", "article", "main",
    "aside", "figure", "figcaption", "a", "b", "em", "pre", "code", "form", "button", "label", "details", "summary",
    "dl", "dt", "dd", "font", "center", "amp-ad", "x-y", "template", "noscript", "svg", "math", "frameset", "frame",
    "iframe", "select", "option", "textarea", "plaintext", "xmp", "image", "isindex", "ruby", "rp", "body", "html",
    "head", "title", "meta", "link", "base", "nobr", "marquee", "object", "video", "script", "style", "p:p", "o:p",
    "x" * 200,
)  # fmt: skip
ADDRESSES = (
    None, "", "https://www.example.org/2026/06/bridge-to-close-in-spring", "http://[x", "http://[::1]:99999/", "//x",
    "javascript:alert(1)", "http://" + "x" * 300 + ".example/", "https://例え.テスト/道", "mailto:a@b", "http://x:y/",
    "not a url", "http://\x00/", "https://ex ample.org/a b", "HTTP://EXAMPLE.ORG:80/%zz", "https://.../", "data:,x",
    "http://1.2.3.4.5/", "https://xn--/", "https://www.co.uk/", "about:blank", "file:///etc/passwd", "https://a@b@c/",
)  # fmt: skip
JSON = (
    "null", "[]", "{}", "3", '"x"', "[[[[[[]]]]]]", "{", "\x00", "NaN", "1e999", '{"@type": null}', "[null, 1, {}]",
    '{"@type": ["NewsArticle", 3], "headline": ["a", {"b": 1}], "author": [null, 3, [], {"name": {"x": 1}}]}',
    '{"@type": "NewsArticle", "headline": "\\ud800 half", "author": "\\udc00", "datePublished": 1e999}',
    '{"@type": "NewsArticle", "headline": "a\\u001b[31m\\u0000b", "author": {"name": "\\u0007"}}',
    '{"@type": "NewsArticle", "articleBody": 3, "url": "http://[x", "mainEntityOfPage": {"@id": []}}',
    '{"@type": "NewsArticle", "articleBody": "%s", "description": {"@value": 3}}'.replace("%s", PROSE[0]),
    '{"@graph": [{"@type": "WebSite", "name": []}, {"@type": "Article", "isAccessibleForFree": "False"}]}',
    '{"@type": "NewsArticle", "inLanguage": {"name": 3}, "publisher": {"name": "\\u009b"}, "dateModified": "0000"}',
    '{"@type": "Article", "datePublished": "2026-13-45T99:99:99Z", "headline": ""}',
    "[" * 2_000, '{"a":' * 2_000, '{"@type": "Article", "headline": "' + "x" * 5_000 + '"}',
    "1" * 5_000,
)  # fmt: skip

Maker = Callable[[Random], str]


def say(random: Random) -> str:
    """Return a sentence or a label, now and then with something odd in it."""
    text = random.choice(PROSE if random.random() < 0.6 else LABELS)
    if random.random() < 0.1:
        at = random.randrange(len(text) + 1)
        text = text[:at] + random.choice(CHARACTERS + REFERENCES) + text[at:]
    return text


def start_tag(random: Random, tag: str | None = None) -> str:
    """Return a start tag with attributes of all sorts."""
    found = [tag or random.choice(TAGS)]
    for name, values in (
        ("class", NAMES),
        ("id", NAMES),
        ("style", ("display:none", "visibility: hidden", "x", "display:none;" * 50)),
        ("href", ADDRESSES),
        ("hidden", ("", "until-found")),
        ("lang", ("en", "\ud800", "x" * 50)),
        ("rel", ("canonical", "author", "amphtml")),
        ("content", (*ADDRESSES, "\x1b[2J", "text/html; charset=undefined")),
        ("itemprop", ("articleBody", "headline", "author", "datePublished")),
    ):
        if random.random() < 0.15:
            found.append(f'{name}="{random.choice(values) or ""}"')
    return f"<{' '.join(found)}>"


def _many(random: Random, most: int = 60) -> int:
    return random.choice((1, 2, 3, 8, most, random.randrange(1, 4 * most)))


def _run(piece: str) -> Maker:
    """Make what gives *piece* many times; `@` in it is something said."""
    return lambda random: "".join(piece.replace("@", say(random)) for _ in range(_many(random)))


def _same(piece: str) -> Maker:
    return lambda random: piece.replace("@", say(random)) * _many(random)


def _deep(random: Random) -> str:
    tag, depth = random.choice(TAGS[:40]), random.choice((5, 60, 249, 260, 700, 2_100))
    closed = f"</{tag}>" * (depth if random.random() < 0.5 else 0)
    return f"<{tag}>" * depth + say(random) + closed + f"<p>{say(random)}</p>"


def _attributes(random: Random) -> str:
    many = " ".join(f"a{at}='{at}'" for at in range(_many(random, 200)))
    classes = " ".join(random.choice(NAMES) for _ in range(_many(random)))
    return f"<p {many} class='{classes}' id='{'x' * _many(random, 500)}' style='{'x:y;' * _many(random)}'>{say(random)}"


def _tree(random: Random, depth: int = 4) -> str:
    inside = "".join(_tree(random, depth - 1) for _ in range(random.randrange(4))) if depth else ""
    tag = random.choice(TAGS)
    end = random.choice((f"</{tag}>", f"</{tag}>", "", f"</{random.choice(TAGS)}>"))
    return f"{start_tag(random, tag)}{say(random)}{inside}{end}{say(random) if random.random() < 0.3 else ''}"


def _data(random: Random) -> str:
    return f'<script type="application/ld+json">{random.choice(JSON)}</script><p>{say(random)}'


def _title(random: Random) -> str:
    between = random.choice((" - ", " | ", ": ", " » ", " ", ""))
    text = between.join(say(random) for _ in range(_many(random, 10)))
    tag = random.choice(("title", "h1", "h1", "h2"))
    return f"<{tag}>{text}</{tag}>"


def _head(random: Random) -> str:
    name = random.choice(("og:title", "og:url", "author", "date", "description", "og:site_name", "robots"))
    value = random.choice((*CHARACTERS, *REFERENCES, *LABELS, *filter(None, ADDRESSES), "", "2026-06-05", "0/0/0"))
    return f'<meta property="{name}" name="{name}" content="{value}"><link rel=canonical href="{value}">'


def _references(random: Random) -> str:
    return "<p>" + "".join(random.choice(REFERENCES) for _ in range(_many(random))) + say(random)


MAKERS: tuple[Maker, ...] = (
    _deep, _attributes, _tree, _tree, _data, _title, _head, _references,
    _run("<p>@</p>"), _run("<li>@"), _run("<div>@"), _run("@<br>"), _run("@<br><br>"), _run("<a href='/a/b'>@</a> "),
    _same("<p>@</p>"), _same("<td>@</td>"), _same("<h1>@</h1>"), _same("<h1></h1>"), _same("<h1><img></h1><p>@"),
    _same("<span>@"), _same("<table><tr><td>@"), _same("<tr><td>@<td>@"), _same("<b><i>@</b></i>"), _same("@"),
    _same("<div class='related-posts'><h3>@</h3><ul><li><a href='/x'>@</a></ul></div>"),
    _same("<div class='comments'><p>@</p></div>"), _same("<blockquote><p>@</p>"), _same("<dl><dt>@<dd>@"),
    _same("<figure><img alt='@'><figcaption>@</figcaption></figure>"), _same("<template shadowrootmode=open><p>@</p>"),
    _same("<section hidden><p>@</p></section>"), _same("<noscript><p>@</p></noscript>"), _same("<frameset><frame>"),
    _same("</p>"), _same("</div></body></html>@"), _same("<p></p>"), _same("<br>"), _same("<![CDATA[@]]>"),
    _same("<!-- @ --><!-->"), _same("<svg><p>@</p></svg>"), _same("<select><option>@</select>"), _same("<plaintext>@"),
    _same("<article><h1>@</h1><p>@</p></article>"), _same("<p><img><video></video>@</p>"), _same("&@;"),
    _same("<script>if (a < b) document.write('<p>@</p>')</script>"), _same("<style>p{content:'@'}</style>"),
)  # fmt: skip
