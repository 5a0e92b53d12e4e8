import type { ComponentChildren } from 'preact';

interface PanelProps {
  readonly id: string;
  readonly title?: ComponentChildren;
  readonly aside?: ComponentChildren;
  /** Rows reach the edge. */
  readonly flush?: boolean;
  readonly children: ComponentChildren;
}

/** White paper with a hairline; named by its heading. */
export const Panel = ({ id, title, aside, flush = false, children }: PanelProps) => (
  <section
    class="panel"
    id={id}
    data-flush={flush ? '' : undefined}
    aria-labelledby={title === undefined ? undefined : `${id}-title`}
  >
    {title !== undefined && (
      <header class="panel-head">
        <h2 id={`${id}-title`}>{title}</h2>
        {aside}
      </header>
    )}
    {children}
  </section>
);

/** Hairlines instead of a box, in the column beside. */
export const SideBox = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <section class="side-box">
    <h2>{title}</h2>
    {children}
  </section>
);
