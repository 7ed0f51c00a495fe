"""What went into the outbox, and who is asked."""

from portal.mail.models import Mailing


def mails(kind):
    return sorted(mailing.address for mailing in Mailing.objects.filter(kind=kind))


def current(case):
    return {row.neutral for row in case.assignments.current().select_related("neutral")}
