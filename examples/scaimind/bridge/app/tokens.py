from typing import Annotated

import httpx
from fastapi import Depends, Header, HTTPException

from app.settings import settings


async def exchange(authorization: Annotated[str, Header()]) -> tuple[tuple[str, str], ...]:
    """Mints ScaiDrive and ScaiAtlas tokens for the caller; the coordinator fetches data with them."""
    async with httpx.AsyncClient(base_url=settings.scaikey_url) as client:
        try:
            response = await client.post(
                "/token/exchange",
                json={"audiences": ["scaidrive", "scaiatlas"]},
                headers={"Authorization": authorization},
            )
            response.raise_for_status()
        except httpx.HTTPError as error:
            raise HTTPException(status_code=500, detail="token exchange failed") from error
    return tuple((f"x-{name}-token", token) for name, token in response.json().items())


TokenExchangeDep = Annotated[tuple[tuple[str, str], ...], Depends(exchange)]
