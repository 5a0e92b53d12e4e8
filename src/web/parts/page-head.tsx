import type { ComponentChildren } from 'preact';

interface PageHeadProps {
  readonly kicker?: ComponentChildren;
  readonly title: string;
  readonly lead?: ComponentChildren;
  readonly children?: ComponentChildren;
}

/** Where, what, one sentence; to the right what the page gives as children. */
export const PageHead = ({ kicker, title, lead, children }: PageHeadProps) => (
  <div class="page-head">
    <div>
      {kicker !== undefined && <p class="kicker">{kicker}</p>}
      <h1>{title}</h1>
      {lead !== undefined && <p class="lead">{lead}</p>}
    </div>
    {children}
  </div>
);

export interface Figure {
  readonly label: string;
  readonly value: string;
  readonly href: string | undefined;
  readonly sub?: string;
  readonly tone?: 'late';
}

/** At most four numbers beside the heading; each opens its list. */
export const Figures = ({ figures }: { figures: readonly Figure[] }) => (
  <div class="figures-box">
    <dl class="figures">
      {figures.map((figure) => (
        <div key={figure.label} data-tone={figure.tone}>
          <dt>{figure.label}</dt>
          <dd>
            {figure.href === undefined ? figure.value : <a href={figure.href}>{figure.value}</a>}
            {figure.sub !== undefined && <small> {figure.sub}</small>}
          </dd>
        </div>
      ))}
    </dl>
  </div>
);
