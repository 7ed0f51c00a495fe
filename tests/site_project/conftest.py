from tests.pages.conftest import kept_pages, site, whole_site  # noqa: F401
