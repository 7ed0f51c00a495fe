"""Who moved a case last, for somebody who came too late with a step of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.queries import newest

if TYPE_CHECKING:
    from ..models import Case


def last_mover(case: Case) -> str:
    """ "Dana Weiss moved it on Friday, 27 November, 14:02."; "" when nobody of the staff did."""
    entry = newest(case.matter, {AuditEvent.CASE_MOVED, AuditEvent.CASE_ENDED})
    if entry is None or entry.actor_type != "user":
        return ""
    person = get_user_model().objects.filter(pk=entry.actor_id).first()
    if person is None:
        return ""
    when = date_format(timezone.localtime(entry.at), "l, j F, H:i")
    return _("%(name)s moved it on %(when)s.") % {"name": person.get_full_name(), "when": when}
