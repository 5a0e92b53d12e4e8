/** A filter takes effect when it is chosen; the button is for those without script. */
export function autoSubmit(): void {
  document.addEventListener('change', (event) => {
    if (!(event.target instanceof HTMLSelectElement)) return;
    const { form } = event.target;
    if (form?.matches('[data-auto]')) form.requestSubmit();
  });
}
