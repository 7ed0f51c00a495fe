"""The public reads what was published, suppressed, and nothing newer."""

import pytest
from django.core.exceptions import PermissionDenied
from django.template import Context, Template
from django.urls import reverse

from portal.audit.events import AuditEvent
from portal.audit.models import AuditLink
from portal.reports.actions import publish_figures
from portal.reports.models import PublishedFigures
from portal.reports.queries import published
from tests.factories.office import make_programme
from tests.factories.people import make_staff
from tests.factories.signing_in import sign_in
from tests.portal.reports.test_views import settle

pytestmark = pytest.mark.django_db


def shown():
    template = Template(
        '{% load figures %}{% figures "ending" as f %}{% for words, count in f.rows %}{{ count }};{% endfor %}'
    )
    return template.render(Context())


def test_nothing_is_public_until_it_is_published():
    settle(12)

    assert shown() == ""
    assert published("MEDIATION", "ending") is None


def test_small_numbers_are_hidden_before_they_are_stored():
    settle(12)
    settle(9, ending="DECLINED")
    settle(2, ending="WITHDRAWN")

    publish_figures(programme=make_programme(), by=make_staff("DIRECTOR"))

    stored = dict(PublishedFigures.objects.get().tables["ending"]["rows"])
    assert stored["WITHDRAWN"] is None
    assert 2 not in stored.values()
    assert "fewer than 5" in shown()


def test_what_comes_later_waits_for_the_next_time():
    settle(12)
    publish_figures(programme=make_programme(), by=make_staff("DIRECTOR"))
    settle(20)

    assert "12" in shown()
    assert "32" not in shown()


@pytest.mark.parametrize("role", ["COORDINATOR", "AUDITOR", "CASE_MANAGER", "NEUTRAL", "EDITOR"])
def test_only_who_answers_for_the_texts_publishes(client, role):
    person = make_staff(role)
    with pytest.raises(PermissionDenied):
        publish_figures(programme=make_programme(), by=person)
    sign_in(client, person)

    assert client.post(reverse("portal:reports:publish")).status_code in {403, 404}
    assert not PublishedFigures.objects.exists()


def test_the_button_publishes_and_leaves_a_trace(client):
    settle(12)
    sign_in(client, make_staff("DIRECTOR"))
    assert "Publish these figures" in client.get(reverse("portal:reports:statistics")).content.decode()

    answer = client.post(reverse("portal:reports:publish"))

    assert answer.url == reverse("portal:reports:statistics") + "?programme=MEDIATION"
    assert PublishedFigures.objects.count() == 1
    assert AuditLink.objects.filter(kind=AuditEvent.FIGURES_PUBLISHED).count() == 1
