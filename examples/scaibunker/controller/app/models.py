from typing import Literal

from pydantic import BaseModel, Field


class Interface(BaseModel):
    bridge_name: str
    address: str | None = None


class BunkerRequest(BaseModel):
    image: str
    cpu: int = 1
    memory_mb: int = 512
    lifecycle: Literal["ephemeral", "session", "persistent"] = "ephemeral"
    network_profile: Literal["isolated", "registry", "allowlisted", "unrestricted", "transit"] = "isolated"
    network_allowlist: list[str] = Field(default_factory=list)
    interfaces: list[Interface] = Field(default_factory=list)
    max_lifetime_s: int = 3600


class ExecRequest(BaseModel):
    command: str
    timeout_s: int = 60
    stream: bool = False
