import { EchoError } from './errors';

export interface Connection {
  /** `https://echo.example.com`, without a trailing slash. */
  readonly baseUrl: string;
  readonly token: string;
}

export const socketUrl = ({ baseUrl }: Connection): string => baseUrl.replace(/^http/, 'ws');

export async function post<T>(connection: Connection, path: string, body: BodyInit, type?: string): Promise<T> {
  const headers = new Headers({ Authorization: `Bearer ${connection.token}` });
  if (type !== undefined) headers.set('Content-Type', type);
  const response = await fetch(`${connection.baseUrl}${path}`, { method: 'POST', headers, body });
  const json = await response.json();
  if (!response.ok) {
    throw new EchoError(json.detail?.code ?? String(response.status), json.detail?.message ?? response.statusText);
  }
  return json as T;
}

export function transcribe(connection: Connection, audio: File): Promise<{ state: string; job_id?: string }> {
  const form = new FormData();
  form.append('audio', audio, audio.name);
  return post(connection, '/transcribe', form);
}
