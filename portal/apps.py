from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "portal"
    verbose_name = "Case portal"

    def ready(self) -> None:
        from portal.gates import hand_down

        hand_down()
