from django.urls import path

from .views import own, staff

app_name = "guests"

urlpatterns = [
    path("my/guest/", own.own, name="own"),
    path("my/guest/sign/", own.sign, name="sign"),
    path("my/guest/open/", own.open_document, name="open_document"),
    path("portal/guests/<str:reference>/", staff.guests, name="guests"),
    path("portal/guests/<str:reference>/admit/", staff.admit, name="admit"),
    path("portal/guests/<str:reference>/<uuid:pk>/code/", staff.new_code, name="new_code"),
    path("portal/guests/<str:reference>/<uuid:pk>/end/", staff.end, name="end"),
]
