from django.urls import path

from . import views

app_name = "seats"

urlpatterns = [
    path("portal/seats/", views.seats, name="seats"),
    path("portal/seats/<str:programme>/<str:role>/acting/", views.act, name="act"),
    path("portal/seats/<str:programme>/people/<uuid:pk>/", views.hand_over, name="hand_over"),
]
