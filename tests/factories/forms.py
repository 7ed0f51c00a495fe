"""Forms that editors build."""

from itertools import count

from pages.models import FormField, FormPage

from .events import make_home

_numbers = count(1)
QUESTIONS = (
    ("singleline", "Your name", ""),
    ("multiline", "What would you like to tell us?", ""),
    ("radio", "Which evening suits you?", "Monday\nThursday"),
)


def make_form(questions=QUESTIONS, parent=None, **facts):
    """A published form with these questions: kind, words, choices."""
    number = next(_numbers)
    usual = {"title": f"Form {number}", "slug": f"form-{number}"}
    form = FormPage(**(usual | facts))
    form.form_fields = [
        FormField(field_type=kind, label=label, choices=choices, required=True, sort_order=place)
        for place, (kind, label, choices) in enumerate(questions)
    ]
    (parent or make_home()).add_child(instance=form)
    return form
