"""Proving an address, and finding or making the person behind it."""

from __future__ import annotations

import hmac
import secrets
from typing import NamedTuple

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from portal.intake.envelope import EnvelopeKey
from portal.mail.actions import enqueue
from portal.mail.statuses import MailKind
from portal.passes.actions import Issued, issue_pass
from portal.passes.throttle import Throttle
from portal.vault.actions import create_key, office_key
from training.addresses import address_hash, plainest
from training.models import AddressProof, Learner

CODES = Throttle("training-code", per_network=30, overall=600, seconds=3600, under_pressure=5)
TO_ONE_ADDRESS = Throttle("training-address", per_network=5, overall=100000, seconds=3600)


class WrongCode(Exception):
    """Not the code that was mailed. `tries_left` says how often one may still try; 0 ends this proof."""

    def __init__(self, tries_left: int) -> None:
        self.tries_left = tries_left
        super().__init__(tries_left)


class Known(NamedTuple):
    """A learner; `issued` holds their new code and phrase when they were given a pass just now, to show once."""

    learner: Learner
    issued: Issued | None


def start_proof(*, address: str, network: str) -> EnvelopeKey:
    """Mail a six-digit code to an address. Returns the key for the browser's cookie.

    Known and unknown addresses are treated alike. Raises TooManyTries.
    """
    CODES.check(network)
    TO_ONE_ADDRESS.check(address_hash(address))
    CODES.count(network)
    TO_ONE_ADDRESS.count(address_hash(address))
    key, code = EnvelopeKey.new(), f"{secrets.randbelow(1_000_000):06d}"
    key_id = office_key()
    with transaction.atomic():
        AddressProof.objects.create(
            vault_key=key_id,
            address=address,
            secret_hash=_digest("secret", str(key)),
            code_hash=_digest(str(key), code),
            expires_at=timezone.now() + AddressProof.LIFETIME,
        )
        enqueue(kind=MailKind.ADDRESS_CODE, address=address, key_id=key_id, context={"code": code})
    return key


def prove(*, key: EnvelopeKey | None, code: str) -> AddressProof:
    """Exchange the mailed code for a proven address. Raises WrongCode; a sixth try is never looked at."""
    proof = find_proof(key)
    if proof is None or proof.proven_at is not None:
        raise WrongCode(0)
    # Counted before looking, and in the database: tries at the same moment count as well.
    counted = AddressProof.objects.filter(pk=proof.pk, tries__lt=AddressProof.MOST_TRIES).update(tries=F("tries") + 1)
    if not counted:
        raise WrongCode(0)
    if not hmac.compare_digest(proof.code_hash, _digest(str(key), code.strip().replace(" ", ""))):
        raise WrongCode(AddressProof.MOST_TRIES - proof.tries - 1)
    now = timezone.now()
    proof.proven_at, proof.expires_at = now, now + AddressProof.USABLE
    proof.save(update_fields=["proven_at", "expires_at"])
    return proof


def find_proof(key: EnvelopeKey | None) -> AddressProof | None:
    """The proof that this browser began, proven or not, while it is good."""
    alive = AddressProof.objects.filter(expires_at__gt=timezone.now())
    return alive.filter(secret_hash=_digest("secret", str(key))).first() if key else None


def end_proof(*, key: EnvelopeKey) -> None:
    AddressProof.objects.filter(secret_hash=_digest("secret", str(key))).delete()


def find_learner(address: str) -> Learner | None:
    return Learner.objects.filter(address_hash=address_hash(address)).first()


def know(*, address: str, name: str) -> Known:
    """The learner with this proven address, made now if need be, and holding a pass that works."""
    learner = find_learner(address) or _make(address, name)
    with transaction.atomic():
        # No join: whoever waited for the lock would see a pass from before the wait beside a learner from after it.
        learner = Learner.objects.select_for_update().get(pk=learner.pk)
        link_account(learner)
        if learner.entry is not None and learner.entry.is_usable:
            return Known(learner, None)
        issued = issue_pass(key_id=learner.vault_key)
        learner.entry = issued.entry
        learner.save(update_fields=["entry"])
    return Known(learner, issued)


def link_account(learner: Learner) -> None:
    """Join a locked learner to the account with the same address, if there is one: it is the same person.

    Called before anybody decides about a learner, so that nobody certifies themselves by way of a second record.
    """
    if learner.user_id is not None:
        return
    spellings = {learner.address.strip().lower(), plainest(learner.address)}
    user = get_user_model().objects.filter(email__in=spellings, learner=None).first()
    if user is not None:
        learner.user = user
        learner.save(update_fields=["user"])


def _make(address: str, name: str) -> Learner:
    learner = Learner(vault_key=create_key(), name=name, address=address, address_hash=address_hash(address))
    try:
        with transaction.atomic():
            learner.save(force_insert=True)
    except IntegrityError:
        # Two browsers at once: the constraint kept one of them, and the key of the other is swept as unused.
        return Learner.objects.get(address_hash=learner.address_hash)
    return learner


def _digest(kind: str, words: str) -> str:
    return hmac.new(settings.ACCORD_TOKEN_KEY, f"proof {kind}\x00{words}".encode(), "sha256").hexdigest()
