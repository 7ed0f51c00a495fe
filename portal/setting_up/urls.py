from django.urls import path

from . import views

app_name = "setting_up"
urlpatterns = [
    path("portal/set-up/", views.set_up, name="set_up"),
    path("portal/set-up/<slug:code>/", views.left_to_do, name="left_to_do"),
]
