import { swap } from './swap.ts';

let fetching: AbortController | undefined;

/** A page is its address: when something has changed, the same address is fetched again and morphed in. */
export function live(): void {
  document.addEventListener('submit', (event) => void sendByFetch(event));
  document.addEventListener('click', (event) => void followByFetch(event));
  const address = document.body.dataset.live;
  if (address !== undefined) listen(address);
}

async function refresh(): Promise<void> {
  fetching?.abort();
  fetching = new AbortController();
  const { signal } = fetching;
  try {
    const answer = await fetch(location.href, { headers: { accept: 'text/html', 'x-refresh': '1' }, signal });
    // Signed out or moved: a whole load shows what has become of it.
    if (answer.redirected && new URL(answer.url).pathname !== location.pathname) location.assign(answer.url);
    else if (answer.ok) swap(await answer.text(), 'refresh');
  } catch {
    // Aborted by a newer change, or out of contact: the next event comes, and the dot says so meanwhile.
  }
}

function listen(address: string): void {
  const source = new EventSource(address);
  let timer = 0;
  source.addEventListener('changed', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void refresh(), 60);
  });
  const mark = (lost: boolean) => document.querySelector('#live')?.toggleAttribute('data-lost', lost);
  source.addEventListener('error', () => mark(true));
  source.addEventListener('open', () => mark(false));
  addEventListener('pagehide', () => source.close());
  // The browser may give back a page it kept; its stream is closed and what it shows may be old.
  addEventListener('pageshow', (event) => event.persisted && location.reload());
}

/** The same form and the same redirect, but the answer is morphed in. Without script it simply posts. */
async function sendByFetch(event: SubmitEvent): Promise<void> {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.matches('[data-live-form]')) return;
  event.preventDefault();
  if (form.getAttribute('aria-busy') === 'true') return;
  form.setAttribute('aria-busy', 'true');
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form, event.submitter))
    if (typeof value === 'string') body.append(name, value);
  try {
    const answer = await fetch(addressOf(form, event.submitter), {
      method: 'POST',
      body,
      headers: { accept: 'text/html' },
    });
    swap(await answer.text(), 'form');
    if (answer.redirected && answer.url !== location.href) history.pushState(null, '', answer.url);
    if (!answer.ok) document.querySelector<HTMLElement>('.error-summary')?.focus();
  } catch {
    // Out of contact: the plain form tells the person so. The wish's id makes a second sending harmless.
    form.submit();
  } finally {
    form.removeAttribute('aria-busy');
  }
}

/** A button may send the same form elsewhere. */
const addressOf = (form: HTMLFormElement, by: HTMLElement | null): string =>
  by instanceof HTMLButtonElement && by.hasAttribute('formaction') ? by.formAction : form.action;

/** A link within the same page: what it changes is morphed in. With a modifier key, or without script, it is a plain link. */
async function followByFetch(event: MouseEvent): Promise<void> {
  const link = event.target instanceof Element ? event.target.closest('a[data-live-link]') : null;
  if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0)
    return;
  event.preventDefault();
  try {
    const answer = await fetch(link.href, { headers: { accept: 'text/html', 'x-refresh': '1' } });
    if (!answer.ok) throw new Error('a whole load shows what is wrong');
    history.replaceState(null, '', link.href);
    swap(await answer.text(), 'refresh');
  } catch {
    location.assign(link.href);
  }
}
