"""What would be left without anybody if one person's account were closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from ..models import Assignment, Case, Task

if TYPE_CHECKING:
    from portal.accounts.models import User


def open_work_of(user: User) -> list[str]:
    """A line for each kind of work to hand over first; no numbers, which would tell of single cases."""
    lines = []
    if Case.objects.open().filter(coordinator=user).exists():
        lines.append(_("They coordinate cases that are open. Name another coordinator."))
    if Assignment.objects.current().filter(neutral=user, case__in=Case.objects.open().values("pk")).exists():
        lines.append(_("They are asked to conduct cases, or conduct them. Ask other neutrals."))
    if Task.objects.open().filter(person=user, case__in=Case.objects.open().values("pk")).exists():
        lines.append(_("They have tasks in open cases. Give them to others."))
    return lines
