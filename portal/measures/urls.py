from django.urls import path

from . import views

app_name = "measures"

urlpatterns = [
    path("my/arrangements/", views.own, name="own"),
    path("portal/measures/", views.measures, name="measures"),
    path("portal/measures/new/<str:reference>/", views.ask, name="ask"),
    path("portal/measures/<uuid:pk>/", views.measure, name="measure"),
    path("portal/measures/<uuid:pk>/<slug:step>/", views.step, name="step"),
]
