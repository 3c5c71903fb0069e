/** How much the emulator adds to a call of wx-server-sdk, over a server that answers the same bytes and does nothing. */
import type { PushSettings } from '../emulator/contract';
import { createEmulator } from '../emulator/emulator';
import { createEmulatorClient } from '../project/emulatorClient';
import { LI_LEI, SHUTTLE_ARRIVING } from '../project/seed';
import { startCannedServer } from './cannedServer';
import type { Finding } from './report';
import { type SdkCall, type TimedCalls, writeSdkFunctions } from './sdkFunction';
import { summarise } from './timings';

const ROUNDS = 8;
const CALLS_A_ROUND = 100;
const ADDED_MS_TARGET = 2;

const WHAT: Record<SdkCall, string> = {
  send: 'cloud call: openapi.subscribeMessage.send on a warm instance',
  get: 'database read: doc().get()',
  add: 'database write: collection().add()',
};

export async function benchSdkCalls(): Promise<Finding[]> {
  const { functions, remove } = writeSdkFunctions();
  const emulator = await createEmulator({ functions, port: 0 });
  const client = createEmulatorClient(() => emulator.url);
  const time = async (calls: Pick<TimedCalls, 'what' | 'times' | 'gatewayUrl'>) => {
    const data = { ...calls, openid: LI_LEI, tmplId: SHUTTLE_ARRIVING };
    return client.call<number[]>(LI_LEI, 'time', data);
  };

  try {
    // The receipt that WeChat pushes after a send is another call, not part of this one.
    const push = await client.get<PushSettings>('/emulator/push');
    await client.send('PUT', '/emulator/push', { ...push, routes: [] });
    // Long-term: one answer on the panel is enough for every send.
    await client.send('POST', `/emulator/users/${LI_LEI}/subscribe`, { tmplIds: [SHUTTLE_ARRIVING] });
    await client.call(LI_LEI, 'prepare');
    const findings: Finding[] = [];
    for (const what of ['send', 'get', 'add'] as const)
      findings.push(await compare(what, emulator.url, time));
    return findings;
  } finally {
    await emulator.close();
    remove();
  }
}

type Time = (calls: Pick<TimedCalls, 'what' | 'times' | 'gatewayUrl'>) => Promise<number[]>;

/** Ours and the peer in turn, so that a change in the machine's speed meets both. */
async function compare(what: SdkCall, url: string, time: Time): Promise<Finding> {
  const gatewayUrl = `${url}/admin`;
  const canned = await startCannedServer(gatewayUrl);
  const ours: number[] = [];
  const peer: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const gateway = await time({ what, times: CALLS_A_ROUND, gatewayUrl });
    const bare = await time({ what, times: CALLS_A_ROUND, gatewayUrl: canned.url });
    // The first round warms both up.
    if (round === 0) continue;
    ours.push(...gateway);
    peer.push(...bare);
  }
  canned.close();
  const [oursSummary, peerSummary] = [summarise(ours), summarise(peer)];
  const addedMs = oursSummary.medianMs - peerSummary.medianMs;
  return {
    what: WHAT[what],
    ours: oursSummary,
    peer: { name: 'empty HTTP server answering the same bytes', ...peerSummary },
    target: {
      text: `the emulator adds ${addedMs.toFixed(3)} ms at the median; target: under ${ADDED_MS_TARGET} ms`,
      kept: addedMs < ADDED_MS_TARGET,
    },
  };
}
