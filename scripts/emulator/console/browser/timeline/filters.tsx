/** What narrows the timeline down. */
import type { Ref } from 'preact';
import type { User } from '../../../contract';
import type { EntryKind } from './entries';
import type { Filter } from './filter';
import { KIND_NAMES } from './names';
import './filters.css';

interface Props {
  filter: Filter;
  names: string[];
  users: User[];
  search: Ref<HTMLInputElement>;
  /** Something lies over it. */
  inert: boolean;
  onChange: (filter: Filter) => void;
  /** The list takes the keys. */
  onLeave: () => void;
}

const KINDS = Object.keys(KIND_NAMES) as EntryKind[];

export function Filters({ filter, names, users, search, inert, onChange, onLeave }: Props) {
  const change = (fields: Partial<Filter>) => onChange({ ...filter, ...fields });
  return (
    <search
      class="filters"
      inert={inert}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && event.target instanceof HTMLSelectElement) onLeave();
      }}
    >
      <div class="filters-search">
        <input
          ref={search}
          type="search"
          aria-label="搜索名称、正文和日志"
          placeholder="搜索名称、正文和日志"
          autocomplete="off"
          spellcheck={false}
          value={filter.text}
          onInput={(event) => change({ text: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              if (filter.text === '') onLeave();
              else change({ text: '' });
            }
            if (event.key === 'Enter' || event.key === 'ArrowDown') {
              event.preventDefault();
              onLeave();
            }
          }}
        />
        <kbd>/</kbd>
      </div>
      <select
        aria-label="种类"
        value={filter.kind}
        onChange={(event) => change({ kind: event.currentTarget.value as EntryKind | '' })}
      >
        <option value="">种类</option>
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {KIND_NAMES[kind]}
          </option>
        ))}
      </select>
      <select
        aria-label="名称"
        value={filter.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      >
        <option value="">名称</option>
        {names.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
      <select
        aria-label="用户"
        value={filter.openid}
        onChange={(event) => change({ openid: event.currentTarget.value })}
      >
        <option value="">用户</option>
        {users.map(({ openid, nickname }) => (
          <option key={openid} value={openid}>
            {nickname}
          </option>
        ))}
      </select>
      <label class="check">
        <input
          type="checkbox"
          checked={filter.failedOnly}
          onChange={(event) => change({ failedOnly: event.currentTarget.checked })}
        />
        只看失败
      </label>
    </search>
  );
}
