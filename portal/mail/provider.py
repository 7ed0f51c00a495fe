"""Handing one mail to the mail server. What goes wrong becomes a code: exceptions quote addresses."""

import smtplib
from email.utils import formataddr
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage

from portal.vault.keyring import KeyDestroyed

from .models import Mailing
from .rendering import write
from .statuses import MailError


class NotSent(Exception):
    def __init__(self, code: MailError, *, again: bool = True) -> None:
        self.code, self.again = code, again
        super().__init__(code)


def send(mailing: Mailing) -> None:
    """Raises NotSent. Causes are cut off, so that no traceback carries them."""
    message = _message(mailing)
    try:
        message.send()
    except smtplib.SMTPRecipientsRefused as refusal:
        for_good = all(code >= 500 for code, _words in refusal.recipients.values())
        raise NotSent(MailError.REFUSED, again=not for_good) from None
    except smtplib.SMTPException:
        raise NotSent(MailError.PROVIDER) from None
    except OSError:
        raise NotSent(MailError.NETWORK) from None
    except Exception:
        raise NotSent(MailError.INTERNAL) from None


def _message(mailing: Mailing) -> EmailMessage:
    try:
        return _write(mailing)
    except KeyDestroyed:
        raise NotSent(MailError.KEY_GONE, again=False) from None
    except Exception:
        raise NotSent(MailError.INTERNAL) from None


def _write(mailing: Mailing) -> EmailMessage:
    letter = write(mailing.kind, mailing.context, mailing.language)
    message = EmailMessage(
        subject=letter.subject,
        body=letter.body,
        from_email=formataddr((letter.sender, letter.address)),
        to=[mailing.address],
        reply_to=[letter.reply_to],
        headers={
            # The same in every try: should a worker die after handing over, mailboxes recognise the second copy.
            "Message-ID": f"<{mailing.pk}@{urlsplit(settings.ACCORD_BASE_URL).hostname}>",
            "Auto-Submitted": "auto-generated",
        },
    )
    if "ics" in mailing.context:
        method = mailing.context.get("ics_method", "REQUEST")
        message.attach("appointment.ics", mailing.context["ics"], f"text/calendar; method={method}")
    return message
