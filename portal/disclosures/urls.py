from django.urls import path

from .views import own, staff

app_name = "disclosures"

urlpatterns = [
    path("my/sharing/", own.sharing, name="own"),
    path("my/sharing/<uuid:pk>/back/", own.take_back, name="take_back"),
    path("my/sharing/register/", own.register, name="own_register"),
    path("portal/sharing/<str:reference>/", staff.sharing, name="sharing"),
    path("portal/sharing/<str:reference>/permit/", staff.permit, name="permit"),
    path("portal/sharing/<str:reference>/other/", staff.disclose, name="disclose"),
    path("portal/sharing/<str:reference>/register/<slug:whose>/", staff.register, name="register"),
    path("portal/sharing/<str:reference>/<uuid:pk>/revoke/", staff.revoke, name="revoke"),
    path("portal/sharing/<str:reference>/<uuid:pk>/told/", staff.share, name="share"),
]
