"""What an editor fills in for each kind of page: as little as its form takes."""

from datetime import timedelta

from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from pages import models

TEXT = streamfield([("text", rich_text("<p>Two places at the door.</p>"))])
NONE = streamfield([])
STEPS = streamfield([("step", {"title": "You write", "text": rich_text("<p>A little.</p>"), "document": ""})])
QUESTION = {"label": "Your idea", "field_type": "multiline", "choices": "", "help_text": "", "default_value": ""}
ANSWERS = streamfield([("item", {"words": words, "leads_to": "talk"}) for words in ("Only me", "A group")])
ASKED = {"name": "who", "question": "Who?", "hint": "", "answers": ANSWERS}
OUTCOME = {"name": "talk", "title": "Talk", "text": rich_text("<p>To us.</p>"), "page": "", "may_ask": "on"}
WORDS = "Two short sentences. This is one."

# The kind of page that it lies below, and what its form is given; the home page is made once, by seeding.
FORMS = {
    models.HomePage: (
        None,
        {
            "heading": "You are not alone",
            "intro": WORDS,
            "services_heading": "Ways",
            "steps_heading": "What happens",
            "steps": STEPS,
            "notices": NONE,
        },
    ),
    models.StandardPage: (models.HomePage, {"intro": WORDS, "body": TEXT}),
    models.FaqPage: (models.HomePage, {"intro": WORDS, "groups": NONE}),
    models.ChooserPage: (
        models.HomePage,
        {
            "intro": WORDS,
            "questions": streamfield(
                [("question", {"name": "who", "question": "Who?", "hint": "", "answers": ANSWERS})]
            ),
            "outcomes": streamfield([("outcome", OUTCOME)]),
        },
    ),
    models.FormPage: (
        models.HomePage,
        {
            "purpose": "FEEDBACK",
            "intro": WORDS,
            "button": "",
            "keep_days": "30",
            "thanks_heading": "",
            "thanks": rich_text(""),
            "form_fields": inline_formset([QUESTION]),
        },
    ),
    models.ServicesIndexPage: (models.HomePage, {"intro": WORDS, "body": NONE}),
    models.ServicePage: (
        models.ServicesIndexPage,
        {
            "service": "COACHING",
            "intro": WORDS,
            "card_text": "For one person.",
            "card_note": "One talk",
            "ask_heading": "Ask for a coach",
            "who_takes_part": "You and a coach",
            "duration": "An hour",
            "what_it_is": rich_text("<p>A talk.</p>"),
            "steps": STEPS,
            "kept": rich_text("<p>Nothing.</p>"),
            "questions": NONE,
            "downloads": NONE,
            "related": NONE,
        },
    ),
    models.ResourcesIndexPage: (models.HomePage, {"intro": WORDS}),
    models.ResourcePage: (
        models.ResourcesIndexPage,
        {"kind": "TIP", "audience": "EVERYBODY", "minutes": "3", "intro": WORDS, "picture": "", "body": TEXT},
    ),
    models.NewsIndexPage: (models.HomePage, {"intro": WORDS}),
    models.NewsPage: (
        models.NewsIndexPage,
        {"published_on": "2026-11-20", "intro": WORDS, "picture": "", "body": TEXT},
    ),
    models.PeopleIndexPage: (models.HomePage, {"intro": WORDS}),
    models.PersonPage: (
        models.PeopleIndexPage,
        {
            "group": "2_NEUTRALS",
            "sort_name": "",
            "role": "Mediator",
            "pronouns": "",
            "languages": "",
            "picture": "",
            "about": rich_text(""),
        },
    ),
    models.EventsIndexPage: (models.HomePage, {"intro": WORDS, "nothing_coming": ""}),
    models.EventPage: (
        models.EventsIndexPage,
        {
            "kind": "SESSION",
            "audience": "EVERYBODY",
            "intro": WORDS,
            "dates": inline_formset([{"starts_at": "2026-12-10 18:00", "ends_at": "2026-12-10 20:00"}]),
            "place": "Quayside Hall",
            "online_url": "",
            "capacity_note": "",
            "sign_up_page": "",
            "body": TEXT,
        },
    ),
    models.TrainingIndexPage: (models.HomePage, {"intro": WORDS, "body": NONE}),
    models.CoursePage: (
        models.TrainingIndexPage,
        {
            "course": "",
            "intro": WORDS,
            "for_whom": "Everybody",
            "hours": "Two evenings",
            "what_is_learned": rich_text("<p>To listen.</p>"),
            "leads_to": rich_text(""),
            "requirements": rich_text(""),
            "body": NONE,
            "questions": NONE,
        },
    ),
}


def filled_in(kind, title="A new page", **changes):
    """What the browser sends when the form of this kind is saved."""
    usual = {"title": title, "slug": f"new-{kind._meta.model_name}", "comments": inline_formset([])}
    usual |= {"review_on": "", "social_image": "", "go_live_at": "", "expire_at": ""}
    return nested_form_data(usual | FORMS[kind][1] | changes)


def in_days(days):
    """A moment as the form of the schedule takes it."""
    return timezone.localtime(timezone.now() + timedelta(days=days)).strftime("%Y-%m-%d %H:%M")
