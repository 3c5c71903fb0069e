/** Access tokens shared by all instances: one of them gets a new one, the others wait for it or go on with the old. */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../platform/clock';
import { type Collection, command } from '../platform/database';
import { log } from '../platform/log';
import { explainsItself } from '../platform/result';
import type { TokenSource } from '../wechat/httpsTransport';
import type { StableToken } from '../wechat/stableToken';
import { tokenFailure, WechatError } from '../wechat/wechatError';
import { type Credentials, seal, type Token, unseal } from './sealedToken';
import { emptyDocument, type TokenDocument } from './tokenDocument';

export interface TokenSettings {
  credentials: Credentials;
  documents: Collection<TokenDocument>;
  clock: Clock;
  /** Asks WeChat. @throws WechatError with the outcome `refused` */
  fetchToken(forceRefresh: boolean): Promise<StableToken>;
}

const MINUTE_MS = 60_000;
/** From 5 minutes before its end WeChat gives a new token, and the old one holds until then (FACTS.md, 7). */
const EARLY_MS = 5 * MINUTE_MS;
/** A token that ends sooner is not used for a new call. */
const MARGIN_MS = 10_000;
/** When WeChat still gives the old token in its last 5 minutes: after how long to ask again. */
const RETRY_MS = 15_000;
/** Longer than two requests for a token (3 seconds each) take. */
const LEASE_MS = 8_000;
/** A lease that lasts longer was taken by a clock that is wrong, and holds nobody up. */
const WRONG_LEASE_MS = MINUTE_MS;
/** How those who wait look, and for how long: as long as a lease lasts, and a request more. */
const POLL_MS = 150;
const POLLS = 80;
/** WeChat's limits of force_refresh. */
const FORCED_PER_DAY = 20;
const FORCED_APART_MS = 30_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

export function createTokens({ credentials, documents, clock, fetchToken }: TokenSettings): TokenSource {
  const { appid } = credentials;
  /** What this instance knows without asking the database. */
  let known: (Token & { refreshAt: number }) | undefined;
  /** By the token refused. A function may make a hundred calls at once: they ask once, too. */
  const underWay = new Map<string | undefined, Promise<string | undefined>>();

  async function read(): Promise<TokenDocument> {
    const found = await documents.get(appid);
    if (found) return found;
    const empty = emptyDocument(appid);
    try {
      await documents.add(empty);
      return empty;
    } catch (error) {
      // Another instance was first, and then its document is the one, or a user has written one of this name.
      const other = await documents.get(appid);
      if (other) return other;
      log.error('the document of the access token is not readable: written anew', { error });
      await documents.put(empty);
      return empty;
    }
  }

  const holds = (token: Token | undefined): token is Token =>
    token !== undefined && token.expiresAt - MARGIN_MS > clock.now();

  /** The document's token, if it can be used in place of `refused`. */
  function usable({ sealed }: TokenDocument, refused: string | undefined): Token | undefined {
    const token = unseal(sealed, credentials);
    return holds(token) && token.token !== refused ? token : undefined;
  }

  function remember(token: Token, refreshAt: number): string {
    known = { ...token, refreshAt };
    return token.token;
  }

  /** @returns whether this instance now is the one that gets a token: of all that ask, one */
  async function takeLease(owner: string): Promise<boolean> {
    const now = clock.now();
    const free = { _id: appid, leaseUntil: command.lte(now).or(command.gt(now + WRONG_LEASE_MS)) };
    return (await documents.update(free, { leaseOwner: owner, leaseUntil: now + LEASE_MS })) === 1;
  }

  /** Writes what came of a lease, if it has not passed to another instance meanwhile. */
  async function endLease(owner: string, change: Partial<TokenDocument>): Promise<void> {
    await documents.update({ _id: appid, leaseOwner: owner }, { ...change, leaseOwner: '', leaseUntil: 0 });
  }

  /** Under the lease: asks WeChat for a token other than `refused`. */
  async function renew(owner: string, refused: string | undefined): Promise<string | undefined> {
    // Read again: between the first look and the lease another instance may have been through with it.
    const document = await read();
    const present = usable(document, refused);
    if (present && clock.now() < document.refreshAt) {
      await endLease(owner, {});
      return remember(present, document.refreshAt);
    }
    try {
      const fetched = await fetchOther(owner, document, refused);
      if (fetched === undefined) {
        await endLease(owner, { failedAt: clock.now(), failedCode: 0, failedText: '' });
        return undefined;
      }
      const now = clock.now();
      const token = { token: fetched.token, expiresAt: now + fetched.expiresInMs };
      const refreshAt = Math.max(token.expiresAt - EARLY_MS, now + RETRY_MS);
      await endLease(owner, { sealed: seal(token, credentials), refreshAt });
      return remember(token, refreshAt);
    } catch (error) {
      const { errCode = 0, errMsg = '' } = error instanceof WechatError ? error.wechat : {};
      await endLease(owner, { failedAt: clock.now(), failedCode: errCode, failedText: errMsg });
      // While the old one holds, its last minutes are better than nothing.
      if (present) return remember(present, clock.now() + RETRY_MS);
      throw error;
    }
  }

  async function fetchOther(
    owner: string,
    { forcedAt }: TokenDocument,
    refused: string | undefined,
  ): Promise<StableToken | undefined> {
    // Mostly WeChat has a newer one already: force_refresh is scarce, and ends a token that others may be using.
    const fetched = await fetchToken(false);
    if (fetched.token !== refused) return fetched;
    const now = clock.now();
    const recent = forcedAt.filter((at) => at > now - DAY_MS);
    if (recent.length >= FORCED_PER_DAY || recent.some((at) => at > now - FORCED_APART_MS)) return undefined;
    // Counted before: an instance that dies meanwhile may have used it. One that was frozen has lost its lease, and
    // would end the token that the next one got.
    const own = { _id: appid, leaseOwner: owner };
    if ((await documents.update(own, { forcedAt: [...recent, now] })) === 0) return undefined;
    const forced = await fetchToken(true);
    return forced.token === refused ? undefined : forced;
  }

  /** What came of the attempt that this instance waited for. */
  function sameAs({ failedCode, failedText }: TokenDocument): undefined {
    if (failedText === '') return undefined;
    throw tokenFailure({ errCode: failedCode, errMsg: failedText });
  }

  /** @returns a token other than `refused`; undefined when there is none to be had now */
  async function obtain(refused: string | undefined): Promise<string | undefined> {
    const startedAt = clock.now();
    const owner = randomUUID();
    for (let poll = 0; poll < POLLS; poll += 1) {
      const document = await read();
      const token = usable(document, refused);
      if (token && clock.now() < document.refreshAt) return remember(token, document.refreshAt);
      if (poll > 0 && document.failedAt >= startedAt) return sameAs(document);
      if (await takeLease(owner)) return renew(owner, refused);
      // Another instance is getting one, and meanwhile this one holds.
      if (token) return token.token;
      await wait(POLL_MS);
    }
    throw tokenFailure({ errMsg: 'getStableAccessToken:fail another instance is getting one' });
  }

  /** What the database failed with says nothing of the call that wants a token: that was not made. */
  function asTokenFailure(error: unknown): never {
    if (explainsItself(error)) throw error;
    log.error('the document of the access token could not be read or written', { error });
    throw tokenFailure({ errMsg: 'getStableAccessToken:fail the database does not answer' });
  }

  function shared(refused: string | undefined): Promise<string | undefined> {
    const joined = underWay.get(refused);
    if (joined) return joined;
    const own = obtain(refused)
      .catch(asTokenFailure)
      .finally(() => underWay.delete(refused));
    underWay.set(refused, own);
    return own;
  }

  return {
    async get() {
      if (known && holds(known) && clock.now() < known.refreshAt) return known.token;
      const token = await shared(undefined);
      if (token === undefined) throw tokenFailure({ errMsg: 'getStableAccessToken:fail no token to be had' });
      return token;
    },
    async replace(refused) {
      if (known && known.token !== refused && holds(known)) return known.token;
      known = undefined;
      return shared(refused);
    },
  };
}
