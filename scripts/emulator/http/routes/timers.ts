/** `/emulator/timers`: when the functions' timers are due, and running one by hand. */
import type { FastifyInstance } from 'fastify';
import type { CallResult } from '../../contract';
import type { Timers } from '../../instances/timers/timers';
import { refuseFailure } from '../callFailure';

export function registerTimers(app: FastifyInstance, timers: Timers): void {
  app.get('/emulator/timers', () => timers.list());

  app.post<{ Params: { functionName: string; trigger: string } }>(
    '/emulator/timers/:functionName/:trigger/run',
    async (request): Promise<Omit<CallResult, 'errMsg'>> => {
      const outcome = await timers.run(request.params.functionName, request.params.trigger);
      if (!outcome.ok) throw refuseFailure(outcome.failure, outcome.requestId);
      return { result: JSON.parse(outcome.result), requestID: outcome.requestId };
    },
  );
}
