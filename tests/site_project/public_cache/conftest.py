from tests.pages.conftest import kept_pages, site  # noqa: F401
