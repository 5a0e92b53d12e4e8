/** The bar under the list of youths: how many, the whole list, and shift for a stretch. All of it is found anew, since a page is morphed. */
export function bulk(): void {
  let last: HTMLInputElement | undefined;
  document.addEventListener('click', (event) => {
    const target = event.target;
    if (!(target instanceof Element)) return;
    if (target instanceof HTMLInputElement && target.name === 'case') {
      if (event.shiftKey && last) tickStretch(last, target);
      last = target;
      chooseWhole(false);
      show();
    } else if (target.closest('#bulk [data-every]')) {
      event.preventDefault();
      for (const box of boxes()) box.checked = true;
      chooseWhole(true);
      show();
    } else if (target.closest('#bulk [data-clear]')) {
      event.preventDefault();
      for (const box of boxes()) box.checked = false;
      chooseWhole(false);
      show();
    }
  });
  document.addEventListener('change', (event) => {
    const target = event.target;
    if (!(target instanceof HTMLInputElement) || !target.matches('[data-tick-page]')) return;
    for (const box of boxes()) box.checked = target.checked;
    chooseWhole(false);
    show();
  });
  document.addEventListener('aarshjul:swapped', show);
  show();
}

const boxes = (): readonly HTMLInputElement[] => [...document.querySelectorAll<HTMLInputElement>('input[name="case"]')];
const bar = (): HTMLElement | null => document.querySelector('#bulk');

function tickStretch(from: HTMLInputElement, to: HTMLInputElement): void {
  const all = boxes();
  const [first, last] = [all.indexOf(from), all.indexOf(to)].toSorted((a, b) => a - b);
  for (const box of all.slice(first, (last ?? 0) + 1)) box.checked = to.checked;
}

function chooseWhole(whole: boolean): void {
  bar()?.toggleAttribute('data-whole', whole);
  const flag = bar()?.querySelector<HTMLInputElement>('[data-all]');
  if (flag) flag.value = whole ? '1' : '';
}

function show(): void {
  const place = bar();
  const count = place?.querySelector<HTMLElement>('[data-count]');
  if (!place || !count) return;
  const all = boxes();
  const ticked = all.filter((box) => box.checked).length;
  const whole = place.hasAttribute('data-whole');
  const digits = new Intl.NumberFormat(document.documentElement.lang).format(ticked);
  count.textContent = whole ? (count.dataset.allWords ?? '') : (count.dataset.pattern ?? '').replace('{n}', digits);
  place.querySelector<HTMLElement>('[data-every]')?.toggleAttribute('hidden', whole || ticked < all.length);
  const page = document.querySelector<HTMLInputElement>('[data-tick-page]');
  if (page) {
    page.checked = ticked > 0 && ticked === all.length;
    page.indeterminate = ticked > 0 && ticked < all.length;
  }
}
