import { spawnSync } from 'node:child_process';
import { projectRoot } from '../../scripts/project/paths';

describe('npm run deploy', () => {
  // Nothing but the help: a developer's own .env.local would make anything else a real deployment.
  it('explains its options', () => {
    const { status, stdout } = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'scripts/deploy/cli.ts', '--help'],
      {
        cwd: projectRoot,
        encoding: 'utf8',
      },
    );

    expect(status).toBe(0);
    expect(stdout).toContain('--env ENV_ID');
  });
});
