"""People at the CMS, as their browsers would use it."""

from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from pages.models import HomePage, StandardPage
from tests.factories import make_writer, sign_in


class Writer:
    """One person with a role in the CMS, signed in with a second factor."""

    def __init__(self, role="EDITOR", **facts):
        self.user = make_writer(role, **facts)
        self.client = Client()
        sign_in(self.client, self.user)

    def get(self, name, *args, **query):
        return self.client.get(reverse(name, args=args), query)

    def writes(self, title="Parking near us", action="", parent=None, **facts):
        """Create a text page. `action` is the button: "" saves a draft, "action-submit", "action-publish"."""
        address = reverse("wagtailadmin_pages:add", args=["pages", "standardpage", (parent or home()).pk])
        answer = self.client.post(address, form(title, action, **facts))
        assert answer.status_code == 302, answer.context and answer.context["form"].errors
        return StandardPage.objects.get(draft_title=title)

    def edits(self, page, action="", **facts):
        address = reverse("wagtailadmin_pages:edit", args=[page.pk])
        return self.client.post(address, form(facts.pop("title", page.draft_title), action, **facts))

    def checks(self, page, action="approve", leave_out=(), **facts):
        """Answer the check that the page waits for, everything ticked but what is left out."""
        page = Page.objects.get(pk=page.pk)
        state = page.current_workflow_task_state
        ticks = {f"check_{n}": "on" for n in range(len(state.task.specific.statements)) if n not in leave_out}
        address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state.pk])
        return self.client.post(address, ticks | facts, headers={"x-requested-with": "XMLHttpRequest"})


def home():
    return HomePage.objects.get()


def form(title, action="", text="There are two places at the door.", slug="parking", **facts):
    usual = {
        "title": title,
        "slug": slug,
        "intro": "Where to leave your bicycle.",
        "body": streamfield([("text", rich_text(f"<p>{text}</p>"))]),
        "comments": inline_formset([]),
    }
    return nested_form_data(usual | facts) | ({action: "1"} if action else {})


def fresh(page):
    return type(page).objects.get(pk=page.pk)
