"""The two passes over observations: what one page adds to the counts. One machine and Spark call the same functions.

Texts are counted first. Only then can be said of a place whether what it holds is repeated.
"""

from collections import defaultdict
from collections.abc import Iterator

from cleaner.learning.counts import Count, count_place, count_site, count_text
from cleaner.learning.observation import Observation, Seen
from cleaner.learning.repeated import Repeated
from cleaner.learning.spill import Key

SITE, EXACT, FORM, LOOK, SELECTOR, MISS = "site", "is", "like", "look", "css", "miss"


def body_keys(observation: Observation) -> Iterator[Key]:
    """Yield what stands for a page's article on its site."""
    for body in observation.bodies:
        yield observation.domain, body


def count_texts(observation: Observation) -> Iterator[tuple[Key, Count]]:
    """Yield what a page adds in the first pass: itself, its texts and their forms, each once."""
    yield (observation.domain, SITE), count_site(observation)
    forms: dict[bytes, Seen] = {}
    for seen in observation.seen:
        if seen.key:
            yield (observation.domain, EXACT, seen.key), count_text(seen, observation, as_form=False)
        if seen.form and (seen.form_key not in forms or (seen.kept and not forms[seen.form_key].kept)):
            forms[seen.form_key] = seen
    for key, seen in forms.items():
        yield (observation.domain, FORM, key), count_text(seen, observation, as_form=True)


def count_places(observation: Observation, repeated: Repeated) -> Iterator[tuple[Key, Count]]:
    """Yield what a page adds in the second pass: its places, and its own texts that come near repeated ones."""
    own = {id(seen) for seen in repeated.own(observation)}
    places: dict[Key, list[Seen]] = defaultdict(list)
    for seen in observation.seen:
        for key in ((LOOK, seen.look), *((SELECTOR, selector) for selector in seen.selectors)):
            inside = places[key]
            if id(seen) in own:
                inside.append(seen)
        if id(seen) in own:
            for key, miss in repeated.misses(seen, observation.domain):
                yield (observation.domain, MISS, *key), miss
    for key, texts in places.items():
        yield (observation.domain, *key), count_place(texts, observation)
