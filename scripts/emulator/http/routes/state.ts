/** The state as a whole: taken as one file, put in the place of what is there, emptied. */
import type { FastifyInstance } from 'fastify';
import { Refusal } from '../../refusal/refusal';

export interface WholeState {
  exportState(): string;
  /** @throws Error that says what is wrong with the text */
  importState(text: string): Promise<void>;
  reset(): Promise<void>;
}

/** Bytes; what a text of JavaScript can hold, less some room. */
const STATE_LIMIT = 400 * 1024 * 1024;

export function registerState(app: FastifyInstance, state: WholeState): void {
  app.get('/emulator/state', async (_, reply) =>
    reply
      .header('content-disposition', 'attachment; filename="xinshi-state.jsonl"')
      .type('application/jsonl; charset=utf-8')
      .send(state.exportState()),
  );

  app.register(async (scope) => {
    // The file is taken whatever its type is called: curl says nothing, or application/x-www-form-urlencoded.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser<string>('*', { parseAs: 'string' }, (_, body, done) => done(null, body));
    scope.put<{ Body: string | undefined }>(
      '/emulator/state',
      { bodyLimit: STATE_LIMIT },
      async (request) => {
        try {
          await state.importState(request.body ?? '');
        } catch (error) {
          throw new Refusal(400, 'INVALID_STATE', (error as Error).message);
        }
        return { status: 'ok' };
      },
    );
  });

  app.post('/emulator/reset', async () => {
    await state.reset();
    return { status: 'ok' };
  });
}
