"""JSON, feeds and site maps are told from pages and from text."""

import time

import pytest

from cleaner.text.data_form import tell_data


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('{"text": "The ferry sails.", "status": "ok"}', "JSON, a record a line"),
        ('{"text": "a"}\n{"text": "b"}\n', "JSON, a record a line"),
        ('\ufeff{\n  "text": "The ferry sails."\n}\n', "JSON"),
        ('[\n{"html": "<p>a</p>"},\n{"html": "<p>b</p>"}\n]', "JSON"),
        ('<?xml version="1.0"?>\n<rss version="2.0"><channel>', "an RSS feed"),
        ('<!-- made by hand -->\n<?xml version="1.0"?><rdf:RDF xmlns="a">', "an RSS feed"),
        ('<feed xmlns="http://www.w3.org/2005/Atom"><!-- a --><title>Ferries</title>', "an Atom feed"),
        ('<feed xmlns="http://www.w3.org/2005/Atom">', "an Atom feed"),
        ('<rdf:RDF xmlns="a"><rss:channel>', "an RSS feed"),
        ('<?xml version="1.0"?><urlset xmlns="a"><url>', "a sitemap"),
        ("<sitemapindex><sitemap>", "a list of sitemaps"),
        ('<TEI xmlns="http://www.tei-c.org/ns/1.0">', "an article in XML/TEI"),
    ],
)
def test_data_is_told(text: str, name: str) -> None:
    found = tell_data(text)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "text",
    [
        "{curly} The ferry sails.",
        "[1] The ferry sails.",
        "[1]",
        '{"text": "cut sho',
        "[" * 100_000,
        '<?xml version="1.0"?><!DOCTYPE html><html xmlns="a"><body>',
        '{"@type": "NewsArticle"}\n{"@type": "BreadcrumbList"}\nFerry sails\nThe ferry sails on Monday.',
        "<feedback>The ferry sails.</feedback>",
        "<feed></feed><html><body><p>The ferry sails.</p>",
        "<feed class='stories'><article><p>The ferry sails.</p>",
        "<feed>The ferry sails.</feed>",
        "<feed/><title>Ferry sails</title>",
        "An article about <rss version='2.0'>.",
        "",
    ],
)
def test_pages_and_text_are_none(text: str) -> None:
    assert tell_data(text) is None


def test_many_comments_take_no_longer() -> None:
    started = time.process_time()
    assert tell_data("<!-- a -->" * 400 + "<") is None
    assert tell_data("<feed>" + "<!-- a -->" * 400 + "<") is None
    assert tell_data("<feed>" + "<!-- a" * 400) is None
    assert time.process_time() - started < 1
