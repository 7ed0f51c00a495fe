"""The three doors of the site, by the name of a URL. Whatever is not listed here is behind the staff door."""

from enum import Enum

from django.urls import ResolverMatch

# Each name singly, with a reason to be open to everybody. A new URL is closed until it stands here.
PUBLIC = frozenset(
    {
        # The public site and its files.
        "wagtail_serve",
        "wagtaildocs_serve",
        "public_image",
        "sitemap",
        "pages:go",
        "robots",
        "search",
        "pages:calendar",
        "pages:event_calendar",
        "pages:news_feed",
        # A draft, for a guest who holds its link.
        "pages:preview",
        # For machines that watch over the server.
        "healthz",
        "readyz",
        # Signing in, before anybody is known.
        "portal:accounts:sign_in",
        "portal:accounts:second_step",
        "portal:accounts:sign_out",
        "portal:accounts:cms_sign_out",
        "portal:accounts:welcome",
        "portal:accounts:welcome_password",
        "portal:accounts:welcome_factor",
        "portal:accounts:forgotten",
        "portal:accounts:reset",
        # Asking for help, without an account.
        "portal:intake:start",
        "portal:intake:report",
        "portal:intake:question",
        "portal:intake:check",
        "portal:intake:sent",
        "portal:intake:gone",
        "portal:intake:independent",
        "portal:intake:contact_me",
        "portal:intake:information",
        # Personal codes and invitations.
        "portal:passes:enter",
        "portal:passes:join",
        "portal:passes:leave",
        "portal:passes:exit",
        # Mail on a developer's own machine; the page does not exist anywhere else.
        "portal:mail:development",
        # Blank documents: everybody may read what they would sign.
        "portal:documents:public_html",
        "portal:documents:public_pdf",
        # Courses: enrolling with a proven address, one place behind its own link, a training for a group.
        "training:feed",
        "training:enrol",
        "training:code",
        "training:about",
        "training:enrolled",
        "training:place",
        "training:group",
        "training:group_sent",
        # What people are trained with, for everybody to read; a form about a course behind the link to one place.
        "training:published_materials",
        "training:published_material",
        "training:evaluation",
        # Checking in at the door: a device that was let in by a code, and people's own phones.
        "training:here",
        "training:door",
        "training:own_phone",
        # Whether a certificate holds: yes or no, and no name.
        "training:verify",
        # A new personal code for a learner, by way of a proven address.
        "training:back",
        "training:back_code",
        "training:back_done",
    }
)

# Sensitive steps of features below this one, which cannot name `again.step_up` themselves.
ASKED_AGAIN = frozenset({"portal:programmes:change_programme"})

# People and their passwords are managed in the portal only: a CMS editor who may edit users can make a superuser.
NOWHERE = frozenset(
    {
        "wagtailadmin_login",
        "wagtailadmin_password_reset",
        "wagtailadmin_password_reset_done",
        "wagtailadmin_password_reset_confirm",
        "wagtailadmin_password_reset_complete",
        "wagtailcore_login",
        "wagtailcore_authenticate_with_password",
    }
)
NOWHERE_NAMESPACES = frozenset({"wagtailusers_users", "wagtailusers_groups"})


class Door(Enum):
    PUBLIC = "everybody"
    PASS = "a participant with a pass"  # noqa: S105
    STAFF = "staff and neutrals with a second factor"
    NOWHERE = "nobody: the address does not exist"


def door_of(match: ResolverMatch) -> Door:
    """Which door a resolved URL lies behind."""
    if match.view_name in NOWHERE or NOWHERE_NAMESPACES & set(match.namespaces):
        return Door.NOWHERE
    if match.view_name in PUBLIC:
        return Door.PUBLIC
    return Door.PASS if match.route.startswith("my/") else Door.STAFF
