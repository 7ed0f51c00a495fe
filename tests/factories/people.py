"""People who work here."""

from itertools import count

from django.contrib.auth import get_user_model

from portal.accounts.actions.people import set_cms_groups
from portal.accounts.models import RoleGrant
from portal.accounts.roles import ROLES

from .office import make_programme

_numbers = count(1)


def make_user(**facts):
    number = next(_numbers)
    usual = {"email": f"person{number}@example.edu", "first_name": "Person", "last_name": f"Number {number:03}"}
    return get_user_model().objects.create_user(**(usual | facts))


def make_staff(role="COORDINATOR", programme=None, **facts):
    """Somebody with one role, in the Mediation programme unless another is given."""
    user = make_user(**facts)
    if ROLES[role].programme_bound:
        programme = programme or make_programme()
    RoleGrant.objects.create(user=user, role=role, programme=programme, interest="Their work")
    return user


def make_writer(role="EDITOR", **facts):
    """Somebody who works in the CMS, in the group of their role. The groups' permissions come from seed_site."""
    user = make_staff(role, **facts)
    set_cms_groups(user)
    return user
