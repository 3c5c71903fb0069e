import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { copySharedModules, packComponents } from '../../scripts/build/miniprogram';
import { functionSources, miniprogramSources, projectRoot } from '../../scripts/project/paths';
import { temporaryFolder } from '../temporaryFolder';

const icons = join(projectRoot, 'scripts/build/icons');
const nodeModules = join(projectRoot, 'node_modules');

describe('packComponents', () => {
  it('lets an icon be drawn without a network', () => {
    const miniprogram = temporaryFolder({
      'app.json': JSON.stringify({ usingComponents: { 't-icon': 'tdesign-miniprogram/icon/icon' } }),
    });
    packComponents(miniprogram, nodeModules, icons);

    const place = join(miniprogram, 'miniprogram_npm/tdesign-miniprogram');
    const sheet = readFileSync(join(place, 'icon/icon.wxss'), 'utf8');
    expect(sheet).toContain('.t-icon-chevron-right:before');
    expect(sheet.replaceAll(/url\("data:[^"]*"\)/g, '')).not.toMatch(/url\(|https?:/);
    expect(readdirSync(place)).toContain('LICENSE');
  });

  it('removes what is not used any more', () => {
    const miniprogram = temporaryFolder({
      'app.json': '{}',
      'miniprogram_npm/tdesign-miniprogram/old/old.js': '',
    });
    packComponents(miniprogram, nodeModules, icons);
    expect(readdirSync(join(miniprogram, 'miniprogram_npm/tdesign-miniprogram'))).toEqual(['LICENSE']);
  });
});

describe('copySharedModules', () => {
  const filesIn = (folder: string) =>
    Object.fromEntries(
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
    );

  it('makes what the mini-program has in git; `npm run build` writes it anew', () => {
    const place = temporaryFolder({ 'templates/gone.ts': '' });
    copySharedModules(join(functionSources, 'shared'), place);
    expect(filesIn(join(miniprogramSources, 'shared'))).toEqual(filesIn(place));
  });

  it('refuses a module that imports what the mini-program does not have', () => {
    const shared = temporaryFolder({ 'templates/fieldRules.ts': "import { parse } from 'valibot';" });
    expect(() => copySharedModules(shared, temporaryFolder())).toThrow(
      'templates/fieldRules.ts imports valibot',
    );
  });
});

const textsOf = (ending: string, isWanted: (file: string) => boolean) =>
  readdirSync(miniprogramSources, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending) && isWanted(file))
    .map((file) => ({ file, text: readFileSync(join(miniprogramSources, file), 'utf8') }));
const isLibrary = (file: string) => file.startsWith('miniprogram_npm');

/** `send`, or those that an expression gives: `{{open ? 'chevron-down' : 'add'}}`. */
const iconsIn = (value: string) =>
  value.includes('{{') ? [...value.matchAll(/[?:|] '([\w-]+)'/g)].map(([, name = '']) => name) : [value];

describe('the icons', () => {
  const drawn = readdirSync(icons).map((file) => file.replace('.svg', ''));
  const named = textsOf('.wxml', (file) => !isLibrary(file)).flatMap(({ file, text }) =>
    [...text.matchAll(/<t-icon[^>]*?\sname="([^"]+)"|(?:left-icon|right-icon|\sicon)="([^"]+)"/g)]
      .flatMap(([, name, icon]) => iconsIn(name ?? icon ?? ''))
      .map((icon) => [icon, file] as const),
  );

  /** One without a picture is an empty square. */
  it.each(named)('have %s, in %s', (icon) => {
    expect(drawn).toContain(icon);
  });

  it('are those that a page, the tab bar or the library names, and no others', () => {
    const pages = new Set(named.map(([icon]) => icon));
    const tabs = readFileSync(join(miniprogramSources, 'app.json'), 'utf8');
    const library = textsOf('.js', isLibrary)
      .map(({ text }) => text)
      .join('\n');
    const unused = drawn.filter(
      (icon) => !pages.has(icon) && !tabs.includes(`images/${icon}.png`) && !library.includes(`"${icon}"`),
    );
    expect(unused).toEqual([]);
  });
});
