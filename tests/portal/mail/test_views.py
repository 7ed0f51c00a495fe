import pytest
from django.core import mail
from django.urls import reverse

from portal.mail import actions
from portal.mail.statuses import MailKind
from portal.vault.actions import office_key

pytestmark = pytest.mark.django_db


@pytest.fixture
def mail_folder(settings, tmp_path):
    settings.EMAIL_FILE_PATH = tmp_path
    settings.EMAIL_BACKEND = "portal.mail.folder.EmailBackend"
    return tmp_path


def test_mail_in_development_is_read_on_a_page(client, settings, mail_folder):
    settings.ACCORD_DEVELOPMENT = True
    context = {"ics": "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"}
    mailing = actions.enqueue(kind=MailKind.CALENDAR, address="s@example.edu", key_id=office_key(), context=context)
    actions.deliver(mailing_id=mailing.pk)

    page = client.get(reverse("portal:mail:development")).content.decode()

    assert "s@example.edu" in page
    assert "appointment.ics" in page


def test_the_page_says_when_there_is_no_mail(client, settings, mail_folder):
    settings.ACCORD_DEVELOPMENT = True

    assert "No mail yet" in client.get(reverse("portal:mail:development")).content.decode()


def test_the_page_does_not_exist_outside_development(client):
    assert client.get(reverse("portal:mail:development")).status_code == 404


def test_a_mail_that_is_sent_twice_is_one_file(mail_folder):
    message = mail.EmailMessage("s", "b", "a@example.edu", ["b@example.edu"], headers={"Message-ID": "<one@here>"})

    message.send()
    message.send()

    assert [path.name for path in mail_folder.iterdir()] == ["one.eml"]
