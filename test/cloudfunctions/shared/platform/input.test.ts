import * as v from 'valibot';
import { parseInput, text } from '../../../../cloudfunctions/shared/platform/input';

const schema = v.strictObject({ to: text(4), data: v.exactOptional(v.record(v.string(), v.unknown())) });

const refused = (message: string | RegExp) =>
  expect.objectContaining({ code: 'INVALID_INPUT', message: expect.stringMatching(message) });

function nested(depth: number): unknown {
  return depth === 0 ? 'x' : { deeper: nested(depth - 1) };
}

describe('parseInput', () => {
  it('takes off what the platform adds', () => {
    const event = { to: 'o1', userInfo: { appId: 'wx1', openId: 'o2' }, tcbContext: {} };
    expect(parseInput(schema, event)).toEqual({ to: 'o1' });
  });

  it('takes a missing event for an empty one', () => {
    expect(parseInput(v.strictObject({}), undefined)).toEqual({});
  });

  it.each([
    ['is missing', {}, /^to: /],
    ['is empty', { to: '' }, /^to: must not be empty/],
    ['is too long', { to: 'o1234' }, /^to: must have at most 4 characters/],
    ['has the wrong type', { to: 5 }, /^to: /],
    ['is not known', { to: 'o1', from: 'o2' }, /^from: /],
  ])('names a field that %s', (_what, event, message) => {
    expect(() => parseInput(schema, event)).toThrow(refused(message));
  });

  it.each(['text', 5, [], [{ to: 'o1' }], true])('refuses an event that is no object: %j', (event) => {
    expect(() => parseInput(schema, event)).toThrow(refused(/./));
  });

  it.each([
    ['is nested too deep', nested(50), /levels deep/],
    [
      'has too many values',
      Object.fromEntries(Array.from({ length: 2_000 }, (_, n) => [`k${n}`, 1])),
      /values/,
    ],
    ['is too long', { text: 'x'.repeat(30_000) }, /characters/],
    ['has names that are too long', { ['x'.repeat(30_000)]: 1 }, /characters/],
  ])('refuses an input that %s', (_what, data, message) => {
    expect(() => parseInput(schema, { to: 'o1', data })).toThrow(refused(message));
  });

  it.each(['__proto__', 'constructor', 'prototype'])('refuses a field named %s, at any depth', (name) => {
    const event: unknown = JSON.parse(
      `{ "to": "o1", "data": { "deeper": { "${name}": { "polluted": true } } } }`,
    );
    expect(() => parseInput(schema, event)).toThrow(refused(name));
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('takes as much as a function says that it takes', () => {
    const data = Object.fromEntries(Array.from({ length: 2_000 }, (_, n) => [`k${n}`, 1]));
    expect(() => parseInput(schema, { to: 'o1', data }, { values: 3_000 })).not.toThrow();
  });

  it('survives an input of 100,000 levels', () => {
    let deep: unknown = 'x';
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    expect(() => parseInput(schema, { to: 'o1', data: deep })).toThrow(refused(/levels deep/));
  });
});
