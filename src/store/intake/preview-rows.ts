import type { ImportPlan } from '#domain/intake/import-plan.ts';
import { fullName } from '#domain/person/name.ts';
import { isProtected } from '#domain/person/reach.ts';
import type { YouthRecord } from '#domain/person/youth-record.ts';
import type { PreviewKind, PreviewRow } from '#ports/intakes.ts';
import type { KnownInRun } from '#ports/register.ts';
import { fieldText } from './field-text.ts';

/** A plan as the rows a person looks at before it is applied, by kind. */
export function previewRows(
  plan: ImportPlan,
  known: readonly KnownInRun[],
  unitNameOf: (record: YouthRecord) => string | undefined,
): Readonly<Record<PreviewKind, readonly PreviewRow[]>> {
  const recordByKey = new Map(
    known.flatMap(({ key, olderKeys, record }) => [key, ...olderKeys].map((each) => [each, record])),
  );
  const head = (kind: PreviewKind, record: YouthRecord | undefined) => {
    const unit = record && (unitNameOf(record) ?? record.unitName);
    return { kind, name: record ? fullName(record.name) : '', ...(unit !== undefined && { unit }) };
  };
  const plain = { fields: [], faults: [] };
  return {
    create: plan.create.map(({ row, record }) => ({ row, ...head('create', record), ...plain })),
    change: plan.change.map(({ row, before, after, fields }) => {
      const isHidden = isProtected(before.addressProtection) || isProtected(after.addressProtection);
      return {
        row,
        ...head('change', after),
        fields: fields.map(({ field, from, to }) => {
          const [was, becomes] = [fieldText(from), fieldText(to)];
          // Where somebody is protected it is enough to know that something changes.
          if (isHidden && hidden.has(field)) return { field };
          return { field, ...(was !== undefined && { from: was }), ...(becomes !== undefined && { to: becomes }) };
        }),
        faults: [],
      };
    }),
    same: plan.same.map(({ row, key }) => ({ row, ...head('same', recordByKey.get(key)), ...plain })),
    gone: plan.gone.map(({ record }) => ({ ...head('gone', record), ...plain })),
    faulty: plan.faulty.map(({ row, key, faults }) => ({
      row,
      ...head('faulty', key === undefined ? undefined : recordByKey.get(key)),
      fields: [],
      faults,
    })),
  };
}

const hidden: ReadonlySet<string> = new Set([
  'address',
  'mobiles',
  'phones',
  'unusablePhones',
  'email',
  'guardians',
  'municipalityNumber',
  'municipalityName',
  'school',
]);
