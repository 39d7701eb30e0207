"""In-memory stand-ins for the tables; the real ones live in the ScaiGrid database."""

from app.auth import Caller

api_keys: dict[str, Caller] = {}
policies: dict[str, dict[str, str]] = {}
jobs: dict[str, dict[str, str | None]] = {}
speakers: dict[str, dict[str, object]] = {}
