const streamingUrl = process.env.NEXT_PUBLIC_STREAMING_URL!;

export async function streaming<T>(path: string, token: string, sessionId: string, body?: unknown): Promise<T> {
  const response = await fetch(`${streamingUrl}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      'X-Session-Id': sessionId,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (response.status === 503) throw new Error('Coming soon');
  if (!response.ok) throw new Error(`Streaming server answered ${response.status}`);
  return response.json();
}

export const stopSession = (token: string, sessionId: string) =>
  streaming<{ stopped: boolean }>('/livekit/stop', token, sessionId, { sessionId });
