import { describe, expect, it } from 'vitest';
import { readPeople } from '#intake/people/read-people.ts';
import { syntheticId } from './lists.ts';

const id = syntheticId(40);
const youth = (more = {}) => ({
  person: {
    fornavn: 'Kari',
    etternavn: 'Nordås',
    fdato: '10.02.2008',
    fnr: id.text,
    epost: 'kari@test.example',
    mobilnr: '41234567',
    ...more,
  },
  otData: { tilknytningnr: '11', tilknytningnavn: 'OT Sør', aktivitetskode: 'OSNP' },
  elevkurs: { promrkode: 'PK1', promrnavn: 'Prøvekurs', start: '10.11.2025', slutt: '10.12.2025' },
});
const feed = (answer: unknown): Uint8Array =>
  new TextEncoder().encode(typeof answer === 'string' ? answer : JSON.stringify(answer));
const read = (answer: unknown) => readPeople(feed(answer), 'ot.json');

describe('the VIGO OT feed', () => {
  it('gives the same people, units and codes as stand there', async () => {
    const people = await read({ antall: 1, otungdommer: [youth()] });

    expect(people).toMatchObject({ ok: true, format: 'vigo-feed', declaredCount: 1, faults: [] });
    expect(people.ok && people.records).toEqual([
      {
        row: 1,
        record: {
          nationalId: { text: id.text, kind: 'synthetic', born: '2008-02-10' },
          born: '2008-02-10',
          name: { first: 'Kari', last: 'Nordås' },
          transferCode: 'OSNP',
          mobiles: ['+4741234567'],
          email: 'kari@test.example',
          unitNumber: '11',
          unitName: 'OT Sør',
          course: { code: 'PK1', name: 'Prøvekurs', from: '2025-11-10', to: '2025-12-10' },
        },
      },
    ]);
  });

  it('keeps an OT code it carries for information, never as a transfer code', async () => {
    const people = await read({ antall: 1, otungdommer: [{ ...youth(), otData: { aktivitetskode: 'OTUK' } }] });

    expect(people.ok && people.records[0]?.record).toMatchObject({ activityCode: 'OTUK' });
    expect(people.ok && people.records[0]?.record.transferCode).toBeUndefined();
  });

  it('places the faults of one person, and reads the others', async () => {
    const people = await read({
      antall: 3,
      errorMessage: '',
      otungdommer: [
        youth({ fnr: '0102200312345', mobilnr: null }),
        'tull',
        { ...youth(), elevkurs: null },
        { ...youth(), elevkurs: [] },
        null,
      ],
    });

    expect(people.ok && people.faults).toMatchObject([
      {
        row: 1,
        code: 'intake.nationalId.length',
        column: 'person.fnr',
        place: 'otungdommer[0].person.fnr',
        found: '01***********',
      },
      { row: 2, code: 'intake.feed.entry', place: 'otungdommer[1]', found: 'string' },
      { row: 4, code: 'intake.feed.entry', place: 'otungdommer[3].elevkurs', found: 'array' },
      { row: 5, code: 'intake.feed.entry', place: 'otungdommer[4]', found: 'null' },
    ]);
    expect(people.ok && people.records.map(({ row }) => row)).toEqual([3]);
  });

  it.each([
    ['an error message', { errorMessage: 'Ugyldig api-nøkkel', antall: 0, otungdommer: [] }, 'feed.error'],
    [
      'an error message and no list',
      { errorMessage: 'Ugyldig api-nøkkel', antall: 0, otungdommer: null },
      'feed.error',
    ],
    ['an error message alone', { errorMessage: ' Ugyldig fylkesnr ' }, 'feed.error'],
    ['something else than the feed', { navn: 'noe annet' }, 'feed.shape'],
    ['a bare list', [youth()], 'feed.shape'],
    ['half a file', JSON.stringify({ antall: 1, otungdommer: [youth()] }).slice(0, 90), 'feed.json'],
    ['deep nonsense', '['.repeat(200_000), 'feed.json'],
  ])('is refused with %s', async (_, answer, code) => {
    expect(await read(answer)).toMatchObject({ ok: false, refusals: [{ code: `intake.${code}` }] });
  });

  it('is an empty list when nobody is there, and says when nobody counted', async () => {
    expect(await read({ otungdommer: [] })).toMatchObject({
      ok: true,
      records: [],
      notes: [{ code: 'intake.note.noDeclaredCount' }],
    });
  });
});
