from django.urls import path

from .views import office, own

app_name = "moving"

urlpatterns = [
    # Neutral, as all of theirs: whoever looks over a shoulder reads nothing in it.
    path("my/elsewhere/", own.own, name="own"),
    path("portal/moving/<str:reference>/", office.moving, name="moving"),
    path("portal/moving/<str:reference>/answer/", office.answer_for, name="answer_for"),
    path("portal/moving/<str:reference>/back/", office.take_back, name="take_back"),
]
