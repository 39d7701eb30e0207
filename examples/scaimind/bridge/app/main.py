from uuid import uuid4

from fastapi import FastAPI, Request

from app.routes import jobs, streams

app = FastAPI(title="ScaiMind bridge")
app.include_router(jobs.router)
app.include_router(streams.router)


@app.middleware("http")
async def request_id(request: Request, call_next):
    request.state.request_id = str(uuid4())
    response = await call_next(request)
    response.headers["X-Request-Id"] = request.state.request_id
    return response
