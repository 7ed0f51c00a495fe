"""An editor at work: pages made, changed, previewed and published through the CMS's own forms."""

from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from tests.factories import make_user, sign_in


def editor(client):
    """Somebody signed in who may do everything in the CMS."""
    person = make_user(is_superuser=True)
    sign_in(client, person)
    return person


def make_in_cms(client, kind, parent, /, *, publish=True, **data):
    """The page that the form for a new one made; an answer with the form when it refused."""
    address = reverse("wagtailadmin_pages:add", args=[kind._meta.app_label, kind._meta.model_name, parent.pk])
    return _sent(client, address, data, publish) or kind.objects.child_of(parent).latest("pk")


def change_in_cms(client, page, /, *, publish=True, **data):
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return _sent(client, address, data, publish) or type(page).objects.get(pk=page.pk)


def _sent(client, address, data, publish):
    asked = {"action-publish": "yes"} if publish else {}
    usual = {"comments": inline_formset([]), "review_on": "", "social_image": ""}
    response = client.post(address, nested_form_data(usual | data) | asked)
    return None if response.status_code == 302 else response


def preview(page, mode=""):
    """What the preview shows of a page that may never have been saved."""
    response = page.make_preview_request(preview_mode=mode)
    assert response.status_code == 200
    return response.content.decode()


def fresh(page):
    """As the database has it."""
    return Page.objects.get(pk=page.pk).specific
