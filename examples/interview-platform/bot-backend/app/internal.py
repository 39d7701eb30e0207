import time

import httpx
import jwt

from app.config import settings


def service_token() -> str:
    claims = {"sub": "bot-backend", "exp": int(time.time()) + 60}
    return jwt.encode(claims, settings.internal_secret, algorithm="HS256")


async def session_is_live(session_id: str) -> bool:
    async with httpx.AsyncClient(base_url=settings.streaming_server_url) as client:
        response = await client.get(
            f"/api/internal/sessions/{session_id}",
            headers={"Authorization": f"Bearer {service_token()}"},
        )
    response.raise_for_status()
    return response.json()["live"]
