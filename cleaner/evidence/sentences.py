"""What each fact means, in a sentence; for evidence.yaml and for `cleaner explain`."""

import re

_STEPS = {
    "none": "none of it",
    "little": "up to 5 %",
    "few": "a few per cent",
    "some": "a part",
    "much": "up to half",
    "many": "more than half",
    "most": "up to 80 %",
    "all": "nearly all",
    "leads": "leads to",
    "cites": "links in passing to",
}
_LEVELS = {
    "far-below": "clearly boilerplate",
    "below": "likely boilerplate",
    "just-below": "rather boilerplate",
    "even": "undecided",
    "just-above": "rather the article",
    "above": "likely the article",
    "far-above": "clearly the article",
    "none": "missing",
}
_WORDING = {**_STEPS, **_LEVELS}
_SORTS = {
    "prose": "prose",
    "item": "a list item",
    "sentence": "a short sentence",
    "lead": "a line that ends with a colon",
    "dated": "a short line with a year or a time",
    "long": "a long line without an end mark",
    "short": "a short line without an end mark",
    "tiny": "one or two words",
    "none": "nothing",
}
_PLACES = {
    "close-above": "Within three blocks above",
    "far-above": "Farther above",
    "close-below": "In it or within three blocks below",
    "far-below": "Farther below",
}
_TWINS = {"same": "the same", "longer": "the same and more", "shorter": "a part of it", "alike": "nearly the same"}
_OWN_WORDING = {
    **dict.fromkeys(("line", "among", "untouched", "keys", "ends"), _SORTS),
    "twin": _TWINS,
    "rule": _PLACES,
}
"""How the parts of facts about lines are put; all others share one wording."""
_TEMPLATES: tuple[tuple[str, str], ...] = (
    (r"role\.(.+)", "In the article this would be: {0}."),
    (r"tag\.(.+)", "The block's own element is <{0}>."),
    (r"inside\.(.+)", "It stands inside <{0}>."),
    (r"words\.(.+)", "It has {0} words."),
    (r"links\.(.+)", "Share of its text inside links: {0}."),
    (r"ends\.sentence", "It ends with the mark of a sentence's end."),
    (r"ends\.sentences", "It has several sentences, the last one finished."),
    (r"ends\.colon", "It ends with a colon."),
    (r"ends\.dots", "It ends with dots, as cut-off teasers do."),
    (r"ends\.open", "It ends without any mark."),
    (r"starts\.small", "It begins with a small letter."),
    (r"starts\.digit", "It begins with a digit."),
    (r"starts\.label", "It begins with a label and a colon."),
    (r"starts\.mark", "It begins with a mark, as bullets and arrows."),
    (r"starts\.quote", "It begins with a quotation mark."),
    (r"is\.upper", "It is all in capitals."),
    (r"is\.core", "It is core prose: a finished sentence or more, hardly linked."),
    (r"is\.titled", "All its longer words begin with a capital."),
    (r"is\.no-word", "It has no word."),
    (r"has\.many-digits", "A fifth of its characters or more are digits."),
    (r"has\.time", "It holds a time of day."),
    (r"has\.year", "It holds a year."),
    (r"has\.address", "It holds a web or mail address or a handle."),
    (r"has\.bar", "It holds a bar, a dot or a slash that sets things apart."),
    (r"has\.price", "It holds a price."),
    (r"has\.copyright", "It holds the copyright sign."),
    (r"has\.question", "It holds a question."),
    (r"has\.quote", "It holds a quotation mark."),
    (r"says\.own-name", "It names the site it stands on."),
    (r"says\.(.+)", "It uses words of this sort: {0}."),
    (r"tells\.(.+)", "In several sentences it uses words of this sort: {0}."),
    (r"named\.custom-element", "A custom element is close around it."),
    (r"around\.custom-element", "A custom element is around it."),
    (r"named\.(.+)", "Classes or ids close around it speak of: {0}."),
    (r"around\.(.+)", "Classes or ids farther around it speak of: {0}."),
    (r"(parent|grandparent|third)\.prose\.(.+)", "Share of the page's core prose in its {0} element: {1}."),
    (r"(parent|grandparent|third)\.links\.(.+)", "Share of linked text in its {0} element: {1}."),
    (r"main\.outside", "It stands outside the element that holds most of the prose."),
    (r"main\.depth\.(.+)", "It stands {0} elements deep in the element that holds most of the prose."),
    (r"line\.(.+)\.(.+)\.(.+)", "Line by line: {0}; this is {1}; {2}."),
    (r"among\.(.+)\.(.+)", "It is {1}; how much of the whole text is prose: {0}."),
    (r"untouched\.(.+)", "It is {0}, and rules see no boilerplate anywhere in the text."),
    (r"keys\.(.+)\.(.+)", "It is {1}; words in it that the first half of the prose keeps using: {0}."),
    (r"run\.(.+)\.item", "It is a list item in a run of lines that are not prose: {0}."),
    (r"run\.(.+)\.line", "It stands in a run of lines that are not prose: {0}."),
    (r"run\.to-the-end", "No prose comes after it."),
    (r"run\.from-the-start", "No prose comes before it."),
    (r"under\.close\.(.+)", "A short line within three lines above uses words of this sort: {0}."),
    (r"under\.far\.(.+)", "The last short line, farther above, uses words of this sort: {0}."),
    (r"twin\.above\.(.+)", "A line just above says {0}."),
    (r"twin\.below\.(.+)", "A line just below says {0}."),
    (r"rule\.(.+)\.(.+)", "{0} a rule sees boilerplate of this kind: {1}."),
    (r"ends\.credit\.(.+)", "It is {0} and ends as pictures' credits do."),
    (r"place\.(.+)", "It stands at {0} % of the page's blocks."),
    (r"prose\.before\.(.+)", "The nearest core prose before it is {0} blocks away."),
    (r"prose\.after\.(.+)", "The nearest core prose after it is {0} blocks away."),
    (r"topic\.unknown", "It has no longer words, or the page has hardly any prose to compare them with."),
    (r"topic\.(.+)", "Share of its longer words that the page's prose uses elsewhere: {0}."),
    (r"section\.none", "No heading stands before it."),
    (r"section\.since\.(.+)", "The last heading is {0} blocks before it."),
    (r"section\.linked", "The last heading before it is mostly linked."),
    (r"section\.says\.(.+)", "The last heading before it uses words of this sort: {0}."),
    (r"leads\.(1|2-3|4\+)", "Links that most of its text stands in: {0}."),
    (r"cites\.(1|2-3|4\+)", "Links in its text: {0}."),
    (r"(leads|cites)\.within", "It {0} a place on the same page."),
    (r"(leads|cites)\.nowhere", "It {0} a script or nowhere."),
    (r"(leads|cites)\.person", "It {0} a mailbox or a telephone."),
    (r"(leads|cites)\.away", "It {0} another site."),
    (r"(leads|cites)\.own", "It {0} the site itself."),
    (r"(leads|cites)\.article", "It {0} what looks like an article of the site."),
    (r"(leads|cites)\.section", "It {0} what looks like a section of the site."),
    (r"(leads|cites)\.to-(.+)", "It {0} a path that speaks of: {1}."),
    (r"headline\.before", "It stands before the headline."),
    (r"headline\.unknown", "The page's headline was not found."),
    (r"headline\.since\.(.+)", "The headline is {0} blocks before it."),
    (r"alike\.long", "Blocks that look like it are long on average."),
    (r"alike\.prose\.(.+)", "Share of the page's core prose in blocks that look like it: {0}."),
    (r"alike\.links\.(.+)", "Share of linked text in blocks that look like it: {0}."),
    (r"alike\.(.+)", "Blocks on the page that look like it: {0}."),
    (r"(previous|next)\.none", "There is no {0} block."),
    (r"(previous|next)\.role\.(.+)", "The {0} block is of this sort: {1}."),
    (r"(previous|next)\.taken\.never", "No rule took blocks between it and the {0} one."),
    (r"(previous|next)\.taken\.(.+)", "Blocks that rules took between it and the {0} one: {1}."),
    (r"(previous|next)\.core", "The {0} block is core prose."),
    (r"(previous|next)\.linked", "The {0} block is mostly linked."),
    (r"(previous|next)\.alike", "The {0} block looks like it."),
    (r"core-around\.(.+)", "Of the six blocks around it, {0} are core prose."),
    (r"title\.says-it", "It repeats the title."),
    (r"title\.part", "It is a part of the title."),
    (r"description\.says-it", "It repeats the page's description."),
    (r"body\.says-it", "The article's text in the page's own data holds it."),
    (r"body\.does-not", "The article's text in the page's own data does not hold it."),
    (r"copy\.first", "The same text stands on the page again, further down."),
    (r"copy\.inside", "The page's prose holds the same words, as it does those of a pull quote."),
    (r"copy\.later", "The same text stood on the page before."),
    (r"vote\.yes", "trafilatura counts it as the article."),
    (r"vote\.part", "trafilatura counts a part of it as the article."),
    (r"vote\.no", "trafilatura does not count it as the article."),
    (r"vote\.around\.(.+)", "Of the four blocks around it, trafilatura counts {0} as the article."),
    (r"vote\.before-first", "It stands before all that trafilatura counts as the article."),
    (r"vote\.after-last", "It stands after all that trafilatura counts as the article."),
    (r"vote\.between", "It stands between blocks that trafilatura counts as the article."),
    (r"second\.first-look\.(.+)", "The first look found it {0}."),
    (r"second\.(previous|next)\.(.+)", "The first look found the {0} block {1}."),
    (r"second\.(previous|next)-but-one\.(.+)", "The first look found the {0} block but one {1}."),
    (r"second\.around\.(.+)", "The first look found the eight blocks around it, on average, {0}."),
    (r"second\.alike\.(.+)", "The first look found blocks that look like it, on average, {0}."),
    (r"second\.siblings\.(.+)", "The first look found blocks in the same element, on average, {0}."),
    (r"second\.section\.(.+)", "The first look found the last heading before it {0}."),
    (r"second\.run\.before", "It stands before all that the first look keeps."),
    (r"second\.run\.after", "It stands after all that the first look keeps."),
    (r"second\.run\.inside", "It stands between blocks that the first look keeps."),
    (r"second\.run\.(first|last)", "It is the {0} block that the first look keeps."),
    (r"second\.kept-before\.(.+)", "Of the six blocks before it, the first look keeps {0}."),
    (r"second\.kept-after\.(.+)", "Of the six blocks after it, the first look keeps {0}."),
    (r"second\.words-before\.(.+)", "Tenths of the words that the first look keeps stand before it: {0}."),
)
_COMPILED = tuple((re.compile(pattern), template) for pattern, template in _TEMPLATES)


def sentence(fact: str) -> str:
    """Return what a fact means; a pair's facts are joined by ` & `.

    >>> sentence("links.all")
    'Share of its text inside links: nearly all.'
    """
    if " & " in fact:
        one, other = fact.split(" & ", 1)
        return f"{sentence(one)} And: {sentence(other)}"
    for pattern, template in _COMPILED:
        found = pattern.fullmatch(fact)
        if found:
            wording = _OWN_WORDING.get(fact.partition(".")[0], _WORDING)
            return template.format(*(wording.get(part, part) for part in found.groups()))
    raise KeyError(f"nobody wrote a sentence for the fact {fact!r}")
