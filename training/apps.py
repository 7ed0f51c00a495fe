from django.apps import AppConfig


class TrainingConfig(AppConfig):
    name = "training"
    verbose_name = "Training"

    def ready(self) -> None:
        from portal.passes import homes
        from training.queries import home_of

        homes.register(home_of)
