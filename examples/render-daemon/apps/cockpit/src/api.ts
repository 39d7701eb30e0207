export const daemonUrl: string = import.meta.env.VITE_DAEMON_URL;

export const storedToken = (): string => localStorage.getItem('cockpit.token') ?? '';

export interface RenderSummary {
  readonly id: string;
  readonly name: string;
  readonly createdBy: string;
}

/** Every call to the daemon goes through here, so that the token is on it and a 401 opens the key panel. */
export async function authFetch(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('Authorization', `Bearer ${storedToken()}`);
  const res = await fetch(`${daemonUrl}${path}`, { ...init, headers });
  if (res.status === 401) {
    window.dispatchEvent(new CustomEvent('api-key-needed'));
  }
  return res;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export async function submitRender(presetId: string, score: unknown): Promise<string> {
  const res = await authFetch('/api/renders', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ presetId, score }),
  });
  if (res.status === 429) {
    await pause(1000);
    return submitRender(presetId, score);
  }
  if (!res.ok) {
    const { code, message, hint } = await res.json();
    throw new Error([`${code}: ${message}`, hint].filter(Boolean).join(' '));
  }
  return res.headers.get('X-Render-Job-Id') ?? '';
}

export async function listRenders(): Promise<RenderSummary[]> {
  const res = await authFetch('/api/renders');
  return (await res.json()).renders;
}
