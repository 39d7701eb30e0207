from uuid import uuid4

from fastapi import APIRouter, Depends, HTTPException, WebSocket
from pydantic import BaseModel

from app.auth import Caller, caller

try:
    from aiortc import RTCPeerConnection, RTCSessionDescription
except ImportError:
    RTCPeerConnection = None

router = APIRouter()
intents: dict[str, str] = {}
peers: dict[str, "RTCPeerConnection"] = {}


class Offer(BaseModel):
    sdp: str


@router.post("/sessions", status_code=201)
async def create(who: Caller = Depends(caller)) -> dict[str, str]:
    session_id = str(uuid4())
    intents[session_id] = who.tenant
    return {"session_id": session_id}


@router.post("/sessions/{session_id}/offer")
async def offer(session_id: str, body: Offer, who: Caller = Depends(caller)) -> dict[str, str]:
    if RTCPeerConnection is None:
        raise HTTPException(status_code=501, detail="WebRTC is not installed in this deployment")
    if session_id not in intents:
        raise HTTPException(status_code=404, detail="No such session")
    peer = peers[session_id] = RTCPeerConnection()
    await peer.setRemoteDescription(RTCSessionDescription(body.sdp, "offer"))
    await peer.setLocalDescription(await peer.createAnswer())
    return {"sdp": peer.localDescription.sdp}


@router.post("/sessions/{session_id}/restart")
async def restart(session_id: str, who: Caller = Depends(caller)) -> dict[str, str]:
    peer = peers.pop(session_id, None)
    if peer is None:
        raise HTTPException(
            status_code=404,
            detail={
                "code": "SCAIECHO_WEBRTC_SESSION_STATE_LOST",
                "message": "The peer of this session is gone; create a new session and send the offer again.",
            },
        )
    await peer.close()
    return {"session_id": session_id}


@router.websocket("/sessions/{session_id}/control")
async def control(socket: WebSocket, session_id: str) -> None:
    await socket.accept()
    if session_id not in peers:
        await socket.send_json({"type": "error", "message": "session_not_ready"})
        await socket.close(code=4404)
        return
    async for message in socket.iter_json():
        await socket.send_json({"type": "ack", "id": message["id"]})
