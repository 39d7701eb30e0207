from datetime import datetime, timezone
from typing import Any

_seen: dict[str, dict[str, Any]] = {}


def remember(jobs: list[dict[str, Any]]) -> None:
    """Refreshes the local copy of the list; only `GET /jobs` calls this."""
    now = datetime.now(timezone.utc)
    for job in jobs:
        _seen[job["id"]] = {**job, "refreshed_at": now}
