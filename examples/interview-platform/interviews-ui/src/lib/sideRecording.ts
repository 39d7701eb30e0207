/** Records the camera beside the room, so that a lost connection does not lose the answer. */
export class SideRecording {
  readonly #parts: Blob[] = [];
  readonly #recorder: MediaRecorder;

  constructor(camera: MediaStreamTrack, microphone: MediaStreamTrack) {
    const copy = camera.clone();
    this.#recorder = new MediaRecorder(new MediaStream([copy, microphone]), { mimeType: 'video/webm' });
    this.#recorder.addEventListener('dataavailable', ({ data }) => this.#parts.push(data));
  }

  start(): void {
    this.#recorder.start(1000);
  }

  finish(): Promise<Blob> {
    return new Promise((resolve) => {
      this.#recorder.addEventListener('stop', () => resolve(new Blob(this.#parts, { type: 'video/webm' })));
      this.#recorder.stop();
    });
  }
}
