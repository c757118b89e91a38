"""All tables. No behaviour: `state` and `record` read and write the collections."""

from workshop.models.base import Base
from workshop.models.collections import COLLECTION_TABLES
from workshop.models.private import (
    Account,
    CommunityRow,
    Credential,
    FactRow,
    FirstLink,
    Project,
    ProjectMember,
    VersionText,
    VisionSnapshot,
    VisionUpdateRow,
)

__all__ = [
    "COLLECTION_TABLES", "Account", "Base", "CommunityRow", "Credential", "FactRow", "FirstLink",
    "Project", "ProjectMember", "VersionText", "VisionSnapshot", "VisionUpdateRow",
]
