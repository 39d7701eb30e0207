from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_file=".env")

    scaimind_grpc_host: str = "localhost"
    scaimind_grpc_port: int = 50061
    scaimind_grpc_timeout_s: float = 10.0
    scaimind_grpc_stream_timeout_s: float = 3600.0
    scaimind_tls_enabled: bool = False
    scaimind_tls_ca_cert: str | None = None
    scaikey_url: str = "http://localhost:8200"


settings = Settings()
