"""Mail for development: one file for each message under var/mail, read on a page of its own."""

from dataclasses import dataclass
from email import message_from_bytes, policy
from pathlib import Path

from django.conf import settings
from django.core.mail.backends.base import BaseEmailBackend


class EmailBackend(BaseEmailBackend):
    def send_messages(self, email_messages):
        folder = Path(settings.EMAIL_FILE_PATH)
        folder.mkdir(parents=True, exist_ok=True)
        for message in email_messages:
            # A mail that is sent twice has one Message-ID and so one file, as in a mailbox.
            name = message.extra_headers["Message-ID"].strip("<>").partition("@")[0]
            (folder / f"{name}.eml").write_bytes(message.message().as_bytes())
        return len(email_messages)


@dataclass(frozen=True)
class Received:
    to: str
    sender: str
    subject: str
    body: str
    attachments: list[str]


def newest(limit: int = 50) -> list[Received]:
    files = sorted(Path(settings.EMAIL_FILE_PATH).glob("*.eml"), key=lambda path: path.stat().st_mtime, reverse=True)
    return [_read(path) for path in files[:limit]]


def _read(path: Path) -> Received:
    message = message_from_bytes(path.read_bytes(), policy=policy.default)
    body = message.get_body(("plain",))
    return Received(
        to=message["To"],
        sender=message["From"],
        subject=message["Subject"],
        body=body.get_content() if body else "",
        attachments=[part.get_filename() or "" for part in message.iter_attachments()],
    )
