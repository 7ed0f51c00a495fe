"""The second database: nothing in it is readable without the environment, nothing outside it without these rows."""

import uuid

from django.db import models
from django.utils import timezone


class KeyPurpose(models.TextChoices):
    MATTER = "MATTER", "a request and the case it may become"
    EMERGENCY = "EMERGENCY", "what was told because of imminent risk; lies apart from its matter"
    OFFICE = "OFFICE", "what belongs to no matter"


class TokenKind(models.TextChoices):
    NAME = "NAME", "a name"
    EMAIL = "EMAIL", "an e-mail address"
    PHONE = "PHONE", "a telephone number"


class DataKey(models.Model):
    """A data key, wrapped by the key-encryption key named beside it. Destroying it destroys what it sealed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    wrapped = models.BinaryField()
    kek_id = models.CharField(max_length=50, db_index=True)
    purpose = models.CharField(max_length=20, choices=KeyPurpose.choices)
    created_at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["purpose"],
                condition=models.Q(purpose="OFFICE"),
                name="there_is_one_office_key",
            ),
        ]

    def __str__(self) -> str:
        return f"key {self.pk}"


class Token(models.Model):
    """A keyed hash of a name or address, for finding people without storing them readably. Goes with its key."""

    key = models.ForeignKey(DataKey, on_delete=models.CASCADE, related_name="tokens")
    subject = models.UUIDField()
    kind = models.CharField(max_length=10, choices=TokenKind.choices)
    digest = models.BinaryField(max_length=32)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["subject", "kind", "digest"], name="a_subject_has_each_token_once"),
        ]
        indexes = [models.Index(fields=["kind", "digest"], name="token_search")]

    def __str__(self) -> str:
        return f"token {self.pk}"
