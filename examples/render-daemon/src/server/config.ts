function positiveInteger(name: string, fallback: number): number {
  const raw = process.env[name];
  if (raw === undefined || raw === '') {
    return fallback;
  }
  const value = Number(raw);
  if (!Number.isInteger(value) || value <= 0) {
    throw new Error(`${name} must be a positive integer`);
  }
  return value;
}

function parseKeys(raw: string): Map<string, string> {
  const pairs = raw.split(',').filter(Boolean);
  return new Map(pairs.map((pair) => pair.split('=', 2) as [string, string]).map(([who, key]) => [key, who]));
}

export const config = {
  port: positiveInteger('PORT', 8787),
  authToken: process.env.AUTH_TOKEN ?? '',
  authKeys: parseKeys(process.env.AUTH_KEYS ?? ''),
  allowedOrigin: process.env.ALLOWED_ORIGIN ?? 'http://localhost:5173',
  rateLimitRpm: positiveInteger('RATE_LIMIT_RPM', 20),
  maxLiveSessions: positiveInteger('MAX_LIVE_SESSIONS', 4),
  queueMaxDepth: positiveInteger('RENDER_QUEUE_MAX_DEPTH', 16),
  storeBudgetMb: positiveInteger('RENDER_STORE_BUDGET_MB', 1024),
  perRenderBudgetMb: positiveInteger('RENDER_PER_BUDGET_MB', 256),
  storeDir: process.env.RENDER_STORE_DIR ?? './data/renders',
  presetDir: process.env.PRESET_DIR ?? './presets',
  slowRequestMs: positiveInteger('SLOW_REQUEST_MS', 1000),
  production: process.env.NODE_ENV === 'production',
} as const;
