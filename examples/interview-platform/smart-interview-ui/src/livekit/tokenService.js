import { streamingApi } from '../api/streamingApi';

/** The room never mints tokens; the streaming server does. */
export async function fetchRoomToken(room, identity) {
  const { data } = await streamingApi.post('/livekit/token', { room, identity });
  return data.token;
}
