"""Reaching somebody: the call, the mail, the letter, the personal code."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from portal.audit.access import opens_case
from portal.documents.fields import BLANK
from portal.documents.letters import letter_pdf
from portal.forms import posted
from portal.programmes.queries import current_office

from .. import actions
from ..forms import AttemptForm, PhraseForm
from ..queries import attempts_left, call_script, letter_words, may_be_contacted
from ..statuses import AttemptResult
from .finding import one_person, reachable_person, to_person, tried


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def call(request, reference, number):
    """The script on the screen while staff phone, and what came of the call (P6)."""
    one = reachable_person(request, reference, number)
    form = AttemptForm(posted(request))
    if request.method == "POST" and form.is_valid():
        result = AttemptResult(form.cleaned_data["result"])
        arguments = {"participant_id": one.pk, "result": result, "by": request.viewer}
        if tried(request, actions.log_attempt, said=_("Written down."), **arguments):
            return to_person(one)
    context = {
        "person": one,
        "case": one.case,
        "form": form,
        "script": call_script(one, office=current_office(request), staff=request.viewer).small_html,
        "attempts": one.attempts.all(),
        "attempts_left": attempts_left(one),
        "may_be_contacted": may_be_contacted(one),
    }
    return render(request, "portal/cases/call.html", context)


@never_cache
@require_POST
@opens_case
def write(request, reference, number):
    one = one_person(request, reference, number)
    said = _("The invitation is on its way.")
    tried(request, actions.write_invitation, said=said, participant_id=one.pk, by=request.viewer)
    return to_person(one)


@never_cache
@require_POST
@opens_case
@sensitive_variables()
def letter(request, reference, number):
    """The invitation as a letter to print; it is written nowhere else, for it carries the code."""
    one = one_person(request, reference, number)
    made = tried(request, actions.print_invitation, participant_id=one.pk, by=request.viewer)
    if made is None:
        return to_person(one)
    office, staff = current_office(request), request.viewer.get_full_name()
    address = settings.ACCORD_BASE_URL.rstrip("/") + reverse("portal:passes:join")
    words = letter_words(one, made[1], office=office, staff=staff, join_address=address)
    pdf = letter_pdf(
        one.case.programme,
        subject=_("A question"),
        words=words,
        recipient=[one.name] if one.name else BLANK,
        day=timezone.localdate(),
        sender=staff,
        office=office,
    )
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="letter.pdf"'
    return response


@never_cache
@require_POST
@opens_case
@sensitive_variables()
def code(request, reference, number):
    """A new personal code, shown on this one page."""
    one = one_person(request, reference, number)
    issued = tried(request, actions.issue_code, participant_id=one.pk, by=request.viewer)
    if issued is None:
        return to_person(one)
    return render(request, "portal/cases/code.html", {"person": one, "case": one.case, "issued": issued})


@never_cache
@require_POST
@opens_case
def phrase(request, reference, number):
    one = one_person(request, reference, number)
    form = PhraseForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Type the two words that the caller says."))
        return to_person(one)
    arguments = {"participant_id": one.pk, "said": form.cleaned_data["said"], "by": request.viewer}
    try:
        matched = actions.check_phrase(**arguments)
    except actions.TransitionRefused as refusal:
        messages.error(request, str(refusal))
        return to_person(one)
    if matched:
        messages.success(request, _("The words match. You may speak with this person."))
    else:
        messages.error(request, _("The words do not match. Say nothing; offer to call back on the safe number."))
    return to_person(one)
