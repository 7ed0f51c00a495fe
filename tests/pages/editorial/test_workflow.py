"""From a draft to the public: two checks, by two people who did not ask for them."""

import json
from datetime import timedelta

import pytest
from django.conf import settings
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Task

from pages.models import CheckState, CheckTask
from pages.publishing import publish_due
from portal.mail.actions import deliver_due
from portal.mail.models import Mailing
from portal.mail.statuses import MailKind

from .desk import Writer, form, fresh, home

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


@pytest.fixture
def editor():
    return Writer("EDITOR", email="mina@example.edu")


@pytest.fixture
def coordinator():
    return Writer("COORDINATOR", email="dana@example.edu")


@pytest.fixture
def moderator():
    return Writer("MODERATOR", email="owen@example.edu")


def waits_for(page):
    task = Page.objects.get(pk=page.pk).current_workflow_task
    return task and task.name


def told():
    return sorted(mailing.address for mailing in Mailing.objects.filter(kind=MailKind.PAGE_NEWS))


def test_a_page_is_public_after_both_checks(editor, coordinator, moderator, client):
    page = editor.writes(action="action-submit")
    assert waits_for(page) == "Fact check"

    coordinator.checks(page)
    assert (waits_for(page), fresh(page).live) == ("Accessibility check", False)
    moderator.checks(page)

    assert fresh(page).live
    assert client.get("/parking/").status_code == 200


def test_everything_has_to_be_ticked(editor, coordinator):
    page = editor.writes(action="action-submit")

    answer = coordinator.checks(page, leave_out=[1])

    assert "Please check this too" in answer.json()["html"]
    assert waits_for(page) == "Fact check"


def test_a_tick_cannot_be_left_out_by_answering_elsewhere(editor, coordinator):
    """The editor's own screen sends the answers as they come from the browser."""
    page = editor.writes(action="action-submit")
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    forged = {"workflow-action-name": "approve", "workflow-action-extra-data": json.dumps({"comment": "fine"})}

    answer = coordinator.client.post(address, form("Parking near us", "action-workflow-action") | forged)

    assert answer.status_code in (302, 403)
    assert waits_for(page) == "Fact check"


def test_what_was_ticked_stands_in_the_history(editor, coordinator):
    page = editor.writes(action="action-submit")

    coordinator.checks(page, comment="Called the garage.")

    done = CheckState.objects.get(status="approved")
    assert done.statements == CheckTask.objects.get(name="Fact check").statements
    assert (done.finished_by, done.comment) == (coordinator.user, "Called the garage.")
    assert done.get_comment().startswith("Called the garage.\n✓ What the page says")


def test_nobody_checks_what_they_asked_for_themselves(coordinator):
    lead = Writer("LEAD")
    page = lead.writes(action="action-submit")
    coordinator.checks(page)

    answer = lead.checks(page)

    assert answer.status_code in (302, 403)
    assert waits_for(page) == "Accessibility check"
    assert not list(CheckState.objects.reviewable_by(lead.user))
    task = Task.objects.get(name="Accessibility check").specific
    ticks = {f"check_{n}": True for n in range(len(task.statements))}
    with pytest.raises(PermissionDenied):
        task.on_action(fresh(page).current_workflow_task_state, lead.user, "approve", **ticks)


def test_only_the_coordinator_checks_facts(editor, moderator):
    lead = Writer("LEAD")
    page = editor.writes(action="action-submit")

    for somebody in (editor, moderator, lead):
        somebody.checks(page)

    assert waits_for(page) == "Fact check"


def test_the_coordinator_sees_the_page_and_no_case(editor, coordinator):
    page = editor.writes(action="action-submit")

    desk = coordinator.get("wagtailadmin_home").content.decode()
    screen = coordinator.get("wagtailadmin_pages:edit", page.pk)
    asked = coordinator.get(
        "wagtailadmin_pages:workflow_action", page.pk, "approve", fresh(page).current_workflow_task_state.pk
    )

    assert "Parking near us" in desk
    assert screen.status_code == 200
    assert "It promises no result" in asked.json()["html"]
    assert "/portal/" not in desk


def test_a_page_that_was_sent_back_comes_again(editor, coordinator):
    page = editor.writes(action="action-submit")

    coordinator.checks(page, "reject", comment="It costs three dollars.")
    assert fresh(page).current_workflow_state.status == "needs_changes"
    editor.edits(page, "action-submit", text="It costs three dollars.")

    assert waits_for(page) == "Fact check"
    assert fresh(page).current_workflow_task_state.revision == fresh(page).latest_revision


def test_a_change_after_the_first_check_asks_for_it_again(editor, coordinator, moderator):
    page = editor.writes(action="action-submit")
    coordinator.checks(page)

    moderator.edits(page, text="We solve every conflict.")
    moderator.checks(page)
    assert (waits_for(page), fresh(page).live) == ("Fact check", False)
    coordinator.checks(page)

    assert fresh(page).live


def test_an_author_can_take_a_page_back(editor):
    page = editor.writes(action="action-submit")

    editor.edits(page, "action-cancel-workflow")

    assert waits_for(page) is None
    assert not fresh(page).live


def test_people_hear_by_the_outbox_in_neutral_words(editor, coordinator, moderator):
    page = editor.writes(action="action-submit")
    assert told() == ["dana@example.edu"]

    coordinator.checks(page)
    assert told() == ["dana@example.edu", "owen@example.edu"]

    moderator.checks(page)
    assert told() == ["dana@example.edu", "mina@example.edu", "owen@example.edu"]
    assert mail.outbox == []  # nothing left by another way
    deliver_due()
    assert {message.subject for message in mail.outbox} == {"A page waits for you"}
    assert not [message for message in mail.outbox if "Parking" in message.body + message.subject]


def test_a_comment_beside_a_text_sends_no_mail_of_the_cms(editor):
    page = editor.writes()
    lead = Writer("LEAD")
    lead.edits(page, **{"comments-TOTAL_FORMS": "1"})
    comment = {
        "comments-TOTAL_FORMS": "1",
        "comments-INITIAL_FORMS": "0",
        "comments-0-text": "Is this still so?",
        "comments-0-contentpath": "intro",
        "comments-0-id": "",
        "comments-0-replies-TOTAL_FORMS": "0",
        "comments-0-replies-INITIAL_FORMS": "0",
        "comment_notifications": "on",
    }
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])

    lead.client.post(address, form("Parking near us") | comment)

    assert [one.text for one in page.wagtail_admin_comments.all()] == ["Is this still so?"]
    assert mail.outbox == []
    assert "notifications" not in lead.get("wagtailadmin_account").content.decode().lower()


def test_the_history_compares_two_texts(editor):
    page = editor.writes(intro="Two places.")
    editor.edits(page, intro="Three places.")

    history = editor.get("wagtailadmin_pages:history", page.pk)
    compared = editor.get("wagtailadmin_pages:revisions_compare", page.pk, "earliest", "latest").content.decode()

    assert history.status_code == 200
    assert '<span class="deletion">Two</span><span class="addition">Three</span>' in compared


# By the calendar


def dated(**days):
    return {name: (timezone.localtime() + timedelta(days=day)).strftime("%Y-%m-%d %H:%M") for name, day in days.items()}


def test_a_checked_page_waits_for_its_day_and_leaves_on_another(editor, coordinator, moderator, client, time_machine):
    page = editor.writes(action="action-submit", **dated(go_live_at=2, expire_at=9))
    coordinator.checks(page)
    moderator.checks(page)
    publish_due()
    assert client.get("/parking/").status_code == 404

    time_machine.move_to(timezone.now() + timedelta(days=3))
    publish_due()
    assert client.get("/parking/").status_code == 200

    time_machine.move_to(timezone.now() + timedelta(days=7))
    publish_due()
    assert client.get("/parking/").status_code == 404
    assert fresh(page).expired


def test_a_day_on_a_draft_publishes_nothing(editor, client, time_machine):
    editor.writes(**dated(go_live_at=1))

    time_machine.move_to(timezone.now() + timedelta(days=2))
    publish_due()

    assert client.get("/parking/").status_code == 404


# Addresses that change


def test_the_old_address_of_a_page_leads_to_the_new_one(client, django_capture_on_commit_callbacks):
    lead = Writer("LEAD")
    page = lead.writes(action="action-publish")

    with django_capture_on_commit_callbacks(execute=True):
        lead.edits(page, "action-publish", slug="bicycles")

    answer = client.get("/parking/")
    assert (answer.status_code, answer.url) == (301, "/bicycles/")


def test_so_does_the_address_of_a_page_that_was_moved(client):
    lead = Writer("LEAD")
    page = lead.writes(action="action-publish")
    about = Page.objects.get(slug="about")

    lead.client.post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, about.pk]))

    assert client.get("/parking/").url == "/about/parking/"


def test_no_redirect_opens_what_is_closed(client):
    Redirect.objects.create(old_path="/cms/users", redirect_link="/about/")
    Redirect.objects.create(old_path="/old.html", redirect_page=home())

    assert Writer("LEAD").client.get("/cms/users/").status_code == 404
    assert client.get("/old.html").url == "/"


def test_the_timer_publishes():
    assert "pages.publishing.publish_due" in settings.ACCORD_DUE_JOBS
