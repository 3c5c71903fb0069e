/** Where faults can strike: every call that has a name, and the kind of place that it goes to. */

/** Each kind of place has faults of its own. */
export type Place = 'wechat' | 'cloud' | 'push' | 'phone';

/** By the part of the name before its dot, and what may stand after it. */
const GROUPS = new Map<string, { place: Place; calls: readonly string[] }>([
  [
    'subscribeMessage',
    {
      place: 'wechat',
      calls: [
        'send',
        ...['addTemplate', 'deleteTemplate', 'getCategory', 'getTemplateList'],
        ...['getPubTemplateKeyWordsById', 'getPubTemplateTitleList'],
      ],
    },
  ],
  ['uniformMessage', { place: 'wechat', calls: ['send'] }],
  [
    'customerServiceMessage',
    { place: 'wechat', calls: ['send', 'setTyping', 'uploadTempMedia', 'getTempMedia'] },
  ],
  ['getAccessToken', { place: 'wechat', calls: [] }],
  ['getStableAccessToken', { place: 'wechat', calls: [] }],
  [
    'database',
    {
      place: 'cloud',
      calls: [
        ...['addCollection', 'insertDocument', 'getDocument', 'calculateDocument', 'aggregateDocuments'],
        ...['modifyDocument', 'modifyAndReturnDoc', 'removeDocument'],
        ...['startTransaction', 'commitTransaction', 'abortTransaction'],
      ],
    },
  ],
  ['functions', { place: 'cloud', calls: ['invokeFunction'] }],
  ['storage', { place: 'cloud', calls: ['getUploadMetadata', 'batchGetDownloadUrl', 'batchDeleteFile'] }],
  [
    'push',
    {
      place: 'push',
      calls: [
        ...['text', 'image', 'miniprogrampage', 'user_enter_tempsession'],
        ...['subscribe_msg_popup_event', 'subscribe_msg_change_event', 'subscribe_msg_sent_event'],
      ],
    },
  ],
  ['requestSubscribeMessage', { place: 'phone', calls: [] }],
]);

/** The full names of all calls: `subscribeMessage.send`, `getAccessToken`. */
export const CALLS: readonly string[] = [...GROUPS].flatMap(([group, { calls }]) =>
  calls.length === 0 ? [group] : calls.map((call) => `${group}.${call}`),
);

const known = new Set([...GROUPS.keys(), ...CALLS]);

/** Whether a rule may name this: a call, or a group of calls. */
export const isKnown = (name: string): boolean => known.has(name);

/** What a rule may name, near what it does name: the calls of its group, or the groups. */
export function namesNear(name: string): string[] {
  const [group = ''] = name.split('.');
  const calls = GROUPS.get(group)?.calls ?? [];
  return calls.length > 0 ? calls.map((call) => `${group}.${call}`) : [...GROUPS.keys()];
}

/** Undefined for a name of none of the groups. */
export const placeOf = (name: string): Place | undefined => GROUPS.get(name.split('.')[0] ?? '')?.place;
