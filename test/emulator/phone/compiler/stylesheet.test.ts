import { compileSelector, compileStyleSheet } from '../../../../scripts/emulator/phone/compiler/stylesheet';

const sourceOf = (files: Record<string, string>) => ({
  packages: { copied: [], packed: [], missing: [] },
  folder: '',
  read: async (file: string) => files[file],
});

const compile = (files: Record<string, string>, options: { scope?: string; darkmode?: boolean } = {}) =>
  compileStyleSheet(sourceOf(files), 'a.wxss', { darkmode: true, ...options });

describe('compileSelector', () => {
  it.each([
    ['.a', '.x--a'],
    ['.a .b:hover::after', '.x--a .x--b:hover::after'],
    ['view.a.b > text', 'wx-view.x--a.x--b > wx-text'],
    ['t-card switch:checked', 't-card wx-switch:checked'],
    ['.a[data-b=".c"]', '.x--a[data-b=".c"]'],
    [':host(.a)', '[wx-host="x"]:is(.x--a)'],
    [':host', '[wx-host="x"]'],
    ['#a', '#a'],
    // HTML's own look is none of a mini-program's.
    ['page h2, div > .a:nth-child(odd)', 'page wx-h2, wx-div > .x--a:nth-child(odd)'],
    // As style sheets write it that change what WeChat's own sheet says.
    ['wx-button[disabled]:not([type])', 'wx-button[disabled]:not([type])'],
  ])('%s is %s', (written, css) => {
    expect(compileSelector(written, 'x')).toBe(css);
  });
});

describe('compileStyleSheet', () => {
  it('answers undefined when there is no such file', async () => {
    expect(await compile({})).toBeUndefined();
  });

  it('puts imported files in place, relative ones and those from the root', async () => {
    const css = await compile({
      'a.wxss': '@import "./b/b.wxss"; .a { top: 0 }',
      'b/b.wxss': "@import '/c'; .b { width: 75rpx }",
      'c.wxss': '.c { top: 1px }',
    });
    expect(css?.replaceAll(/\s+/g, ' ')).toBe('.c { top: 1px } .b { width: 10vw } .a { top: 0 }');
  });

  it('ends an import at the end of its line where the semicolon is missing, as WeChat does', async () => {
    const css = await compile({
      'a.wxss': "@import 'b.wxss'\n\nicon { top: 0 }",
      'b.wxss': '.b { top: 1px }',
    });
    expect(css?.replaceAll(/\s+/g, ' ')).toBe('.b { top: 1px } wx-icon { top: 0 }');
  });

  it('leaves out a file that imports itself', async () => {
    expect(await compile({ 'a.wxss': '@import "a.wxss"; .a { top: 0 }' })).toContain('.a');
  });

  it('names the place of an import that is missing', async () => {
    await expect(compile({ 'a.wxss': '.a {}\n@import "b.wxss";' })).rejects.toMatchObject({
      errors: [{ file: 'a.wxss', line: 2, column: 1, message: 'the imported file b.wxss is missing' }],
    });
  });

  it('does not follow an import out of the mini-program', async () => {
    await expect(compile({ 'a.wxss': '@import "../../etc/passwd";' })).rejects.toMatchObject({
      errors: [{ file: 'a.wxss' }],
    });
  });

  it('names the place of a syntax error', async () => {
    await expect(compile({ 'a.wxss': '.a {}\n.b { top: 0' })).rejects.toMatchObject({
      errors: [{ file: 'a.wxss', line: 2, message: 'Unclosed block', excerpt: '.b { top: 0' }],
    });
  });

  it('keeps dark mode only for a mini-program that follows it', async () => {
    const files = { 'a.wxss': '@media (prefers-color-scheme: dark) { .a { top: 0 } }' };
    expect(await compile(files)).toContain('prefers-color-scheme');
    expect(await compile(files, { darkmode: false })).toBe('');
  });

  it("scopes a component's classes and leaves keyframes alone", async () => {
    const css = await compile({ 'a.wxss': '.a { top: 0 } @keyframes k { 0.5% { top: 0 } }' }, { scope: 'x' });
    expect(css).toContain('.x--a');
    expect(css).toContain('0.5%');
  });
});
