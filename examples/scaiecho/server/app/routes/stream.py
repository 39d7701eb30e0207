from fastapi import APIRouter, WebSocket, WebSocketDisconnect

from app.auth import read_token
from app.dispatch import pick_backend
from app.live import LiveTranscription

router = APIRouter()


@router.websocket("/stream/transcribe")
async def stream_transcribe(socket: WebSocket, token: str | None = None) -> None:
    # Dependencies run after accept, so the route checks the token itself.
    await socket.accept()
    header = socket.headers.get("authorization", "").removeprefix("Bearer ")
    who = read_token(token or header)
    if who is None:
        await socket.close(code=4401, reason="token missing or invalid")
        return
    if not who.may("scaiecho:transcribe"):
        await socket.close(code=4403, reason="scaiecho:transcribe is needed")
        return

    opening = await socket.receive_json()
    diarize = bool(opening.get("diarize"))
    if diarize and not who.may("scaiecho:diarize"):
        await socket.send_json({"type": "error", "message": "scaiecho:diarize is needed"})
        await socket.close(code=4403, reason="scaiecho:diarize is needed")
        return

    live = LiveTranscription(
        backend=await pick_backend(who.tenant),
        media_type=opening.get("media_type", "audio/wav"),
        chunk_seconds=float(opening.get("chunk_seconds", 2.0)),
        diarize=diarize,
    )
    try:
        while True:
            frame = await socket.receive()
            if frame.get("bytes"):
                for delta in await live.feed(frame["bytes"]):
                    await socket.send_json({"type": "delta", **delta})
            elif frame.get("text") == "end" or frame["type"] == "websocket.disconnect":
                break
    except WebSocketDisconnect:
        pass
    finally:
        await live.close()
