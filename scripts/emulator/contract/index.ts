/**
 * What goes over the emulator's HTTP addresses, in types: shared by the server, the phone and tests.
 * Nothing here runs. Times are milliseconds since 1970.
 */
export type * from './chat';
export type * from './clock';
export type * from './cloud';
export type * from './database';
export type * from './error';
export type * from './events';
export type * from './faults';
export type * from './journal';
export type * from './miniProgram';
export type * from './moments';
export type * from './subscriptions';
