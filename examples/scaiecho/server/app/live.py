from dataclasses import dataclass, field


@dataclass
class LiveTranscription:
    backend: str
    media_type: str
    chunk_seconds: float
    diarize: bool
    buffer: bytearray = field(default_factory=bytearray)
    clusters: dict[str, str] = field(default_factory=dict)

    async def feed(self, audio: bytes) -> list[dict[str, object]]:
        self.buffer.extend(audio)
        if self.backend == "B" and len(self.buffer) < self.chunk_seconds * 32_000:
            return []
        text = f"{len(self.buffer)} bytes"
        self.buffer.clear()
        delta: dict[str, object] = {"text": text}
        if self.diarize and self.backend == "A":
            delta["speaker_label"] = self.label_of("unknown")
        return [delta]

    def label_of(self, voice: str) -> str:
        """The enrolled label, or `spk_0`, `spk_1`, … for voices that the library does not know."""
        return self.clusters.setdefault(voice, f"spk_{len(self.clusters)}")

    async def close(self) -> None:
        self.buffer.clear()
