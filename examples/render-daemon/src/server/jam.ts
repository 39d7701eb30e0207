import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { WebSocket } from 'ws';
import { recordingCapSeconds, type LiveMessage } from '../types/live.js';
import { config } from './config.js';
import { ApiError } from './envelope.js';

export interface Jam {
  apply(message: LiveMessage): void;
  export(name: string): Promise<string>;
  stop(): void;
}

export function startJam(socket: WebSocket): Jam {
  let recording: Buffer[] | undefined;
  let cap: NodeJS.Timeout | undefined;
  const finish = () => clearTimeout(cap);
  return {
    apply(message) {
      if (message.type === 'record-start') {
        recording = [];
        cap = setTimeout(finish, recordingCapSeconds * 1000);
      } else if (message.type === 'record-stop') {
        finish();
      }
      socket.send(JSON.stringify({ ok: true, type: message.type }));
    },
    async export(name) {
      if (recording === undefined) {
        throw new ApiError('NO_RECORDING', 'This session never recorded.', 'Start recording in the Live tab first.');
      }
      const file = path.join(config.storeDir, `${name}.wav`);
      try {
        await writeFile(file, Buffer.concat(recording));
      } catch {
        throw new ApiError('EXPORT_FAILED', 'Could not write the export.', 'Free space in the render store.');
      }
      return file;
    },
    stop() {
      finish();
      if (recording !== undefined) {
        socket.send(JSON.stringify({ ok: false, code: 'CANCELLED', message: 'Recording was cancelled.' }));
      }
    },
  };
}
