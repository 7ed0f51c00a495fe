from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "portal"
    verbose_name = "Case portal"

    def ready(self) -> None:
        from portal.cases.actions import arrive
        from portal.gates import hand_down
        from portal.guests.queries import home_of
        from portal.passes import arrivals, homes

        hand_down()
        arrivals.register(arrive)
        homes.register(home_of)
