import { Idiomorph } from 'idiomorph';

/** What changes when the same address is fetched again. The footer's live dot is left alone, not the day beside it. */
const parts = ['.top', '#rehearsal', '#main', '#footer-day'];

const typing = (element: Element | null): boolean => element?.matches('input, textarea, select') ?? false;

/**
 * The fetched page morphed into the one that stands: focus, open folds and what is being typed are kept.
 * The receipt comes only with the answer to a form; a refresh must not wipe away one that is being read.
 */
export function swap(html: string, comesFrom: 'form' | 'refresh'): void {
  const fetched = new DOMParser().parseFromString(html, 'text/html');
  for (const selector of comesFrom === 'form' ? [...parts, '#receipt'] : parts) {
    const old = document.querySelector(selector);
    const now = fetched.querySelector(selector);
    if (!old || !now) continue;
    void Idiomorph.morph(old, now, {
      morphStyle: 'outerHTML',
      // Skips everything inside the focused element, so only where one types: a focused summary must get its new count.
      ignoreActiveValue: typing(document.activeElement),
      restoreFocus: true,
      callbacks: { beforeAttributeUpdated: keepsWhatThePersonDid },
    });
  }
  const { documentElement } = fetched;
  document.documentElement.lang = documentElement.lang;
  document.documentElement.dataset.colorScheme = documentElement.dataset.colorScheme ?? 'auto';
  document.title = fetched.title;
  document.dispatchEvent(new Event('aarshjul:swapped'));
}

/** An open fold stays open; a tick that somebody has set stays set until the form is sent. */
function keepsWhatThePersonDid(attribute: string, element: Element): boolean {
  if (attribute === 'open' && element instanceof HTMLDetailsElement) return false;
  return !(attribute === 'checked' && element.matches('[name="case"]'));
}
