/** What axe finds wrong for people who hear a page, or steer it without a finger. */
import { source } from 'axe-core';
import type { Frame, Page } from 'playwright-core';

interface AxeResults {
  violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[];
}

// The browser's own, once axe is there; the tests' types have neither.
declare const axe: { run(context: unknown, options: object): Promise<AxeResults> };
declare const document: { getAnimations(): (object & { finish(): void })[] };
declare const CSSTransition: new () => object;

/** Serious and critical findings in the mini-program's page that is shown: `rule: element`. */
export async function seriousFindings(phone: Page): Promise<string[]> {
  const [, frame] = phone.frames();
  if (frame === undefined) throw new Error('the phone shows no mini-program');
  return seriousFindingsIn(frame);
}

/** Serious and critical findings in what this frame shows: `rule: element`. */
export async function seriousFindingsIn(frame: Frame): Promise<string[]> {
  // Evaluated by the debugger, which a page's policy does not bind.
  await frame.evaluate(source);
  // A colour on its way to another one is no finding.
  await frame.evaluate(() => {
    for (const each of document.getAnimations()) if (each instanceof CSSTransition) each.finish();
  });
  const { violations } = await frame.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}
