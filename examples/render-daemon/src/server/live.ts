import type { IncomingMessage, Server } from 'node:http';
import type { Logger } from 'pino';
import { WebSocketServer, type WebSocket } from 'ws';
import { liveMessage } from '../types/live.js';
import { principalOf } from './auth.js';
import { config } from './config.js';
import { startJam, type Jam } from './jam.js';

/** Browsers cannot set headers on a WebSocket, so the token is a query parameter. */
function authorised(request: IncomingMessage): boolean {
  if (config.authToken === '' && config.authKeys.size === 0) return true;
  const token = new URL(request.url ?? '/', 'http://daemon').searchParams.get('token') ?? '';
  return principalOf(token) !== undefined;
}

export function attachLive(server: Server, log: Logger): void {
  const live = new WebSocketServer({ server, path: '/ws' });
  live.on('connection', (socket: WebSocket, request) => {
    if (!authorised(request)) {
      socket.close(1008, 'Unauthorized');
      return;
    }
    const open = live.clients.size;
    if (open > config.maxLiveSessions) {
      log.warn({ open, max: config.maxLiveSessions }, 'live_session_rejected_full');
      socket.close(1013, `Server full (${open - 1}/${config.maxLiveSessions})`);
      return;
    }
    const jam = startJam(socket);
    socket.on('message', (data) => onMessage(socket, jam, data.toString()));
    socket.on('close', () => jam.stop());
  });
}

function onMessage(socket: WebSocket, jam: Jam, text: string): void {
  const reply = (code: 'PARSE_ERROR' | 'INVALID_MESSAGE', message: string) =>
    socket.send(JSON.stringify({ ok: false, code, message }));
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    reply('PARSE_ERROR', 'Not JSON.');
    return;
  }
  const parsed = liveMessage.safeParse(json);
  if (!parsed.success) {
    reply('INVALID_MESSAGE', 'See src/types/live.ts for the protocol.');
    return;
  }
  jam.apply(parsed.data);
}
