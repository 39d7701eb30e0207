import json
from typing import Any

import grpc
from fastapi import APIRouter, Request

from app.cache import remember
from app.coordinator import coordinator
from app.errors import to_http
from app.tokens import TokenExchangeDep

router = APIRouter(prefix="/v1/modules/scaimind")

TERMINAL = frozenset({"COMPLETED", "FAILED", "CANCELLED", "PREEMPTED"})


async def ask(request: Request, method: str, body: Any = None, metadata: tuple[tuple[str, str], ...] = ()) -> Any:
    try:
        return json.loads(await coordinator.unary(method, json.dumps(body).encode(), metadata))
    except grpc.aio.AioRpcError as error:
        raise to_http(error, request.state.request_id) from error


@router.post("/jobs", status_code=202)
async def submit(request: Request, body: dict[str, Any], tokens: TokenExchangeDep) -> Any:
    return await ask(request, "SubmitJob", body, tokens)


@router.get("/jobs")
async def list_jobs(request: Request) -> Any:
    jobs = await ask(request, "ListJobs")
    remember(jobs)
    return jobs


@router.get("/jobs/{job_id}")
async def job(request: Request, job_id: str) -> Any:
    found = await ask(request, "GetJob", {"job_id": job_id})
    return {**found, "finished": found["state"] in TERMINAL}


@router.get("/queue")
async def queue(request: Request) -> Any:
    return await ask(request, "GetQueue")


@router.get("/cluster/nodes")
async def nodes(request: Request) -> Any:
    return await ask(request, "ListNodes")


@router.post("/cluster/nodes/{node}/drain")
async def drain(request: Request, node: str, body: dict[str, bool]) -> Any:
    return await ask(request, "DrainNode", {"node": node, "force": body.get("force", False)})


@router.post("/data/validate")
async def validate(request: Request, body: dict[str, Any], tokens: TokenExchangeDep) -> Any:
    return await ask(request, "ValidateData", body, tokens)


@router.get("/data/cache")
async def cache(request: Request, tokens: TokenExchangeDep) -> Any:
    return await ask(request, "GetDataCache", None, tokens)
