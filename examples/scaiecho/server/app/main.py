from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

from app.routes import sessions, speakers, stream, tenant_policy, transcribe

app = FastAPI(title="ScaiEcho")
app.add_middleware(
    CORSMiddleware,
    allow_origins=["https://notes.example.com", "http://localhost:5180"],
    allow_methods=["*"],
    allow_headers=["*"],
)

for module in (transcribe, stream, sessions, speakers, tenant_policy):
    app.include_router(module.router)
