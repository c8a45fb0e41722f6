import { describe, expect, it } from '@jest/globals';
import { type FieldNode, isObjectType, parse } from 'graphql';
import { ImportRow } from '../../schema/import/import-row.entity.js';
import type { ExtractColumn } from '../../schema/kernel/extract-column.js';
import { NestedReader } from '../../schema/kernel/extract-nested.js';
import { many } from '../../schema/kernel/readable.js';
import type { ValueKind } from '../../schema/kernel/value-kind.js';
import { tableColumns } from '../../server/export/row-values.js';
import { describedSchema } from '../../server/graphql/schema.js';

const schema = describedSchema();

/** The one field of a selection, as an operation would have it. */
function fieldOf(text: string): FieldNode {
  const [definition] = parse(text).definitions;
  const [node] = definition?.kind === 'OperationDefinition' ? definition.selectionSet.selections : [];
  if (node?.kind !== 'Field') throw new Error(`no field: ${text}`);
  return node;
}

describe('rows below a list', () => {
  it('are written as the file is, and not at all where nothing is known', () => {
    const leaf = (key: string, kind: ValueKind, isOne = false) => ({ keys: [key], kind, isOne });
    const leaves = [
      leaf('on', 'date'),
      leaf('share', 'decimal'),
      leaf('isKept', 'boolean'),
      leaf('note', 'text'),
      leaf('at', 'date', true),
    ];
    const columns: ExtractColumn[] = [
      { at: 0, keys: ['checks'], holds: { is: 'nested', reader: { leaves, read: (value) => value } } },
    ];
    const showing = { locale: 'id' as const, showsRegion: () => true, niks: new Map() };
    const cells = tableColumns(columns, showing, { labels: new Map(), writing: 'ID' });
    const rows = [
      { on: '2026-02-11', share: '3.75', isKept: true, note: null },
      { on: null, share: '1', isKept: false },
    ];

    expect(cells.map(({ text }) => text([JSON.stringify(rows)]))).toEqual([
      '11/02/2026; ',
      '3,75; 1',
      'Ya; Tidak',
      null,
      null,
    ]);
    expect(cells.map(({ kind }) => kind)).toEqual(['text', 'text', 'text', 'text', 'date']);
    expect(cells[4]?.text(['{"at": "2026-02-11"}'])).toBe('2026-02-11');
  });

  it('leave no empty places where no other column needs them', () => {
    const reader = {
      leaves: [{ keys: ['office'], kind: 'text' as const, isOne: false }],
      read: (value: unknown) => value,
    };
    const columns: ExtractColumn[] = [{ at: 0, keys: ['parties'], holds: { is: 'nested', reader } }];
    const showing = { locale: 'id' as const, showsRegion: () => true, niks: new Map() };
    const [cell] = tableColumns(columns, showing, { labels: new Map(), writing: 'ID' });

    expect(cell?.text(['[{"office": null}, {"office": "Kantor Cabang Serang"}]'])).toBe(
      'Kantor Cabang Serang',
    );
  });

  it('show nobody, however deep their values lie', () => {
    const type = schema.getType('ImportRow');
    if (!isObjectType(type)) throw new Error('no ImportRow');
    const node = fieldOf(
      '{ rows { nomor: rowNumber name changes { field from to } problems { code message } beneficiary { name phone region { name } address { text } } } }',
    );
    const read = many(
      () => ImportRow,
      () => 'true',
      () => '1',
    );
    const reader = new NestedReader({ schema, fragments: {}, variables: {} }, type, { node, read });

    const value = reader.read({
      rowNumber: 7,
      name: 'Kenari Wirasasmita',
      changes: [{ field: 'NAME', from: 'Kenari', to: 'Kenari Wirasasmita' }],
      problems: [{ code: 'NIK_LENGTH', message: 'Kenari' }],
      beneficiary: {
        name: 'Kenari Wirasasmita',
        phone: '081299887766',
        region: { name: 'Cilegon' },
        address: { text: 'Jalan Kenari' },
      },
    });

    expect(value).toEqual({
      nomor: 7,
      name: 'K••• W•••',
      changes: [{ field: 'NAME', from: '•••', to: '•••' }],
      problems: [{ code: 'NIK_LENGTH', message: '•••' }],
      beneficiary: {
        name: 'K••• W•••',
        phone: '••••••••7766',
        region: { name: 'Cilegon' },
        address: { text: '•••' },
      },
    });
  });
});
