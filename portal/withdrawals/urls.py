from django.urls import path

from .views import office, own

app_name = "withdrawals"

urlpatterns = [
    path("my/withdraw/", own.withdraw, name="withdraw"),
    path("my/withdrew/", own.withdrew, name="withdrew"),
    path("portal/cases/<str:reference>/withdraw/", office.choose, name="choose"),
    path("portal/sessions/<uuid:pk>/leave/", office.in_session, name="in_session"),
    path("portal/cases/<str:reference>/stop/", office.stop, name="stop"),
    path("portal/cases/<str:reference>/resume/", office.resume, name="resume"),
]
