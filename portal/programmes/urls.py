from django.urls import path

from . import views

app_name = "programmes"
urlpatterns = [
    path("portal/programme/", views.programmes, name="programmes"),
    path("portal/programme/office/", views.change_office, name="change_office"),
    path("portal/programme/<slug:code>/", views.change_programme, name="change_programme"),
]
