from django.urls import path

from . import views

app_name = "joining"

urlpatterns = [
    path("portal/requests/<str:reference>/together/", views.together, name="together"),
    path("portal/requests/<str:reference>/together/permission/", views.permission, name="permission"),
    path("portal/requests/<str:reference>/together/join/<str:other>/", views.join, name="join"),
    path("portal/requests/<str:reference>/together/undo/", views.undo, name="undo"),
]
