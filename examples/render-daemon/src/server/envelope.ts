import type { Response } from 'express';
import { statusOf, type ErrorEnvelope, type HttpErrorCode } from '../types/errors.js';

export class ApiError extends Error {
  constructor(
    readonly code: HttpErrorCode,
    message: string,
    readonly hint?: string,
    readonly extra: Record<string, unknown> = {},
  ) {
    super(message);
  }
}

/** Answers with the one error shape that the cockpit knows. The request id is also in the log line. */
export function fail(res: Response, error: ApiError): void {
  const requestId = String(res.locals.requestId);
  res.locals.log.warn({ requestId, code: error.code }, error.message);
  const body: ErrorEnvelope = { ok: false, code: error.code, message: error.message, requestId };
  res.status(statusOf[error.code]).json({ ...body, hint: error.hint, ...error.extra });
}
