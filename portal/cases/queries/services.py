"""What single services keep, as their forms want it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..models import GroupBrief

if TYPE_CHECKING:
    from ..models import Case

BRIEF = ("group", "reason", "objectives", "success_signs", "headcount", "reached")


def brief_of(case: Case) -> dict[str, Any]:
    """What a group has said so far, by the name of the question; nothing before it said anything."""
    brief = GroupBrief.objects.filter(case=case).first()
    return {name: getattr(brief, name) for name in BRIEF} if brief else {}
