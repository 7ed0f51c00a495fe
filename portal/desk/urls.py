from django.urls import path

from .views.requests import requests

app_name = "desk"

urlpatterns = [
    path("portal/requests/", requests, name="requests"),
]
