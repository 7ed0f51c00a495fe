from django.urls import path

from .views import close, hold

app_name = "records"

urlpatterns = [
    path("portal/close/<str:reference>/", close.close, name="close"),
    path("portal/close/<str:reference>/outside/", close.outside, name="outside"),
    path("portal/close/<str:reference>/finish/", close.finish, name="finish"),
    path("portal/close/<str:reference>/holds/", hold.hold, name="hold"),
    path("portal/close/<str:reference>/holds/<uuid:pk>/release/", hold.release, name="release"),
    path("portal/receipts/<uuid:pk>/", close.receipt, name="receipt"),
]
