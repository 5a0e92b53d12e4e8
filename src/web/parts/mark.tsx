/** Seven arcs around a year; the first are behind us. */
const arcs = [0, 1, 2, 3, 4, 5, 6] as const;
const radius = 12;
const around = 2 * Math.PI * radius;
const arc = around / arcs.length - 2.6;

export const Mark = () => (
  <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
    <Arcs />
  </svg>
);

const Arcs = () => (
  <>
    {arcs.map((at) => (
      <circle
        key={at}
        class={at < 3 ? 'mark-past' : undefined}
        cx="16"
        cy="16"
        r={radius}
        stroke-dasharray={`${arc.toFixed(2)} ${(around - arc).toFixed(2)}`}
        transform={`rotate(${(-90 + (360 / arcs.length) * at).toFixed(1)} 16 16)`}
      />
    ))}
  </>
);

/** The same drawing as a file of its own, for the browser's tab. */
export const MarkFile = () => (
  <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none" stroke="#14506B" stroke-width="4">
    <title>Årshjul</title>
    <Arcs />
  </svg>
);
