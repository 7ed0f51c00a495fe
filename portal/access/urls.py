from django.urls import path

from .views import directives, own, staff, told

app_name = "access"

urlpatterns = [
    path("my/record/", own.own, name="own"),
    path("my/record/wrong/", own.change, name="change"),
    path("my/record/<uuid:pk>/back/", own.take_back, name="take_back"),
    path("my/record/<uuid:pk>/copy/", own.package, name="own_package"),
    path("my/record/<uuid:pk>/words/", own.statement, name="statement"),
    path("portal/access/", staff.board, name="board"),
    path("portal/access/new/<str:reference>/", staff.ask, name="ask"),
    path("portal/access/wrong/<str:reference>/", told.ask_change, name="ask_change"),
    path("portal/access/<uuid:pk>/", staff.access, name="access"),
    path("portal/access/<uuid:pk>/back/", told.take_back_for, name="take_back_for"),
    path("portal/access/<uuid:pk>/draft/", staff.draft, name="draft"),
    path("portal/access/<uuid:pk>/approve/", staff.approve, name="approve"),
    path("portal/access/<uuid:pk>/release/", staff.release, name="release"),
    path("portal/access/<uuid:pk>/package/", staff.package, name="package"),
    path("portal/access/<uuid:pk>/<int:position>/", staff.item, name="item"),
    path("portal/access/changes/<uuid:pk>/", staff.amendment, name="amendment"),
    path("portal/access/changes/<uuid:pk>/words/", told.statement_for, name="statement_for"),
    path("portal/directives/", directives.directives, name="directives"),
    path("portal/directives/<uuid:pk>/", directives.directive, name="directive"),
    path("portal/directives/<uuid:pk>/letter/", directives.letter, name="letter"),
]
