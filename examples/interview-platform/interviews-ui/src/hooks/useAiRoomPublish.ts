import { useCallback, useEffect, useRef } from 'react';
import { LocalTrack, Room, createLocalTracks } from 'livekit-client';
import { stopSession } from '../lib/streaming';

/** Publishes camera and microphone to the room of the AI interviewer. */
export function useAiRoomPublish(url: string, token: string, sessionId: string) {
  const room = useRef<Room | null>(null);
  const tracks = useRef<LocalTrack[]>([]);

  const publish = useCallback(async () => {
    room.current = new Room();
    await room.current.connect(url, token);
    tracks.current = await createLocalTracks({ audio: true, video: true });
    for (const track of tracks.current) await room.current.localParticipant.publishTrack(track);
  }, [url, token]);

  const release = useCallback(() => {
    for (const track of tracks.current) track.stop();
    tracks.current = [];
  }, []);

  const leave = useCallback(async () => {
    await stopSession(token, sessionId);
    for (const track of tracks.current) track.stop();
    tracks.current = [];
    await room.current?.disconnect();
    room.current = null;
  }, [token, sessionId]);

  useEffect(() => {
    window.addEventListener('pagehide', release);
    return () => window.removeEventListener('pagehide', release);
  }, [release]);

  return { publish, leave };
}
