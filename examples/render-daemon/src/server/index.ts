import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import cors from 'cors';
import express, { type NextFunction, type Request, type Response } from 'express';
import { pino } from 'pino';
import { config } from './config.js';
import { ApiError, fail } from './envelope.js';
import { attachLive } from './live.js';
import { presets } from './presets.js';
import { cancelAll, queueDepth } from './queue.js';
import { renders } from './renders.js';
import { requireAuth } from './auth.js';

const log = pino();
const app = express();
let draining = false;

app.use((req, res, next) => {
  const startedAt = Date.now();
  res.locals.requestId = randomUUID();
  res.locals.log = log;
  res.on('finish', () => {
    const ms = Date.now() - startedAt;
    if (ms > config.slowRequestMs) log.warn({ requestId: res.locals.requestId, url: req.url, ms }, 'slow_request');
  });
  if (draining) return fail(res, new ApiError('SERVER_SHUTDOWN', 'The daemon is draining.', 'Retry in a moment.'));
  next();
});
app.use(cors({ origin: config.allowedOrigin, exposedHeaders: ['Retry-After', 'X-Render-Job-Id'] }));
app.use(express.json({ limit: '4mb' }));

app.get('/api/health', (_req, res) => res.json({ ok: true }));
app.get('/api/health/detailed', requireAuth, (_req, res) => res.json({ ok: true, queue: queueDepth(), cpu: process.cpuUsage() }));
app.use('/api/presets', presets);
app.use('/api/renders', renders);
app.use('/api', (_req, res) => fail(res, new ApiError('NOT_FOUND', 'No such route.')));

app.use((error: unknown, _req: Request, res: Response, next: NextFunction) => {
  if (error instanceof ApiError) return fail(res, error);
  if (error instanceof SyntaxError) return fail(res, new ApiError('INVALID_JSON', 'Body is not JSON.'));
  next(error);
});

if (config.production && config.authToken === '') log.warn('boot_auth_open_mode_in_production');
const server = createServer(app).listen(config.port, () => log.info({ port: config.port }, 'listening'));
attachLive(server, log);
process.on('SIGTERM', () => {
  draining = true;
  cancelAll();
  server.close(() => process.exit(0));
});
