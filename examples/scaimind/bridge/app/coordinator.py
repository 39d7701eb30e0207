from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import grpc

from app.settings import settings


def _channel() -> grpc.aio.Channel:
    target = f"{settings.scaimind_grpc_host}:{settings.scaimind_grpc_port}"
    if not settings.scaimind_tls_enabled:
        return grpc.aio.insecure_channel(target)
    root = Path(settings.scaimind_tls_ca_cert).read_bytes() if settings.scaimind_tls_ca_cert else None
    return grpc.aio.secure_channel(target, grpc.ssl_channel_credentials(root))


class Coordinator:
    """One channel for the life of the process."""

    def __init__(self) -> None:
        self._calls = _channel()

    async def unary(self, method: str, request: bytes, metadata: tuple[tuple[str, str], ...] = ()) -> bytes:
        call = self._calls.unary_unary(f"/mind.Coordinator/{method}")
        return await call(request, timeout=settings.scaimind_grpc_timeout_s, metadata=metadata)

    def stream(self, method: str, request: bytes) -> AsyncIterator[Any]:
        call = self._calls.unary_stream(f"/mind.Coordinator/{method}")
        return call(request, timeout=settings.scaimind_grpc_stream_timeout_s)


coordinator = Coordinator()
