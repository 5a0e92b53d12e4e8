import { describe, expect, it } from 'vitest';
import { readSmsFile } from '#intake/sms-file/read-sms-file.ts';

const csv = (text: string) => new TextEncoder().encode(text);

describe('the list an SMS program gives back', () => {
  it('says what became of each message, and what somebody answered', async () => {
    const read = await readSmsFile(
      csv(
        'Namn;Mobil;Status;Svar;Id\nÅse Ås;900 00 101;Levert;;\nOle Å;+47 90000102;Ikkje levert;;\n;4790000103;;Ja takk;77\n',
      ),
    );

    expect(read.ok && read.value).toEqual({
      rows: [
        { row: 2, name: 'Åse Ås', number: '+4790000101', state: 'delivered', answer: null, id: '' },
        { row: 3, name: 'Ole Å', number: '+4790000102', state: 'failed', answer: null, id: '' },
        { row: 4, name: '', number: '+4790000103', state: null, answer: 'Ja takk', id: '77' },
      ],
      faults: [],
    });
  });

  it('tells each row it cannot use, and uses none by half', async () => {
    const read = await readSmsFile(csv('Fra,Melding,Status\n12,Hei,\n90000101,Hei,kanskje\n90000102,Hei,OK\n'));

    expect(read.ok && read.value.faults).toEqual([
      { code: 'sms.file.number', place: '2', found: '12' },
      { code: 'sms.file.state', place: '3', found: 'kanskje' },
    ]);
    expect(read.ok && read.value.rows).toHaveLength(1);
  });

  it.each(['Namn;Mobil\nÅse;90000101\n', 'hello', '[]', ''])('refuses «%s»', async (text) => {
    expect((await readSmsFile(csv(text))).ok).toBe(false);
  });
});
