/** The page 订阅, where answers come in another order than they were asked for. */
import { fakeWx } from '../fakeWx';
import { heldFunction } from '../heldFunction';

interface Card {
  tmplId: string;
  ticked: boolean;
  state: { label: string };
}

interface SubscriptionsPage {
  data: { sections: { cards: Card[] }[]; limit: number };
  setData(change: object): void;
  load(): Promise<void>;
  take(event: { detail: { answers: Record<string, string> } }): Promise<void>;
  tick(event: { currentTarget: { dataset: { tmplid: string } } }): void;
}

const template = (tmplId: string) => ({
  tmplId,
  name: tmplId,
  title: tmplId,
  fields: [],
  type: 'oneTime',
  sendableBySelf: false,
  remaining: 0,
  lastAnswer: null,
});

/** The page as WeChat makes it, without its drawing. */
function openPage() {
  let page: SubscriptionsPage | undefined;
  Object.assign(globalThis, {
    Page: (definition: SubscriptionsPage) => {
      page = { ...definition, setData: (change) => Object.assign(definition.data, change) };
    },
  });
  const questions = heldFunction();
  fakeWx({
    cloud: wx.cloud,
    getSetting: ({ success }) => success({ subscriptionsSetting: { mainSwitch: true, itemSettings: {} } }),
  });
  jest.isolateModules(() => {
    jest.requireActual('../../../miniprogram/pages/subscriptions/subscriptions');
  });
  if (page === undefined) throw new Error('no page was registered');
  const opened = page;
  opened.setData({ limit: 3 });
  const cards = () => opened.data.sections.flatMap((section) => section.cards);
  const load = async (...tmplIds: string[]) => {
    const loaded = opened.load();
    questions[questions.length - 1]?.answer({ templates: tmplIds.map(template) });
    await loaded;
  };
  return { page: opened, questions, cards, load };
}

describe('the page 订阅', () => {
  it('keeps what the user has just agreed to when an older answer of the cloud comes', async () => {
    const { page, questions, cards, load } = openPage();
    await load('a');
    const older = page.load();
    await page.take({ detail: { answers: { a: 'accept' } } });
    questions[1]?.answer({ templates: [template('a')] });
    await older;
    expect(cards().map(({ state }) => state.label)).toEqual(['已授权 1 条']);
  });

  it('forgets the tick of a template that is there no more: it would count against the limit', async () => {
    const { page, cards, load } = openPage();
    await load('a', 'b', 'c', 'd');
    const tick = (tmplid: string) => page.tick({ currentTarget: { dataset: { tmplid } } });
    for (const tmplId of ['a', 'b', 'c']) tick(tmplId);
    await load('b', 'c', 'd');
    tick('d');
    expect(cards().filter(({ ticked }) => ticked)).toHaveLength(3);
  });
});
