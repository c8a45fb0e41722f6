import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { publicId } from '../../schema/kernel/identifier.js';
import { type Asking, type ReportingWorld, reportingWorld } from '../source/reporting-world.js';
import { aMou } from '../support/build/mou.js';

const note = `mutation ($recordId: ID!, $stage: PresenceStage!) { presenceNote(recordId: $recordId, stage: $stage) {
  others { name isEditing } userErrors { path code } } }`;

let world: ReportingWorld;
let draft: string;
let signed: string;
beforeAll(async () => {
  world = await reportingWorld();
  draft = publicId('mou', await aMou(world.app, { region: '36.72', state: 'DRAFT' }));
  signed = publicId(
    'mou',
    await aMou(world.app, { region: '36.72', state: 'SIGNED', signedOn: '2026-01-02' }),
  );
});
beforeEach(() => world.app.sql('delete from presence'));
afterAll(() => world.close());

async function noted(who: Asking, recordId: string, stage: string) {
  return (await world.ask(who, note, { recordId, stage })).data?.presenceNote;
}

describe('who has a record open', () => {
  it('is noted for more people at once than there are connections', async () => {
    const answers = await Promise.all(
      Array.from({ length: 24 }, () =>
        world.ask('operatorCilegon', note, { recordId: signed, stage: 'READING' }),
      ),
    );

    expect(answers.map(({ errors, data }) => [...errors, ...(data?.presenceNote.userErrors ?? [])])).toEqual(
      answers.map(() => []),
    );
  });

  it('is told to the others who have it open, until they leave it', async () => {
    expect(await noted('operatorCilegon', draft, 'EDITING')).toEqual({ others: [], userErrors: [] });
    expect((await noted('coordinatorBanten', draft, 'READING')).others).toEqual([
      { name: 'operatorCilegon', isEditing: true },
    ]);
    expect((await noted('operatorCilegon', draft, 'READING')).others).toEqual([
      { name: 'coordinatorBanten', isEditing: false },
    ]);
    expect((await noted('operatorCilegon', signed, 'READING')).others).toEqual([]);

    await noted('coordinatorBanten', draft, 'LEFT');

    expect((await noted('operatorCilegon', draft, 'READING')).others).toEqual([]);
  });

  it('names only those who work in a region of the reader', async () => {
    await noted('operatorSerang', signed, 'READING');

    expect((await noted('operatorCilegon', signed, 'READING')).others).toEqual([
      { name: null, isEditing: false },
    ]);
    expect((await noted('auditorBanten', signed, 'READING')).others.map(({ name }: never) => name)).toEqual([
      'operatorSerang',
      'operatorCilegon',
    ]);
  });

  it('does not count a page that has been silent for 75 seconds, and forgets it after ten minutes', async () => {
    await noted('operatorCilegon', draft, 'EDITING');
    await world.app.sql("update presence set seen_at = now() - interval '76 seconds'");
    expect((await noted('coordinatorBanten', draft, 'READING')).others).toEqual([]);

    await world.app.sql("update presence set seen_at = now() - interval '11 minutes'");
    await noted('coordinatorBanten', signed, 'READING');

    expect(await world.app.sql('select count(*)::int as rows from presence')).toEqual([{ rows: 1 }]);
  });

  it('is a secret where the record is one, and nobody notes with the session of another', async () => {
    expect((await noted('operatorSerang', draft, 'READING')).userErrors).toEqual([
      { path: ['recordId'], code: 'NOT_FOUND' },
    ]);
    expect((await world.ask('anonymous', note, { recordId: signed, stage: 'READING' })).errors).toEqual([
      'UNAUTHENTICATED',
    ]);
    const [{ id }] = await world.app.sql(
      "select s.id from staff_session s join staff p on p.id = s.staff_id where p.name = 'coordinatorBanten'",
    );

    await world.sqlAs('operatorSerang', "select app.note_presence($1, gen_random_uuid(), 'READING')", [id]);

    expect(await world.app.sql('select staff_id from presence')).toEqual([]);
  });
});
