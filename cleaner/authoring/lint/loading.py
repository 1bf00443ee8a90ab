"""Pages of the codes whose findings come from loading and compiling: what the engine cannot run."""

from cleaner.authoring.lint.code import Code, page

page(Code("F00", "unreadable", "error",
    "The file is no YAML, is not there, or is not a mapping with `format`, `pack` and `rules`.",
    "Nothing of it can be used, and the engine never guesses.",
    "rules:\n\t- id: ui.menu   # a tab", "indent with two spaces."))  # fmt: skip
page(Code("F01", "unknown-key", "error",
    "A key that the language does not have; the nearest right spelling is shown.",
    "A misspelt key would be silently without effect.",
    "whyy: A button of the page.", "`why: …`"))  # fmt: skip
page(Code("F02", "wrong-value", "error",
    "A value of the wrong sort, or one that YAML readers take for something else (`no`, `on`, `12:30`).",
    "An unquoted `no` is the word false to most YAML tools, not Norwegian.",
    'starts:\n  no: ["Les også:"]', '`"no": [...]`', fixable=True))  # fmt: skip
page(Code("F03", "said-twice", "error",
    "A key stands twice in one mapping, or an id twice in one pack.",
    "YAML keeps the last one and drops the other without a word.",
    "css: .topics\ncss: .topic-list", "`css: [.topics, .topic-list]`"))  # fmt: skip
page(Code("F04", "unknown-name", "error",
    "A kind, action, position, group or platform that does not exist.",
    "Kinds are a closed list, so that users can switch them; groups and platforms must be described.",
    "kind: newsleter", "`kind: newsletter`"))  # fmt: skip
page(Code("F07", "id-without-kind", "error",
    "The id does not start with the rule's kind.",
    "Reasons are read in traces; the kind in front tells at a glance what went.",
    "id: follow-us\nkind: share", "`id: share.follow-us`"))  # fmt: skip
page(Code("F08", "missing-key", "error",
    "A key that every rule or file must have is missing.",
    "A rule without a reason, or a file without a namespace, cannot be reported.",
    "- id: ui.menu\n  kind: ui", "add `why:` and the rest."))  # fmt: skip
page(Code("F09", "keys-that-do-not-go-together", "error",
    "Each key is right by itself, yet they cannot stand together: two matchers, `climb` without `css`.",
    "One matcher a rule keeps rules readable and their cost known.",
    'css: .share-bar\ntext: {is: ["Share"]}', "two rules."))  # fmt: skip
page(Code("F10", "bad-selector", "error",
    "A selector outside the rule language.",
    "States and formulas (`:hover`, `:nth-child()`) mean nothing on a scraped page or cost too much.",
    'css: ".promo-card:hover"', "`css: .promo-card`"))  # fmt: skip
page(Code("F11", "bad-pattern", "error",
    "A `like` pattern, or a second sign or exception, that does not compile.",
    "Patterns run in time that grows with the text alone; what lies outside cannot run.",
    'like: ["By {nam}"]', '`like: ["By {name}"]`'))  # fmt: skip
page(Code("Q01", "missing-example", "error",
    "A rule that is on has no `remove` or no `keep` example (`hit` and `miss` where it does not remove).",
    "Vale's author found three shipped rules that had never fired; a rule that matches nothing reports success.",
    'examples: {remove: ["Cast your vote"]}', "add the sentence somebody will really write under `keep`."))  # fmt: skip
page(Code("S01", "has-anywhere", "error",
    "`text.has` without hosts and without a second sign in `needs`.",
    "Dropping any line that contains a phrase cost 6 to 11 points of F1; two thirds of it was article text.",
    "text: {has: [newsletter]}", "`starts` or `is`, or add `needs`."))  # fmt: skip
page(Code("S05", "cut-without-limit", "error",
    "`cut-after` or `cut-before` without `limit.max_cut` and without hosts.",
    "A cut in the wrong place takes half an article.",
    "do: cut-after", "`limit: {max_cut: 0.3}`"))  # fmt: skip
page(Code("S06", "facts-without-hosts", "error",
    "`shape`, `block.case` alone, or `:has()` on pages of every host.",
    "Facts without words are true of somebody's paragraphs.",
    "shape: true\nblock: {links: 0.9..}", "`where: {hosts: [...]}`"))  # fmt: skip
page(Code("S08", "mass-without-hosts", "error",
    "`allow: [mass]` lifts the engine's strongest guard on pages of every host.",
    "Without that guard 7 of 1,225 pages lost more than a tenth of their article; with it, one.",
    "allow: [mass]", "name hosts or a platform."))  # fmt: skip
page(Code("D04", "nothing-left", "error",
    "Nothing is left of a phrase after normalisation, so it can never match.",
    "Bullets, spaces and invisible marks do not count when texts are compared.",
    'starts: ["►"]', "give a word that stands beside it."))  # fmt: skip
