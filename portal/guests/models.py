from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.vault.constraints import exactly_one
from portal.vault.fields import SealedTextField
from portal.vault.models import SealedModel

from .querysets import GuestQuerySet
from .statuses import Shown

if TYPE_CHECKING:
    from portal.cases.models import Matter


class Guest(SealedModel):
    """Somebody from outside who sees exactly one session or one document of a case, for some days (C40)."""

    case = models.ForeignKey("portal.Case", on_delete=models.CASCADE, related_name="guests")
    entry = models.OneToOneField("portal.Pass", on_delete=models.CASCADE, related_name="+")
    booking = models.ForeignKey(
        "portal.Booking", on_delete=models.CASCADE, null=True, blank=True, related_name="guests"
    )
    copy = models.ForeignKey(
        "portal.SealedCopy", on_delete=models.CASCADE, null=True, blank=True, related_name="guests"
    )
    name = SealedTextField(seal="guest.name")
    interest = SealedTextField(seal="guest.interest")
    purpose = SealedTextField(seal="guest.purpose")
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField(default=timezone.now)
    ends_at = models.DateTimeField()
    typed_name = SealedTextField(seal="guest.typed_name", blank=True)
    # The digest of the terms that were read, and when they were signed.
    terms_sha256 = models.CharField(max_length=64, blank=True)
    signed_at = models.DateTimeField(null=True, blank=True)
    opened_times = models.PositiveIntegerField(default=0)
    opened_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = GuestQuerySet.as_manager()

    class Meta:
        verbose_name = gettext_lazy("guest")
        verbose_name_plural = gettext_lazy("guests")
        ordering = ["-given_at"]
        constraints = [
            exactly_one("booking", "copy", name="a_guest_sees_one_session_or_one_document"),
            models.CheckConstraint(
                name="a_guest_opens_nothing_before_signing", condition=Q(opened_times=0) | Q(signed_at__isnull=False)
            ),
            models.CheckConstraint(
                name="a_guest_is_ended_by_somebody",
                condition=Q(revoked_at=None, revoked_by=None) | Q(revoked_at__isnull=False, revoked_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"guest {self.pk}"

    @property
    def matter(self) -> Matter:
        return self.case.matter

    @property
    def shown(self) -> Shown:
        return Shown.SESSION if self.booking_id is not None else Shown.AGREEMENT

    @property
    def is_signed(self) -> bool:
        return self.signed_at is not None

    @property
    def state(self) -> tuple[str, str]:
        """A word and its kind, for components/tag.html. Whether the case or the session is over, `live` knows."""
        if self.revoked_at is not None:
            return _("Ended"), "empty"
        if self.ends_at <= timezone.now():
            return _("Run out"), "empty"
        return (_("Open"), "go") if self.is_signed else (_("Terms not signed yet"), "wait")
