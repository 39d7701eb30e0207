from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_file=(".env", "env.local"), extra="ignore")

    openai_api_key: str
    openai_chat_model: str
    openai_tts_model: str
    streaming_server_url: str
    internal_secret: str = Field(validation_alias="INTERNAL_SERVICE_JWT_SECRET", min_length=32)


settings = Settings()
