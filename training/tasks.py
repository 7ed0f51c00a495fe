from uuid import UUID

from django_tasks import task

from portal.vault import keyring


@task()
def work_on_import(import_id: str) -> None:
    from .actions import work_on

    with keyring.scope():
        work_on(import_id=UUID(import_id))
