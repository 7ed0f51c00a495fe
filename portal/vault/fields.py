"""Fields whose content is sealed: the database, `values()`, serialisers and `repr` hold ciphertext only.

Reading the attribute opens it, for as long as a keyring is open. There is nothing to compare, sort or update in
SQL, so lookups, `update()`, `bulk_update()` and `F()` refuse: change the row and `save()` it.
"""

import base64
import json
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.core.exceptions import FieldError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models.query_utils import DeferredAttribute

from . import keyring
from .crypto import seal, unseal

_as_stored: ContextVar[bool] = ContextVar("as_stored", default=False)


@contextmanager
def as_stored():
    """Within, attributes give what the database holds, unopened (copying a row within memory)."""
    token = _as_stored.set(True)
    try:
        yield
    finally:
        _as_stored.reset(token)


class Sealed:
    """Ciphertext on its way between the database and a row."""

    __slots__ = ("ciphertext",)
    _PREFIX = "sealed:"

    def __init__(self, ciphertext: bytes) -> None:
        self.ciphertext = ciphertext

    def __str__(self) -> str:
        return self._PREFIX + base64.b64encode(self.ciphertext).decode()

    __repr__ = __str__

    @classmethod
    def parse(cls, text: str) -> "Sealed":
        return cls(base64.b64decode(text.removeprefix(cls._PREFIX), validate=True))


class SealedAttribute(DeferredAttribute):
    """Opens on reading, and never leaves the opened value on the row."""

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        value = super().__get__(instance, owner)
        if isinstance(value, Sealed) and not _as_stored.get():
            return self.field.opened(value, instance)
        return value

    def __set__(self, instance, value):
        instance.__dict__[self.field.attname] = value


class SealedField(models.BinaryField):
    # What the type checker takes a row's value to be: what went in, not the bytes that are stored.
    _pyi_private_set_type: Any
    _pyi_private_get_type: Any

    descriptor_class = SealedAttribute
    empty: Any = bytes

    def __init__(self, *args, seal: str, **kwargs) -> None:
        # The label is part of every sealed value: changing it makes what is stored unreadable.
        self.seal = seal
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | {"seal": self.seal}

    def to_bytes(self, value) -> bytes:
        return bytes(value)

    def from_bytes(self, plain: bytes):
        return plain

    def opened(self, sealed: Sealed, row):
        return self.from_bytes(self._unseal(sealed, row))

    def pre_save(self, model_instance, add):
        """Seal a new value; leave one that was not touched as it is."""
        value = model_instance.__dict__.get(self.attname)
        if value is None:
            return None
        if isinstance(value, Sealed):
            model_instance.check_binding(self)
            return value
        sealed = self._seal(value, model_instance)
        model_instance.__dict__[self.attname] = sealed
        return sealed

    def _seal(self, value, row) -> Sealed:
        if hasattr(value, "resolve_expression"):
            raise FieldError(f"{self} is sealed: give it a value, not an expression")
        if row.pk is None or row.vault_key is None:
            raise FieldError(f"{self} is sealed: the row needs its id and vault_key first")
        cipher = keyring.current().cipher(row.vault_key)
        return Sealed(
            seal(cipher, self.to_bytes(value), label=self.seal, row=row.pk, key_id=str(row.vault_key)),
        )

    def _unseal(self, sealed: Sealed, row) -> bytes:
        cipher = keyring.current().cipher(row.vault_key)
        return unseal(cipher, sealed.ciphertext, label=self.seal, row=row.pk, key_id=str(row.vault_key))

    # What the database and everything that copies rows may see.

    def from_db_value(self, value, expression, connection):
        return None if value is None else Sealed(bytes(value))

    def get_prep_value(self, value):
        if value is None:
            return None
        if isinstance(value, Sealed):
            return value.ciphertext
        raise FieldError(f"{self} is sealed: change the row and save() it")

    def get_default(self):
        if self.has_default():
            return super().get_default()
        return None if self.null else self.empty()

    def value_from_object(self, obj):
        return obj.__dict__.get(self.attname)

    def value_to_string(self, obj):
        value = self.value_from_object(obj)
        return str(value) if isinstance(value, Sealed) else "sealed:"

    def to_python(self, value):
        """For fixtures: what `value_to_string` wrote."""
        return Sealed.parse(value) if isinstance(value, str) else value

    def clean(self, value, model_instance):
        self.validate(value, model_instance)
        return value

    def get_lookup(self, lookup_name):
        if lookup_name == "isnull":
            return super().get_lookup(lookup_name)
        raise FieldError(f"{self} is sealed: there is nothing to look up")

    def get_transform(self, lookup_name):
        raise FieldError(f"{self} is sealed: there is nothing to look up")

    def formfield(self, **kwargs):
        raise FieldError(f"{self} is sealed: use a plain form and an action")


class SealedTextField(SealedField):
    empty = str

    def to_bytes(self, value) -> bytes:
        return str(value).encode()

    def from_bytes(self, plain: bytes) -> str:
        return plain.decode()


class SealedBinaryField(SealedField):
    pass


class SealedJSONField(SealedField):
    """Values may be changed in place: what differs at save() is sealed anew."""

    empty = dict

    def to_bytes(self, value) -> bytes:
        return json.dumps(value, cls=DjangoJSONEncoder, separators=(",", ":"), sort_keys=True).encode()

    def from_bytes(self, plain: bytes):
        return json.loads(plain)

    def opened(self, sealed: Sealed, row):
        opened = keyring.current().opened
        if sealed not in opened:
            plain = self._unseal(sealed, row)
            opened[sealed] = (plain, self.from_bytes(plain))
        return opened[sealed][1]

    def pre_save(self, model_instance, add):
        value = model_instance.__dict__.get(self.attname)
        if isinstance(value, Sealed):
            before, now = keyring.opened_value(value)
            if before is not None and self.to_bytes(now) != before:
                model_instance.__dict__[self.attname] = now
        return super().pre_save(model_instance, add)
