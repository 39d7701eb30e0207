from typing import Protocol

from openai import AsyncOpenAI

from app.config import settings


class Adapter(Protocol):
    async def chat(self, text: str) -> str: ...

    async def speak(self, text: str) -> bytes: ...


class OpenAIAdapter:
    def __init__(self) -> None:
        self._client = AsyncOpenAI(api_key=settings.openai_api_key)

    async def chat(self, text: str) -> str:
        answer = await self._client.chat.completions.create(
            model=settings.openai_chat_model, messages=[{"role": "user", "content": text}]
        )
        return answer.choices[0].message.content or ""

    async def speak(self, text: str) -> bytes:
        speech = await self._client.audio.speech.create(model=settings.openai_tts_model, voice="alloy", input=text)
        return speech.content


class ElevenLabsAdapter:
    async def chat(self, text: str) -> str:
        raise NotImplementedError

    async def speak(self, text: str) -> bytes:
        raise NotImplementedError


ADAPTERS: dict[str, Adapter] = {"openai": OpenAIAdapter(), "elevenlabs": ElevenLabsAdapter()}
