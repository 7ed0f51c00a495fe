"""Who hears that a page waits for them: by our outbox, in neutral words. The CMS itself sends no mail.

The CMS would send at once and outside the transaction, with the title of the page and the words of its comments.
"""

from wagtail.admin.mail import Notifier
from wagtail.admin.views.account import NotificationsSettingsPanel
from wagtail.admin.views.pages.edit import EditView
from wagtail.models import WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected

from pages.models import CheckState
from portal.accounts.models import User
from portal.mail.actions import enqueue
from portal.mail.statuses import MailKind
from portal.vault.actions import office_key


def take_over() -> None:
    """Silence the mail of the CMS and tell people ourselves. Called once, when the project starts."""
    # Its handlers are connected by another app, before or after this one: they stay, with nothing to do.
    Notifier.can_handle = lambda notifier, instance, **kwargs: False
    EditView.send_commenting_notifications = lambda view, changes: None
    NotificationsSettingsPanel.is_active = lambda panel: False
    task_submitted.connect(tell_checkers, sender=CheckState, dispatch_uid="tell_checkers")
    for signal in (workflow_rejected, workflow_approved):
        signal.connect(tell_author, sender=WorkflowState, dispatch_uid="tell_author")


def tell_checkers(instance: CheckState, user: User | None, **kwargs) -> None:
    """Everybody who may do this check; not the author, and not who has just sent it on."""
    author = instance.workflow_state.requested_by
    people = User.objects.active().filter(groups__in=instance.task.specific.groups.all()).distinct()
    tell(person for person in people if person not in (author, user))


def tell_author(instance: WorkflowState, user: User | None, **kwargs) -> None:
    author = instance.requested_by
    tell([author] if author and author.is_active and author != user else [])


def tell(people) -> None:
    for person in people:
        enqueue(kind=MailKind.PAGE_NEWS, address=person.email, key_id=office_key())
