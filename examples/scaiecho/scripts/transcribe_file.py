"""Sends the recorded stand-up to ScaiEcho and prints the answer."""

import os
from pathlib import Path

import httpx

BASE_URL = os.environ.get("SCAIECHO_URL", "http://localhost:8000")
TOKEN = os.environ.get("SCAIECHO_TOKEN", "sgk_change-me")


def main() -> None:
    recording = Path("recordings/standup.mp3")
    with recording.open("rb") as audio:
        response = httpx.post(
            f"{BASE_URL}/transcribe",
            files={"audio": ("standup.mp3", audio, "audio/wav")},
            headers={"Authorization": f"Bearer {TOKEN}"},
            timeout=120,
        )
    response.raise_for_status()
    print(response.json())


if __name__ == "__main__":
    main()
