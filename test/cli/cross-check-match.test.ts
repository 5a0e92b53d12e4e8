import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { matchFiles } from '#cli/cross-check-match.ts';

const csv = (...lines: readonly string[]) => new TextEncoder().encode(lines.join('\r\n'));
const windows1252 = (text: string) => Uint8Array.from([...text].map((sign) => sign.charCodeAt(0)));

const register = csv(
  'Fødselsnummer;Fornavn;Mellomnavn;Etternavn;Fødselsdato;Adresse;Postnummer;Kommune;Mobil;E-post',
  '08871748471;Åse;;Haugland;08.07.1917;Storgata 5;6001;Nordvik;40012345;',
  ';Ole;Martin;Bjørnstad;03.02.2008;Fjordvegen 9;8445;Kvitnes;;ole@epost.example',
);

const match = async (known: Uint8Array, listed: Uint8Array) => {
  const found = await matchFiles({ bytes: known, name: 'R.csv' }, { bytes: listed, name: 'L.csv' });
  if (!found.ok) throw new Error(found.refusals.map(({ code }) => code).join());
  return found.value;
};

describe('cross-check match', () => {
  it('answers one pair a line, with the rows of the files and the fields that agree and disagree', async () => {
    const list = csv('Fnr;Etternavn;Fornavn;Postnr', '08871748471;HAUGLAND;AASE;8000');

    const [line = ''] = await match(register, list);

    expect(JSON.parse(line)).toEqual({
      register: 2,
      list: 2,
      band: 'certain',
      score: expect.any(Number),
      agrees: ['nationalId', 'firstName', 'lastName'],
      disagrees: ['postcode'],
    });
    expect(line).toMatch(
      /^\{"register":2,"list":2,"band":"certain","score":[\d.]+,"agrees":\[.*\],"disagrees":\[.*\]\}$/,
    );
  });

  it('counts rows as the file does, with a title above the headings and empty rows between', async () => {
    const list = csv('Privatskoleelever;;', 'Navn;Fødselsdato;Skole', ';;', 'Bjørnstad, Ole Martin;03.02.08;Fjordlund');

    expect(JSON.parse((await match(register, list))[0] ?? '')).toMatchObject({ register: 3, list: 4, band: 'certain' });
  });

  it('reads Windows-1252, commas, and sheets', async () => {
    const listed = windows1252('Fornavn,Etternavn,Fødselsdato\nOle Martin,Bjørnstad,2008-02-03\n');
    const sheet = await writeXlsx({
      sheets: [
        {
          name: 'Ark1',
          rows: [
            ['Navn', 'Født'],
            ['Ole Martin Bjørnstad', '3.2.2008'],
          ],
        },
      ],
    });

    expect(await match(register, listed)).toHaveLength(1);
    expect(await match(register, sheet)).toHaveLength(1);
  });

  it('matches a row with a faulty number, an impossible day and a phone nobody can dial on the rest', async () => {
    const list = csv(
      'Fødselsnummer;Navn;Fødselsdato;Tlf;E-post',
      '0887174847X;Ole Bjørnstad;02.03.2008;12;OLE@epost.example',
    );

    expect(JSON.parse((await match(register, list))[0] ?? '')).toMatchObject({ register: 3, list: 2 });
  });

  it('works without surnames and numbers', async () => {
    const list = csv('Fornavn;Fødselsdato;Mobil', 'Åse;08.07.1917;+47 400 12 345');

    expect(await match(register, list)).toHaveLength(1);
  });

  it('answers nothing where nobody is on both, or the list is empty', async () => {
    expect(await match(register, csv('Navn;Født', 'Per Nilsen;01.01.2006'))).toEqual([]);
    expect(await match(register, csv('Navn;Født'))).toEqual([]);
  });

  it('refuses a file that is no list, and says which of the two it was', async () => {
    const pdf = csv('%PDF-1.7');

    const found = await matchFiles({ bytes: register, name: 'R.csv' }, { bytes: pdf, name: 'L.csv' });

    expect(found).toMatchObject({ ok: false, refusals: [{ facts: { file: 'list' } }] });
  });
});
