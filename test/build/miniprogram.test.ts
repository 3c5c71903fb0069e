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

/** Every icon that a page names is drawn; one without a picture is an empty square. */
describe('the icons that the mini-program names', () => {
  const drawn = readdirSync(icons).map((file) => file.replace('.svg', ''));
  const pages = readdirSync(miniprogramSources, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.wxml') && !file.startsWith('miniprogram_npm'))
    .map((file) => ({ file, text: readFileSync(join(miniprogramSources, file), 'utf8') }));
  const named = pages.flatMap(({ file, text }) =>
    [...text.matchAll(/<t-icon[^>]*?\sname="([\w-]+)"|(?:left-icon|right-icon|\sicon)="([\w-]+)"/g)].map(
      (match) => [match[1] ?? match[2] ?? '', file] as const,
    ),
  );
  it.each(named)('%s, in %s', (icon) => {
    expect(drawn).toContain(icon);
  });
});
