from django.urls import path

from . import views

app_name = "emergencies"

urlpatterns = [
    path("portal/emergencies/", views.emergencies, name="emergencies"),
    path("portal/emergencies/<uuid:pk>/", views.one, name="record"),
    path("portal/emergencies/people/<str:programme>/", views.people, name="people"),
    path("portal/emergency/<str:reference>/told/", views.tell, name="tell"),
]
