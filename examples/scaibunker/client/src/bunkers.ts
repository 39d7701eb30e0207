const baseUrl = process.env.SCAIBUNKER_API_URL!;
const apiKey = process.env.SCAIBUNKER_API_KEY!;

export interface BunkerRequest {
  readonly image: string;
  readonly cpu?: number;
  readonly memory_mb?: number;
  readonly lifecycle?: 'ephemeral' | 'session' | 'persistent';
  readonly network_profile?: 'isolated' | 'registry' | 'allowlisted' | 'unrestricted' | 'transit';
  readonly network_allowlist?: readonly string[];
  readonly interfaces?: readonly { readonly bridge_name: string }[];
}

export interface ExecRequest {
  readonly command: string;
  readonly timeout_s?: number;
  readonly stream?: boolean;
}

export interface ExecResult {
  readonly exit_code: number;
  readonly stdout: string;
  readonly truncated: boolean;
  readonly full_output_ref?: string;
}

export class BunkerError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${baseUrl}${path}`, {
    method,
    headers: { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const json = await response.json();
  if (!response.ok) throw new BunkerError(json.detail.code, json.detail.message);
  return json as T;
}

export const createBunker = (request: BunkerRequest) => call<{ id: string }>('POST', '/bunkers', request);
export const exec = (id: string, request: ExecRequest) => call<ExecResult>('POST', `/bunkers/${id}/exec`, request);
export const terminate = (id: string) => call<void>('DELETE', `/bunkers/${id}`);

export async function outputOf(result: ExecResult): Promise<string> {
  if (!result.truncated || result.full_output_ref === undefined) return result.stdout;
  return call<string>('GET', result.full_output_ref);
}
