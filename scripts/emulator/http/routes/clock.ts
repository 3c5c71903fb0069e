/** The emulator's clock: read it, move it. */
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { parse } from '../../refusal/parse';
import { Refusal } from '../../refusal/refusal';
import type { Clock } from '../../state/clock';

/** JavaScript's dates end in 275760, and code that expects four digits of a year breaks before. */
const LAST_TIME = Date.UTC(10_000, 0) - 1;

const Time = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LAST_TIME));
const Move = v.union(
  [v.strictObject({ advanceMs: Time }), v.strictObject({ now: Time })],
  'either { advanceMs } or { now }: whole milliseconds, not negative',
);

export function registerClock(app: FastifyInstance, clock: Clock): void {
  app.get('/emulator/clock', async () => clock.reading());
  app.post('/emulator/clock', async (request) => {
    const move = parse(Move, request.body);
    const now = 'now' in move ? move.now : clock.now() + move.advanceMs;
    if (now > LAST_TIME)
      throw new Refusal(400, 'INVALID_REQUEST', 'the clock cannot go beyond the year 9999');
    if ('advanceMs' in move) clock.advance(move.advanceMs);
    else clock.set(move.now);
    return clock.reading();
  });
}
