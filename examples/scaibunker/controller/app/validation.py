import re

from app.errors import refuse
from app.models import BunkerRequest

HOST = re.compile(r"^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$")


def check_network(request: BunkerRequest, bridges: set[str]) -> None:
    if request.network_profile != "transit" and request.interfaces:
        raise refuse(422, "INTERFACES_NOT_ALLOWED", "Only transit bunkers have interfaces.")
    if request.network_profile == "transit" and not request.interfaces:
        raise refuse(422, "TRANSIT_MISSING_INTERFACES", "A transit bunker needs at least one interface.")
    for interface in request.interfaces:
        if interface.bridge_name not in bridges:
            raise refuse(422, "UNKNOWN_BRIDGE", f"No bridge {interface.bridge_name}; create it with POST /bridges.")
    for host in request.network_allowlist:
        if not HOST.match(host):
            raise refuse(422, "INVALID_ALLOWLIST_ENTRY", f"{host} is not a host name or *.domain.")


def check_permissions(request: BunkerRequest, granted: set[str]) -> None:
    if request.network_profile != "isolated":
        needed = f"scaibunker:network:{request.network_profile}"
        if needed not in granted:
            raise refuse(403, "NETWORK_PROFILE_DENIED", f"{needed} is needed.", permission=needed)
    if request.lifecycle == "session" and "scaibunker:create:session" not in granted:
        raise refuse(403, "LIFECYCLE_MODE_DENIED", "scaibunker:create:session is needed.")
    if request.lifecycle == "persistent" and "scaibunker:create:persistent" not in granted:
        raise refuse(403, "LIFECYCLE_MODE_DENIED", "scaibunker:create:persistent is needed.")
