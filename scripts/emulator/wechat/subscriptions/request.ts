/** `wx.requestSubscribeMessage`: what the panel shows, and what the user's choices lead to. */
import type {
  SubscribeAnswer,
  SubscribeChoice,
  SubscribeFailure,
  SubscribePanel,
  SubscribeSuccess,
  Template,
} from '../../contract';
import { type Faults, type Hit, NO_HIT } from '../../faults/faults';
import { phoneErrorOf } from '../../faults/rules';
import type { Journal } from '../../journal/journal';
import { Refusal } from '../../refusal/refusal';
import type { Store } from '../../state/store';
import type { MiniProgramKeeper } from '../miniProgram';
import type { PushDelivery } from '../push/delivery';
import { popupEvent } from '../push/messages';
import type { Templates } from '../templates/templates';
import type { Subscriptions } from './subscriptions';

export interface SubscribeRequests {
  /** What the panel has to show for these templates before the user answers. */
  panel(openid: string, tmplIds: unknown): SubscribePanel;
  /**
   * The call once the panel is answered: grants, keeps, and pushes the popup event.
   *
   * The event comes only when a panel was shown: WeChat's guide speaks of it '当用户触发订阅消息弹框后' and says
   * nothing of calls that a kept choice answers.
   *
   * @param tmplIds as the mini-program gave them: wrong types fail as they do in WeChat
   * @throws {Refusal} 400 VOICE_NOT_OFFERED when `acceptWithAudio` is chosen and the panel did not offer it
   */
  request(openid: string, tmplIds: unknown, choices: PanelChoices): SubscribeSuccess | SubscribeFailure;
}

export interface PanelChoices {
  /** By template; one that is left out is accepted. */
  choices?: Record<string, SubscribeChoice> | undefined;
  alwaysKeep?: boolean | undefined;
}

/** Codes and texts: WeChat's documentation of wx.requestSubscribeMessage. */
const FAILURES = {
  empty: { errCode: 10001, text: "TmplIds can't be empty" },
  wrongType: { errCode: 10004, text: 'Invalid template id' },
  unknownTemplate: { errCode: 20001, text: 'No template data return, verify the template id exist' },
  mixedTypes: { errCode: 20002, text: 'Templates type must be same' },
  tooMany: { errCode: 20003, text: 'Templates count out of max bounds' },
  mainSwitchOff: { errCode: 20004, text: 'The main switch is switched off' },
  banned: { errCode: 20005, text: 'This mini program was banned from subscribing messages' },
} as const;

/** As the rules of faults call `wx.requestSubscribeMessage`. */
const REQUEST_NAME = 'requestSubscribeMessage';

/** The panel is answered before the request of 10003 (Request subscribe fail) is made. */
const failsBeforePanel = ({ fault }: Hit) => fault?.kind === 'error' && fault.errcode !== 10003;

/** What can be said before the user is asked. */
type Plan =
  | { failure: SubscribeFailure }
  | {
      failure?: never;
      /** All that were asked for, each once. */
      templates: Template[];
      /** Answers that need no panel. */
      settled: Map<string, SubscribeAnswer>;
      /** The panel's rows. */
      asked: Template[];
      voiceOffered: boolean;
    };

interface Parts {
  store: Store;
  journal: Journal;
  miniProgram: MiniProgramKeeper;
  templates: Templates;
  subscriptions: Subscriptions;
  push: PushDelivery;
  faults: Faults;
}

export function createSubscribeRequests(parts: Parts): SubscribeRequests {
  const { store, journal, miniProgram, templates, subscriptions, push, faults } = parts;

  /** @param hit the fault that befalls the request itself */
  function plan(openid: string, tmplIds: unknown, { fault }: Hit): Plan {
    if (tmplIds === undefined || tmplIds === null || isEmptyList(tmplIds)) return fail('empty');
    if (!isListOfIds(tmplIds)) return fail('wrongType');
    if (fault?.kind === 'error') return { failure: phoneErrorOf(fault) };
    if (miniProgram.get().subscribingBanned) return fail('banned');
    if (!subscriptions.mainSwitch(openid)) return fail('mainSwitchOff');
    const ids = [...new Set(tmplIds)];
    if (ids.length > miniProgram.get().maxTemplatesPerRequest) return fail('tooMany');
    const found = ids.map(templates.find).filter((template) => template !== undefined);
    if (found.length < ids.length) return fail('unknownTemplate');
    if (new Set(found.map(({ type }) => type)).size > 1) return fail('mixedTypes');

    const [only, ...others] = found;
    const voiceOffered = others.length === 0 && only?.voice === true;
    const settled = new Map<string, SubscribeAnswer>();
    const titles = new Set<string>();
    for (const template of found) {
      const answer = answerWithoutAsking(openid, template, { titles, voiceOffered });
      if (answer !== undefined) settled.set(template.tmplId, answer);
      titles.add(template.title);
    }
    const asked = found.filter(({ tmplId }) => !settled.has(tmplId));
    return { templates: found, settled, asked, voiceOffered };
  }

  function answerWithoutAsking(
    openid: string,
    { tmplId, title, type, banned }: Template,
    { titles, voiceOffered }: { titles: Set<string>; voiceOffered: boolean },
  ): SubscribeAnswer | undefined {
    // 每个 tmplId 对应的模板标题不能存在相同的，若出现相同的，只保留一个 (WeChat's documentation).
    if (titles.has(title)) return 'filter';
    if (banned) return 'ban';
    const { kept, open } = subscriptions.get(openid, tmplId);
    if (kept === 'acceptWithAudio' && !voiceOffered) return 'accept';
    if (kept !== undefined) return kept;
    // A long-term template is asked for once (developers' tables of what each state answers).
    return type === 3 && open ? 'accept' : undefined;
  }

  return {
    panel(openid, tmplIds) {
      const hit = faults.foresee(REQUEST_NAME);
      const planned = plan(openid, tmplIds, failsBeforePanel(hit) ? hit : NO_HIT);
      if (planned.failure !== undefined || planned.asked.length === 0) return { show: false };
      const rows = planned.asked.map(({ tmplId, title, type, fields }) => ({
        tmplId,
        title,
        type,
        example: fields.map(({ label, example }) => ({ label, value: example })),
        voiceOffered: planned.voiceOffered,
      }));
      return { show: true, rows, alwaysKeepOffered: true };
    },

    request(openid, tmplIds, { choices = {}, alwaysKeep = false }) {
      const planned = plan(openid, tmplIds, faults.draw(REQUEST_NAME));
      if (planned.failure !== undefined) return planned.failure;

      const chosen = new Map<string, SubscribeChoice>(
        planned.asked.map(({ tmplId }) => [tmplId, choiceFor(tmplId, choices)]),
      );
      if (!planned.voiceOffered && [...chosen.values()].includes('acceptWithAudio')) {
        throw new Refusal(
          400,
          'VOICE_NOT_OFFERED',
          'the panel offers 语音提醒 only for one template that has it',
        );
      }

      const answers = new Map<string, SubscribeAnswer>([...planned.settled, ...chosen]);
      store.transaction(() => {
        for (const template of planned.templates) {
          if (isAccept(answers.get(template.tmplId))) subscriptions.accept(openid, template);
        }
        if (!alwaysKeep) return;
        for (const [tmplId, choice] of chosen) subscriptions.keep(openid, tmplId, choice);
      });

      journal.announce({ type: 'setting', openid });
      if (chosen.size > 0) push.deliver(openid, popupEvent(chosen));
      const inOrderAsked = planned.templates.map(({ tmplId }) => [tmplId, answers.get(tmplId)]);
      return { errMsg: 'requestSubscribeMessage:ok', ...Object.fromEntries(inOrderAsked) };
    },
  };
}

function fail(reason: keyof typeof FAILURES): { failure: SubscribeFailure } {
  const { errCode, text } = FAILURES[reason];
  return { failure: { errMsg: `requestSubscribeMessage:fail ${text}`, errCode } };
}

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;

const isListOfIds = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((id) => typeof id === 'string' && id !== '');

const isAccept = (answer: SubscribeAnswer | undefined) => answer === 'accept' || answer === 'acceptWithAudio';

const choiceFor = (tmplId: string, choices: Record<string, SubscribeChoice>): SubscribeChoice =>
  (Object.hasOwn(choices, tmplId) ? choices[tmplId] : undefined) ?? 'accept';
