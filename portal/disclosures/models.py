from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.cases.statuses import Channel
from portal.vault.constraints import exactly_one
from portal.vault.fields import SealedTextField
from portal.vault.models import SealedModel

from .querysets import AboutSomebodyQuerySet, SharePermissionQuerySet
from .statuses import Answer, Basis


class AboutSomebody(SealedModel):
    """A row about one person of a matter: a participant, or whoever wrote a request that is no case yet."""

    matter = models.ForeignKey("portal.Matter", on_delete=models.CASCADE, related_name="%(class)ss")
    request = models.ForeignKey(
        "portal.Request", on_delete=models.CASCADE, null=True, blank=True, related_name="%(class)ss"
    )
    participant = models.ForeignKey(
        "portal.Participant", on_delete=models.CASCADE, null=True, blank=True, related_name="%(class)ss"
    )

    objects = AboutSomebodyQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def whose(self) -> str:
        """The name of the person it is about, for those who may see names."""
        if self.participant is not None:
            return self.participant.display_name
        return (self.request.name if self.request else "") or _("The person who wrote to us")


class SharePermission(AboutSomebody):
    """What the office may tell whom, for what and until when (M58, R14). Without one, nothing leaves the office."""

    what = SealedTextField(seal="sharepermission.what")
    recipient = SealedTextField(seal="sharepermission.recipient")
    purpose = SealedTextField(seal="sharepermission.purpose")
    until = models.DateField()
    channel = models.CharField(max_length=20, choices=Channel.choices)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # Empty when it was only said: then nobody has signed anything.
    typed_name = SealedTextField(seal="sharepermission.typed_name", blank=True)
    signed_on = models.DateField(null=True, blank=True)
    given_at = models.DateTimeField(default=timezone.now)
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_channel = models.CharField(max_length=20, choices=Channel.choices, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = SharePermissionQuerySet.as_manager()

    class Meta:
        ordering = ["-given_at"]
        constraints = [
            exactly_one("request", "participant", name="a_permission_to_share_is_one_persons"),
            models.CheckConstraint(
                name="a_permission_is_recorded_by_staff_exactly_when_not_given_by_self",
                condition=Q(channel=Channel.SELF, recorded_by__isnull=True)
                | ~Q(channel=Channel.SELF) & Q(recorded_by__isnull=False),
            ),
            models.CheckConstraint(
                name="a_permission_says_how_it_was_revoked_exactly_when_revoked",
                condition=Q(revoked_at=None, revoked_channel="", revoked_by=None)
                | Q(revoked_at__isnull=False) & ~Q(revoked_channel=""),
            ),
        ]

    def __str__(self) -> str:
        return f"permission to share {self.pk}"

    @property
    def is_live(self) -> bool:
        return self.revoked_at is None and self.until >= timezone.localdate()

    @property
    def is_signed(self) -> bool:
        return self.signed_on is not None

    @property
    def state(self) -> tuple[str, str]:
        """A word and its kind, for components/tag.html."""
        if self.revoked_at is not None:
            return _("Taken back"), "empty"
        if not self.is_live:
            return _("Over"), "empty"
        return (_("In force"), "go") if self.is_signed else (_("In force, not signed"), "wait")


class Disclosure(AboutSomebody):
    """One line of the register of what was told to somebody outside, or asked for and refused (R16).

    Never changed: the database refuses it (see append_only.py). It goes when its matter goes.
    """

    basis = models.CharField(max_length=20, choices=Basis.choices)
    answer = models.CharField(max_length=10, choices=Answer.choices, default=Answer.GIVEN)
    permission = models.ForeignKey(
        SharePermission, on_delete=models.CASCADE, null=True, blank=True, related_name="shares"
    )
    recipient = SealedTextField(seal="disclosure.recipient")
    # The recipient's legitimate interest; in an emergency the threat.
    interest = SealedTextField(seal="disclosure.interest")
    what = SealedTextField(seal="disclosure.what")
    happened_on = models.DateField(default=timezone.localdate)
    # Before an order is followed, the person is told (R25).
    person_told_on = models.DateField(null=True, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-happened_on", "-made_at"]
        constraints = [
            models.CheckConstraint(
                name="a_disclosure_is_about_one_person_or_about_a_whole_matter",
                condition=~Q(request__isnull=False, participant__isnull=False),
            ),
            models.CheckConstraint(
                name="a_disclosure_names_its_permission_exactly_when_it_rests_on_one",
                condition=Q(basis=Basis.PERMISSION, permission__isnull=False)
                | ~Q(basis=Basis.PERMISSION) & Q(permission__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"disclosure {self.pk}"
