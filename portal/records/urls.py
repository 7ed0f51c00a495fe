from django.urls import path

from .views import close, hold, kept

app_name = "records"

urlpatterns = [
    path("portal/close/<str:reference>/", close.close, name="close"),
    path("portal/close/<str:reference>/outside/", close.outside, name="outside"),
    path("portal/close/<str:reference>/finish/", close.finish, name="finish"),
    path("portal/close/<str:reference>/holds/", hold.hold, name="hold"),
    path("portal/close/<str:reference>/holds/<uuid:pk>/release/", hold.release, name="release"),
    path("portal/kept/", kept.kept_records, name="kept_records"),
    path("portal/kept/<str:reference>/", kept.kept, name="kept"),
    path("portal/kept/<str:reference>/take-back/", kept.take_back, name="take_back"),
    path("portal/kept/<str:reference>/sign/", kept.sign, name="sign_disposal"),
    path("portal/receipts/<uuid:pk>/", close.receipt, name="receipt"),
]
