import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../scripts/project/paths';
import { temporaryFolder } from './temporaryFolder';

const CRUISER = join(projectRoot, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

interface Violation {
  from: string;
  rule: { name: string };
}

/** Imports that break the rules of .dependency-cruiser.js, in the tree below `folder`. */
function violations(folder: string): string[] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      CRUISER,
      '--config',
      join(projectRoot, '.dependency-cruiser.js'),
      '--output-type',
      'json',
      'cloudfunctions',
      'miniprogram',
      'scripts',
    ],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (stdout === '') throw new Error(stderr);
  const { summary } = JSON.parse(stdout) as { summary: { violations: Violation[] } };
  return summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`).sort();
}

describe('the import rules', () => {
  it('hold in this project', () => {
    expect(violations(projectRoot)).toEqual([]);
  });

  it('find each import that no arrow allows', () => {
    const tree = temporaryFolder({
      'tsconfig.json': '{}',
      'node_modules/wx-server-sdk/index.js': '',
      'node_modules/wx-server-sdk/package.json': '{"name":"wx-server-sdk","version":"1.0.0"}',
      'package.json': '{"dependencies":{"wx-server-sdk":"1.0.0"}}',
      'cloudfunctions/a/index.ts': "import '../b/index';",
      'cloudfunctions/b/index.ts': "import 'wx-server-sdk';",
      'cloudfunctions/c/index.ts': "import '../../scripts/emulator/emulator';",
      'cloudfunctions/shared/wechat/call.ts': "import '../platform/cloud';",
      'cloudfunctions/shared/platform/cloud.ts': "import 'wx-server-sdk';",
      'cloudfunctions/shared/delivery/send.ts': "import '../push/route';",
      'cloudfunctions/shared/push/route.ts': "import '../delivery/send';",
      'miniprogram/app.ts': "import '../cloudfunctions/a/index';",
      'miniprogram/cloud.ts': "import type { A } from '../cloudfunctions/a/index'; export type B = A;",
      'scripts/emulator/emulator.ts': "import '../build/build'; import '../../cloudfunctions/b/index';",
      'scripts/build/build.ts': '',
    });

    expect(violations(tree)).toEqual([
      'deployed-code-stands-alone: cloudfunctions/c/index.ts',
      'emulator-runs-bundles: scripts/emulator/emulator.ts',
      'emulator-stands-alone: scripts/emulator/emulator.ts',
      'function-to-function: cloudfunctions/a/index.ts',
      'miniprogram-takes-types-alone: miniprogram/app.ts',
      'no-circles: cloudfunctions/shared/delivery/send.ts',
      'sdk-in-platform-alone: cloudfunctions/b/index.ts',
      'shared-delivery: cloudfunctions/shared/delivery/send.ts',
      'shared-wechat: cloudfunctions/shared/wechat/call.ts',
    ]);
  });
});
