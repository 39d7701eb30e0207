import shutil
import subprocess
from datetime import datetime, timedelta, timezone

from app.config import SNAPSHOT_RETENTION_DAYS


def expired(snapshots: list[dict[str, datetime | None]]) -> list[dict[str, datetime | None]]:
    """Snapshots without `expires_at` were taken by hand and stay for ever."""
    oldest = datetime.now(timezone.utc) - timedelta(days=SNAPSHOT_RETENTION_DAYS)
    return [one for one in snapshots if one["expires_at"] is not None and one["created_at"] < oldest]


def scan(image: str) -> str:
    if shutil.which("trivy") is None:
        return "failed: scanner not available"
    result = subprocess.run(["trivy", "image", "--quiet", image], capture_output=True, check=False)
    return "clean" if result.returncode == 0 else "failed"
