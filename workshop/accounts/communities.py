"""Communities: making them, joining with a code, coming back with three words."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time

from sqlalchemy import Select, exists, insert, select, update

import phases
from phases import DEFAULT_PROCESS
from workshop.accounts import words
from workshop.accounts.codes import new_code, read_code
from workshop.accounts.facilitators import Facilitator, digest
from workshop.accounts.tables import Credential, ProjectMember
from workshop.core import text
from workshop.core.errors import DomainError
from workshop.features.community import decide as community
from workshop.features.community.schema import COMMUNITY, Community
from workshop.features.members import decide as members
from workshop.features.members.schema import Member, Organisation, Role
from workshop.features.sections import decide as sections
from workshop.store.broker import Broker
from workshop.store.database import Database
from workshop.store.ledger import Ledger
from workshop.store.tables import CommunityRow, FactRow


@dataclass(frozen=True, slots=True)
class Place:
    """A community as the installation knows it."""

    id: str
    slug: str
    join_code: str
    demo: bool
    project_id: str


@dataclass(frozen=True, slots=True)
class Admission:
    """Somebody who may enter. `words` is empty where they stay as they were."""

    community: str
    member: str
    token: str
    words: list[str]
    language: str


@dataclass(frozen=True, slots=True)
class Newcomer:
    """What somebody fills in at the door."""

    name: str
    role: Role
    organisation: Organisation | None
    language: str


def slug_of(name: str) -> str:
    """The name as a part of an address or a file name."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:50] or "community"


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


def clean_name(value: str) -> str:
    """A person's name as it is kept.

    Raises:
        DomainError: `text.empty`, `text.html`, `text.too_long`.
    """
    name = text.plain(value)
    if len(name) > 40:
        raise DomainError("text.too_long")
    return name


class Communities:
    """All projects and communities of this installation."""

    def __init__(self, db: Database, ledger: Ledger, broker: Broker, secret_key: str) -> None:
        self.db = db
        self.ledger = ledger
        self._broker = broker
        self._key = secret_key.encode()

    # --------------------------------------------------------------- communities

    def create(
        self,
        project_id: str,
        name: str,
        language: str,
        topic: str,
        *,
        demo: bool = False,
        code: str | None = None,
        process: str = DEFAULT_PROCESS,
    ) -> str:
        """Make a community with its first sections, without members.

        Args:
            project_id: the project it belongs to.
            name: of the neighbourhood.
            language: of its texts and its document.
            topic: what it starts from; the usual question when empty.
            demo: whether visitors may walk in.
            code: its join code; made by chance when not given.
            process: the id of the process that it follows.
        Returns: the community's id.
        Raises:
            DomainError: `process.unknown`, `text.empty`, `text.html`, `text.too_long`.
        """
        name, topic = text.plain(name), text.optional(topic)
        if max(len(name), len(topic)) > 200:
            raise DomainError("text.too_long")
        facts = [
            *community.found(name, language, topic, process),
            *sections.begin(phases.process(process), language),
        ]
        community_id = secrets.token_urlsafe(9).replace("-", "x").replace("_", "y")
        with self.db.begin() as connection:
            connection.execute(
                insert(CommunityRow).values(
                    id=community_id,
                    project_id=project_id,
                    slug=slug_of(name),
                    demo=demo,
                    created=_now(),
                    join_code=code or self._free_code(connection.scalar),
                )
            )
        self.ledger.record(community_id, lambda _context: facts)
        return community_id

    def _free_code(self, scalar: Callable[[Select[str]], str | None]) -> str:
        while True:
            code = new_code()
            if scalar(select(CommunityRow.id).where(CommunityRow.join_code == code)) is None:
                return code

    def new_code(self, community_id: str) -> str:
        """Give a community another join code; the old one stops working."""
        with self.db.begin() as connection:
            code = self._free_code(connection.scalar)
            connection.execute(
                update(CommunityRow).where(CommunityRow.id == community_id).values(join_code=code)
            )
        return code

    def place(self, community_id: str) -> Place | None:
        """The community with this id."""
        with self.db.read() as connection:
            row = connection.execute(places().where(CommunityRow.id == community_id)).first()
        return Place(*row) if row else None

    def by_code(self, code: str) -> Place | None:
        """The community whose join code is in what somebody typed or pasted."""
        with self.db.read() as connection:
            row = connection.execute(places().where(CommunityRow.join_code == read_code(code))).first()
        return Place(*row) if row else None

    def by_any_name(self, name: str) -> Place | None:
        """The community with this id, code, slug or name; for the command line."""
        places, slug, code = self.every(), slug_of(name), read_code(name)
        exact = [place for place in places if name == place.id or code == place.join_code]
        own = [place for place in places if place.slug == slug and not place.demo]
        alike = [place for place in places if place.slug == slug]
        return next(iter(exact + own + alike), None)

    def every(self) -> list[Place]:
        """All communities, the oldest first."""
        with self.db.read() as connection:
            return [Place(*row) for row in connection.execute(places())]

    def demo(self) -> Place | None:
        """The demo community."""
        return next((place for place in self.every() if place.demo), None)

    def record(self, community_id: str) -> Community:
        """The community's own record: name, language, topic, step.

        Raises:
            DomainError: `community.gone`.
        """
        found = self.ledger.state(community_id)[Community].get(COMMUNITY)
        if found is None:
            raise DomainError("community.gone")
        return found

    # ------------------------------------------------------------------- members

    def join(self, place: Place, newcomer: Newcomer) -> Admission:
        """Let somebody in who has the code.

        Raises:
            DomainError: `text.empty`, `text.html`, `text.too_long` for the name.
        """
        return self._admit(place.id, newcomer, None)

    def _admit(self, community_id: str, newcomer: Newcomer, account: str | None) -> Admission:
        organisation = newcomer.organisation if newcomer.role == "professional" else None
        name = clean_name(newcomer.name)
        member_id = secrets.token_urlsafe(12)
        phrase = [] if account else words.three(newcomer.language)
        admission = self._keep(community_id, member_id, phrase, account, newcomer.language)
        self.ledger.record(
            community_id,
            lambda context: members.join(
                context, member_id, name, newcomer.role, organisation, facilitator=account is not None
            ),
        )
        return admission

    def _keep(
        self,
        community_id: str,
        member_id: str,
        phrase: list[str],
        account: str | None,
        language: str,
        token: str = "",
    ) -> Admission:
        secret = account or self._hash(community_id, "words", words.normal(" ".join(phrase)))
        token = token or self._token(community_id, member_id, secret)
        # The credential first: one without a member opens nothing, a member without one is lost.
        with self.db.begin() as connection:
            connection.execute(
                insert(Credential).values(
                    community_id=community_id,
                    member_id=member_id,
                    token_hash=digest(token),
                    words_hash=secret if phrase else None,
                    account_id=account,
                    language=language,
                    created=datetime.combine(_now(), time()),
                )
            )
        return Admission(community_id, member_id, token, phrase, language)

    def _hash(self, *parts: str) -> str:
        return hmac.new(self._key, "\n".join(parts).encode(), hashlib.sha256).hexdigest()

    def _token(self, community_id: str, member_id: str, secret: str) -> str:
        """The same on all of a member's devices; another one as soon as the words are."""
        return self._hash(community_id, "token", member_id, secret)

    def come_back(self, place: Place, phrase: str) -> Admission:
        """Let somebody in again, on another device or much later.

        Raises:
            DomainError: `wrong_words`.
        """
        secret = self._hash(place.id, "words", words.normal(phrase))
        with self.db.read() as connection:
            found = connection.execute(
                select(Credential.member_id, Credential.language).where(
                    Credential.community_id == place.id, Credential.words_hash == secret
                )
            ).first()
        if found is None or self.member(place.id, found.member_id) is None:
            raise DomainError("wrong_words")
        token = self._token(place.id, found.member_id, secret)
        return Admission(place.id, found.member_id, token, [], found.language)

    def new_words(self, community_id: str, member_id: str) -> Admission:
        """Give a member three other words. Other devices have to type them once.

        Raises:
            DomainError: `not_found` when this member has no words (a facilitator, or on paper).
        """
        with self.db.begin() as connection:
            found = connection.execute(
                select(Credential.language, Credential.words_hash).where(
                    Credential.community_id == community_id, Credential.member_id == member_id
                )
            ).first()
            if found is None or found.words_hash is None:
                raise DomainError("not_found")
            phrase = words.three(found.language)
            secret = self._hash(community_id, "words", words.normal(" ".join(phrase)))
            token = self._token(community_id, member_id, secret)
            connection.execute(
                update(Credential)
                .where(Credential.community_id == community_id, Credential.member_id == member_id)
                .values(words_hash=secret, token_hash=digest(token))
            )
        self._broker.shut_out(community_id, member_id)
        return Admission(community_id, member_id, token, phrase, found.language)

    def set_language(self, community_id: str, member_id: str, language: str) -> None:
        """Remember in which language somebody sees the pages."""
        with self.db.begin() as connection:
            connection.execute(
                update(Credential)
                .where(Credential.community_id == community_id, Credential.member_id == member_id)
                .values(language=language)
            )

    def member(self, community_id: str, member_id: str) -> Member | None:
        """The member with this id who still takes part."""
        try:
            found = self.ledger.state(community_id)[Member].get(member_id)
        except DomainError:
            return None
        return found if found is not None and not found.removed else None

    def member_by_token(self, community_id: str, token: str) -> tuple[str, str] | None:
        """The member who holds this token, and the language of their pages."""
        with self.db.read() as connection:
            found = connection.execute(
                select(Credential.member_id, Credential.language).where(
                    Credential.community_id == community_id, Credential.token_hash == digest(token)
                )
            ).first()
        if found is None or self.member(community_id, found.member_id) is None:
            return None
        return found.member_id, found.language

    def key_of_invented(self, community_id: str, member_id: str) -> str:
        """The token of a member of the demo who never joined; made at its first use."""
        token = self._token(community_id, member_id, "tour")
        if self.member_by_token(community_id, token) is None:
            self._keep(community_id, member_id, [], None, "nl", token)
        return token

    # -------------------------------------------------------------- facilitators

    def may_facilitate(self, account: str, place: Place) -> bool:
        """Whether this account facilitates here. Everyone who signs in may do so in the demo."""
        return place.demo or self._works_in(account, place.project_id)

    def _works_in(self, account: str, project_id: str) -> bool:
        with self.db.read() as connection:
            found = connection.scalar(
                select(ProjectMember.account_id).where(
                    ProjectMember.project_id == project_id, ProjectMember.account_id == account
                )
            )
        return found is not None

    def member_of_account(self, community_id: str, account: str) -> str | None:
        """The member that this account is in a community, if it is one already."""
        with self.db.read() as connection:
            found = connection.scalar(
                select(Credential.member_id).where(
                    Credential.community_id == community_id, Credential.account_id == account
                )
            )
        return found if found and self.member(community_id, found) else None

    def enter_as_facilitator(self, place: Place, facilitator: Facilitator, name: str = "") -> str:
        """The facilitator's own member in a community, made at the first visit.

        Raises:
            DomainError: `not_found` when this account has nothing to do here.
        """
        if not self.may_facilitate(facilitator.id, place):
            raise DomainError("not_found")
        known = self.member_of_account(place.id, facilitator.id)
        if known:
            return known
        own = name.strip() or facilitator.email.split("@")[0].split(".")[0].capitalize()[:40]
        newcomer = Newcomer(own, "professional", None, facilitator.language)
        return self._admit(place.id, newcomer, facilitator.id).member


def places() -> Select[str, str, str, bool, str]:
    """The columns of `Place`, the oldest community first; none that was only half made."""
    columns = (CommunityRow.id, CommunityRow.slug, CommunityRow.join_code, CommunityRow.demo)
    founded = exists().where(FactRow.community_id == CommunityRow.id)
    return select(*columns, CommunityRow.project_id).where(founded).order_by(CommunityRow.created)
