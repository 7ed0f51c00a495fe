from django.urls import path

from .views import me, passwords, people, signing_in, welcome

app_name = "accounts"

urlpatterns = [
    path("sign-in/", signing_in.sign_in, name="sign_in"),
    path("sign-in/second-step/", signing_in.second_step, name="second_step"),
    path("sign-in/forgotten/", passwords.forgotten, name="forgotten"),
    path("sign-in/reset/", passwords.reset, name="reset"),
    path("sign-out/", signing_in.sign_out, name="sign_out"),
    # The CMS has its own button for signing out; this address answers before the CMS does.
    path("cms/logout/", signing_in.sign_out, name="cms_sign_out"),
    path("welcome/", welcome.welcome, name="welcome"),
    path("welcome/password/", welcome.welcome_password, name="welcome_password"),
    path("welcome/second-factor/", welcome.welcome_factor, name="welcome_factor"),
    path("portal/me/", me.me, name="me"),
    path("portal/me/away/", me.away, name="away"),
    path("portal/me/password/", passwords.change, name="change_password"),
    path("portal/me/recovery-codes/", me.recovery_codes, name="recovery_codes"),
    path("portal/me/sign-out-elsewhere/", me.end_sessions, name="end_my_sessions"),
    path("portal/people/", people.people, name="people"),
    path("portal/people/invite/", people.invite, name="invite"),
    path("portal/people/<uuid:pk>/", people.person, name="person"),
    path("portal/people/<uuid:pk>/grant/", people.grant, name="grant"),
    path("portal/people/<uuid:pk>/roles/<int:grant>/end/", people.end_role, name="end_role"),
    path("portal/people/<uuid:pk>/second-factor/", people.reset_factor, name="reset_factor"),
    path("portal/people/<uuid:pk>/account/", people.activity, name="activity"),
    path("portal/people/<uuid:pk>/sign-out/", people.end_sessions, name="end_sessions"),
    path("portal/people/<uuid:pk>/away/", people.away, name="person_away"),
]
