class KeystoreRouter:
    """The key store lives in `keys` and nothing else does. Never None: None would let `migrate` put it anywhere."""

    def db_for_read(self, model, **hints):
        return "keys" if model._meta.app_label == "keystore" else "default"

    db_for_write = db_for_read

    def allow_relation(self, one, other, **hints):
        return (one._meta.app_label == "keystore") == (other._meta.app_label == "keystore")

    def allow_migrate(self, db, app_label, **hints):
        return (app_label == "keystore") == (db == "keys")
