"""Takes GPU nodes out of service before a driver update and back in afterwards."""

import argparse
import time

import httpx


def drain(client: httpx.Client, node: str) -> None:
    response = client.post(f"/cluster/nodes/{node}/drain", json={"force": True})
    response.raise_for_status()


def wait_until_idle(client: httpx.Client, node: str) -> None:
    while True:
        nodes = client.get("/cluster/nodes").json()
        if not next(entry for entry in nodes if entry["name"] == node)["running_jobs"]:
            return
        time.sleep(30)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("nodes", nargs="+")
    parser.add_argument("--bridge", default="http://localhost:8000/v1/modules/scaimind")
    arguments = parser.parse_args()
    with httpx.Client(base_url=arguments.bridge) as client:
        for node in arguments.nodes:
            drain(client, node)
            wait_until_idle(client, node)
            print(f"{node} is idle")


if __name__ == "__main__":
    main()
