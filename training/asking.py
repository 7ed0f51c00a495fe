"""What a level asks for, as a person would say it."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .models import Requirement
from .statuses import CreditKind


def in_words(asked: Requirement) -> str:
    """ "32 hours of Mediation, in the last 36 months; at most 16 from any one of them"."""
    words = _what(asked)
    if asked.window_months is not None:
        recent = ngettext("in the last %(count)d month", "in the last %(count)d months", asked.window_months)
        words = f"{words}, {recent % {'count': asked.window_months}}"
    if asked.cap is not None:
        words = _("%(what)s; at most %(cap)d from any one of them") % {"what": words, "cap": asked.cap}
    return words


def _what(asked: Requirement) -> str:
    if asked.kind == CreditKind.MODULE:
        return _("The course “%(course)s”") % {"course": asked.course}
    if asked.kind == CreditKind.HOURS:
        hours = ngettext("%(count)d hour", "%(count)d hours", asked.minimum) % {"count": asked.minimum}
        kind = asked.get_category_display() if asked.category else _("training")
        return _("%(hours)s of %(kind)s") % {"hours": hours, "kind": kind}
    return _("%(kind)s: %(count)d") % {"kind": asked.get_kind_display(), "count": asked.minimum}
