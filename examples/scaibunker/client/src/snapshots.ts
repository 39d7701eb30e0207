import { call } from './bunkers';

const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString();

interface Snapshot {
  readonly id: string;
  readonly expires_at?: string;
}

export const nightlySnapshot = (bunker: string): Promise<Snapshot> =>
  call('POST', `/bunkers/${bunker}/snapshots`, { name: 'nightly', expires_at: days(7) });

export const beforeUpgrade = (bunker: string): Promise<Snapshot> =>
  call('POST', `/bunkers/${bunker}/snapshots`, { name: 'before-upgrade' });
