import { call, createBunker } from './bunkers';

/** A router between the two lab networks. */
export async function openRouter(): Promise<string> {
  await call('POST', '/bridges?name=br-uplink');
  const router = await createBunker({
    image: 'alpine-router',
    lifecycle: 'session',
    network_profile: 'transit',
    interfaces: [{ bridge_name: 'br-lab' }, { bridge_name: 'br-uplink' }],
  });
  return router.id;
}

/** A machine for one student, with the package mirrors and nothing else. */
export async function openDesk(student: string): Promise<string> {
  const desk = await createBunker({
    image: `desk-${student}`,
    lifecycle: 'session',
    network_profile: 'registry',
    interfaces: [{ bridge_name: 'br-lab' }],
  });
  return desk.id;
}
