"""The shape of the short lists that the office keeps beside its address: numbers to call, units."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

# What may stand after "tel:" (digits, one leading plus).
_TEL = re.compile(r"^\+?[0-9]{3,15}$")
# The number itself, as somebody wrote it; what follows it is an extension or a remark.
_WRITTEN = re.compile(r"\s*\+?[\d\s().\-/]+")
_UNIT = re.compile(r"^[A-Z][A-Z0-9_]{1,19}$")


def validate_contacts(contacts: object) -> None:
    """A list of {label, phone, tel}: who it is, the number as people read it, and as a telephone dials it."""
    _each(contacts, {"label", "phone", "tel"}, lambda contact: bool(_TEL.match(contact["tel"])))


def dials(phone: str) -> str:
    """What a telephone dials of a number as people write it; "" when nothing in it can be dialled."""
    found = _WRITTEN.match(phone)
    dialled = re.sub(r"[^\d+]", "", found[0]) if found else ""
    return dialled if _TEL.match(dialled) else ""


def validate_units(units: object) -> None:
    """A list of {code, label}; a code is stored in cases and never changes its meaning."""
    _each(units, {"code", "label"}, lambda unit: bool(_UNIT.match(unit["code"])))


def _each(entries: object, keys: set[str], is_right) -> None:
    if not isinstance(entries, list):
        raise ValidationError(_("This must be a list."))
    for entry in entries:
        if not isinstance(entry, dict) or set(entry) != keys:
            raise ValidationError(_("Each line needs exactly: %(keys)s.") % {"keys": ", ".join(sorted(keys))})
        if not all(isinstance(value, str) and value.strip() for value in entry.values()) or not is_right(entry):
            raise ValidationError(_("Please check this line: %(line)s") % {"line": ", ".join(map(str, entry.values()))})
