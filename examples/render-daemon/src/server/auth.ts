import type { NextFunction, Request, Response } from 'express';
import { config } from './config.js';
import { ApiError, fail } from './envelope.js';

export function principalOf(token: string): string | undefined {
  if (config.authToken !== '' && token === config.authToken) {
    return 'owner';
  }
  return config.authKeys.get(token);
}

export function requireAuth(req: Request, res: Response, next: NextFunction): void {
  if (config.authToken === '' && config.authKeys.size === 0) {
    res.locals.principal = 'open';
    next();
    return;
  }
  const [scheme, token = ''] = (req.headers.authorization ?? '').split(' ');
  const principal = scheme === 'Bearer' ? principalOf(token) : undefined;
  if (principal === undefined) {
    fail(res, new ApiError('UNAUTHORIZED', 'Missing or wrong bearer token.', 'Paste the daemon token into the API Key panel.'));
    return;
  }
  res.locals.principal = principal;
  next();
}
