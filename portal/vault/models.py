"""The base of every row that holds something of a person or a dispute."""

import uuid

from django.core import checks
from django.core.exceptions import FieldError
from django.db import models

from . import keyring
from .fields import SealedField, as_stored
from .querysets import SealedQuerySet


class SealedModel(models.Model):
    """A row sealed under one data key. The id is made in Python: sealed values are bound to it before saving."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    vault_key = models.UUIDField(editable=False, db_index=True)

    objects = SealedQuerySet.as_manager()

    # Where a model keeps the id of a data key; a key that no such column names is swept as unused.
    holds_key_in: str | None = "vault_key"

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"

    @classmethod
    def from_db(cls, db, field_names, values):
        row = super().from_db(db, field_names, values)
        key_id = row.__dict__.get("vault_key")
        if key_id is not None:
            keyring.want(key_id)
            row._bound_to = (row.pk, key_id)
        return row

    def refresh_from_db(self, using=None, fields=None, from_queryset=None):
        with as_stored():
            super().refresh_from_db(using=using, fields=fields, from_queryset=from_queryset)

    def _save_table(self, raw=False, *args, **kwargs):
        if not raw:
            return super()._save_table(raw, *args, **kwargs)
        # A fixture brings ciphertext: it is stored as it came.
        with as_stored():
            return super()._save_table(raw, *args, **kwargs)

    def seal_field(self, name: str) -> bytes:
        """Seal a new value before saving, and give the bytes that will be stored."""
        return self._meta.get_field(name).pre_save(self, add=self._state.adding).ciphertext

    def check_binding(self, field: SealedField) -> None:
        """Saving under another id or key what was sealed for this one would make it unreadable."""
        if getattr(self, "_bound_to", (self.pk, self.vault_key)) != (self.pk, self.vault_key):
            raise FieldError(f"{field} is sealed for its row and key: set its value anew")

    @classmethod
    def check(cls, **kwargs):
        return [*super().check(**kwargs), *_check_manager(cls), *_check_labels(cls)]


def sealed_models() -> list[type[models.Model]]:
    """Every model that holds sealed rows."""
    from django.apps import apps

    return [model for model in apps.get_models() if issubclass(model, SealedModel)]


def key_columns() -> list[tuple[type[models.Model], str]]:
    """Every column that names a data key: those of sealed rows, and of models that say so in `holds_key_in`."""
    from django.apps import apps

    return [(model, model.holds_key_in) for model in apps.get_models() if getattr(model, "holds_key_in", None)]


def _check_manager(model) -> list[checks.CheckMessage]:
    if issubclass(model._default_manager._queryset_class, SealedQuerySet):
        return []
    return [checks.Error("A sealed model needs a manager made from SealedQuerySet.", obj=model, id="vault.E001")]


def _check_labels(model) -> list[checks.CheckMessage]:
    """A label names one field: two fields with one label could exchange their ciphertext."""
    others = {
        field.seal: field
        for other in sealed_models()
        for field in other._meta.local_concrete_fields
        if isinstance(field, SealedField) and other is not model
    }
    own = [field for field in model._meta.local_concrete_fields if isinstance(field, SealedField)]
    return [
        checks.Error(f"The seal label {field.seal!r} is used twice.", obj=field, id="vault.E002")
        for field in own
        if field.seal in others or sum(field.seal == other.seal for other in own) > 1
    ]
