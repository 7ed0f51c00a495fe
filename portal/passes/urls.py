from django.urls import path

from . import views

app_name = "passes"

urlpatterns = [
    path("my/enter/", views.enter, name="enter"),
    path("my/leave/", views.leave, name="leave"),
    path("join/", views.join, name="join"),
    path("exit/", views.exit_page, name="exit"),
]
