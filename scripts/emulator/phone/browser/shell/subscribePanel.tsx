/** The subscribe panel: what `wx.requestSubscribeMessage` asks the user. */
import { useState } from 'preact/hooks';
import type { SubscribeChoice, SubscribePanelRow } from '../../../contract';
import type { SubscribeDecision } from '../host';
import { ForwardIcon, MiniProgramIcon, TickIcon } from './icons';
import type { Asking } from './phoneState';
import { Sheet } from './sheet';
import './subscribePanel.css';

interface SubscribePanelProps {
  asking: Asking<{ rows: SubscribePanelRow[]; alwaysKeepOffered: boolean }, SubscribeDecision>;
  /** The mini-program's. */
  name: string;
}

export function SubscribePanel({ asking, name }: SubscribePanelProps) {
  const { rows, alwaysKeepOffered, answer } = asking;
  const [choices, setChoices] = useState<Record<string, SubscribeChoice>>(() => all(rows, 'accept'));
  const [alwaysKeep, setAlwaysKeep] = useState(false);
  const choose = (tmplId: string, choice: SubscribeChoice) => setChoices({ ...choices, [tmplId]: choice });
  const noneTicked = rows.every(({ tmplId }) => choices[tmplId] === 'reject');
  const isLongTerm = rows.some(({ type }) => type === 3);
  const refuse = () => answer({ choices: all(rows, 'reject'), alwaysKeep });

  return (
    <Sheet label="订阅消息" class="subscribe-panel" onEscape={refuse}>
      <header>
        <MiniProgramIcon name={name} size={24} />
        <span class="applicant">{name}</span>
        <span>申请</span>
      </header>
      <h2>{isLongTerm ? '长期发送以下消息' : '发送一次以下消息'}</h2>
      <ul>
        {rows.map((row) => (
          <Row
            key={row.tmplId}
            row={row}
            choice={choices[row.tmplId] ?? 'reject'}
            onChoose={(choice) => choose(row.tmplId, choice)}
            open={rows.length === 1}
          />
        ))}
      </ul>
      {alwaysKeepOffered && (
        <label class="always-keep">
          <input type="checkbox" checked={alwaysKeep} onChange={() => setAlwaysKeep(!alwaysKeep)} />
          <span class="tick small">
            <TickIcon />
          </span>
          总是保持以上选择，不再询问
        </label>
      )}
      <div class="answers">
        <button type="button" class="refuse" onClick={refuse}>
          取消
        </button>
        <button
          type="button"
          class="allow"
          disabled={noneTicked}
          onClick={() => answer({ choices, alwaysKeep })}
        >
          允许
        </button>
      </div>
    </Sheet>
  );
}

interface RowProps {
  row: SubscribePanelRow;
  choice: SubscribeChoice;
  onChoose(choice: SubscribeChoice): void;
  /** Shows the example at first. */
  open: boolean;
}

function Row({ row, choice, onChoose, open }: RowProps) {
  const ticked = choice !== 'reject';
  return (
    <li>
      <label>
        <input type="checkbox" checked={ticked} onChange={() => onChoose(ticked ? 'reject' : 'accept')} />
        <span class="tick">
          <TickIcon />
        </span>
        {row.title}
      </label>
      <details open={open}>
        <summary aria-label={`${row.title}示例`}>
          示例
          <ForwardIcon />
        </summary>
        <dl>
          {row.example.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </details>
      {row.voiceOffered && (
        <label class="voice">
          <input
            type="checkbox"
            checked={choice === 'acceptWithAudio'}
            disabled={!ticked}
            onChange={(event) => onChoose(event.currentTarget.checked ? 'acceptWithAudio' : 'accept')}
          />
          <span>语音提醒</span>
          <span class="switch" />
        </label>
      )}
    </li>
  );
}

const all = (rows: SubscribePanelRow[], choice: SubscribeChoice) =>
  Object.fromEntries(rows.map(({ tmplId }) => [tmplId, choice]));
