import { BunkerError, createBunker, exec, outputOf, terminate } from './bunkers';

async function checkBranch(repository: string, branch: string): Promise<boolean> {
  const bunker = await createBunker({ image: 'node-22', cpu: 4, memory_mb: 4096, network_profile: 'registry' });
  try {
    await exec(bunker.id, { command: `git clone --depth 1 -b ${branch} ${repository} /src`, timeout_s: 300 });
    await exec(bunker.id, { command: 'npm ci --prefix /src', timeout_s: 60 });
    const tests = await exec(bunker.id, { command: 'npm test --prefix /src', timeout_s: 1800, stream: true });
    console.log(await outputOf(tests));
    return tests.exit_code === 0;
  } finally {
    await terminate(bunker.id);
  }
}

const [repository = '', branch = 'main'] = process.argv.slice(2);
try {
  process.exitCode = (await checkBranch(repository, branch)) ? 0 : 1;
} catch (error) {
  if (!(error instanceof BunkerError)) throw error;
  const later = ['WORKER_UNAVAILABLE', 'NO_SUITABLE_WORKER', 'BUNKER_QUOTA_EXCEEDED'].includes(error.code);
  console.error(later ? 'No room for a bunker right now; try again later.' : error.message);
  process.exitCode = 2;
}
