/** What WeChat does with the folder when it is opened in DevTools and uploaded. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { miniprogramSources } from '../../scripts/project/paths';
import { temporaryFolder } from '../temporaryFolder';

/** WeChat's wcc and wcsc, as its package brings them: programs for x64. @throws Error with file, line and column */
interface WeChatCompilers {
  wxmlToJs(folder: string): string;
  wxssToJs(folder: string): string;
}
const { wxmlToJs, wxssToJs } = jest.requireActual<WeChatCompilers>('miniprogram-compiler');

describe('WeChat’s own compilers', () => {
  it('take every template', () => {
    expect(wxmlToJs(miniprogramSources)).toContain('pages/home/home.wxml');
  });

  it('take every style sheet', () => {
    expect(wxssToJs(miniprogramSources)).toContain('pages/home/home.wxss');
  });

  it('refuse a template with a tag that is not closed', () => {
    const broken = temporaryFolder({ 'page.wxml': '<view><text></view>' });
    expect(() => wxmlToJs(broken)).toThrow('page.wxml:1:');
  });
});

it('the package is under 600 KB', () => {
  const bytes = readdirSync(miniprogramSources, { recursive: true, encoding: 'utf8' })
    .map((file) => statSync(join(miniprogramSources, file)))
    .filter((file) => file.isFile())
    .reduce((sum, { size }) => sum + size, 0);
  expect(bytes).toBeLessThan(600 * 1024);
});
