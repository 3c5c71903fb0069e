/** The emulator's clock: read it, move it. */
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import type { Clock } from '../../state/clock';
import { parse } from '../parse';

const Time = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15));
const Move = v.union(
  [v.strictObject({ advanceMs: Time }), v.strictObject({ now: Time })],
  'either { advanceMs } or { now }: whole milliseconds, not negative',
);

export function registerClock(app: FastifyInstance, clock: Clock): void {
  app.get('/emulator/clock', async () => clock.reading());
  app.post('/emulator/clock', async (request) => {
    const move = parse(Move, request.body);
    if ('advanceMs' in move) clock.advance(move.advanceMs);
    else clock.set(move.now);
    return clock.reading();
  });
}
