/** `/emulator/functions`: which functions there are, and the processes that serve them. */
import type { FastifyInstance } from 'fastify';
import type { FunctionSummary } from '../../contract';
import type { Catalogue } from '../../instances/catalogue';
import type { Invoker } from '../../instances/invoker';

export function registerFunctions(app: FastifyInstance, catalogue: Catalogue, invoker: Invoker): void {
  app.get(
    '/emulator/functions',
    (): Promise<FunctionSummary[]> =>
      Promise.all(
        catalogue.names().map(async (name) => ({
          name,
          ...(await settingsOf(catalogue, name)),
          ...invoker.instancesOf(name),
        })),
      ),
  );
}

async function settingsOf(
  catalogue: Catalogue,
  name: string,
): Promise<Pick<FunctionSummary, 'timeout' | 'memorySize' | 'openapi' | 'error'>> {
  const unknown = { timeout: 0, memorySize: 0, openapi: [] };
  try {
    const entry = await catalogue.find(name);
    if (entry === undefined) return { ...unknown, error: `The function ${name} is not there any more` };
    const { settings, openapi } = entry;
    return { timeout: settings.timeout, memorySize: settings.memorySize, openapi };
  } catch (error) {
    return { ...unknown, error: (error as Error).message };
  }
}
