from uuid import uuid4

import httpx
from fastapi import APIRouter, Depends, HTTPException, UploadFile

from app import nodes, store
from app.auth import Caller, caller
from app.preflight import check

router = APIRouter(prefix="/speakers")


@router.post("", status_code=201)
async def enrol(name: str, sample: UploadFile, who: Caller = Depends(caller)) -> dict[str, object]:
    problems = check(await sample.read())
    if problems:
        raise HTTPException(
            status_code=422,
            detail={"error": {"code": "SCAIECHO_SPEAKER_PREFLIGHT_FAILED", "preflight": problems}},
        )
    speaker_id = str(uuid4())
    store.speakers[speaker_id] = {"name": name, "enrollment_status": "pending", "warm_node_ids": []}
    warmed = await warm(speaker_id, who)
    if not warmed["warm_node_ids"]:
        warmed["note"] = "No pyannote node is online; warm the speaker later."
    return {"speaker_id": speaker_id, **warmed}


@router.get("/{speaker_id}/warm")
async def warm_nodes(speaker_id: str, who: Caller = Depends(caller)) -> dict[str, object]:
    return {"warm_node_ids": store.speakers[speaker_id]["warm_node_ids"]}


@router.post("/{speaker_id}/warm")
async def warm(speaker_id: str, who: Caller = Depends(caller)) -> dict[str, object]:
    speaker = store.speakers[speaker_id]
    accepted = []
    for node in await nodes.online(nodes.PYANNOTE):
        await nodes.call(node, "/embeddings", {"speaker_id": speaker_id})
        accepted.append(node)
    speaker["warm_node_ids"] = accepted
    speaker["enrollment_status"] = "ready" if accepted else "pending"
    return dict(speaker)


@router.delete("/{speaker_id}")
async def remove(speaker_id: str, who: Caller = Depends(caller)) -> dict[str, object]:
    speaker = store.speakers.pop(speaker_id)
    error_summary: dict[str, str] = {}
    for node in speaker["warm_node_ids"]:
        try:
            await nodes.call(node, "/embeddings/evict", {"speaker_id": speaker_id})
        except httpx.HTTPError as error:
            error_summary[node] = str(error)
    return {"deleted": speaker_id, "error_summary": error_summary}
