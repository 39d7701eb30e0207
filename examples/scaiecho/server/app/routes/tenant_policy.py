from typing import Literal

from fastapi import APIRouter, Depends
from pydantic import BaseModel

from app import store
from app.auth import Caller, caller

router = APIRouter()


class TenantPolicy(BaseModel):
    backend: Literal["A", "B", "AB"] = "AB"
    backend_preference: Literal["any", "prefer_self_hosted"] = "any"


@router.patch("/tenant-policy")
async def patch(policy: TenantPolicy, who: Caller = Depends(caller)) -> TenantPolicy:
    store.policies[who.tenant] = policy.model_dump()
    return policy
