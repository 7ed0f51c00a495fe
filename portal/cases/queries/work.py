"""What would be left without anybody if one person's account were closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from ..models import Assignment, Case, Task

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.programmes.models import Programme


def open_work_of(user: User, programme: Programme | None = None) -> list[str]:
    """A line for each kind of work to hand over first; no numbers, which would tell of single cases."""
    open_cases = Case.objects.open()
    if programme is not None:
        open_cases = open_cases.filter(programme=programme)
    lines = []
    if open_cases.filter(coordinator=user).exists():
        lines.append(_("They coordinate cases that are open. Hand them to another coordinator."))
    if Assignment.objects.current().filter(neutral=user, case__in=open_cases.values("pk")).exists():
        lines.append(_("They are asked to conduct cases, or conduct them. Ask other neutrals."))
    if Task.objects.open().filter(person=user, case__in=open_cases.values("pk")).exists():
        lines.append(_("They have tasks in open cases. Give them to others."))
    return lines
