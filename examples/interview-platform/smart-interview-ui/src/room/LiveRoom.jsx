import { useEffect, useRef, useState } from 'react';
import { Room } from 'livekit-client';
import { listenForSession } from '../livekit/correlation';
import { resolveLiveKitUrl } from '../livekit/endpoints';
import { fetchRoomToken } from '../livekit/tokenService';
import { AvatarLayer } from './AvatarLayer';

export function LiveRoom({ candidate }) {
  const room = useRef(new Room());
  const [status, setStatus] = useState('waiting');

  useEffect(() => {
    const current = room.current;
    const stopListening = listenForSession(async (sessionId) => {
      const token = await fetchRoomToken(sessionId, candidate);
      await current.connect(resolveLiveKitUrl(), token);
      setStatus('connected');
    });
    return () => {
      stopListening();
      current.disconnect();
    };
  }, [candidate]);

  return (
    <section data-status={status}>
      <AvatarLayer room={room.current} />
    </section>
  );
}
