/**
 * `node --import tsx scripts/build/tabIcons.ts`: draws the tab bar's pictures into miniprogram/images/. WeChat takes
 * no SVG there (framework app.json tabBar: 81 × 81 pixels, at most 40 KB), so the pictures are in git; run it when
 * a tab is added.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium } from '../project/chromium';
import { miniprogramSources, projectRoot } from '../project/paths';

const TABS = ['home', 'notification', 'mail', 'user'];
// Each stands out on the light bar and on the dark one.
const COLOURS = { '': '#8a8a8a', '-selected': '#07a854' };

async function main(): Promise<void> {
  const browser = await launchChromium();
  const page = await browser.newPage({ viewport: { width: 81, height: 81 } });
  for (const tab of TABS) {
    const svg = readFileSync(join(projectRoot, 'scripts/build/icons', `${tab}.svg`), 'utf8');
    for (const [suffix, colour] of Object.entries(COLOURS)) {
      await page.setContent(
        `<style>body{margin:0;background:transparent}svg{width:81px;height:81px;display:block}</style>${svg.replaceAll('#000', colour)}`,
      );
      const path = join(miniprogramSources, 'images', `${tab}${suffix}.png`);
      await page.screenshot({ path, omitBackground: true });
    }
  }
  await browser.close();
}

void main();
