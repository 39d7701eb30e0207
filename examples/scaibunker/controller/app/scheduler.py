import time
from dataclasses import dataclass, field

from app.config import STALE_AFTER_SECONDS
from app.errors import refuse
from app.models import BunkerRequest


@dataclass
class Worker:
    id: str
    free_cpu: int
    free_memory_mb: int
    last_heartbeat: float
    images: set[str] = field(default_factory=set)

    @property
    def online(self) -> bool:
        return time.time() - self.last_heartbeat < STALE_AFTER_SECONDS


def place(request: BunkerRequest, workers: list[Worker], lazy_pull: bool) -> Worker:
    fitting = [
        worker
        for worker in workers
        if worker.online and worker.free_cpu >= request.cpu and worker.free_memory_mb >= request.memory_mb
    ]
    if not fitting:
        raise refuse(503, "WORKER_UNAVAILABLE", "No worker has room for this bunker.")
    cached = [worker for worker in fitting if request.image in worker.images]
    if not cached and not lazy_pull:
        raise refuse(503, "NO_SUITABLE_WORKER", f"No worker has {request.image} ready.")
    return max(cached or fitting, key=lambda worker: worker.free_memory_mb)
