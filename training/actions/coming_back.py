"""A learner who lost their personal code, or whose code has run out, proves their address and gets a new one."""

from __future__ import annotations

from django.db import transaction

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.intake.actions.drafts import keep_slip
from portal.intake.envelope import EnvelopeKey
from portal.passes.actions import issue_pass, reissue_pass
from training.models import Learner

from .enrolling import NotProven
from .learners import end_proof, find_learner, find_proof


@transaction.atomic
def renew_code(*, key: EnvelopeKey | None) -> bool:
    """Give the owner of a proven address a new code; the old one, and visits begun with it, end at once.

    The slip waits for this browser alone. False when nobody with this address ever took a course here. The proof is
    used up either way. Raises NotProven.
    """
    proof = find_proof(key)
    if key is None or proof is None or proof.proven_at is None:
        raise NotProven
    known = find_learner(proof.address)
    end_proof(key=key)
    if known is None:
        return False
    learner = Learner.objects.select_for_update().get(pk=known.pk)
    if learner.entry is None:
        issued = issue_pass(key_id=learner.vault_key)
        learner.entry = issued.entry
        learner.save(update_fields=["entry"])
    else:
        issued = reissue_pass(entry=learner.entry)
    keep_slip(key=key, slip={"code": issued.code, "phrase": issued.phrase})
    record(AuditEvent.PASS_ISSUED, actor=issued.entry, subject=issued.entry)
    return True
