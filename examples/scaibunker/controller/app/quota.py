from app.errors import refuse


def charge(usage: dict[str, int], caps: dict[str, int], bucket: str, amount: int = 1) -> None:
    """A paused bunker still counts toward max_concurrent_bunkers; only terminate releases it."""
    used, cap = usage.get(bucket, 0), caps[bucket]
    if used + amount > cap:
        raise refuse(
            429,
            "BUNKER_QUOTA_EXCEEDED",
            f"{bucket} is at {used} of {cap}.",
            bucket=bucket,
            headroom=cap - used,
        )
    usage[bucket] = used + amount
