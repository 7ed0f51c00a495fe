"""Reading for one screen: the draft behind a cookie, people who work here, the address that is safe."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.accounts.models import RoleGrant
from portal.accounts.roles import ROLES, Permission
from portal.cases.models import Case, Matter, Participant
from portal.cases.policies import can_read_contact
from portal.cases.statuses import Channel
from portal.documents.models import DocumentTemplate
from portal.documents.statuses import VersionStatus
from portal.handbook import queries as handbook
from portal.handbook.models import Notice
from portal.passes.models import Pass
from portal.programmes.models import Programme
from portal.programmes.queries import programme_of
from portal.vault import tokens
from portal.vault.keystore.models import TokenKind

from .models import Draft, Message, Request
from .statuses import Direction, SafeWay

if TYPE_CHECKING:
    from uuid import UUID

    from django.utils.safestring import SafeString

    from portal.accounts.models import User
    from portal.accounts.viewer import Viewer
    from portal.handbook.statuses import NoticeKind

    from .envelope import EnvelopeKey

# The page "ask for help" belongs to this one; the programme that keeps its records has a door of its own (P15).
PUBLIC_PROGRAMME = "MEDIATION"
# Words of a name or an address that are looked up for "may belong together"; more would cost more than they tell.
_LOOKED_UP = 6


def reference_in(matter: str) -> Coalesce:
    """What the matter is called that this column of the outer query names: as its case, else as its first request."""
    case = Case.objects.filter(matter=OuterRef(matter))
    request = Request.objects.filter(matter=OuterRef(matter)).order_by("first_contact_at")
    return Coalesce(Subquery(case.values("reference")[:1]), Subquery(request.values("reference")[:1]), Value(""))


def draft_content(key: EnvelopeKey | None) -> dict[str, Any] | None:
    """What the visitor has answered so far, or the slip; None when there is nothing or the time is over."""
    if key is None:
        return None
    draft = Draft.objects.filter(pk=key.row, expires_at__gt=timezone.now()).first()
    return key.open(draft.sealed) if draft else None


def taking_requests(code: str = PUBLIC_PROGRAMME) -> Programme:
    """The programme that the public page of requests belongs to, or the one whose door a visitor came in by."""
    return programme_of(code)


def keeping_programme() -> Programme | None:
    """The programme behind the other door; None where the office has none that keeps its records."""
    return Programme.objects.filter(destroys_at_close=False).order_by("pk").first()


def taking_people_in() -> QuerySet[Programme]:
    """All but those just set up: the first texts are drafts until somebody has approved them, and nobody came yet."""
    first = {"version": 1, "status": VersionStatus.DRAFT, "programme": OuterRef("pk")}
    unread = Exists(Notice.objects.filter(**first)) | Exists(DocumentTemplate.objects.filter(**first))
    return Programme.objects.exclude(unread, ~Exists(Matter.objects.filter(programme=OuterRef("pk"))))


def logs_contacts_for(user: User) -> list[Programme]:
    """The programmes for which this person writes contacts down, the one with the public page first."""
    mine = taking_people_in().filter(pk__in=user.programmes_with(Permission.LOG_CONTACT))
    return sorted(mine, key=lambda one: (one.code != PUBLIC_PROGRAMME, one.pk))


def notice(kind: NoticeKind, programme: Programme) -> SafeString:
    """A text of the handbook, ready for a page."""
    return handbook.told(handbook.current(kind, programme, language=get_language() or "en")).small_html


def people_here() -> QuerySet[User]:
    """Everybody who works or volunteers here, by name: the list of "who should not see this"."""
    working = RoleGrant.objects.valid().values("user")
    return get_user_model().objects.active().filter(pk__in=working).by_name()


def openers(programme: Programme) -> QuerySet[User]:
    """Those whose role lets them open requests of this programme."""
    roles = [role.code for role in ROLES.values() if Permission.OPEN_REQUESTS in role.permissions]
    grants = RoleGrant.objects.valid().filter(programme=programme, role__in=roles)
    return get_user_model().objects.active().filter(pk__in=grants.values("user")).by_name()


def nobody_left(programme: Programme, tied: set[UUID]) -> bool:
    """Whether everybody who could open the request is among those who must not (P2)."""
    return not openers(programme).exclude(pk__in=tied).exists()


def person_of(entry: Pass) -> Participant | Request | None:
    """Whose pass it is: the participant of a case, or the writer of a request."""
    participant = Participant.objects.filter(entry=entry).select_related("case__matter__programme").first()
    return participant or Request.objects.filter(entry=entry).first()


def safe_address(request: Request) -> str:
    """The only address that mail about this may go to; empty when mail is not what they called safe."""
    return request.contact.get("email", "") if request.safe_way == SafeWay.EMAIL else ""


def belong_together(request: Request, viewer: Viewer) -> list[Request]:
    """Other requests that name the same people or the same address; for staff's eyes only (P12)."""
    found = tokens.find_any(_telling_words(request)[:_LOOKED_UP]) - {request.pk}
    others = Request.objects.visible_to(viewer).open().filter(pk__in=found).exclude(matter=request.matter_id)
    return list(others.order_by("first_contact_at")[:5])


def found_by_name(words: str) -> set[UUID]:
    return tokens.find_any([(TokenKind.NAME, words), (TokenKind.EMAIL, words)])


def names_in(request: Request) -> list[str]:
    """The writer's name and those of the others, as far as they are full names."""
    lines = [request.name, *request.others.splitlines()]
    return [line.strip() for line in lines if line.strip()]


def _telling_words(request: Request) -> list[tuple[str, str]]:
    """A first name alone points to half the campus; an address or a full name does not."""
    pairs = [(TokenKind.EMAIL, request.contact.get("email", "")), (TokenKind.PHONE, request.contact.get("phone", ""))]
    pairs += [(TokenKind.NAME, name) for name in names_in(request) if len(name.split()) > 1]
    return [(kind, value) for kind, value in pairs if value]


@dataclass(frozen=True)
class Spoken:
    """One message, as components/conversation.html prints it."""

    author: str
    at: datetime
    body: str
    is_mine: bool


def conversation(entry: Pass, viewer: Viewer) -> list[Spoken]:
    """The messages of one person with the office, oldest first, told from where the viewer stands."""
    messages = Message.objects.visible_to(viewer).filter(entry=entry).select_related("author").order_by("sent_at")
    is_person = isinstance(viewer, Pass)
    return [
        Spoken(
            author=_author(message, is_person),
            at=message.sent_at,
            body=message.body,
            is_mine=(message.direction == Direction.TO_OFFICE) == is_person,
        )
        for message in messages
    ]


def unanswered() -> QuerySet[Message]:
    """What people wrote themselves and nobody has answered since.

    What the office sends by itself answers nobody, and what staff wrote down for somebody they have heard.
    """
    since = Message.objects.filter(entry=OuterRef("entry"), sent_at__gt=OuterRef("sent_at"))
    answered = since.filter(direction=Direction.FROM_OFFICE, author__isnull=False)
    return Message.objects.filter(~Exists(answered), direction=Direction.TO_OFFICE, author=None)


def with_writing(rows: Any, **whose: str) -> Any:
    """Rows with `has_written`: whether something unanswered is theirs; `whose` names the columns that tell.

    `entry="entry"` of one person, `vault_key="matter"` of everybody in a matter.
    """
    return rows.annotate(
        has_written=Exists(unanswered().filter(**{name: OuterRef(column) for name, column in whose.items()}))
    )


def unread(entry: Pass) -> list[UUID]:
    """Messages of the office that this person has not seen yet."""
    new = Message.objects.visible_to(entry).filter(direction=Direction.FROM_OFFICE, read_at=None)
    return list(new.values_list("pk", flat=True))


def _author(message: Message, is_person: bool) -> str:
    name = message.author.get_full_name() if message.author else ""
    if message.direction == Direction.FROM_OFFICE:
        return name or _("The office")
    who = _("You") if is_person else _("They")
    if message.channel == Channel.SELF:
        return who
    return _("%(who)s (%(channel)s, written down by %(name)s)") % {
        "who": who,
        "channel": message.get_channel_display().lower(),
        "name": name,
    }


def open_work_of(user: User, programme: Programme | None = None) -> list[str]:
    """A line when requests wait for this person: somebody else takes them on before the account is closed."""
    mine = Request.objects.open().filter(assigned_to=user)
    waiting = (mine.filter(programme=programme) if programme else mine).exists()
    return [_("They have taken on requests that are open. Let somebody else take them.")] if waiting else []


def contact_is_hidden(request: Request, user: User) -> bool:
    """Whether whoever asked lets only the coordinator of their case read how to reach them."""
    if request.case is None:
        return False
    person = request.case.participants.filter(is_requester=True, hides_contact=True).first()
    if person is None:
        return False
    person.case = request.case
    return not can_read_contact(user, person)
