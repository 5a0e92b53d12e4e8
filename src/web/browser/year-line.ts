/** On a phone the line is wider than the screen: it opens at today. */
export function showToday(): void {
  const line = document.querySelector<HTMLElement>('#year-line');
  const today = line?.querySelector('#today');
  if (!line || !today) return;
  const offset = today.getBoundingClientRect().left - line.getBoundingClientRect().left;
  line.scrollLeft += offset - line.clientWidth * 0.6;
}
