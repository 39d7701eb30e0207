from arq.connections import RedisSettings
from fastapi import HTTPException

from app import store
from app.config import REDIS_URL, S3_ENDPOINT
from app.dispatch import pick_backend
from app.staging import QuotaExceeded, fetch_staged, transcribe_on


async def run_transcription(_context: dict[str, object], job_id: str, tenant: str) -> None:
    job = store.jobs[job_id]
    try:
        audio = await fetch_staged(S3_ENDPOINT, job_id)
        backend = await pick_backend(tenant)
        await transcribe_on(backend, audio)
        job["state"] = "done"
    except HTTPException:
        job.update(state="failed", status_reason="backend unavailable")
    except ValueError:
        job.update(state="failed", status_reason="decode failure")
    except QuotaExceeded:
        job.update(state="failed", status_reason="quota exceeded")


class WorkerSettings:
    functions = [run_transcription]
    redis_settings = RedisSettings.from_dsn(REDIS_URL)
