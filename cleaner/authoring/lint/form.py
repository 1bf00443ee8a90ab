"""F codes that lint adds to the loader's: canonical form, hosts."""

import re
from collections.abc import Iterator

from cleaner.authoring.lint.code import Code, Finding, Hit, pack_check, rule_check
from cleaner.authoring.lint.study import Study, Subject
from cleaner.rules.canonical import canonical
from cleaner.rules.index import is_canonical, mark_canonical
from cleaner.rules.pattern_types import HOST

_HOST = re.compile(rf"{HOST}$")
_SUFFIXES = frozenset(
    "co.uk org.uk ac.uk com.au net.au co.nz com.br com.ar com.mx com.tr co.jp ne.jp or.jp co.kr com.cn com.tw co.in "
    "com.ua co.za com.sg com.hk com.co com.pe com.ve".split()
)


@pack_check(
    Code(
        "F05",
        "not-formatted",
        "warning",
        "The file is not in the canonical form that `cleaner rules fmt` writes.",
        "With one form, a change of a rule shows as that change and nothing else.",
        "- {kind: ui, id: ui.menu}",
        "run `cleaner rules fmt`.",
        fixable=True,
    )
)
def not_formatted(study: Study) -> Iterator[Finding]:
    """Compare each sound file with its canonical form."""
    broken = {fault.file for fault in study.packs.faults}
    for file in study.packs.files:
        if file.name in broken or is_canonical(file.text):
            continue
        try:
            wanted = canonical(file.text)
        except ValueError as error:
            yield Finding(file.name, 1, "F05", f"cannot be formatted: {error}")
            continue
        if wanted == file.text:
            mark_canonical(file.text)
        else:
            pairs = zip(file.text.splitlines(), wanted.splitlines(), strict=False)
            line = next((at for at, (own, new) in enumerate(pairs, 1) if own != new), len(file.text.splitlines()))
            yield Finding(file.name, line, "F05", "not in canonical form from here on")


@rule_check(
    Code(
        "F06",
        "bad-host",
        "error",
        "A host that cannot be one, or a public suffix alone.",
        "An address with `https://` or a path never equals a host; `com` would be every site.",
        "hosts: [https://news.example/, com]",
        "`hosts: [news.example]`; `=news.example` without subdomains, `news.*` for any suffix.",
    )
)
def bad_host(subject: Subject, study: Study) -> Iterator[Hit]:
    """Check the form of each host."""
    where = subject.rule.where
    for host in (*where.hosts, *where.not_hosts, *(h for one in subject.rule.except_ for h in one.hosts)):
        if not _HOST.match(host) or host.lower().lstrip("=") in _SUFFIXES:
            yield f"expected a host such as news.example, found {host!r}", host
