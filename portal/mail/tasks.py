from uuid import UUID

from django_tasks import task

from portal.vault import keyring


@task()
def send_mailing(mailing_id: str) -> None:
    from .actions import deliver

    with keyring.scope():
        deliver(mailing_id=UUID(mailing_id))
