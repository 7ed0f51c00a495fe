from django.urls import path

from .views import office, own

app_name = "papers"

urlpatterns = [
    path("my/sheet/", own.sheet, name="sheet"),
    path("my/paper/", own.notice, name="notice"),
    path("my/paper/copy/", own.notice_pdf, name="notice_pdf"),
    path("portal/papers/<str:reference>/", office.papers, name="papers"),
    path("portal/papers/<str:reference>/notice/", office.make, name="make_notice"),
    path("portal/papers/<str:reference>/notice/copy/", office.copy, name="copy"),
    path("portal/papers/<str:reference>/<int:number>/heard/", office.heard, name="heard"),
    path("portal/papers/<str:reference>/<int:number>/send/", office.send, name="send"),
    path("portal/papers/<str:reference>/<int:number>/delivery/", office.delivery, name="delivery"),
    path("portal/papers/<str:reference>/words/<uuid:pk>/", office.check, name="check"),
]
