"""Who may do what and who gets in where, written out from the code that decides it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from inspect import getdoc

from django.apps import apps
from django.urls import URLResolver, get_resolver

from portal.accounts.doors import ASKED_AGAIN, Door, door_of
from portal.accounts.roles import ROLES, Permission

_HEAD = """# Who may do what

Made by `make diagram` from the roles, the addresses and the querysets; a test fails when it is out of date. That
each line is true is tried by `tests/security/test_02_each_viewer_sees_only_their_own.py`, for every role and relation.

A role counts in its own programme only. A tie comes before any role: whoever has one does not learn that the matter
exists. A superuser of the CMS is nobody in the portal.
"""


@dataclass(frozen=True)
class Address:
    """One URL, with as much as the doors look at."""

    view_name: str
    route: str
    view: Callable[..., object]

    @property
    def namespaces(self) -> list[str]:
        return self.view_name.split(":")[:-1]


def document() -> str:
    parts = [_HEAD, "## Roles\n", *_roles(), "\n## Who sees which rows\n", *_rows(), "\n## Addresses\n", *_addresses()]
    return "\n".join(parts) + "\n"


def _roles() -> Iterator[str]:
    for role in ROLES.values():
        yield f"### {role.label}\n\n{role.description}\n"
        # In the order of the permissions, not of a set.
        yield from (f"- may {one.value}" for one in Permission if one in role.permissions)
        yield ""


def _rows() -> Iterator[str]:
    yield "| row | who sees it |\n| --- | --- |"
    for model in sorted(apps.get_models(), key=lambda model: model._meta.label):
        rule = getattr(model._default_manager, "visible_to", None)
        if rule is not None and model.__module__.startswith(("portal.", "training.", "pages.")):
            yield f"| {model._meta.object_name} | {' '.join((getdoc(rule) or '').split())} |"


def _addresses() -> Iterator[str]:
    for door in Door:
        lines = sorted(_line(one) for one in _ours() if door_of(one) is door)  # type: ignore[arg-type]
        if lines:
            yield f"\n### For {door.value}\n\n| address | name | its reading is recorded as | asks again who it is |"
            yield "| --- | --- | --- | --- |"
            yield from lines


def _line(one: Address) -> str:
    event = getattr(one.view, "audit_event", "")
    again = "yes" if getattr(one.view, "asks_again", False) or one.view_name in ASKED_AGAIN else ""
    return f"| `/{one.route}` | {one.view_name} | {event} | {again} |"


def _ours() -> list[Address]:
    """What the portal and the training pages answer. The CMS is behind the staff door as a whole."""
    return [one for one in _walk(get_resolver()) if one.view.__module__.startswith(("portal.", "training."))]


def _walk(resolver: URLResolver, names: tuple[str, ...] = (), route: str = "") -> Iterator[Address]:
    for entry in resolver.url_patterns:
        here = route + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _walk(entry, (*names, entry.namespace) if entry.namespace else names, here)
        else:
            yield Address(":".join((*names, entry.name or "")), here, entry.callback)
