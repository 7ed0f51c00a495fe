from django.urls import path

from . import views

app_name = "oversight"

urlpatterns = [
    path("portal/oversight/", views.queue, name="queue"),
    path("portal/oversight/sample/<uuid:pk>/", views.review, name="review"),
    path("portal/oversight/both-roles/<uuid:pk>/", views.seen, name="seen"),
    path("portal/oversight/access/<str:programme>/<uuid:person>/", views.access, name="access"),
]
