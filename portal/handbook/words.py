"""What a notice must say before it may be used, and which values may be filled into it."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from portal.documents import markup

from .models import Notice
from .statuses import WITH_EXCEPTION

# The one way in which the exception is told, everywhere, in each language.
EXCEPTION = "imminent risk of serious harm to you or to someone else"
EXCEPTIONS = {"en": EXCEPTION, "es": "riesgo inminente de daño grave para usted o para otra persona"}
FIELDS = frozenset({"office", "institution", "phone", "email", "staff", "name"})


def check_words(notice: Notice) -> None:
    """Raises ValidationError when the notice could not be shown as it is."""
    unknown = sorted(markup.names_in(f"{notice.title} {notice.body}") - FIELDS)
    if unknown:
        raise ValidationError({"body": _("Unknown field: %(names)s.") % {"names": ", ".join(unknown)}})
    exception = EXCEPTIONS.get(notice.language, EXCEPTION)
    if notice.kind in WITH_EXCEPTION and exception not in " ".join(notice.body.split()):
        words = _("This text must name the exception in exactly these words: “%(words)s”.")
        raise ValidationError({"body": words % {"words": exception}})
