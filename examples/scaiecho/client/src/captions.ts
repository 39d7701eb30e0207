import { socketUrl, type Connection } from './http';

/** Live captions under a video: reads the sound of the element and shows the last line. */
export function showCaptions(connection: Connection, video: HTMLVideoElement, line: HTMLElement): () => void {
  const stream = (video as HTMLVideoElement & { captureStream(): MediaStream }).captureStream();
  const recorder = new MediaRecorder(stream, { mimeType: 'audio/ogg;codecs=opus' });
  const socket = new WebSocket(`${socketUrl(connection)}/stream/transcribe`);

  socket.addEventListener('open', () => {
    socket.send(JSON.stringify({ type: 'open', media_type: 'audio/ogg;codecs=opus', chunk_seconds: 2 }));
    recorder.start(250);
  });
  recorder.addEventListener('dataavailable', ({ data }) => socket.send(data));
  socket.addEventListener('message', ({ data }) => {
    line.textContent = JSON.parse(data).text;
  });

  return () => {
    recorder.stop();
    socket.close();
  };
}
