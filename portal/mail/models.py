"""Our own outbox: mail is a row that commits with the change it tells of."""

from django.db import models
from django.utils import timezone

from portal.vault.fields import SealedJSONField, SealedTextField
from portal.vault.models import SealedModel

from .statuses import MailError, MailKind, MailState


class Mailing(SealedModel):
    """One mail to one person. Address and what fills the text are sealed under the matter's key or the office's."""

    kind = models.CharField(max_length=30, choices=MailKind.choices)
    language = models.CharField(max_length=10, default="en")
    address = SealedTextField(seal="mail.address")
    # Emptied as soon as the mail is sent: an invitation's code is in here.
    context = SealedJSONField(seal="mail.context")
    state = models.CharField(max_length=10, choices=MailState.choices, default=MailState.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    # While a mail is being sent: from when on its sender counts as dead.
    next_try_at = models.DateTimeField(default=timezone.now)
    error_code = models.CharField(max_length=10, choices=MailError.choices, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["state", "next_try_at"], name="mailing_due")]
        constraints = [
            models.CheckConstraint(
                name="mailing_has_a_time_of_sending_exactly_when_sent",
                condition=models.Q(state=MailState.SENT, sent_at__isnull=False)
                | ~models.Q(state=MailState.SENT) & models.Q(sent_at__isnull=True),
            ),
        ]
