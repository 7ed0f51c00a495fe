"""What a visitor reads before there is a case is translated, wholly, and compiled from what is written."""

import re

import pytest

from scripts import translations

LANGUAGES = translations.languages()


def written(language):
    return translations.read(translations.LOCALE / language / "LC_MESSAGES" / "django.po")


def test_spanish_is_shipped():
    assert LANGUAGES == ["es"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated_and_none_is_left_over(language):
    """When this fails: run scripts/translations.py, fill in what it names, run it again."""
    messages = written(language)

    assert set(messages) == set(translations.spoken())
    assert [text for text, message in messages.items() if not message.is_translated] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_file_says_what_the_written_one_says(language):
    compiled = translations.LOCALE / language / "LC_MESSAGES" / "django.mo"

    assert compiled.read_bytes() == translations.compiled(language, written(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_values_tags_and_the_star_survive(language):
    parts = re.compile(r"%\(\w+\)[sd]|<[^>]+>|\*")

    for text, message in written(language).items():
        for form in message.forms:
            assert sorted(parts.findall(form)) == sorted(parts.findall(text)), text


def test_the_reader_and_the_writer_of_the_file_agree():
    odd = 'Say "no"\nto C:\\n, please'
    messages = {odd: translations.Message(odd, "", ["a.html"], ["Diga «no»\ta \\"])}

    again = translations.written("es", messages)

    assert '\\"no\\"\\nto C:\\\\n' in again
    assert translations.compiled("es", messages).count(messages[odd].forms[0].encode()) == 1
