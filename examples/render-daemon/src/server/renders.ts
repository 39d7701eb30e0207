import { Router } from 'express';
import { z } from 'zod';
import { requireAuth } from './auth.js';
import { config } from './config.js';
import { ApiError, fail } from './envelope.js';
import { rateLimit } from './limits.js';
import { cancelJob, enqueue, jobEvents, ownerOf, queueDepth } from './queue.js';
import { listRenders, readAsset, removeRender, reserve } from './store.js';

const supportedScoreVersions = [1, 2];
const renderBody = z.object({
  presetId: z.string(),
  score: z.object({ formatVersion: z.number().int(), seconds: z.number().positive() }).passthrough(),
});

export const renders = Router();
renders.use(requireAuth);

renders.get('/', async (_req, res) => res.json({ ok: true, renders: await listRenders() }));

renders.post('/', rateLimit, async (req, res) => {
  const parsed = renderBody.safeParse(req.body);
  if (!parsed.success) {
    return fail(res, new ApiError('INVALID_BODY', 'Body failed validation.', undefined, { issues: parsed.error.issues }));
  }
  const { presetId, score } = parsed.data;
  if (!supportedScoreVersions.includes(score.formatVersion)) {
    return fail(res, new ApiError('UNSUPPORTED_SCORE_VERSION', `Score format ${score.formatVersion} is newer than this engine.`));
  }
  const sizeMb = (score.seconds * 48_000 * 2 * 4) / 1_048_576;
  if (sizeMb > config.perRenderBudgetMb) {
    return fail(res, new ApiError('RENDER_TOO_LARGE', 'Estimated size is above the budget of one render.', 'Shorten the score.'));
  }
  if (queueDepth() >= config.queueMaxDepth) {
    return fail(res, new ApiError('RENDER_QUEUE_FULL', 'The render queue is full.', 'Wait for running renders to finish.'));
  }
  if (!(await reserve(res, sizeMb))) return;
  const job = enqueue(presetId, score, String(res.locals.principal));
  res.setHeader('X-Render-Job-Id', job.id);
  res.status(202).json({ ok: true, jobId: job.id, renderId: job.renderId });
});

renders.get('/jobs/:jobId/events', (req, res) => {
  const events = jobEvents(req.params.jobId);
  if (events === undefined) {
    return fail(res, new ApiError('INVALID_JOB_ID', 'Malformed job id.', 'Use the X-Render-Job-Id response header.'));
  }
  res.setHeader('Content-Type', 'text/event-stream');
  res.setHeader('X-Accel-Buffering', 'no');
  events.on('progress', (progress: unknown) => res.write(`data: ${JSON.stringify(progress)}\n\n`));
  events.once('cancelled', () => res.end(`event: error\ndata: {"code":"RENDER_CANCELLED"}\n\n`));
  req.on('close', () => cancelJob(req.params.jobId));
});

renders.get('/:id/audio.wav', async (req, res) => {
  if (ownerOf(req.params.id) !== res.locals.principal) {
    return fail(res, new ApiError('FORBIDDEN', 'This render belongs to another principal.'));
  }
  res.type('audio/wav').send(await readAsset(req.params.id, 'audio.wav'));
});

renders.delete('/:id', async (req, res) => {
  await removeRender(req.params.id);
  res.json({ ok: true });
});
