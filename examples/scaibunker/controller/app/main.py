import secrets
import time
from typing import Annotated
from uuid import uuid4

from fastapi import Depends, FastAPI, Header, HTTPException

from app.config import WORKER_TOKEN
from app.models import BunkerRequest
from app.quota import charge
from app.scheduler import Worker, place
from app.validation import check_network, check_permissions

app = FastAPI(title="ScaiBunker controller")
workers: dict[str, Worker] = {}
bridges: set[str] = {"br-lab"}
bunkers: dict[str, dict[str, object]] = {}
usage: dict[str, int] = {}
caps = {"max_concurrent_bunkers": 10}


def worker_only(authorization: Annotated[str, Header()] = "") -> None:
    if not secrets.compare_digest(authorization, f"Bearer {WORKER_TOKEN}"):
        raise HTTPException(status_code=401, detail="Unknown worker token")


@app.post("/bunkers", status_code=201)
def create(request: BunkerRequest, granted: Annotated[str, Header(alias="X-Scai-Permissions")] = "") -> dict[str, object]:
    check_permissions(request, set(granted.split()))
    check_network(request, bridges)
    charge(usage, caps, "max_concurrent_bunkers")
    worker = place(request, list(workers.values()), lazy_pull=False)
    bunker = {"id": str(uuid4()), "state": "provisioning", "worker": worker.id}
    bunkers[str(bunker["id"])] = bunker
    return bunker


@app.get("/workers/{worker_id}", dependencies=[Depends(worker_only)])
def worker(worker_id: str) -> dict[str, object]:
    found = workers[worker_id]
    return {"id": found.id, "online": found.online, "last_heartbeat": found.last_heartbeat}


@app.post("/workers/{worker_id}/heartbeat", status_code=204, dependencies=[Depends(worker_only)])
def heartbeat(worker_id: str, free_cpu: int, free_memory_mb: int) -> None:
    workers[worker_id] = Worker(worker_id, free_cpu, free_memory_mb, last_heartbeat=time.time())


@app.post("/bridges", status_code=201)
def bridge(name: str) -> dict[str, str]:
    bridges.add(name)
    return {"bridge_name": name}
