import { createWorld, exampleData, LI_LEI, TEMPLATES, type World } from '../world';

let world: World;
beforeEach(() => {
  world = createWorld();
});

const call = (name: string, args: Record<string, unknown> = {}) =>
  world.call(`subscribeMessage.${name}`, args) as ReturnType<World['call']> & {
    data: Record<string, unknown>[];
    count: number;
    priTmplId: string;
  };
const PAID = { tid: 99, kidList: [2, 1, 4], sceneDesc: '付款后告诉用户' };
const refused = (errcode: number, text: string) => ({
  errcode,
  errmsg: expect.stringContaining(`${text} rid: `),
});

describe('subscribeMessage.getTemplateList', () => {
  it('gives each template with its content and example as lines', () => {
    expect(call('getTemplateList').data[0]).toEqual({
      priTmplId: TEMPLATES.orderShipped.tmplId,
      title: '订单发货通知',
      content:
        '订单编号:{{character_string1.DATA}}\n商品名称:{{thing2.DATA}}\n发货时间:{{date3.DATA}}\n温馨提示:{{thing4.DATA}}\n',
      example:
        '订单编号:XS20261123001\n商品名称:手冲咖啡豆 250g\n发货时间:2026年11月23日 15:01\n温馨提示:请留意快递员的电话\n',
      type: 2,
    });
    expect(call('getTemplateList').data.map(({ type }) => type)).toEqual([2, 2, 2, 3]);
  });

  it('gives the values of an enumeration', () => {
    call('addTemplate', { tid: '1128', kidList: [1, 6] });
    expect(call('getTemplateList').data.at(-1)).toMatchObject({
      keywordEnumValueList: [{ enumValueList: ['驿站', '前台', '家门口'], keywordCode: 'enum_string6.DATA' }],
    });
  });
});

describe('subscribeMessage.addTemplate', () => {
  it('composes a template whose fields are in the order of the keywords', () => {
    const { errcode, priTmplId } = call('addTemplate', PAID);
    expect(errcode).toBe(0);
    expect(priTmplId).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(world.wechat.templates.find(priTmplId)).toMatchObject({
      title: '付款成功通知',
      type: 2,
      fields: [
        { key: 'amount2', label: '付款金额' },
        { key: 'thing1', label: '物品名称' },
        { key: 'character_string4', label: '订单编号' },
      ],
    });
    expect(world.announced).toContain('templates');
  });

  it('takes kid_list and scene_desc as well, which the SDK makes of kidList and sceneDesc', () => {
    expect(call('addTemplate', { tid: '99', kid_list: [1, 2], scene_desc: '付款' }).errcode).toBe(0);
    expect(call('addTemplate', { tid: '99', kid_list: [1, 2], scene_desc: '字'.repeat(16) }).errcode).toBe(
      200021,
    );
  });

  it('makes templates that can be subscribed to and sent', () => {
    const { priTmplId } = call('addTemplate', PAID);
    world.accept(LI_LEI, priTmplId);
    const template = world.wechat.templates.find(priTmplId) ?? TEMPLATES.orderShipped;
    const message = { touser: LI_LEI, template_id: priTmplId, data: exampleData(template) };
    expect(world.call('subscribeMessage.send', message).errcode).toBe(0);
  });

  it('lets an enumeration have its own values alone, several joined by commas', () => {
    const { priTmplId } = call('addTemplate', { tid: 1128, kidList: [6, 5] });
    for (let count = 0; count < 3; count++) world.accept(LI_LEI, priTmplId);
    const send = (value: string) =>
      world.call('subscribeMessage.send', {
        touser: LI_LEI,
        template_id: priTmplId,
        data: { enum_string6: { value }, phrase5: { value: '派送中' } },
      });
    expect(send('前台').errcode).toBe(0);
    expect(send('前台,家门口').errcode).toBe(0);
    expect(send('阳台')).toMatchObject(refused(47003, 'argument invalid! data.enum_string6.value invalid'));
  });

  it.each([
    ['no tid', { tid: undefined }, 200014, 'missing parameter tid'],
    ['an unknown tid', { tid: 7 }, 200014, 'tid does not exist'],
    ['no keywords', { kidList: undefined }, 200020, 'kidList'],
    ['one keyword', { kidList: [1] }, 200020, 'kidList'],
    ['six keywords', { kidList: [1, 2, 3, 4, 5, 6] }, 200020, 'kidList'],
    ['a keyword twice', { kidList: [1, 1] }, 200020, 'kidList'],
    ['a keyword that the title lacks', { kidList: [1, 9] }, 200020, 'kidList'],
    ['no list of keywords', { kidList: '1,2' }, 200020, 'kidList'],
    ['a scene of 16 characters', { sceneDesc: '字'.repeat(16) }, 200021, 'sceneDesc'],
  ])('refuses %s', (_, change, errcode, text) => {
    const answer = call('addTemplate', { ...PAID, ...change });
    expect(answer.errcode).toBe(errcode);
    expect(answer.errmsg).toContain(text);
  });

  it('refuses the 26th template with 200012', () => {
    for (let count = 4; count < 25; count++) expect(call('addTemplate', PAID).errcode).toBe(0);
    expect(call('addTemplate', PAID)).toMatchObject(refused(200012, '个人模版数已达上限，上限25个'));
  });
});

describe('subscribeMessage.deleteTemplate', () => {
  const { tmplId } = TEMPLATES.orderShipped;

  it.each(['priTmplId', 'pri_tmpl_id'])(
    'deletes the template that %s names, and sends are answered 40037',
    (name) => {
      expect(call('deleteTemplate', { [name]: tmplId }).errcode).toBe(0);
      expect(world.wechat.templates.list()).toHaveLength(3);
      const message = { touser: LI_LEI, template_id: tmplId, data: {} };
      expect(world.call('subscribeMessage.send', message).errcode).toBe(40037);
    },
  );

  it('refuses an unknown id with 40037', () => {
    expect(call('deleteTemplate', { priTmplId: 'unknown' })).toMatchObject(
      refused(40037, 'invalid template_id'),
    );
    expect(call('deleteTemplate').errcode).toBe(40037);
  });
});

describe('subscribeMessage.getCategory', () => {
  it('gives the categories of the mini-program', () => {
    expect(call('getCategory').data).toContainEqual({ id: 616, name: '电商平台' });
  });
});

describe('subscribeMessage.getPubTemplateTitleList', () => {
  it('gives the titles of the categories, by pages', () => {
    const answer = call('getPubTemplateTitleList', { ids: '616,612', start: 1, limit: 2 });
    expect(answer).toMatchObject({ errcode: 0, count: 4 });
    expect(answer.data).toHaveLength(2);
    expect(answer.data[0]).toEqual({ tid: 99, title: '付款成功通知', type: 2, categoryId: '616' });
  });

  it('takes the numbers of a query, which are texts', () => {
    expect(call('getPubTemplateTitleList', { ids: '616', start: '0', limit: '1' }).data).toHaveLength(1);
  });

  it.each([
    [{ start: -1 }, 200016],
    [{ start: 'x' }, 200016],
    [{ start: undefined }, 200016],
    [{ limit: 31 }, 200017],
    [{ limit: undefined }, 200017],
    [{ ids: undefined }, 200018],
    [{ ids: '616,1' }, 200019],
    [{ ids: 'x' }, 200019],
  ])('answers %j with %i', (change, errcode) => {
    expect(call('getPubTemplateTitleList', { ids: '616', start: 0, limit: 30, ...change }).errcode).toBe(
      errcode,
    );
  });
});

describe('subscribeMessage.getPubTemplateKeyWordsById', () => {
  it('gives the keywords of a title', () => {
    const answer = call('getPubTemplateKeyWordsById', { tid: '99' });
    expect(answer).toMatchObject({ errcode: 0, count: 4 });
    expect(answer.data[0]).toEqual({ kid: 1, name: '物品名称', example: '手冲壶', rule: 'thing' });
  });

  it('answers 200014 for an unknown title', () => {
    expect(call('getPubTemplateKeyWordsById', { tid: '7' })).toMatchObject(
      refused(200014, 'tid does not exist'),
    );
  });
});
