"""What each group of the CMS may do. Wagtail brings editors and moderators; the portal says who is in which group."""

from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission, Page

from .campaign_groups import prepare_campaign_groups

FILES = [f"{verb}_{kind}" for kind in ("image", "document") for verb in ("add", "change", "choose", "delete")]
GROUPS = {
    # May come in: for the facts of the office, and to comment in a workflow.
    "Fact checkers": {"site": [], "pages": []},
    "Leads": {
        "site": FILES,
        "pages": ["add_page", "change_page", "publish_page", "lock_page", "unlock_page", "bulk_delete_page"],
    },
}


def prepare_groups() -> None:
    """Give the groups their permissions; repeating it takes nothing away."""
    root = Page.objects.get(depth=1)
    for name, may in GROUPS.items():
        group, _created = Group.objects.get_or_create(name=name)
        wanted = ["access_admin", *may["site"]]
        group.permissions.add(
            *Permission.objects.filter(
                codename__in=wanted, content_type__app_label__in=["wagtailadmin", "wagtailimages", "wagtaildocs"]
            )
        )
        for permission in Permission.objects.filter(codename__in=may["pages"], content_type__app_label="wagtailcore"):
            GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)
    prepare_campaign_groups()
