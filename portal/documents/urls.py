from django.urls import path

from . import views

app_name = "documents"
urlpatterns = [
    path("papers/<slug:kind>/", views.public_html, name="public_html"),
    path("papers/<slug:kind>.pdf", views.public_pdf, name="public_pdf"),
    path("portal/documents/", views.templates, name="templates"),
    path("portal/documents/<int:pk>/", views.template, name="template"),
    path("portal/documents/<int:pk>/pdf/", views.template_pdf, name="template_pdf"),
    path("portal/documents/<int:pk>/draft/", views.draft, name="draft"),
    path("portal/documents/<int:pk>/approve/", views.approve, name="approve"),
]
