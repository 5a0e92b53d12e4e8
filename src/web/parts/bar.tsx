import type { Pace } from '#views/answers/pace.ts';

/** How far something has come, drawn by geometry in attributes: the content policy allows no inline style. */
export function Bar({ done, total, pace, label }: { done: number; total: number; pace: Pace; label: string }) {
  const width = total === 0 ? 0 : Math.max(2, (done / total) * 100);
  return (
    <svg class="bar" data-state={pace} width="100%" height="6" role="img" aria-label={label}>
      <rect class="bar-track" width="100%" height="6" rx="3" />
      {done > 0 && <rect class="bar-fill" width={`${width.toFixed(1)}%`} height="6" rx="3" />}
    </svg>
  );
}

const cellStep = 10;
const mostCells = 40;

/** One small cell a unit or person; too many to tell apart become a bar. */
export function Cells({ done, label }: { done: readonly boolean[]; label: string }) {
  if (done.length > mostCells) {
    const ticked = done.filter(Boolean).length;
    return (
      <svg class="bar" width="160" height="6" role="img" aria-label={label}>
        <rect class="bar-track" width="160" height="6" rx="3" />
        <rect class="bar-fill" width={((160 * ticked) / done.length).toFixed(1)} height="6" rx="3" />
      </svg>
    );
  }
  return (
    <svg width={done.length * cellStep - 2} height="12" role="img" aria-label={label}>
      {done.map((on, index) => (
        <rect
          key={index}
          class={on ? 'cell-on' : 'cell-off'}
          x={index * cellStep + 0.5}
          y="0.5"
          width="7"
          height="11"
          rx="1.5"
        />
      ))}
    </svg>
  );
}
