"""The way of every page to the public: a check of the facts, then a check that everybody can use it."""

from django.contrib.auth.models import Group
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowPage, WorkflowTask

from pages.models import CheckTask

NAME = "Two checks, then public"
CHECKS = (
    (
        "Fact check",
        ["Fact checkers"],
        [
            "What the page says about our help, times, costs and rules is true today.",
            "It promises no result: nobody is told that a conflict will be solved.",
            "It says nothing from which a person or a matter could be known.",
            "Where confidentiality is named, the page uses the approved words.",
        ],
    ),
    (
        "Accessibility check",
        ["Moderators", "Leads"],
        [
            "The checker of the preview finds nothing.",
            "Headings tell what comes, and follow each other without a gap.",
            "Every picture has words that say what it shows, or is marked as decoration.",
            "Links say where they lead, even when read alone.",
            "The words are plain: short sentences, no abbreviation left unexplained.",
        ],
    ),
)


def prepare_workflow() -> None:
    """Put the workflow before every page; what was changed in it by hand stays."""
    workflow, created = Workflow.objects.get_or_create(name=NAME)
    if created:
        for order, (name, groups, statements) in enumerate(CHECKS):
            WorkflowTask.objects.create(workflow=workflow, task=_check(name, groups, statements), sort_order=order)
    # Wagtail's own migrations leave a workflow in which moderators approve alone.
    for task in GroupApprovalTask.objects.filter(name="Moderators approval", active=True):
        task.deactivate()
    WorkflowPage.objects.update_or_create(page=Page.objects.get(depth=1), defaults={"workflow": workflow})
    for bare in Workflow.objects.active().exclude(workflow_tasks__task__active=True):
        bare.deactivate()


def _check(name: str, groups: list[str], statements: list[str]) -> CheckTask:
    task = CheckTask.objects.create(name=name, checklist="\n".join(statements))
    task.groups.set(Group.objects.filter(name__in=groups))
    return task
