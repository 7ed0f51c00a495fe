from django.urls import path

from . import views

app_name = "instances"

urlpatterns = [
    path("portal/register/", views.register, name="register"),
    path("portal/register/missing/", views.completeness, name="completeness"),
    path("portal/register/export.xlsx", views.export, name="export"),
    path("portal/register/<str:reference>/", views.instance, name="instance"),
    path("portal/register/<str:reference>/<slug:document>/<uuid:about>/", views.excuse, name="excuse"),
]
