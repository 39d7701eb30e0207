import json
from collections.abc import AsyncIterator

import grpc
from fastapi import APIRouter
from fastapi.responses import StreamingResponse

from app.coordinator import coordinator

router = APIRouter(prefix="/v1/streams")


async def events(method: str, request: dict[str, object]) -> AsyncIterator[str]:
    try:
        async for message in coordinator.stream(method, json.dumps(request).encode()):
            yield f"data: {message.decode()}\n\n"
    except grpc.aio.AioRpcError:
        yield f"event: error\ndata: {json.dumps({'error': 'stream ended'})}\n\n"


@router.get("/logs/{job_id}")
async def logs(job_id: str, tail: int = 200) -> StreamingResponse:
    return StreamingResponse(
        events("StreamLogs", {"job_id": job_id, "tail": tail}),
        media_type="text/event-stream",
    )


@router.get("/metrics/{job_id}")
async def metrics(job_id: str) -> StreamingResponse:
    return StreamingResponse(events("StreamMetrics", {"job_id": job_id}), media_type="text/event-stream")
