"""What the public site forgets by itself."""

from datetime import timedelta

from django.utils import timezone

from .models import FormAnswer, FormPage


def delete_old_answers() -> int:
    """For the timer: each form's answers after its own number of days. Returns how many went."""
    now, gone = timezone.now(), 0
    for form in FormPage.objects.filter(pk__in=FormAnswer.objects.values("page")):
        old = FormAnswer.objects.filter(page=form, submit_time__lt=now - timedelta(days=form.keep_days))
        gone += old.delete()[0]
    return gone
