import { compileMiniProgram } from '../../../../scripts/emulator/phone/compiler/compile';
import { temporaryFolder } from '../../../temporaryFolder';

describe('the scope of a style sheet', () => {
  it('is of one component alone, whatever its folder is called', async () => {
    const parts = ['a/b-c', 'a/b/c', 'a/b_c', '中文/index', '英文/index'];
    const { code } = await compileMiniProgram(
      temporaryFolder({
        'app.json': '{ "pages": ["a"] }',
        'app.js': 'App({})',
        'a.js': 'Page({})',
        'a.wxml': '<view/>',
        'a.json': JSON.stringify({
          usingComponents: Object.fromEntries(parts.map((path, index) => [`c-${index}`, path])),
        }),
        ...Object.fromEntries(
          parts.flatMap((path) => [
            [`${path}.json`, '{ "component": true }'],
            [`${path}.js`, 'Component({})'],
            [`${path}.wxml`, '<view/>'],
            [`${path}.wxss`, '.x { top: 0 }'],
          ]),
        ),
      }),
    );
    let scopes: unknown[] = [];
    new Function('xinshi', code)({
      start: ({ styleSheets }: { styleSheets: Record<string, { scope?: string }> }) => {
        scopes = Object.values(styleSheets).map(({ scope }) => scope);
      },
    });
    expect(scopes).toHaveLength(parts.length);
    expect(new Set(scopes).size).toBe(parts.length);
  });
});
