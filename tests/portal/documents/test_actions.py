import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from portal.audit.models import AuditLink
from portal.documents import actions, queries
from portal.documents.models import DocumentTemplate
from portal.documents.versions import ChangedMeanwhile
from tests.factories.office import make_programme
from tests.factories.people import make_staff
from tests.factories.signing_in import make_pass
from tests.factories.texts import make_template, make_texts

pytestmark = pytest.mark.django_db


def draft(template, by, body=None, title="Agreement"):
    body = body or template.body + "\n\nOne more line."
    return actions.draft_template(programme=template.programme, kind=template.kind, title=title, body=body, by=by)


def test_a_text_changes_only_by_a_new_approved_version():
    template, director = make_template(), make_staff("DIRECTOR")

    made = draft(template, make_staff("CASE_MANAGER"))
    assert queries.current(template.kind, template.programme) == template

    actions.approve_template(template_id=made.pk, fingerprint=made.fingerprint, by=director)

    template.refresh_from_db()
    assert queries.current(template.kind, template.programme) == made
    assert (template.status, made.version) == ("SUPERSEDED", 2)
    assert "One more line" not in template.body
    kinds = list(AuditLink.objects.order_by("seq").values_list("kind", flat=True))
    assert kinds == ["TEMPLATE_DRAFTED", "TEMPLATE_APPROVED"]


def test_a_second_draft_replaces_the_first():
    template, writer = make_template(), make_staff("CASE_MANAGER")

    first = draft(template, writer)
    second = draft(template, writer, title="Agreement, again")

    assert first.pk == second.pk
    assert template.siblings().count() == 2


def test_what_was_changed_after_reading_is_not_approved():
    template, director = make_template(), make_staff("DIRECTOR")
    read = draft(template, director)
    draft(template, make_staff("CASE_MANAGER"), body=template.body + "\n\nSomething else.")

    with pytest.raises(ChangedMeanwhile):
        actions.approve_template(template_id=read.pk, fingerprint=read.fingerprint, by=director)
    with pytest.raises(ChangedMeanwhile):
        actions.approve_template(template_id=template.pk, fingerprint=template.fingerprint, by=director)


def test_only_who_may_drafts_and_approves():
    template = make_template()
    made = draft(template, make_staff("COORDINATOR"))
    elsewhere = make_staff("DIRECTOR", programme=make_programme("OTHER"))

    for person in (make_staff("COORDINATOR"), elsewhere):
        with pytest.raises(PermissionDenied):
            actions.approve_template(template_id=made.pk, fingerprint=made.fingerprint, by=person)
    for person in (make_staff("NEUTRAL"), elsewhere):
        with pytest.raises(PermissionDenied):
            draft(template, person)


@pytest.mark.parametrize("body", ["No fields at all.", "{parties} {neutrals} {reference} {signatures} {verdict}"])
def test_a_template_with_the_wrong_fields_is_refused(body):
    with pytest.raises(ValidationError):
        draft(make_template(), make_staff("DIRECTOR"), body=body)


def test_the_database_keeps_one_version_in_use():
    template = make_template()
    copy = {"programme": template.programme, "kind": template.kind, "title": "T", "body": "B"}

    for facts in (
        {"version": 2, "status": "APPROVED", "approved_at": template.approved_at},
        {"version": 1},
        {"version": 2, "status": "APPROVED"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            DocumentTemplate.objects.create(**copy, **facts)


def test_a_pass_sees_no_version_of_any_text():
    make_texts()

    assert list(DocumentTemplate.objects.visible_to(make_pass().entry)) == []


def test_a_language_without_a_version_falls_back_to_english():
    programme = make_texts()

    assert queries.current("LETTER", programme, "es").language == "en"
    with pytest.raises(DocumentTemplate.DoesNotExist):
        queries.current("LETTER", make_programme("OTHER"))
