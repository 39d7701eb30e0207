import { socketUrl, type Connection } from './http';
import type { Delta } from './dictation';

/** Transcribes a meeting with a label for every speaker. */
export function recordMeeting(
  connection: Connection,
  recorder: MediaRecorder,
  onLine: (speaker: string, text: string) => void,
): WebSocket {
  const url = new URL('/stream/transcribe', socketUrl(connection));
  url.searchParams.set('token', connection.token);
  const socket = new WebSocket(url);
  socket.addEventListener('open', () => {
    socket.send(
      JSON.stringify({
        type: 'open',
        media_type: 'audio/webm;codecs=opus',
        diarize: true,
        chunk_seconds: 8,
      }),
    );
    recorder.start(500);
  });
  recorder.addEventListener('dataavailable', ({ data }) => socket.send(data));
  socket.addEventListener('message', ({ data }) => {
    const delta = JSON.parse(data) as Delta;
    onLine(delta.speaker_label ?? 'Unknown', delta.text);
  });
  return socket;
}
