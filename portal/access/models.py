from __future__ import annotations

from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from portal.cases.statuses import Channel
from portal.disclosures.models import AboutSomebody
from portal.vault.constraints import exactly_one
from portal.vault.fields import SealedTextField
from portal.vault.models import SealedModel

from .querysets import AccessItemQuerySet, AccessRequestQuerySet, AmendmentQuerySet, DirectiveQuerySet
from .statuses import OPEN_ACCESS, AccessStatus, Decision, KnownBy, OrderAnswer, OrderKind

# What the law gives the office to let somebody see their record (R17).
DAYS = 45


def due_date() -> date:
    return timezone.localdate() + timedelta(days=DAYS)


class AccessRequest(AboutSomebody):
    """Somebody asks to see their own record. While it is open, nothing of the matter is destroyed."""

    wish = SealedTextField(seal="accessrequest.wish", blank=True)
    status = models.CharField(max_length=20, choices=AccessStatus.choices, default=AccessStatus.ASKED)
    asked_on = models.DateField(default=timezone.localdate)
    due_on = models.DateField(default=due_date)
    channel = models.CharField(max_length=20, choices=Channel.choices)
    known_by = models.CharField(max_length=20, choices=KnownBy.choices)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    drafted_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    approved_at = models.DateTimeField(null=True, blank=True)
    released_at = models.DateTimeField(null=True, blank=True)
    reminded_on = models.DateField(null=True, blank=True)

    objects = AccessRequestQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "asked_on"]
        constraints = [
            exactly_one("request", "participant", name="an_access_request_is_one_persons"),
            models.UniqueConstraint(
                fields=["participant"],
                condition=Q(status__in=sorted(OPEN_ACCESS), participant__isnull=False),
                name="a_participant_has_one_open_access_request",
            ),
            models.UniqueConstraint(
                fields=["request"],
                condition=Q(status__in=sorted(OPEN_ACCESS), request__isnull=False),
                name="a_writer_has_one_open_access_request",
            ),
            models.CheckConstraint(
                name="a_record_is_approved_by_somebody_before_it_is_handed_over",
                condition=~Q(status__in=[AccessStatus.APPROVED, AccessStatus.RELEASED])
                | Q(approved_by__isnull=False, approved_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"access request {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("portal:access:access", args=[self.pk])

    @property
    def is_open(self) -> bool:
        return self.status in OPEN_ACCESS

    @property
    def days_left(self) -> int:
        return (self.due_on - timezone.localdate()).days


class AccessItem(SealedModel):
    """One piece of a draft: what it is, and its words with every other person taken out."""

    access = models.ForeignKey(AccessRequest, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    title = SealedTextField(seal="accessitem.title")
    body = SealedTextField(seal="accessitem.body")
    # The person's own, or a sentence about them out of something about the whole case.
    is_own = models.BooleanField(default=True)
    hidden = models.PositiveSmallIntegerField(default=0)
    is_included = models.BooleanField(default=True)
    is_edited = models.BooleanField(default=False)

    objects = AccessItemQuerySet.as_manager()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["access", "position"], name="a_piece_of_a_draft_has_its_own_place"),
        ]

    def __str__(self) -> str:
        return f"piece {self.position}"


class AmendmentRequest(AboutSomebody):
    """Somebody asks that their record be changed: decided with a reason, and answered with a statement (R17)."""

    about = SealedTextField(seal="amendmentrequest.about")
    wanted = SealedTextField(seal="amendmentrequest.wanted")
    asked_on = models.DateField(default=timezone.localdate)
    channel = models.CharField(max_length=20, choices=Channel.choices)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decision = models.CharField(max_length=10, choices=Decision.choices, blank=True)
    reason = SealedTextField(seal="amendmentrequest.reason", blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    # The person's own words, attached to the record for as long as it is kept.
    statement = SealedTextField(seal="amendmentrequest.statement", blank=True)
    stated_at = models.DateTimeField(null=True, blank=True)

    objects = AmendmentQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_on"]
        constraints = [
            exactly_one("request", "participant", name="an_amendment_request_is_one_persons"),
            models.CheckConstraint(
                name="an_amendment_is_decided_by_somebody_at_some_time",
                condition=Q(decision="", decided_by=None, decided_at=None)
                | ~Q(decision="") & Q(decided_by__isnull=False, decided_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"amendment request {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("portal:access:amendment", args=[self.pk])


class Directive(SealedModel):
    """A subpoena, an order, an audit: what came in, under a key of its own.

    It points to no matter, so that nobody can tell from it whether there is one (P8, R25).
    """

    programme = models.ForeignKey("portal.Programme", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=OrderKind.choices)
    sender = SealedTextField(seal="directive.sender")
    names = SealedTextField(seal="directive.names")
    asks = SealedTextField(seal="directive.asks")
    received_on = models.DateField(default=timezone.localdate)
    answer_by = models.DateField()
    logged_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(max_length=20, choices=OrderAnswer.choices, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_on = models.DateField(null=True, blank=True)
    delete_on = models.DateField(null=True, blank=True)

    objects = DirectiveQuerySet.as_manager()

    class Meta:
        ordering = ["answer_by"]
        constraints = [
            models.CheckConstraint(
                name="a_directive_has_a_last_day_exactly_when_answered",
                condition=Q(answered_on=None, answered_by=None, delete_on=None, answer="")
                | Q(answered_on__isnull=False, answered_by__isnull=False, delete_on__isnull=False) & ~Q(answer=""),
            ),
        ]

    def __str__(self) -> str:
        return f"directive {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("portal:access:directive", args=[self.pk])
