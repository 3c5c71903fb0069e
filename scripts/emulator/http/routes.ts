/** Every address of the emulator but the phone's, each group in a file of its own. */
import type { FastifyInstance } from 'fastify';
import { type AdminDependencies, registerAdmin } from '../gateway/admin';
import type { Catalogue } from '../instances/catalogue';
import type { HttpAccess } from '../instances/httpAccess/httpAccess';
import type { Timers } from '../instances/timers/timers';
import { registerCall } from './routes/call';
import { registerChat } from './routes/chat';
import { registerClock } from './routes/clock';
import { registerDatabase } from './routes/database';
import { registerDesk } from './routes/desk';
import { registerFaults } from './routes/faults';
import { registerFunctions } from './routes/functions';
import { registerHealth } from './routes/health';
import { registerHttpAccess } from './routes/httpAccess';
import { registerHttpsApi } from './routes/httpsApi';
import { registerJournal } from './routes/journal';
import { registerMedia } from './routes/media';
import { registerMiniProgram } from './routes/miniProgram';
import { registerMoments } from './routes/moments';
import { registerPush } from './routes/push';
import { registerReplay } from './routes/replay';
import { registerState, type WholeState } from './routes/state';
import { registerStorage } from './routes/storage';
import { registerTemplates } from './routes/templates';
import { registerTimers } from './routes/timers';
import { registerUserDatabase } from './routes/userDatabase';
import { registerUserStorage } from './routes/userStorage';
import { registerUsers } from './routes/users';

export interface Served extends AdminDependencies {
  catalogue: Catalogue;
  httpAccess: HttpAccess;
  timers: Timers;
  state: WholeState;
}

export function registerRoutes(app: FastifyInstance, served: Served): void {
  const { catalogue, clock, database, faults, httpAccess, invoker, journal, state, storage, timers, wechat } =
    served;
  registerAdmin(app, served);
  registerHttpsApi(app, { wechat, journal, clock });
  registerStorage(app, storage);
  registerHttpAccess(app, httpAccess);
  registerHealth(app, catalogue);
  registerCall(app, wechat, invoker);
  registerUsers(app, wechat);
  registerUserDatabase(app, { wechat, database, faults });
  registerUserStorage(app, storage);
  registerTemplates(app, wechat);
  registerChat(app, wechat);
  registerDesk(app, wechat);
  registerMedia(app, wechat);
  registerMiniProgram(app, wechat);
  registerPush(app, wechat);
  registerTimers(app, timers);
  registerFunctions(app, catalogue, invoker);
  registerClock(app, clock);
  registerFaults(app, faults);
  registerState(app, state);
  registerJournal(app, journal);
  registerReplay(app, journal, wechat, invoker);
  registerMoments(app, wechat, timers, clock);
  registerDatabase(app, database);
}
