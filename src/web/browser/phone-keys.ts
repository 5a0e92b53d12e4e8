const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input:not([type=checkbox], [type=radio]), textarea, select');

/**
 * 1–6 say how a call went (`data-call-key`, apart from the keys that buttons of lists name); where somebody has answered, the next digit says what they said. H skips, Z undoes, R agrees a time, N goes to the note.
 * Off while typing and where keys are switched off (WCAG 2.1.4); a press while another is under way is none.
 */
export function phoneKeys(): void {
  document.addEventListener('keydown', (event) => {
    const scope = document.querySelector<HTMLElement>('[data-phone-keys]');
    if (!scope || event.ctrlKey || event.metaKey || event.altKey || event.repeat || typing(event.target)) return;
    if (scope.querySelector('form[aria-busy="true"]')) return;
    const fold = scope.querySelector<HTMLDetailsElement>('details.outcome-fold[open]');
    if (event.key === 'Escape' && fold) {
      fold.open = false;
      fold.querySelector('summary')?.focus();
      return;
    }
    if (event.key === 'n') {
      event.preventDefault();
      scope.querySelector<HTMLElement>('textarea')?.focus();
      return;
    }
    const within = fold && /^\d$/.test(event.key) ? fold.querySelector('.said') : scope;
    const target = [...(within?.querySelectorAll<HTMLElement>('[data-call-key]') ?? [])].find(
      (one) => one.dataset.callKey === event.key && (within !== scope || !one.closest('.said')),
    );
    if (!target) return;
    event.preventDefault();
    target.click();
    if (target.matches('summary')) firstIn(target)?.focus();
  });
}

/** A fold that was just opened by a key is gone on in: its first button, or its first field. */
const firstIn = (summary: HTMLElement): HTMLElement | null | undefined =>
  summary.parentElement?.querySelector<HTMLElement>('.said button, input:not([type=hidden])');
