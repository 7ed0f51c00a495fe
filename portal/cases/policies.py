"""Who may do what to a case. Each policy is a plain question with a yes or no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.accounts.roles import Permission
from portal.passes.models import Pass

from .statuses import NoteAudience

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.accounts.viewer import Viewer

    from .models import Case, Matter, Participant, Task


def may_coordinate(user: User, case: Case) -> bool:
    """The role alone, for a case that came through `visible_to`, which has taken out people with a tie."""
    return user.may(Permission.COORDINATE, case.programme)


def can_coordinate(user: User, case: Case) -> bool:
    return may_coordinate(user, case) and not has_tie(user, case.matter)


def can_end(user: User, case: Case) -> bool:
    return can_coordinate(user, case)


def can_conduct(user: User, case: Case) -> bool:
    """The neutrals of the case who have accepted."""
    if has_tie(user, case.matter):
        return False
    return case.assignments.accepted().filter(neutral=user).exists()


def can_run_session(user: User, case: Case) -> bool:
    """The neutrals hold a session; staff who coordinate may enter each of its steps for them, as from paper (P1)."""
    return can_conduct(user, case) or can_coordinate(user, case)


def can_step_for(viewer: Viewer, participant: Participant) -> bool:
    """Whose hand may enter a participant's step: their own pass, or staff who coordinate the case (P1)."""
    if isinstance(viewer, Pass):
        return participant.entry_id is not None and participant.entry_id == viewer.pk
    return can_coordinate(viewer, participant.case)


def can_write_notes(user: User, matter: Matter) -> bool:
    return user.may(Permission.OPEN_CASES, matter.programme) and not has_tie(user, matter)


def can_read_contact(user: User, person: Participant) -> bool:
    """Whoever hides it shows it to the coordinator of their case alone; with that seat empty, to whoever stands in."""
    return not person.hides_contact or person.case.coordinator_id in {None, user.pk}


def can_ask_for_training(user: User, matter: Matter) -> bool:
    """Whoever works on requests and cases here may hand on what a group wishes."""
    return can_write_notes(user, matter)


def audiences_of(user: User, matter: Matter, case: Case | None = None) -> list[NoteAudience]:
    """For whom this person may write a note; nobody outside the matter may write any."""
    staff, conducts = can_write_notes(user, matter), case is not None and can_conduct(user, case)
    may = {NoteAudience.STAFF: staff, NoteAudience.PAIR: conducts, NoteAudience.OWN: staff or conducts}
    return [audience for audience, is_allowed in may.items() if is_allowed]


def can_work_on(user: User, case: Case) -> bool:
    """Those who coordinate a case and those who conduct it keep its sheets."""
    return can_coordinate(user, case) or can_conduct(user, case)


def can_keep_sheet(viewer: Viewer, case: Case, role: str) -> bool:
    """The sheet of a service: whoever works on the case, and whoever has that role in it for what is theirs to say."""
    if isinstance(viewer, Pass):
        return case.participants.active().filter(entry=viewer, role=role).exists()
    return can_work_on(viewer, case)


def can_give_tasks(user: User, case: Case) -> bool:
    return can_coordinate(user, case)


def can_do_task(user: User, task: Task) -> bool:
    """Whose task it is, and those who coordinate the case: people fall ill."""
    if has_tie(user, task.case.matter):
        return False
    return task.person_id == user.pk or can_coordinate(user, task.case)


def has_tie(user: User, matter: Matter) -> bool:
    return matter.ties.filter(person=user, answer="YES").exists()
