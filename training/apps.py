from django.apps import AppConfig


class TrainingConfig(AppConfig):
    name = "training"
    verbose_name = "Training"

    def ready(self) -> None:
        from portal.cases import train_us
        from portal.passes import homes
        from portal.scheduling import elsewhere
        from training.groups_from_cases import side_for_groups
        from training.occupied import side_for_sessions
        from training.queries import home_of

        homes.register(home_of)
        train_us.register(side_for_groups())
        elsewhere.register(side_for_sessions())
