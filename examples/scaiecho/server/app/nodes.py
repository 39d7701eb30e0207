import httpx

from app.config import NODES_URL

PYANNOTE = "audio.analyze.pyannote"


async def online(engine: str) -> list[str]:
    """Ids of the online nodes that have the engine loaded."""
    async with httpx.AsyncClient(base_url=NODES_URL) as client:
        response = await client.get("/v1/admin/nodes")
    response.raise_for_status()
    return [node["id"] for node in response.json()["nodes"] if engine in node["models_loaded"]]


async def call(node: str, path: str, payload: dict[str, object] | bytes) -> dict[str, object]:
    async with httpx.AsyncClient(base_url=f"{NODES_URL}/nodes/{node}") as client:
        if isinstance(payload, bytes):
            response = await client.post(path, content=payload)
        else:
            response = await client.post(path, json=payload)
    response.raise_for_status()
    return response.json()
