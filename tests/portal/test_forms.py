from django import forms
from django.template.loader import render_to_string
from django.utils import translation

from portal.forms import CheckboxesWithHints, DateField, KindForm, RadiosWithHints, words_of
from portal.roster.models import Background


class AskForm(KindForm):
    decision = forms.CharField(label="Your decision")
    name = forms.CharField(label="Your name", help_text="A first name will do.", max_length=5)
    way = forms.ChoiceField(
        label="Which way?", choices=[("A", "By air"), ("B", "By boat")], widget=RadiosWithHints(hints={"B": "Slow."})
    )
    days = forms.MultipleChoiceField(label="Which days?", choices=[("1", "Monday")], widget=CheckboxesWithHints)
    day = DateField(label="From when?", error_messages={"required": "Say a day."})


def field(form, name, **options):
    return render_to_string("components/field.html", {"field": form[name], **options})


def test_the_summary_names_each_question_and_leads_to_it():
    form = AskForm({"name": "far too long", "way": "C"})

    problems = [(problem.anchor, problem.text) for problem in form.errors_for_summary()]

    assert problems == [
        ("id_decision", "Your decision: Please answer this question."),
        ("id_name", "Your name: Please shorten this by 7 letters: at most 5 fit."),
        ("id_way_0", "Which way? Please choose one of the answers listed here."),
        ("id_days_0", "Which days? Please answer this question."),
        ("id_day", "Say a day."),
    ]


def test_what_is_too_long_is_said_and_not_cut_off_by_the_browser():
    html = field(AskForm({"name": "far too long"}), "name")

    assert "far too long" in html
    assert "maxlength" not in html


def test_every_problem_leads_to_something_on_the_page():
    form = AskForm({})

    html = "".join(field(form, name) for name in form.fields)

    for problem in form.errors_for_summary():
        assert f'id="{problem.anchor}"' in html


def test_hint_and_error_are_read_out_with_the_field():
    html = field(AskForm({}), "name")

    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'id="id_name_helptext"' in html
    assert 'id="id_name_error"' in html
    assert 'aria-invalid="true"' in html


def test_choices_stand_in_a_group_with_their_hints():
    html = field(AskForm(), "way")

    assert "<legend" in html
    assert html.count('type="radio"') == 2
    assert "Slow." in html


def test_several_answers_are_checkboxes():
    assert 'type="checkbox"' in field(AskForm(), "days")


def test_a_question_can_be_the_heading_of_its_page():
    assert "<h1><label" in field(AskForm(), "name", heading=True)
    assert "<legend" in field(AskForm(), "way", heading=True)


def test_the_browser_does_not_stop_a_form_before_we_can_say_why():
    assert "required" not in field(AskForm(), "name")


def test_a_form_without_problems_has_no_summary():
    assert render_to_string("components/error_summary.html", {"form": AskForm()}).strip() == ""


def test_labels_from_a_model_speak_the_language_of_the_page_and_not_that_of_the_first_visitor():
    with translation.override("es"):
        label = words_of(Background, "title")["label"]

    assert str(label) == "Title"


class StoryForm(KindForm):
    story = forms.CharField(label="What happened?", max_length=2000, widget=forms.Textarea)


def problem_of(length):
    form = StoryForm({"story": "x" * length})
    return "".join(form.errors.get("story", []))


def test_what_is_too_long_is_said_with_by_how_much():
    assert problem_of(2000) == ""
    assert problem_of(2001) == "Please shorten this by 1 letter: at most 2,000 fit."
    assert problem_of(3234) == "Please shorten this by 1,234 letters: at most 2,000 fit."
    with translation.override("es"):
        assert problem_of(2120) == "Acorte esto en 120 caracteres: caben como máximo 2\xa0000."
    # The form of one visitor leaves that of the next as it is.
    assert problem_of(2120) == "Please shorten this by 120 letters: at most 2,000 fit."


def test_a_limit_that_a_form_sets_afterwards_is_said_in_the_same_words():
    form = StoryForm({"story": "far too long"})
    form.fields["story"] = forms.CharField(label="What happened?", max_length=5)
    form.use_own_wordings()
    form.use_own_wordings()

    assert [problem.text for problem in form.errors_for_summary()] == [
        "What happened? Please shorten this by 7 letters: at most 5 fit."
    ]
