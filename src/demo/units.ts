import type { DemoUnit } from './county-shape.ts';
import { places, regionNames } from './places.ts';

/** Makes the follow-up units: each serves one invented municipality, and neighbours share a region. */
export function makeUnits(count: number, county: string): DemoUnit[] {
  if (!Number.isInteger(count) || count < 1 || count > places.length) {
    throw new Error(`a county has 1–${places.length} units, not ${count}`);
  }
  const regions = Math.min(regionNames.length, Math.ceil(count / 4));
  return places.slice(0, count).map((place, at) => {
    const serial = String(at + 1).padStart(2, '0');
    return {
      id: `unit-${serial}`,
      number: `${county}0${serial}`,
      name: `OT ${place.name}`,
      region: regionNames[Math.floor((at * regions) / count)] ?? 'Nord',
      municipality: { number: `${county}${serial}`, name: place.name },
      posts: place.posts,
    };
  });
}
