"""The smallest thing the audit trail knows as a matter."""

from dataclasses import dataclass, field
from uuid import UUID, uuid4

from portal.vault.actions import create_key


@dataclass
class MatterStandIn:
    pk: UUID = field(default_factory=create_key)
    chain_id: UUID = field(default_factory=uuid4)
