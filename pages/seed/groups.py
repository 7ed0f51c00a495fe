"""What each group of the CMS may do, exactly. The portal says who is in which; nobody changes groups in the CMS.

Only leads publish by hand. What editors and moderators write is published by the workflow, after its two checks.
"""

from django.contrib.auth.models import Group, Permission
from django.db.models import Q
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

WRITE = {"add_page", "change_page"}
FILES = {f"{verb}_{kind}" for kind in ("image", "document") for verb in ("add", "change", "choose")}


def _campaign(*verbs: str) -> set[str]:
    """Steps of a campaign: nobody takes both checks, and the lead has the last word."""
    return {f"pages.{verb}_campaign" for verb in verbs}


# Permissions by page tree, by collection of files, and over whole models ("app.codename").
GROUPS: dict[str, dict[str, set[str]]] = {
    # May come in: for the facts of the office, and for the pages that wait for their check.
    "Fact checkers": {"pages": set(), "files": set(), "models": _campaign("view", "check_facts")},
    "Editors": {"pages": WRITE, "files": FILES, "models": _campaign("view", "add", "change")},
    "Moderators": {
        "pages": WRITE | {"lock_page", "unlock_page"},
        "files": FILES,
        "models": {"pages.view_formanswer"} | _campaign("view", "add", "change", "check_access"),
    },
    "Leads": {
        "pages": WRITE | {"publish_page", "lock_page", "unlock_page", "bulk_delete_page"},
        "files": FILES,
        "models": {
            "pages.change_publicsite",
            "pages.view_formanswer",
            "pages.export_formanswer",
            *_campaign("view", "add", "change", "delete", "check_facts", "check_access", "approve"),
            *(f"wagtailredirects.{verb}_redirect" for verb in ("add", "change", "delete")),
            *(f"wagtailsearchpromotions.{verb}_searchpromotion" for verb in ("add", "change", "delete")),
        },
    },
}


def prepare_groups() -> None:
    """Give each group these permissions and no others; safe to repeat."""
    root, files = Page.objects.get(depth=1), Collection.objects.get(depth=1)
    for name, may in GROUPS.items():
        group, _created = Group.objects.get_or_create(name=name)
        group.permissions.set(_of_models({"wagtailadmin.access_admin", *may["models"]}))
        _settle(GroupPagePermission, group, {"page": root}, may["pages"], ["wagtailcore"])
        _settle(GroupCollectionPermission, group, {"collection": files}, may["files"], ["wagtailimages", "wagtaildocs"])


def _of_models(names: set[str]):
    wanted = Q(pk=None)
    for app, _dot, codename in (name.partition(".") for name in names):
        wanted |= Q(content_type__app_label=app, codename=codename)
    return Permission.objects.filter(wanted)


def _settle(kind, group: Group, place: dict, codenames: set[str], apps: list[str]) -> None:
    wanted = Permission.objects.filter(codename__in=codenames, content_type__app_label__in=apps)
    kind.objects.filter(group=group).exclude(permission__in=wanted, **place).delete()
    for permission in wanted:
        kind.objects.get_or_create(group=group, permission=permission, **place)
