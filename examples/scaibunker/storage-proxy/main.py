import os
import secrets
from pathlib import Path
from typing import Annotated

import jwt
from fastapi import FastAPI, Header, HTTPException
from fastapi.responses import FileResponse

WORKER_TOKEN = os.environ["SCAIBUNKER_WORKER_TOKEN"]
CAPABILITY_SECRET = os.environ["scaibunker_capability_secret"]
ROOT = Path(os.environ["STORAGE_ROOT"])

app = FastAPI(title="ScaiBunker storage proxy")


def allowed(token: str, path: str) -> bool:
    """The constant worker token, or a capability that POST /storage/capabilities minted for this path."""
    if secrets.compare_digest(token, WORKER_TOKEN):
        return True
    try:
        claims = jwt.decode(token, CAPABILITY_SECRET, algorithms=["HS256"])
    except jwt.InvalidTokenError:
        return False
    return path.startswith(claims["prefix"])


@app.get("/storage/output/{bunker_id}/{name}")
def output(bunker_id: str, name: str, authorization: Annotated[str, Header()] = "") -> FileResponse:
    path = f"output/{bunker_id}/{name}"
    if not allowed(authorization.removeprefix("Bearer "), path):
        raise HTTPException(status_code=401, detail="Token does not open this file")
    return FileResponse(ROOT / path)
