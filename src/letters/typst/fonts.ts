import { createRequire } from 'node:module';

const cuts = ['400Regular/OpenSans_400Regular.ttf', '600SemiBold/OpenSans_600SemiBold.ttf'];

/** The letters' type, in two weights: each one more is cut out and compressed anew for every letter. */
export const fontFiles = (): string[] => {
  const find = createRequire(import.meta.url);
  return cuts.map((cut) => find.resolve(`@expo-google-fonts/open-sans/${cut}`));
};
