"""What the requester reads on their page after a decision. Kind, short, and without any verdict on anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .statuses import Alternative, Decision

if TYPE_CHECKING:
    from collections.abc import Iterable

WHAT_IT_IS: dict[str, str | Promise] = {
    Alternative.COACHING: gettext_lazy("Conflict coaching: one person of our office and you, to prepare what is next."),
    Alternative.FACILITATION: gettext_lazy("Facilitation: somebody leads a group through a talk it has to have."),
    Alternative.RESTORATIVE_JUSTICE: gettext_lazy(
        "Restorative justice: where there was harm, and somebody wants to make it right."
    ),
    Alternative.FORMAL: gettext_lazy("A formal report: an office looks into what happened and decides."),
    Alternative.SUPPORT: gettext_lazy("Supportive measures: changes in housing, classes or work, without a process."),
    Alternative.COUNSELLING: gettext_lazy("Counselling: somebody to talk to about how you are."),
    Alternative.OMBUDS: gettext_lazy("The ombuds office: a private talk about all the ways that are open to you."),
    Alternative.NONE: gettext_lazy("Nothing for now: you may come back to us whenever you like."),
}


def message_for(*, decision: str, process: str, alternatives: Iterable[str], refer_to: str, own_words: str) -> str:
    """The whole message for a decision, with the words that staff added for this person."""
    if decision == Decision.SUITABLE:
        parts = _suitable(process)
    elif decision == Decision.REFER:
        parts = _refer(refer_to) + _ways(alternatives)
    else:
        parts = _another_way() + _ways(alternatives)
    own = [own_words] if own_words else []
    return "\n\n".join([*parts[:1], *own, *parts[1:], _("You can write to us here, or call. We answer either way.")])


def _suitable(process: str) -> list[str]:
    thanks = _("Thank you for talking with us. We think that this can fit: %(process)s.") % {"process": process}
    return [
        thanks,
        _(
            "Nobody else has heard anything from us. On your page you can now say whether you want to go on. "
            "If you do not, it ends there, and nobody learns that you wrote."
        ),
    ]


def _another_way() -> list[str]:
    return [
        _("Thank you for telling us about this. We have thought about it with care."),
        _(
            "We believe that another way will help you more than what you asked for. "
            "This is no judgement of you or of what happened. Nobody else has heard from us."
        ),
    ]


def _refer(refer_to: str) -> list[str]:
    return [
        _("Thank you for telling us about this. We have thought about it with care."),
        _("Somebody else can do more for you here than we can: %(office)s.") % {"office": refer_to},
        _("We have told them nothing. If you like, we help you with the first step."),
    ]


def _ways(alternatives: Iterable[str]) -> list[str]:
    lines = [f"• {WHAT_IT_IS[code]}" for code in alternatives if code in WHAT_IT_IS]
    return [_("What may help:") + "\n" + "\n".join(lines)] if lines else []
