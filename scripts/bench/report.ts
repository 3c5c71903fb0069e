/** What a benchmark found: a row a thing, each against its peer of the same run. */
import type { Summary } from './timings';

export interface Finding {
  what: string;
  ours: Summary;
  peer: { name: string } & Summary;
  /** What was promised, and whether this run kept it. */
  target?: { text: string; kept: boolean };
}

export function printFindings(findings: readonly Finding[]): void {
  for (const { what, ours, peer, target } of findings) {
    const ratio = ours.medianMs / peer.medianMs;
    console.log(what);
    console.log(`  ours   median ${milliseconds(ours.medianMs)}  p99 ${milliseconds(ours.p99Ms)}`);
    console.log(
      `  peer   median ${milliseconds(peer.medianMs)}  p99 ${milliseconds(peer.p99Ms)}  (${peer.name})`,
    );
    console.log(`  ratio  ${ratio.toFixed(2)}`);
    if (target !== undefined) console.log(`  ${target.kept ? '✓' : '✗'} ${target.text}`);
    console.log();
  }
}

const milliseconds = (ms: number) => `${ms.toFixed(3).padStart(9)} ms`;
