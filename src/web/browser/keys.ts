const pages: Readonly<Record<string, string>> = {
  y: '/year',
  t: '/tasks',
  u: '/youths',
  f: '/assignment',
  i: '/intake',
  d: '/phone',
  p: '/plan',
};

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input:not([type=checkbox], [type=radio]), textarea, select');

/** `g` and a letter goes to a page, `j` and `k` move in lists, `n` and `p` turn pages, `x` ticks, `/` searches; buttons may name their own key. Can be switched off (WCAG 2.1.4). */
export function keys(): void {
  if (document.body.dataset.keys === undefined) return;
  document.addEventListener('aarshjul:swapped', stay);
  let going = false;
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape' && typing(event.target)) {
      if (event.target instanceof HTMLElement) event.target.blur();
      return;
    }
    if (typing(event.target)) return;
    const page = going ? pages[event.key] : undefined;
    going = event.key === 'g';
    if (page !== undefined) location.assign(page);
    else press(event);
  });
}

function press(event: KeyboardEvent): void {
  if (event.key === 'j') step(1);
  if (event.key === 'k') step(-1);
  if (event.key === 'x') tickOfRow()?.click();
  if (/^[123]$/.test(event.key)) choose(event.key);
  if (/^[a-z]$/.test(event.key)) pressNamed(event.key);
  if (event.key === '/') {
    event.preventDefault();
    document.querySelector<HTMLElement>('#search')?.focus();
  }
}

const pairs = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('#main .pair')];

/** A button that names its key: the one of the pair one stands in goes before the page's own. `n` and `p` turn pages. */
function pressNamed(key: string): void {
  if (key === 'n') document.querySelector<HTMLElement>('.pager a[rel=next]')?.click();
  if (key === 'p') document.querySelector<HTMLElement>('.pager a[rel=prev]')?.click();
  const all = pairs();
  const now = all.findIndex((pair) => pair.contains(document.activeElement));
  const at = Math.max(0, now);
  const wanted = `[data-key="${key}"]`;
  const own = all[at]?.querySelector<HTMLElement>(wanted);
  (own ?? document.querySelector<HTMLElement>(`#main ${wanted}`))?.click();
  // Whatever takes the place of a pair that leaves the list is next.
  const goOn = () => pairs()[at]?.querySelector<HTMLElement>('a')?.focus();
  if (own) document.addEventListener('aarshjul:swapped', goOn, { once: true });
}

const tickOfRow = () => document.activeElement?.closest('tr')?.querySelector<HTMLInputElement>('input[name="case"]');

/** The link or button each row has first. */
function step(by: 1 | -1): void {
  const rows = [
    ...document.querySelectorAll<HTMLElement>(
      '#main tbody tr:not(.pair tr), #main .todo-row, #main .task, #main .pair',
    ),
  ];
  const now = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[now === -1 && by === -1 ? rows.length - 1 : now + by];
  next?.querySelector<HTMLElement>('a, button, summary')?.focus();
}

const choosing = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('#main tr[data-choose]')];

/** Where the last choice was made: whoever takes the place of a row that leaves the list is next. */
let place: number | undefined;

/** Chooses for the row one is in, else for the first. */
function choose(key: string): void {
  const rows = choosing();
  const at = Math.max(
    0,
    rows.findIndex((row) => row.contains(document.activeElement)),
  );
  const button = rows[at]?.querySelector<HTMLElement>(`[data-choice-key="${key}"]`);
  if (!button) return;
  place = at;
  button.click();
}

/** After a choice to the codes it asks for, else to the next row; nobody who is elsewhere is moved. */
function stay(): void {
  if (place === undefined) return;
  const open = document.querySelector<HTMLElement>('#main .own-open [data-first]');
  const rows = choosing();
  if (open && !open.closest('tr')?.contains(document.activeElement)) open.focus();
  else if (!open && !document.querySelector('#main')?.contains(document.activeElement))
    rows[Math.min(place, rows.length - 1)]?.querySelector<HTMLElement>('th a')?.focus();
}
