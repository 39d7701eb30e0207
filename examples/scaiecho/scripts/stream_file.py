"""Plays a WAV file into the live route at the speed of speech and prints the deltas."""

import asyncio
import base64
import json
import os
import sys
from pathlib import Path

import websockets

URL = os.environ.get("SCAIECHO_STREAM_URL", "ws://localhost:8000/stream/transcribe")
TOKEN = os.environ.get("SCAIECHO_TOKEN", "sgk_change-me")
FRAME = 3200


async def send(socket: websockets.ClientConnection, audio: bytes) -> None:
    await socket.send(json.dumps({"type": "open", "media_type": "audio/wav", "chunk_seconds": 2.0}))
    for start in range(0, len(audio), FRAME):
        await socket.send(base64.b64encode(audio[start : start + FRAME]).decode("ascii"))
        await asyncio.sleep(0.1)
    await socket.send("end")


async def main(path: str) -> None:
    audio = Path(path).read_bytes()
    async with websockets.connect(f"{URL}?token={TOKEN}") as socket:
        sender = asyncio.create_task(send(socket, audio))
        async for message in socket:
            print(json.loads(message).get("text", ""))
        await sender


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
