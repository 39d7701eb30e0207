from fastapi import HTTPException

from app import nodes, store
from app.config import RELAY_KEY


async def pick_backend(tenant: str) -> str:
    """`A` is our own nodes, `B` the managed relay; an AB policy falls through to B."""
    policy = store.policies.get(tenant, {"backend": "AB", "backend_preference": "any"})
    if "A" in policy["backend"] and await nodes.online("audio.transcribe.whisper"):
        return "A"
    if "B" in policy["backend"] and RELAY_KEY:
        return "B"
    raise HTTPException(
        status_code=502,
        detail={
            "code": "SCAIECHO_BACKEND_UNAVAILABLE",
            "message": f"No usable backend for policy {policy['backend']}",
        },
    )
