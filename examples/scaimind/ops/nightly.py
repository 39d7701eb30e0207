"""Submits the nightly refresh of the intent classifier."""

import os
from datetime import date

import httpx

BRIDGE = os.environ.get("SCAIMIND_BRIDGE", "http://localhost:8000/v1/modules/scaimind")


def job() -> dict[str, object]:
    return {
        "name": f"intents-{date.today():%Y%m%d}",
        "training_type": "LORA",
        "base_model": {"model_id": "intfloat/multilingual-e5-large"},
        "resource_config": {"gpu_count": 1, "gpu_type": "A100"},
        "scheduling_config": {"queue": "nightly"},
        "data_config": {"sources": [], "batch_size": 16},
        "hyperparameters": {"gradient_accumulation_steps": 2, "lora_r": 8, "lora_alpha": 16},
    }


def main(token: str) -> None:
    response = httpx.post(f"{BRIDGE}/jobs", json=job(), headers={"Authorization": f"Bearer {token}"})
    response.raise_for_status()
    print(response.json()["id"])


if __name__ == "__main__":
    main(os.environ.get("SCAIMIND_TOKEN", ""))
