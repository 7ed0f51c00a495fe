from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone

from portal.cases.references import new_request_reference
from portal.cases.statuses import Channel, Ending
from portal.vault.fields import SealedJSONField, SealedTextField
from portal.vault.models import SealedModel

from .querysets import MessageQuerySet, RequestQuerySet
from .statuses import (
    AsksFor,
    CameBy,
    Constituency,
    Direction,
    Door,
    Referral,
    RequestStatus,
    SafeWay,
)


class Draft(models.Model):
    """Something that only one browser can open: the row is sealed under a random key that its cookie holds.

    Before sending these are the answers so far; afterwards, for a few minutes, the code that is shown once.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sealed = models.BinaryField()
    expires_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"draft {self.pk}"


class Request(SealedModel):
    """Somebody asks the office for help. It opens nothing by itself; screening decides."""

    reference = models.CharField(max_length=12, unique=True, default=new_request_reference, editable=False)
    matter = models.ForeignKey("portal.Matter", on_delete=models.CASCADE, related_name="requests")
    programme = models.ForeignKey("portal.Programme", on_delete=models.PROTECT, related_name="requests")
    case = models.ForeignKey(
        "portal.Case",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="requests",
    )
    status = models.CharField(max_length=20, choices=RequestStatus.choices, default=RequestStatus.NEW)
    ending = models.CharField(max_length=20, choices=Ending.choices, blank=True)
    asks_for = models.CharField(max_length=30, choices=AsksFor.choices, default=AsksFor.UNSURE)
    came_by = models.CharField(max_length=20, choices=CameBy.choices, default=CameBy.WEB)
    door = models.CharField(max_length=10, choices=Door.choices, default=Door.SELF)
    # Who wrote for somebody else, and from which office. Empty for rows older than this column, which cannot be sealed
    # by a migration.
    sent_by = SealedTextField(seal="request.sent_by", blank=True, null=True)
    referral = models.CharField(max_length=20, choices=Referral.choices, default=Referral.UNSAID)
    # The short code of a poster or handout, kept as an opaque word.
    campaign = models.CharField(max_length=40, blank=True)
    constituency = models.CharField(max_length=20, choices=Constituency.choices, default=Constituency.UNSAID)
    unit = models.CharField(max_length=20, blank=True)
    # Empty when the writer stays anonymous.
    name = SealedTextField(seal="request.name", blank=True)
    # {"email", "phone", "when", "shared_mailbox": bool}; only what the writer called safe.
    contact = SealedJSONField(seal="request.contact", blank=True)
    safe_way = models.CharField(max_length=10, choices=SafeWay.choices, default=SafeWay.CODE)
    # The answers to the guided questions, so that nobody has to fill one large box (R26).
    about = SealedTextField(seal="request.about", blank=True)
    story = SealedTextField(seal="request.story", blank=True)
    tried = SealedTextField(seal="request.tried", blank=True)
    hope = SealedTextField(seal="request.hope", blank=True)
    # A day or a reason to hurry, in the writer's words.
    soon = SealedTextField(seal="request.soon", blank=True)
    # Who else is in it, one name a line, and how they are connected.
    others = SealedTextField(seal="request.others", blank=True)
    connection = SealedTextField(seal="request.connection", blank=True)
    needs = SealedTextField(seal="request.needs", blank=True)
    # Somebody who must not see this and is not on the list of people here; staff take care of it by hand.
    keep_from = SealedTextField(seal="request.keep_from", blank=True)
    # P3: "I am under 18" holds the request until staff record the office's rule.
    is_minor = models.BooleanField(default=False)
    minor_cleared_at = models.DateTimeField(null=True, blank=True)
    minor_cleared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    minor_rule = SealedTextField(seal="request.minor_rule", blank=True)
    entry = models.ForeignKey(
        "portal.Pass",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="requests",
    )
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="requests",
    )
    logged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    # A digest of the form's one-time token: sent twice is one.
    submission = models.CharField(max_length=64, unique=True)
    first_contact_at = models.DateTimeField(default=timezone.now)
    reply_due_on = models.DateField()
    first_reply_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = RequestQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="request_has_an_ending_exactly_when_ended",
                condition=models.Q(status=RequestStatus.ENDED, ended_at__isnull=False) & ~models.Q(ending="")
                | ~models.Q(status=RequestStatus.ENDED) & models.Q(ended_at__isnull=True, ending=""),
            ),
            models.CheckConstraint(
                name="request_has_a_case_exactly_when_a_case_was_opened",
                condition=models.Q(status=RequestStatus.CASE_OPENED, case__isnull=False)
                | ~models.Q(status=RequestStatus.CASE_OPENED) & models.Q(case__isnull=True),
            ),
        ]
        indexes = [models.Index(fields=["programme", "status", "first_contact_at"], name="request_queue")]

    def __str__(self) -> str:
        return self.reference

    def get_absolute_url(self) -> str:
        return reverse("portal:intake:request", args=[self.reference])

    @property
    def is_held_for_age(self) -> bool:
        return self.is_minor and self.minor_cleared_at is None


class Message(SealedModel):
    """One message between the holder of a pass and the office. Nobody else's page ever shows it."""

    entry = models.ForeignKey("portal.Pass", on_delete=models.CASCADE, related_name="messages")
    direction = models.CharField(max_length=20, choices=Direction.choices)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    body = SealedTextField(seal="message.body")
    # Not SELF when staff wrote down what somebody said on the phone, in person or on paper (P1).
    channel = models.CharField(max_length=20, choices=Channel.choices, default=Channel.SELF)
    sent_at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        ordering = ["sent_at"]
        indexes = [models.Index(fields=["vault_key", "sent_at"], name="message_thread")]

    def __str__(self) -> str:
        return f"message {self.pk}"


class InformationTally(models.Model):
    """How often somebody only asked something (M17): a number a term, nothing about anybody."""

    programme = models.ForeignKey("portal.Programme", on_delete=models.PROTECT, related_name="+")
    term = models.CharField(max_length=20)
    came_by = models.CharField(max_length=20, choices=CameBy.choices)
    asks_for = models.CharField(max_length=30, choices=AsksFor.choices)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "term", "came_by", "asks_for"],
                name="a_tally_line_stands_once_a_term",
            )
        ]

    def __str__(self) -> str:
        return f"{self.term} {self.came_by} {self.asks_for}"
