import io
import wave

MIN_SECONDS = 5.0
SAMPLE_RATES = range(16_000, 48_001)


def check(sample: bytes) -> list[str]:
    """What is wrong with a reference recording; empty when it is good enough."""
    with wave.open(io.BytesIO(sample)) as audio:
        rate, frames = audio.getframerate(), audio.getnframes()
        samples = audio.readframes(frames)
    problems = []
    if frames / rate < MIN_SECONDS:
        problems.append("too short")
    if rate not in SAMPLE_RATES:
        problems.append("sample rate out of range")
    if samples.count(0) > len(samples) // 2:
        problems.append("too much silence")
    return problems
