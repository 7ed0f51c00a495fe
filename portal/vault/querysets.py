from django.core.exceptions import FieldError
from django.db import models

from .fields import SealedField


class SealedQuerySet(models.QuerySet):
    """Refuses what would move ciphertext to another row or field, or sort by it."""

    def update(self, **changes):
        for name, value in changes.items():
            self._refuse_sealed(name)
            for used in _names_in(value):
                self._refuse_sealed(used)
        return super().update(**changes)

    update.alters_data = True

    def bulk_update(self, objs, fields, batch_size=None):
        for name in fields:
            self._refuse_sealed(name)
        return super().bulk_update(objs, fields, batch_size)

    bulk_update.alters_data = True

    def bulk_create(self, objs, *args, update_conflicts=False, **kwargs):
        if update_conflicts:
            raise FieldError("a sealed value belongs to one row: it cannot be moved to the row in its way")
        return super().bulk_create(objs, *args, **kwargs)

    bulk_create.alters_data = True

    def order_by(self, *names):
        for name in names:
            for used in [name.lstrip("-")] if isinstance(name, str) else _names_in(name):
                self._refuse_sealed(used)
        return super().order_by(*names)

    def _refuse_sealed(self, name: str) -> None:
        sealed = {field.name for field in self.model._meta.concrete_fields if isinstance(field, SealedField)}
        if name in sealed:
            raise FieldError(f"{self.model.__name__}.{name} is sealed: change the row and save() it")


def _names_in(expression) -> list[str]:
    """The fields that an expression names, however deep."""
    if isinstance(expression, models.F):
        return [expression.name]
    if not hasattr(expression, "get_source_expressions"):
        return []
    return [name for part in expression.get_source_expressions() for name in _names_in(part)]
