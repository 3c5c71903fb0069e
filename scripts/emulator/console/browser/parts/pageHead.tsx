/** The top of a page: its name, a sentence, and what can be done there. */
import type { ComponentChildren } from 'preact';

interface Props {
  title: string;
  words?: string;
  children?: ComponentChildren;
}

export const PageHead = ({ title, words, children }: Props) => (
  <div class="page-head">
    <div class="page-head-text">
      <h1>{title}</h1>
      {words && <p>{words}</p>}
    </div>
    {children && <div class="page-head-tools">{children}</div>}
  </div>
);
