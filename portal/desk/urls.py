from django.urls import path

from .views import calls, cases, home, lists
from .views.requests import requests

app_name = "desk"

urlpatterns = [
    path("portal/", home.home, name="home"),
    path("portal/calls/", calls.calls, name="calls"),
    path("portal/calls/<uuid:pk>/told/", calls.told, name="told"),
    path("portal/requests/", requests, name="requests"),
    path("portal/cases/", lists.cases, name="cases"),
    path("portal/cases/views/", lists.save_view, name="save_view"),
    path("portal/cases/views/<int:pk>/remove/", lists.remove_view, name="remove_view"),
    path("portal/cases/<str:reference>/", cases.case, name="case"),
    path("portal/cases/<str:reference>/step/<slug:step>/", cases.move, name="move"),
    path("portal/cases/<str:reference>/note/", cases.note, name="note"),
    path("portal/cases/<str:reference>/note/<uuid:pk>/delete/", cases.delete_note, name="delete_note"),
]
