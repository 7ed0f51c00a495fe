from django.apps import AppConfig


class KeystoreConfig(AppConfig):
    """The second database: wrapped data keys and the token index, never beside the data they open."""

    name = "portal.vault.keystore"
    label = "keystore"
    verbose_name = "Key store"
