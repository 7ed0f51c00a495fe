"""Promise 26: what was signed can be printed again, word for word, and one changed letter shows."""

import pytest

from portal.agreements.actions import prepare_agreement
from portal.agreements.models import Agreement, Signature
from portal.agreements.queries import agreement_text
from portal.audit.events import AuditEvent
from portal.audit.models import AuditLink
from portal.cases.models import Case
from portal.documents.rendering import digest
from tests.factories.sessions import make_gathered_session, sign_all

from .proofs import missing

pytestmark = pytest.mark.django_db
PROOFS = {
    "tests.portal.agreements.test_actions": [
        "test_another_mediator_makes_a_new_version_that_nobody_has_signed",
        "test_an_older_version_cannot_be_signed_any_more",
        "test_the_signed_copy_is_a_tagged_pdf_and_the_same_each_time",
    ],
    "tests.portal.documents.test_rendering": [
        "test_the_pdf_is_tagged_titled_and_in_a_language",
        "test_another_process_prints_the_same_bytes",
    ],
}


def test_the_proofs_beside_the_feature_stand():
    assert missing(PROOFS) == set()


@pytest.fixture
def signed():
    session, pair = make_gathered_session()
    sign_all(session.case, pair)
    return Agreement.objects.get(case=session.case, replaced_at=None)


def test_every_signature_puts_the_digest_of_its_text_into_the_audit_chain(signed):
    links = AuditLink.objects.filter(kind=AuditEvent.AGREEMENT_SIGNED)

    assert links.count() == Signature.objects.count() == 4
    assert {link.payload["facts"]["sha256"] for link in links} == {digest(signed.text)}


def test_one_changed_letter_no_longer_fits_the_chain(signed):
    link = AuditLink.objects.filter(kind=AuditEvent.AGREEMENT_SIGNED).first()

    signed.text = signed.text.replace("a", "b", 1)
    signed.save()

    assert digest(Agreement.objects.get(pk=signed.pk).text) != link.payload["facts"]["sha256"]


def test_the_text_comes_again_from_what_was_kept(signed):
    assert agreement_text(signed.template, signed.values) == signed.text


def test_later_changes_make_a_new_version_and_leave_the_signed_one_alone(signed):
    text = signed.text
    person = signed.case.participants.get(number=2)
    person.name = "Samira"
    person.save()

    newer = prepare_agreement(Case.objects.get(pk=signed.case_id), session_at=None, actor=None)

    assert (newer.version, newer.signatures.count()) == (signed.version + 1, 0)
    assert Agreement.objects.get(pk=signed.pk).text == text
    assert Agreement.objects.get(pk=signed.pk).signatures.count() == 4
