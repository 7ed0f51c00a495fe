from django.urls import path

from . import views

app_name = "reports"

urlpatterns = [
    path("portal/statistics/", views.statistics, name="statistics"),
    path("portal/statistics/export.csv", views.export, name="export"),
    path("portal/statistics/publish/", views.publish, name="publish"),
]
