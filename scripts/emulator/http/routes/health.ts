/** Whether the emulator serves, and which functions it has. */
import type { FastifyInstance } from 'fastify';
import type { Catalogue } from '../../instances/catalogue';

export function registerHealth(app: FastifyInstance, catalogue: Catalogue): void {
  app.get('/emulator/health', async () => ({ status: 'ok', functions: catalogue.names() }));
}
