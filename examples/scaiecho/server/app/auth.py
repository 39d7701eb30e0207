from dataclasses import dataclass

import jwt
from fastapi import Depends, HTTPException
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from app.config import JWT_KEY

bearer = HTTPBearer(auto_error=False)


@dataclass(frozen=True)
class Caller:
    tenant: str
    permissions: frozenset[str]

    def may(self, permission: str) -> bool:
        return permission in self.permissions


def read_token(token: str | None) -> Caller | None:
    """Accepts an API key (`sgk_…`) or a JWT; anything else is nobody."""
    if not token:
        return None
    if token.startswith("sgk_"):
        return lookup_api_key(token)
    try:
        claims = jwt.decode(token, JWT_KEY, algorithms=["HS256"])
    except jwt.InvalidTokenError:
        return None
    return Caller(claims["tenant"], frozenset(claims.get("permissions", [])))


def lookup_api_key(key: str) -> Caller | None:
    from app.store import api_keys

    return api_keys.get(key)


def caller(credentials: HTTPAuthorizationCredentials | None = Depends(bearer)) -> Caller:
    found = read_token(credentials.credentials if credentials else None)
    if found is None:
        raise HTTPException(status_code=401, detail="Bearer token missing or invalid")
    return found
