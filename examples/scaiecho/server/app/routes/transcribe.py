from uuid import uuid4

import av
from arq import create_pool
from arq.connections import RedisSettings
from fastapi import APIRouter, Depends, HTTPException, UploadFile

from app import store
from app.auth import Caller, caller
from app.config import INLINE_SECONDS, REDIS_URL
from app.dispatch import pick_backend

router = APIRouter()


def seconds_of(audio: UploadFile) -> float:
    try:
        with av.open(audio.file) as container:
            return float(container.duration or 0) / av.time_base
    except av.error.InvalidDataError as error:
        raise HTTPException(status_code=415, detail="decode failure") from error


@router.post("/transcribe")
async def transcribe(audio: UploadFile, who: Caller = Depends(caller)) -> dict[str, object]:
    if not who.may("scaiecho:transcribe"):
        raise HTTPException(status_code=403, detail="scaiecho:transcribe is needed")
    if seconds_of(audio) <= INLINE_SECONDS:
        return {"backend": await pick_backend(who.tenant), "state": "done"}
    job_id = str(uuid4())
    store.jobs[job_id] = {"state": "queued", "status_reason": None}
    queue = await create_pool(RedisSettings.from_dsn(REDIS_URL))
    await queue.enqueue_job("run_transcription", job_id, who.tenant)
    return {"job_id": job_id, "state": "queued"}


@router.get("/transcribe/{job_id}")
async def job(job_id: str, who: Caller = Depends(caller)) -> dict[str, str | None]:
    if job_id not in store.jobs:
        raise HTTPException(status_code=404, detail="No such job")
    return store.jobs[job_id]
