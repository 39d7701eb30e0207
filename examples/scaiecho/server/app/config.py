import os

JWT_KEY = os.environ["SCAIECHO_JWT_KEY"]
S3_ENDPOINT = os.environ["SCAIECHO_S3_ENDPOINT"]
REDIS_URL = os.environ["SCAIECHO_REDIS_URL"]
NODES_URL = os.environ["SCAIECHO_NODES_URL"]
RELAY_KEY = os.environ.get("SCAIECHO_RELAY_KEY", "")

# Uploads above this length go through the queue.
INLINE_SECONDS = 60
