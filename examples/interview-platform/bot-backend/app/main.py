from fastapi import FastAPI, HTTPException
from pydantic import BaseModel

from app.internal import session_is_live
from app.vendors import ADAPTERS

app = FastAPI(title="bot-backend")


class Turn(BaseModel):
    session_id: str
    text: str
    vendor: str = "openai"


@app.post("/turns")
async def turn(body: Turn) -> dict[str, str]:
    if not await session_is_live(body.session_id):
        raise HTTPException(status_code=409, detail="The interview is over")
    try:
        return {"answer": await ADAPTERS[body.vendor].chat(body.text)}
    except NotImplementedError as error:
        raise HTTPException(status_code=501, detail=f"{body.vendor} comes with a later wave") from error
