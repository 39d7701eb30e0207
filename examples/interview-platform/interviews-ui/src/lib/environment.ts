export type Environment = 'local' | 'dev' | 'production';

/** Explicit setting first, then the hosting branch, the host name and at last the build mode. */
export function detectEnvironment(branch?: string, hostname?: string): Environment {
  const explicit = process.env.NEXT_PUBLIC_ENVIRONMENT;
  if (explicit === 'local' || explicit === 'dev' || explicit === 'production') return explicit;
  if (branch === 'main') return 'production';
  if (branch === 'develop') return 'dev';
  if (hostname?.includes('.dev.')) return 'dev';
  if (hostname === 'localhost') return 'local';
  return process.env.NODE_ENV === 'production' ? 'production' : 'local';
}

export const feedbackPdf = (process.env.NEXT_PUBLIC_FEEDBACK_PDF ?? 'false') === 'true';
