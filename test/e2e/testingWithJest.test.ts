import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../scripts/project/paths';
import { addFiles, temporaryFolder } from '../temporaryFolder';

const PAGE = readFileSync(join(projectRoot, 'docs/testing-with-jest.md'), 'utf8');

/** The code block of the page that begins with this comment, or with these words. */
function block(beginning: string): string {
  const code = PAGE.split(/^```\w*\n/m).find((part) => part.startsWith(beginning));
  if (code === undefined)
    throw new Error(`docs/testing-with-jest.md has no block that begins with ${beginning}`);
  return code.slice(0, code.indexOf('\n```'));
}

describe('docs/testing-with-jest.md', () => {
  it('has an example that runs as it stands, in a project that links this one', async () => {
    const project = temporaryFolder({
      'jest.config.js': block('// jest.config.js'),
      'remind.test.js': block('// remind.test.js'),
      'cloudfunctions/remind/index.js': block('// cloudfunctions/remind/index.js'),
      'cloudfunctions/remind/config.json': block('{ "permissions"'),
    });
    mkdirSync(join(project, 'node_modules'));
    symlinkSync(projectRoot, join(project, 'node_modules/xinshi'));
    addFiles(project, { 'package.json': '{}' });

    const jest = spawn(process.execPath, [join(projectRoot, 'node_modules/jest/bin/jest.js'), '--ci'], {
      cwd: project,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    for (const stream of [jest.stdout, jest.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
      });
    }
    const [code] = await once(jest, 'close');

    expect(printed).toContain('4 passed');
    expect(code).toBe(0);
  }, 120_000);
});
