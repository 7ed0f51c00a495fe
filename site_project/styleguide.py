"""Every component on one page, in development only, for looking at and for axe."""

from datetime import UTC, datetime, timedelta

from django import forms
from django.contrib import messages
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from portal.forms import CheckboxesWithHints, DateField, KindForm, RadiosWithHints

BASES = {"public": "base.html", "portal": "portal/base.html", "my": "my/base.html", "bare": "bare.html"}
SAFE_WAYS = (("EMAIL", _("E-mail")), ("PHONE", _("Phone call")), ("CODE", _("I will come back with my personal code")))


class SampleForm(KindForm):
    name = forms.CharField(label=_("What should we call you?"), help_text=_("A first name is enough."))
    contact = forms.ChoiceField(
        label=_("How is it safe for us to contact you?"),
        help_text=_("We will use only what you choose."),
        choices=SAFE_WAYS,
        widget=RadiosWithHints(
            hints={"EMAIL": _("The subject says “Your appointment”."), "PHONE": _("We give a name.")}
        ),
    )
    times = forms.MultipleChoiceField(
        label=_("When may we call?"),
        choices=(("AM", _("Mornings")), ("PM", _("Afternoons")), ("EVE", _("Evenings"))),
        widget=CheckboxesWithHints,
    )
    unit = forms.ChoiceField(
        label=_("Where are you at the institute?"), choices=(("", "…"), ("LAB", _("A laboratory")))
    )
    day = DateField(label=_("From which day?"))
    words = forms.CharField(
        label=_("Is there anything we should know first?"), widget=forms.Textarea(attrs={"rows": 4})
    )
    agree = forms.BooleanField(label=_("I have read what the office must pass on"))


def styleguide(request):
    wrong = "wrong" in request.GET
    messages.success(request, _("Your answer is saved."))
    messages.error(request, _("That time was taken a moment ago. Please choose another one."))
    context = {
        "base": BASES.get(request.GET.get("base", ""), "base.html"),
        "form": SampleForm({"name": ""} if wrong else None),
        "filter_form": FilterForm(),
        "kinds": (("go", "Done"), ("now", "To do"), ("wait", "Asked"), ("late", "Day 4, reply due"), ("", "Not yet")),
        **samples(),
    }
    return render(request, "styleguide.html", context)


class FilterForm(forms.Form):
    search = forms.CharField(label=_("Search"), required=False, widget=forms.TextInput(attrs={"type": "search"}))
    person = forms.ChoiceField(label=_("With"), required=False, choices=(("", _("Anyone")), ("ME", _("Me"))))


def samples():
    now = datetime(2027, 3, 1, 9, 12, tzinfo=UTC)
    return {
        "tasks": (
            {"title": "Read your rights", "url": "#", "word": "Done", "kind": "go", "why": ""},
            {"title": "Tell us when you are free", "url": "#", "word": "To do", "kind": "now", "why": "Two hours."},
            {"title": "Sign the agreement", "url": "", "word": "Not yet", "kind": "", "why": "We sign together."},
        ),
        "facts": (
            {"name": "Process", "text": "Mediation, two mediators", "url": "#"},
            {"name": "Record", "text": "Destroyed when the case closes", "url": "#"},
        ),
        "events": (
            {"at": now, "text": "Priya answered: no tie", "by": "Priya N."},
            {"at": now - timedelta(days=1), "text": "Sam takes part", "by": ""},
        ),
        "steps": (
            {"title": "You tell us a little", "text": "Online, by phone or by e-mail."},
            {"title": "Someone answers you", "text": "In the way you said is safe."},
        ),
        "phases": (
            {"label": "Request", "state": "done"},
            {"label": "Times", "state": "now"},
            {"label": "Session", "state": "later"},
        ),
        "talk": (
            {"author": "Dana, coordinator", "at": now, "body": "Thank you for writing.", "is_mine": False},
            {"author": "You", "at": now, "body": "Tuesday would suit me.", "is_mine": True},
        ),
        "days": [sample_day(now + timedelta(days=number)) for number in range(7)],
        "trail": ({"title": "Services", "url": "#"},),
    }


def sample_day(day):
    starts = [(hour, minute) for hour in range(8, 22) for minute in (0, 30)]
    slots = [
        {"value": f"{day:%Y-%m-%d}T{h:02}:{m:02}", "label": f"{h:02}:{m:02}", "is_chosen": h == 9} for h, m in starts
    ]
    return {"label": f"{day:%A %-d %B}", "is_weekday": day.weekday() < 5, "slots": slots}
