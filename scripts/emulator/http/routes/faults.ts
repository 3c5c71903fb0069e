/** `/emulator/faults`: what goes wrong on purpose. */
import type { FastifyInstance } from 'fastify';
import type { Faults } from '../../faults/faults';
import { FaultSettingsSchema } from '../../faults/rules';
import { parse } from '../../refusal/parse';

export function registerFaults(app: FastifyInstance, faults: Faults): void {
  app.get('/emulator/faults', async () => faults.settings());

  app.put('/emulator/faults', async (request) => {
    faults.replace(parse(FaultSettingsSchema, request.body));
    return faults.settings();
  });
}
