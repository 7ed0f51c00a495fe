"""What a visitor reads on a page, and how hard it is to read."""

import re
from html.parser import HTMLParser

SILENT = {"script", "style", "svg", "title"}
SENTENCE_ENDERS = {"p", "li", "h1", "h2", "h3", "dd", "dt", "a", "summary"}


class _Words(HTMLParser):
    def __init__(self):
        super().__init__()
        self.text, self.skipping, self.in_main = [], 0, False

    def handle_starttag(self, tag, attrs):
        self.skipping += tag in SILENT
        self.in_main = self.in_main or tag == "main"

    def handle_endtag(self, tag):
        self.skipping -= tag in SILENT
        self.in_main = self.in_main and tag != "main"
        if self.in_main and tag in SENTENCE_ENDERS - {"a"}:
            self.text.append(". ")

    def handle_data(self, data):
        if self.in_main and not self.skipping:
            self.text.append(data)


def words_of(html):
    """The text of <main>, each paragraph ended by a full stop."""
    reader = _Words()
    reader.feed(html)
    return re.sub(r"\s+", " ", "".join(reader.text))


def _syllables(word):
    word = re.sub(r"(?:[^laeiouy]es|ed|[^laeiouy]e)$", "", word.lower())
    return max(1, len(re.findall(r"[aeiouy]{1,2}", word)))


def grade(text):
    """The Flesch-Kincaid grade: the school year in which most pupils can read this."""
    sentences = [part for part in re.split(r"[.!?:]+", text) if re.search(r"[A-Za-z]", part)]
    words = re.findall(r"[A-Za-z’']+", text)
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(_syllables, words)) / len(words) - 15.59
