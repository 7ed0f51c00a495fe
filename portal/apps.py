from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "portal"
    verbose_name = "Case portal"

    def ready(self) -> None:
        from portal.cases.actions import arrive
        from portal.gates import hand_down
        from portal.passes import arrivals

        hand_down()
        arrivals.register(arrive)
