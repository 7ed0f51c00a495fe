"""What a guest signs before anything is shown, and the digest by which it can be told later what it was."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from django.utils.translation import gettext_lazy as _

TERMS: Sequence = (
    _("What I see here is confidential. I use it only for the purpose written above."),
    _("I show it to nobody, copy it for nobody, and talk about it with nobody but the office."),
    _("Every time I open it, the office writes down that I did."),
    _("When my time is over, or the office ends it earlier, I delete what I kept."),
)


def digest_of_terms() -> str:
    return sha256("\n".join(str(words) for words in TERMS).encode()).hexdigest()
