"""Promise 12: what people said and who they are is sealed, under keys that live elsewhere."""

from uuid import uuid4

import pytest
from django.db import connection, models

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.mail.models import Mailing
from portal.mail.statuses import MailKind
from portal.vault import keyring
from portal.vault.actions import create_key, rotate
from portal.vault.crypto import SealBroken
from portal.vault.fields import SealedField, SealedJSONField
from portal.vault.keystore.models import TokenKind
from portal.vault.models import sealed_models
from portal.vault.tokens import index
from portal.vault.wrapping import KeyUnavailable

from .raw import raw_dump

pytestmark = pytest.mark.django_db
CANARY = "Heliotrope"

SEALED_FIELDS = [
    pytest.param(model, field, id=f"{model.__name__}.{field.name}")
    for model in sealed_models()
    for field in model._meta.local_concrete_fields
    if isinstance(field, SealedField)
]
# Clear text beside sealed fields, and why it says nothing: codes of lists, public references, hashes.
CODES = {
    "AddressProof.code_hash",
    "AddressProof.secret_hash",
    "Agreement.sha256",
    # The role for whose words it is: a code.
    "Agreement.variant",
    # Codes of positions, forms and lines of a checklist.
    "Allegation.harmed_is",
    "Allegation.named_is",
    # What somebody decided before they were to conduct, how a closed case went, what criteria advise: codes.
    "BothRoles.decided_as",
    "Case.process",
    "SampledCase.findings",
    "Weighing.bands",
    "Confirmation.channel",
    "EnforcementRecord.reference",
    "Case.reference",
    "Case.unit",
    # Which words a guest has signed.
    "Guest.terms_sha256",
    "Invitation.code_hash",
    # A keyed hash, as of the tokens that people are found by.
    "Learner.address_hash",
    "Learner.unit",
    "Mailing.language",
    "Pass.code_hash",
    # How the name of an imported sheet ended: csv or xlsx.
    "PastImport.extension",
    "Preparation.forms",
    "Preparation.gone_through",
    "Request.campaign",
    "Request.reference",
    "Request.submission",
    "Request.unit",
    "Screening.alternatives",
    "Screening.process",
    # Hashes of sealed texts, which are proofs and lead nowhere.
    "Resolution.text_sha256",
    "ResolutionSignature.text_sha256",
    "SealedCopy.sha256",
    "WrittenNotice.sha256",
}


@pytest.mark.parametrize(("model", "field"), SEALED_FIELDS)
def test_every_sealed_field_stores_ciphertext(model, field):
    row = model(id=uuid4(), vault_key=create_key())
    value = {"words": [CANARY]} if isinstance(field, SealedJSONField) else field.from_bytes(CANARY.encode())
    setattr(row, field.attname, value)

    sealed = field.pre_save(row, add=True)

    assert CANARY.encode() not in sealed.ciphertext
    assert getattr(row, field.attname) == value


def test_nothing_beside_a_sealed_field_takes_free_text():
    clear = {
        f"{model.__name__}.{field.name}"
        for model in sealed_models()
        for field in model._meta.local_concrete_fields
        if isinstance(field, (models.CharField, models.TextField, models.JSONField)) and not field.choices
    }

    assert clear - CODES == set()


def mail_about(canary):
    return Mailing.objects.create(
        kind=MailKind.NEWS, address=f"{canary}@example.edu", vault_key=create_key(), context={"staff": canary}
    )


def test_a_raw_dump_of_both_databases_contains_no_canary():
    row = mail_about(CANARY)
    index(key_id=row.vault_key, subject=row.pk, kind=TokenKind.NAME, values=[CANARY])
    record(AuditEvent.MESSAGE_SENT, actor=None, canary=CANARY)

    dump = raw_dump().lower()

    assert row.kind.lower().encode() in dump
    assert CANARY.lower().encode() not in dump


def test_rotation_finishes_and_the_old_key_can_be_removed(settings):
    rows = [mail_about(f"{CANARY}{number}") for number in range(5)]
    settings.ACCORD_KEKS = {"next": b"n" * 32} | settings.ACCORD_KEKS
    rotate(batch=2)

    settings.ACCORD_KEKS = {"next": b"n" * 32}

    with keyring.scope():
        found = {row.context["staff"] for row in Mailing.objects.all()}
    assert found == {f"{CANARY}{number}" for number in range(len(rows))}


@pytest.mark.parametrize("keks", [{"test": b"x" * 32}, {"other": b"k" * 32}])
def test_a_wrong_key_fails_closed(settings, keks):
    mail_about(CANARY)
    settings.ACCORD_KEKS = keks

    with keyring.scope(), pytest.raises(KeyUnavailable):
        _ = Mailing.objects.get().address


def test_one_tampered_byte_is_an_error():
    row = mail_about(CANARY)
    sealed = Mailing.objects.values_list("address", flat=True).get().ciphertext

    with connection.cursor() as cursor:
        cursor.execute("UPDATE portal_mailing SET address = %s", [sealed[:20] + bytes([sealed[20] ^ 1]) + sealed[21:]])

    row.refresh_from_db()
    with pytest.raises(SealBroken):
        _ = row.address
