"""The words of the agreement to participate, and who has signed them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, QuerySet
from django.template.defaultfilters import date as written_date
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.documents import rendering
from portal.documents.blocks import Signatory
from portal.documents.fields import BLANK, needed_names
from portal.documents.models import DocumentTemplate
from portal.programmes.processes import PROCESSES, definition

from .gates import all_in_force, variant_of
from .models import Agreement, Signature

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.cases.models import Case, Participant

MOMENT = "l, j F Y, H:i"


def current_template(case: Case, variant: str = "") -> DocumentTemplate:
    """The approved words of the case's programme. DoesNotExist means that the office has approved none."""
    approved = DocumentTemplate.objects.approved().filter(programme=case.programme, language="en")
    process = definition(case.process)
    return approved.get(kind=process.variants[variant] if variant else process.agreement)


def variants_needed(case: Case) -> list[str]:
    """One for each kind of signer there is, after everybody's own or the neutrals'."""
    active = [person for person in case.participants.all() if person.is_active]
    return sorted({"", *(variant_of(case, person) for person in active)})


def agreement_values(case: Case, *, session_at: datetime | None = None, variant: str = "") -> dict[str, Any]:
    """What is merged into the words: only plain strings, so that it can be sealed and rendered again."""
    people = [person for person in case.participants.all() if person.is_active]
    mine = [person for person in people if not variant or variant_of(case, person) == variant]
    parties = [person.display_name for person in mine if variant or person.is_party]
    values: dict[str, Any] = {
        "reference": case.reference,
        "parties": parties,
        "neutrals": [row.neutral.get_full_name() for row in accepted(case)],
        "others": [person.display_name for person in people if not person.is_party],
    }
    values |= _group_values(case) | _circle_values(case)
    if session_at:
        values["session_on"] = written_date(timezone.localtime(session_at), MOMENT)
    return {name: value for name, value in values.items() if value}


def _group_values(case: Case) -> dict[str, str]:
    """What a group has said about itself, for the agreement of a facilitation."""
    brief = getattr(case, "brief", None)
    if brief is None:
        return {}
    return {
        "group": brief.group,
        "objectives": brief.objectives,
        "success": brief.success_signs,
        "headcount": str(brief.headcount or ""),
    }


def _circle_values(case: Case) -> dict[str, str]:
    """How people meet in a circle, once it is chosen."""
    sheet = getattr(case, "circle", None)
    return {"way": str(sheet.get_form_display()).lower()} if sheet and sheet.form else {}


def agreement_text(template: DocumentTemplate, values: dict[str, Any]) -> str:
    """The words as HTML, with nobody's signature yet."""
    return str(rendering.render_html(template, _merged(template, values, signatories(values, template.kind))))


def preview_text(case: Case, *, reader: Participant) -> str:
    """What can be read from the invitation on: the reader's own name, and a blank where everybody else's will stand.

    Who else is asked and who has answered shows only when everyone takes part and the agreement is made.
    """
    variant = variant_of(case, reader)
    values: dict[str, Any] = {"reference": case.reference, "parties": [reader.display_name]}
    if not variant and definition(case.process).parties_min > 1:
        values["parties"].append(_("[everyone else who takes part]"))
        # "Nobody else" would be an answer, and perhaps a wrong one.
        values["others"] = [_("[whoever else is present, if anybody]")]
    return agreement_text(current_template(case, variant), values)


def signed_pdf(agreement: Agreement) -> bytes:
    """The agreement with the signatures given so far, as a tagged PDF for those who signed it."""
    rows = Signature.objects.filter(agreement=agreement)
    if agreement.variant and agreement.replaced_at is None:
        # The neutrals sign once, under their own words, and stand on everybody's copy.
        beside = {"agreement__case": agreement.case_id, "agreement__variant": "", "agreement__replaced_at": None}
        rows = rows | Signature.objects.filter(neutral__isnull=False, **beside)
    signed = {_signer_name(row): row for row in rows.select_related("participant", "neutral")}
    lines = [
        _with_signature(line, signed.get(str(line.name)))
        for line in signatories(agreement.values, agreement.template.kind)
    ]
    return rendering.render_pdf(agreement.template, _merged(agreement.template, agreement.values, lines))


def signatories(values: dict[str, Any], kind: str) -> list[Signatory]:
    """Who signs a document of this kind, in its order."""
    process = next(one for one in PROCESSES.values() if kind in {one.agreement, *one.variants.values()})
    word = str(process.neutral_word).capitalize()
    neutrals = [Signatory(name=name, role=word) for name in values.get("neutrals", ["", ""])]
    if process.variants and kind == process.agreement:
        return neutrals
    parties = [Signatory(name=name, role=_("Takes part")) for name in values.get("parties", [])]
    if process.variants:
        return parties + neutrals
    others = [Signatory(name=name, role=_("Also present")) for name in values.get("others", [])]
    return parties + neutrals + others


def accepted(case: Case) -> list[Any]:
    """The neutrals of the case, the lead first."""
    rows = [row for row in case.assignments.all() if row.is_accepted]
    return sorted(rows, key=lambda row: (not row.is_lead, row.asked_at))


def everyone_signing(case: Case) -> list[Signatory]:
    """A line for each, whatever words they sign: for the sign-in sheet."""
    people = [person for person in case.participants.all() if person.is_active]
    parties = [Signatory(name=one.display_name, role=_("Takes part")) for one in people if one.is_party]
    others = [Signatory(name=one.display_name, role=_("Also present")) for one in people if not one.is_party]
    word = str(definition(case.process).neutral_word).capitalize()
    neutrals = [Signatory(name=row.neutral.get_full_name(), role=word) for row in accepted(case)]
    return parties + (neutrals or [Signatory(name="", role=word)] * 2) + others


@dataclass(frozen=True)
class Signer:
    """One line of "who has signed": the person, and the signature when there is one."""

    name: str
    role: str
    person: Participant | User
    is_neutral: bool
    signature: Signature | None


def signatures_of(case: Case) -> list[Signer]:
    """Everyone who has to sign, in the order of the document, with what is there."""
    given = [row for agreement in all_in_force(case) for row in agreement.signatures.all()]
    of_people = {row.participant_id: row for row in given}
    of_neutrals = {row.neutral_id: row for row in given}
    word = str(definition(case.process).neutral_word).capitalize()
    people = [
        Signer(person.display_name, person.roles_in_words, person, False, of_people.get(person.pk))
        for person in case.participants.all()
        if person.is_active
    ]
    neutrals = [
        Signer(row.neutral.get_full_name(), word, row.neutral, True, of_neutrals.get(row.neutral_id))
        for row in accepted(case)
    ]
    return people + neutrals


def with_signed(people: QuerySet[Participant]) -> QuerySet[Participant]:
    """People with whether they have ever signed an agreement to participate, in the query that fetches them."""
    return people.annotate(has_signed=Exists(Signature.objects.filter(participant=OuterRef("pk"))))


def _merged(template: DocumentTemplate, values: dict[str, Any], lines: list[Signatory]) -> dict[str, Any]:
    blanks = {name: BLANK for name in needed_names(template.kind) if name not in values}
    return {**values, **blanks, "signatures": lines}


def _signer_name(row: Signature) -> str:
    return row.participant.display_name if row.participant else str(row.neutral)


def _with_signature(line: Signatory, row: Signature | None) -> Signatory:
    if row is None:
        return line
    moment = written_date(timezone.localtime(row.signed_at), MOMENT)
    how = "" if row.method != "PAPER" else _(" (on paper)")
    return Signatory(name=line.name, role=line.role, signed=row.typed_name + how, moment=moment)
