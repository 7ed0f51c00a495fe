from django.apps import AppConfig
from django.conf import settings


class SiteProjectConfig(AppConfig):
    name = "site_project"
    verbose_name = "Accord"

    def ready(self) -> None:
        from . import checks, page_mail
        from .public_cache import changes

        changes.listen()
        page_mail.take_over()
        if settings.ACCORD_PRODUCTION:
            checks.refuse_unsafe_start()
