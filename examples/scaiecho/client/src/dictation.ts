import { explainClose } from './errors';
import { socketUrl, type Connection } from './http';

export interface Delta {
  readonly type: 'delta';
  readonly text: string;
  readonly speaker_label?: string;
}

export async function dictate(
  connection: Connection,
  onText: (text: string) => void,
  onClose: (reason?: string) => void,
): Promise<() => void> {
  const microphone = await navigator.mediaDevices.getUserMedia({ audio: true });
  const recorder = new MediaRecorder(microphone, { mimeType: 'audio/webm;codecs=opus' });
  const socket = new WebSocket(`${socketUrl(connection)}/stream/transcribe?token=${connection.token}`);

  socket.addEventListener('open', () => {
    socket.send(JSON.stringify({ type: 'open', media_type: recorder.mimeType, chunk_seconds: 1.5 }));
    recorder.start(250);
  });
  socket.addEventListener('message', ({ data }) => onText((JSON.parse(data) as Delta).text));
  socket.addEventListener('close', (event) => onClose(explainClose(event)));
  recorder.addEventListener('dataavailable', ({ data }) => socket.send(data));

  return () => {
    recorder.stop();
    for (const track of microphone.getTracks()) track.stop();
    socket.close();
  };
}
