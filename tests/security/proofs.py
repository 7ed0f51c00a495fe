"""Where a promise is proved beside its feature: the tests are named, so that none can be renamed or dropped unseen."""

from importlib import import_module


def missing(proofs):
    """Of {module: names of tests and classes}, those that are no longer there, as module::name."""
    return {
        f"{module}::{name}"
        for module, names in proofs.items()
        for name in names
        if not callable(getattr(import_module(module), name, None))
    }
