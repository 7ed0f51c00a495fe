"""Steps of the publishing workflow: somebody other than the author ticks what they have checked."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, TaskState


class CheckState(TaskState):
    """One check of one text, with the statements that were ticked, in the words they had that day."""

    statements = models.JSONField(default=list, editable=False)

    def get_comment(self) -> str:
        """What the history of the page shows: the words of the checker, and what they vouched for."""
        return "\n".join(filter(None, [self.comment, *(f"✓ {statement}" for statement in self.statements)]))


class Checklist(forms.Form):
    """Every statement has to be ticked; a comment is welcome. The fields are named check_0, check_1 …"""

    comment = forms.CharField(label=_("Comment"), required=False, widget=forms.Textarea({"rows": 2}))
    statements: list[str] = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        missing = {"required": _("Please check this too, or ask for changes.")}
        for place, statement in enumerate(self.statements):
            self.fields[f"check_{place}"] = forms.BooleanField(label=statement, error_messages=missing)
        self.order_fields([*(f"check_{place}" for place in range(len(self.statements))), "comment"])


class CheckTask(AbstractGroupApprovalTask):
    """A check by one of these groups: every statement is ticked, and never by whoever asked for the check."""

    checklist = models.TextField(_("what has to be ticked"), help_text=_("One statement on each line."))

    task_state_class = CheckState
    admin_form_fields = [*AbstractGroupApprovalTask.admin_form_fields, "checklist"]

    class Meta:
        verbose_name = _("check with a list")
        verbose_name_plural = _("checks with a list")

    @classmethod
    def get_description(cls):
        return _("Somebody of these groups, and not the author, ticks a list before the page goes on.")

    @property
    def statements(self) -> list[str]:
        return [line.strip() for line in self.checklist.splitlines() if line.strip()]

    def get_actions(self, obj, user):
        if not self._may_check(obj, user):
            return []
        return [("approve", _("Check and approve"), True), ("reject", _("Ask for changes"), True)]

    def _may_check(self, obj, user) -> bool:
        state = obj.current_workflow_state
        return super().user_can_access_editor(obj, user) and not (state and state.requested_by_id == user.pk)

    def get_task_states_user_can_moderate(self, user, **kwargs):
        return super().get_task_states_user_can_moderate(user, **kwargs).exclude(workflow_state__requested_by=user)

    def get_form_for_action(self, action):
        if action != "approve":
            return super().get_form_for_action(action)
        return type("ThisChecklist", (Checklist,), {"statements": self.statements})

    @transaction.atomic
    def on_action(self, task_state, user, action_name, **answers):
        """Approve or send back. Raises PermissionDenied when a tick is missing, whatever way the answers came."""
        if action_name == "approve":
            form = self.get_form_for_action("approve")(answers)
            if not form.is_valid() or not self._may_check(task_state.workflow_state.content_object, user):
                raise PermissionDenied
            task_state.statements = self.statements
            # What the checker has in front of them; a correction of theirs sends the page back to the other check.
            task_state.revision = task_state.workflow_state.content_object.get_latest_revision()
            answers = {"comment": form.cleaned_data["comment"]}
        return super().on_action(task_state, user, action_name, **answers)
