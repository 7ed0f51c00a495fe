"""Who somebody is when they come back with a sign-in: the person and what they are today, in one question."""

from django.contrib.auth.backends import ModelBackend

from .models import RoleGrant, User


class PeopleBackend(ModelBackend):
    """Django's own, which reads the roles along with the person: hardly a page does without them."""

    def get_user(self, user_id) -> User | None:
        grants = list(RoleGrant.objects.valid().filter(user=user_id).select_related("user", "programme"))
        if not grants:
            # Somebody without a role, whom nothing but their own account opens for.
            return super().get_user(user_id)
        person = grants[0].user
        person.valid_grants = grants
        return person if self.user_can_authenticate(person) else None
