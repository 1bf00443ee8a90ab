"""Known pages cleaned by weights that have not seen their hosts: how good the articles are, and what tells that.

The weights of confidence and of site memory are fitted on it: they will be asked about pages of unknown sites.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from cleaner.api import Cleaner
from cleaner.classifier.confidence import is_believed, read_signs
from cleaner.classifier.model import Model
from cleaner.classifier.model_file import ModelFile, Road, Table
from cleaner.document.asking import SURE, When
from cleaner.document.page import Page
from cleaner.engine.judged import Judged
from cleaner.scoring.scores import word_f1
from cleaner.text.block_text import BlockTexts
from cleaner.training.cross_fit import Unseen
from cleaner.training.each_page import SetPage
from cleaner.training.samples import FORMS, html_page, text_pages
from cleaner.training.site_look import SitePage, site_page

OF_SITES = frozenset({"scraped", "crawled"})
"""The forms in which text comes to those who have many pages of a site."""
_JUDGED_BY: dict[Table, tuple[Table, ...]] = {"alone": ("alone", "html")}
"""The tables by which a page may be judged, if not by its own alone: where that leaves doubt, trafilatura is asked."""


class Outcome(NamedTuple):
    """What came of a page of *host*, judged by a *table* of weights; *counts* is what it counts in a fit.

    *signs* are those of the whole page, by which confidence is told, and *believed* whether trafilatura is believed
    for it; *f1* is the article's word F1 beside the known one.
    """

    table: Table
    host: str
    counts: float
    signs: Mapping[str, float]
    believed: bool
    f1: float


class Cleaned(NamedTuple):
    """All that came of a known page: in each form, and, by road, as a page of its site."""

    outcomes: list[Outcome]
    of_site: dict[Road, SitePage]


@dataclass(frozen=True, slots=True)
class Cleaning:
    """Cleans known pages as a *cleaner* does, each by the model for its host, by table. Pickles.

    Without *models* for `alone`, as for site memory, texts are cleaned in no form but `OF_SITES`.
    """

    cleaner: Cleaner
    models: Mapping[Table, Mapping[str, Model]]

    def __call__(self, page: SetPage) -> Cleaned:
        """Clean a page. Raises what reading and cleaning a page does."""
        html = html_page(page.known)
        judged_html = dict(self._judged_html(html, page.host))
        article = judged_html["html"].article
        outcomes = [_outcome(table, page, judged) for table, judged in judged_html.items()]
        of_site: dict[Road, SitePage] = {"html": site_page(page, article)}
        names = FORMS if "alone" in self.models else OF_SITES
        for name, text in text_pages(page.known, html, (verdict.block for verdict in article.trace), names).items():
            road = FORMS[name]
            if page.host in self.models.get(road, {}):
                judged = self._judged(road, text, page.host)
                if judged.road != road:  # Markdown without a mark
                    continue
                outcomes.append(_outcome(road, page, judged))
                if name in OF_SITES:
                    of_site[road] = site_page(page, judged.article)
        return Cleaned(outcomes, of_site)

    def _judged_html(self, html: Page, host: str) -> Iterator[tuple[Table, Judged]]:
        """Yield what is made of a page without trafilatura's vote, where that is sure, and then with it."""
        if "alone" in self.models:
            found = self._judged("alone", html, host)
            if found.article.trafilatura != SURE:  # all went on as if trafilatura had been asked at once
                yield "html", found
                return
            yield "alone", found
        yield "html", self._judged("html", html, host)

    def _judged(self, table: Table, page: Page, host: str) -> Judged:
        when: When = "when-unsure" if table == "alone" else "always"
        return self.cleaner.with_model(self.models[table][host], when).by_itself(page)


def unseen_models(
    model: Model, file: ModelFile, unseen: Mapping[Table, Sequence[Unseen]]
) -> dict[Table, dict[str, Model]]:
    """Return for each table the model for each host, whose looks have not seen that host.

    What *unseen* does not say is in *file*, and, of words and amounts set by hand, in *model*.
    """
    found: dict[Table, dict[str, Model]] = {table: {} for table in unseen}
    for table, models in found.items():
        for at, part in enumerate(unseen[table]):
            looks = {other: unseen[other][at].looks for other in _JUDGED_BY.get(table, (table,))}
            models |= dict.fromkeys(part.hosts, replace(model, file=file.with_looks(looks)))
    return found


def _outcome(table: Table, page: SetPage, judged: Judged) -> Outcome:
    trace = judged.article.trace
    signs = read_signs(trace, BlockTexts().read([verdict.block for verdict in trace]), judged.voted)
    f1 = word_f1(judged.article.text, page.known.truth.body)
    return Outcome(table, page.host, page.counts, signs, is_believed(trace), f1)
