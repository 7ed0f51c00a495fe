"""How a page comes before the public: by the last check of the workflow, or by its date."""

from django.core.management import call_command


def publish_checked(workflow_state, user=None) -> None:
    """Publish what passed every check. The checks are the permission: nobody in them needs another."""
    revision = workflow_state.content_object.get_latest_revision()
    revision.publish(user=user, skip_permission_checks=True)


def publish_due() -> None:
    """For the timer: publish what goes live now, take down what expires."""
    call_command("publish_scheduled", verbosity=0)
