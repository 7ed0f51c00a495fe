"""Where the two faces meet."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail import urls as page_urls
from wagtail.admin import urls as cms_urls
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as document_urls

from pages.serving import serve
from pages.sitemap import PublicSitemap

from . import views
from .form_export import form_export
from .search_screen import search
from .styleguide import styleguide

handler400 = "site_project.errors.bad_request"
handler403 = "site_project.errors.permission_denied"
handler404 = "site_project.errors.not_found"
handler500 = "site_project.errors.server_error"

urlpatterns = [
    *([path("styleguide/", styleguide, name="styleguide")] if settings.ACCORD_DEVELOPMENT else []),
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    # Under Wagtail's own name, before its own: that one knows no parts of a file.
    path("documents/<int:document_id>/<str:document_filename>", views.public_document, name="wagtaildocs_serve"),
    path("documents/", include(document_urls)),
    path("answers/<int:pk>/<slug:paper>/", form_export, name="form_export"),
    path("", include("pages.urls")),
    path("sitemap.xml", sitemap, {"sitemaps": {"pages": PublicSitemap}}, name="sitemap"),
    path("robots.txt", views.robots, name="robots"),
    path("media/images/<path:path>", views.public_image, name="public_image"),
    # English has no prefix; /es/ is Spanish, for the names in languages.SPOKEN.
    *i18n_patterns(
        path("search/", search, name="search"),
        path("", include("portal.urls")),
        path("", include("training.urls")),
        prefix_default_language=False,
    ),
    # After the portal, which answers for signing out of the CMS: it is one sign-in.
    path(settings.CMS_PREFIX.lstrip("/"), include(cms_urls)),
    *i18n_patterns(
        # Under Wagtail's own name, before its own.
        re_path(page_urls.serve_pattern, serve, name="wagtail_serve"),
        path("", include(page_urls)),
        prefix_default_language=False,
    ),
]
