import { describe, expect, it } from '@jest/globals';
import { type FieldNode, isObjectType, parse } from 'graphql';
import { ImportRow } from '../../schema/import/import-row.entity.js';
import { NestedReader } from '../../schema/kernel/extract-nested.js';
import { many } from '../../schema/kernel/readable.js';
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
