from tests.pages.conftest import kept_pages  # noqa: F401
