/** HTTP status of every code that a route can answer with. */
export const statusOf = {
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  INVALID_BODY: 400,
  INVALID_JSON: 400,
  INVALID_RENDER_ID: 400,
  INVALID_JOB_ID: 400,
  INVALID_PRESET_ID: 400,
  RENDER_QUEUE_FULL: 503,
  RENDER_STORE_FULL: 507,
  RENDER_TOO_LARGE: 413,
  RENDER_CANCELLED: 499,
  NO_RECORDING: 400,
  EXPORT_FAILED: 500,
  PRESET_NOT_FOUND: 404,
  ASSET_NOT_FOUND: 500,
  ASSET_INTEGRITY_MISMATCH: 500,
  UNSUPPORTED_PRESET_VERSION: 400,
  UNSUPPORTED_SCORE_VERSION: 400,
  PRESET_LIST_FAILED: 500,
  RATE_LIMITED: 429,
  SERVER_SHUTDOWN: 503,
  NOT_FOUND: 404,
  READ_ERROR: 500,
} as const;

export type HttpErrorCode = keyof typeof statusOf;

/** Codes that travel over `/ws` only. */
export type LiveErrorCode = 'INVALID_MESSAGE' | 'PARSE_ERROR' | 'CANCELLED';

export interface ErrorEnvelope {
  ok: false;
  code: HttpErrorCode | LiveErrorCode;
  message: string;
  hint?: string;
  requestId: string;
}
