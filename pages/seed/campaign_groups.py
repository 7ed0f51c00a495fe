"""Who takes which step of a campaign: four eyes, and the lead has the last word."""

from django.contrib.auth.models import Group, Permission

MAY = {
    "Editors": ["view", "add", "change"],
    "Moderators": ["view", "add", "change", "check_access"],
    "Fact checkers": ["view", "check_facts"],
    "Leads": ["view", "add", "change", "delete", "check_facts", "check_access", "approve"],
}


def prepare_campaign_groups() -> None:
    """Give the groups their permissions; repeating it takes nothing away."""
    for name, verbs in MAY.items():
        group, _created = Group.objects.get_or_create(name=name)
        wanted = [f"{verb}_campaign" for verb in verbs]
        group.permissions.add(*Permission.objects.filter(content_type__app_label="pages", codename__in=wanted))
