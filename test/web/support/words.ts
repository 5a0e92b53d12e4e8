import type { Words } from '#domain/plan/template.ts';

export const said = (nb: string, nn = nb, en = nb): Words => ({ nb, nn, en });
