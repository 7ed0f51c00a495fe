"""What the operator asks about keys. Nothing here opens one."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Count

from .keystore.models import DataKey
from .wrapping import primary_kek


@dataclass(frozen=True)
class KekUse:
    """A key-encryption key and how many data keys it wraps."""

    kek_id: str
    count: int
    is_primary: bool
    is_here: bool

    def __str__(self) -> str:
        return f"{self.kek_id}: {self.count} data keys, {self._advice}."

    @property
    def _advice(self) -> str:
        if not self.is_here:
            return "MISSING from the settings: what they seal cannot be read"
        if self.is_primary:
            return "wraps new ones"
        return "still needed until `vault rotate` has run" if self.count else "can be taken out of the settings"


def keys_by_kek() -> list[KekUse]:
    counted = dict(DataKey.objects.values_list("kek_id").annotate(Count("pk")).order_by("kek_id"))
    names = [*settings.ACCORD_KEKS, *(kek_id for kek_id in counted if kek_id not in settings.ACCORD_KEKS)]
    return [
        KekUse(name, counted.get(name, 0), is_primary=name == primary_kek(), is_here=name in settings.ACCORD_KEKS)
        for name in names
    ]
