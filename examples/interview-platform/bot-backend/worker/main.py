import os

from dotenv import load_dotenv
from livekit.agents import JobContext, WorkerOptions, cli
from openai import AsyncOpenAI

ENV = os.environ.get("ENV", "dev")
load_dotenv(f"env.{ENV}")

openai = AsyncOpenAI(api_key=os.environ["OPENAI_API_KEY"])
CHAT_MODEL = os.environ["OPENAI_CHAT_MODEL"]
TTS_MODEL = os.environ["OPENAI_TTS_MODEL"]


async def say(text: str) -> bytes:
    speech = await openai.audio.speech.create(model=TTS_MODEL, voice="alloy", input=text)
    return speech.content


async def interview(context: JobContext) -> None:
    await context.connect()
    greeting = await openai.chat.completions.create(
        model=CHAT_MODEL,
        messages=[{"role": "system", "content": f"Greet the candidate in room {context.room.name}."}],
    )
    await say(greeting.choices[0].message.content or "Welcome.")


if __name__ == "__main__":
    cli.run_app(WorkerOptions(entrypoint_fnc=interview))
