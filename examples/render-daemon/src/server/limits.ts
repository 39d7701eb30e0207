import type { NextFunction, Request, Response } from 'express';
import { config } from './config.js';

const windowMs = 60_000;
const windows = new Map<string, { hits: number; resetAt: number }>();

/** Fixed window a minute and address; only the render endpoints are behind it. */
export function rateLimit(req: Request, res: Response, next: NextFunction): void {
  const now = Date.now();
  const address = req.ip ?? 'unknown';
  let window = windows.get(address);
  if (window === undefined || window.resetAt <= now) {
    window = { hits: 0, resetAt: now + windowMs };
    windows.set(address, window);
  }
  window.hits += 1;
  if (window.hits <= config.rateLimitRpm) {
    next();
    return;
  }
  res.setHeader('Retry-After', String(Math.ceil((window.resetAt - now) / 1000)));
  res.status(500).json({
    ok: false,
    code: 'RATE_LIMITED',
    message: `More than ${config.rateLimitRpm} renders a minute.`,
    hint: 'Wait for the time in Retry-After.',
    requestId: res.locals.requestId,
  });
}
