/** The mini-program's message templates: chosen on the left, edited at the right, kept all at once. */
import { useRef, useState } from 'preact/hooks';
import type { Template } from '../../../contract';
import { ask, EmulatorError, wordsOf } from '../emulator/ask';
import { useParts } from '../frame/context';
import { GIVE_UP, useDraft } from '../frame/draft';
import { useFocusOnTrouble } from '../frame/focusOnTrouble';
import { useSaveKey } from '../frame/keyboard';
import { useChosen } from '../frame/route';
import { useFetched } from '../frame/useFetched';
import { Chooser } from '../parts/chooser';
import { Empty, Waiting } from '../parts/empty';
import { PageHead } from '../parts/pageHead';
import { TemplateForm } from './templateForm';
import { readTrouble, type Trouble } from './trouble';
import './templates.css';

export function TemplatesPage() {
  const { notify, confirm } = useParts();
  const kept = useFetched<Template[]>('/emulator/templates', ['templates']);
  const [draft, setDraft, forgetKept] = useDraft<Template[]>('templates');
  // The id is what is edited: they are told apart by their place.
  const [place, setPlace] = useChosen('templates');
  const [trouble, setTrouble] = useState<Trouble>();
  const columns = useRef<HTMLDivElement>(null);
  useFocusOnTrouble(columns, trouble);

  // What was changed here stays until it is kept or thrown away, whatever comes from elsewhere.
  const templates = draft ?? kept.value;
  const chosen = Math.max(0, Math.min(Number(place) || 0, (templates?.length ?? 0) - 1));
  const setChosen = (index: number) => setPlace(String(index));
  const isChanged = draft !== undefined;
  useSaveKey(() => isChanged && void save());
  if (templates === undefined) return <Waiting page="模板" trouble={kept.trouble} onRetry={kept.reload} />;

  const change = (next: Template[]) => {
    setDraft(next);
    setTrouble(undefined);
  };
  async function save(): Promise<void> {
    try {
      await ask('PUT', '/emulator/templates', templates);
      await kept.reload();
      forgetKept(draft);
      setTrouble(undefined);
      notify('模板已保存');
    } catch (error) {
      const isInvalid = error instanceof EmulatorError && error.code === 'INVALID_REQUEST';
      const found = isInvalid ? readTrouble(error.message) : { place: '', words: wordsOf(error) };
      setTrouble(found);
      if (found.index !== undefined) setChosen(found.index);
    }
  }
  const add = () => {
    change([...templates, newTemplate()]);
    setChosen(templates.length);
  };
  const remove = async () => {
    const title = templates[chosen]?.title || '这个模板';
    const meant = await confirm({
      title: '删除模板',
      words: `删除「${title}」，保存后生效。`,
      action: '删除',
    });
    if (meant) change(templates.filter((_, index) => index !== chosen));
  };
  const giveUp = async () => {
    if (!(await confirm(GIVE_UP))) return;
    setDraft(undefined);
    setTrouble(undefined);
  };
  const template = templates[chosen];
  return (
    <>
      <PageHead title="模板" words="小程序的订阅消息模板，和微信后台「订阅消息」里的一样。">
        <button type="button" class="button" onClick={add}>
          新模板
        </button>
        {isChanged && (
          <button type="button" class="button" onClick={giveUp}>
            放弃修改
          </button>
        )}
        <button type="button" class="button primary" title="Ctrl+S" disabled={!isChanged} onClick={save}>
          保存
        </button>
      </PageHead>
      {trouble && (trouble.index === undefined || trouble.place === '' || trouble.place === 'fields') && (
        <p class="alarm-words templates-trouble" role="alert">
          {trouble.words}
        </p>
      )}
      {template === undefined ? (
        <Empty title="还没有模板" words="没有模板，就没有可以订阅的消息。">
          <button type="button" class="button" onClick={add}>
            新模板
          </button>
        </Empty>
      ) : (
        <div class="two-columns" ref={columns}>
          <Chooser
            label="模板"
            chosen={String(chosen)}
            onChoose={setPlace}
            items={templates.map(({ title, tmplId, type }, index) => ({
              key: String(index),
              content: (
                <>
                  <span>{title || '没有标题'}</span>
                  <span class="badge">{type === 2 ? '一次性' : '长期'}</span>
                  <span class="chooser-detail mono">{tmplId}</span>
                </>
              ),
            }))}
          />
          <TemplateForm
            key={chosen}
            template={template}
            trouble={trouble?.index === chosen ? trouble : undefined}
            onChange={(next) => change(templates.map((each, index) => (index === chosen ? next : each)))}
            onRemove={remove}
          />
        </div>
      )}
    </>
  );
}

/** WeChat's template ids have 43 characters. */
function newTemplate(): Template {
  const bytes = crypto.getRandomValues(new Uint8Array(43));
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';
  return {
    tmplId: [...bytes].map((byte) => letters[byte % 64]).join(''),
    title: '新模板',
    type: 2,
    fields: [{ key: 'thing1', label: '内容', example: '示例' }],
  };
}
