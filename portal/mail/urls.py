from django.urls import path

from . import views

app_name = "mail"

urlpatterns = [path("dev/mail/", views.development_mail, name="development")]
