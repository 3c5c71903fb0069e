/** What stands where there is nothing to show: why, and what to do. */
import type { ComponentChildren } from 'preact';
import { PageHead } from './pageHead';

interface Props {
  title: string;
  words?: string;
  children?: ComponentChildren;
}

export const Empty = ({ title, words, children }: Props) => (
  <div class="empty">
    <p class="empty-title">{title}</p>
    {words && <p class="empty-words">{words}</p>}
    {children}
  </div>
);

interface WaitingProps {
  /** The page's name, where all of it is waited for. */
  page?: string;
  /** Why it could not be fetched. */
  trouble: string | undefined;
  onRetry: () => void;
}

/** While something is fetched, or when it could not be. */
export const Waiting = ({ page, trouble, onRetry }: WaitingProps) => (
  <>
    {page && <PageHead title={page} />}
    {trouble === undefined ? (
      <div class="empty" role="status">
        <p class="empty-title waiting">正在读取…</p>
      </div>
    ) : (
      <div class="empty" role="alert">
        <p class="empty-title">读取失败</p>
        <p class="empty-words">{trouble}</p>
        <button type="button" class="button" onClick={onRetry}>
          再试一次
        </button>
      </div>
    )}
  </>
);
