from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.passes.models import Pass
from portal.vault.fields import SealedTextField
from portal.vault.models import SealedModel
from training.querysets import LearnerQuerySet, ProofQuerySet


class Learner(SealedModel):
    """Somebody who takes part in courses: a name and a proven address, under a key of their own.

    Destroying that key ends the record. `address_hash` is a keyed hash of the address in its plainest spelling, by
    which the same person is found again. Whoever becomes a neutral has an account as well.
    """

    name = SealedTextField(seal="learner.name")
    address = SealedTextField(seal="learner.address")
    address_hash = models.CharField(max_length=64, unique=True, editable=False)
    entry = models.OneToOneField(
        "portal.Pass", on_delete=models.SET_NULL, null=True, blank=True, related_name="learner", verbose_name=_("pass")
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="learner",
        verbose_name=_("account"),
    )
    # Where they work or study, as a code of the office's list; the office writes it down.
    unit = models.CharField(_("unit"), max_length=40, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    last_active_at = models.DateTimeField(default=timezone.now)

    objects = LearnerQuerySet.as_manager()

    class Meta:
        verbose_name = _("learner")
        verbose_name_plural = _("learners")
        ordering = ["created_at", "pk"]

    def belongs_to(self, viewer) -> bool:
        """Whether this record is the viewer's own."""
        if isinstance(viewer, Pass):
            return self.entry_id == viewer.pk
        return self.user_id is not None and self.user_id == viewer.pk


class AddressProof(SealedModel):
    """An address on its way to being proven: a six-digit code was mailed, and the browser holds a secret.

    Sealed under the office's key, and gone after an hour.
    """

    LIFETIME = timedelta(minutes=10)
    # How long the proven address may be used to enrol: long enough to fill in a form.
    USABLE = timedelta(minutes=60)
    MOST_TRIES = 5

    address = SealedTextField(seal="address_proof.address")
    secret_hash = models.CharField(max_length=64, unique=True)
    code_hash = models.CharField(max_length=64)
    tries = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField(default=timezone.now)
    proven_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField()

    objects = ProofQuerySet.as_manager()

    class Meta:
        verbose_name = _("proof of an address")
        constraints = [
            models.CheckConstraint(name="an_address_is_proven_in_few_tries", condition=Q(tries__lte=5)),
        ]
