from django.utils.safestring import mark_safe

from pages.templatetags.starred import starred

STAR = '<a class="starred" href="#exception">confidential*</a>'


def test_the_word_is_starred_wherever_it_stands():
    assert starred("It is confidential.") == f"It is {STAR}."
    assert starred("confidential*") == STAR


def test_longer_words_tags_and_links_are_left_alone():
    assert starred("confidentiality") == "confidentiality"
    kept = mark_safe('<b title="confidential">x</b> <a href="/x/">confidential</a>')
    assert starred(kept) == kept


def test_what_an_editor_typed_is_escaped():
    assert starred("<script>") == "&lt;script&gt;"
