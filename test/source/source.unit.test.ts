import { describe, expect, it } from '@jest/globals';
import { Category } from '../../schema/category/index.js';
import { newId, publicId } from '../../schema/kernel/identifier.js';
import { checkCitation, citedRecord } from '../../schema/source/cited-record.js';
import { citations } from '../../schema/source/index.js';
import { checkSource, type SourceDraft } from '../../schema/source/source.rules.js';

const draft: SourceDraft = {
  publisher: 'Banten Raya',
  title: null,
  author: null,
  publishedOn: null,
  url: null,
  accessedOn: null,
  note: null,
};

describe('source', () => {
  it('needs nothing but a publisher, because most of a source is often not recorded', () => {
    expect(checkSource(draft)).toEqual([]);
  });

  it.each(['https://www.bantenraya.com/daerah/16048358/x', 'http://bps.go.id', 'HTTPS://BPS.GO.ID/?a=1#b'])(
    'accepts the address %s',
    (url) => {
      expect(checkSource({ ...draft, url })).toEqual([]);
    },
  );

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://bps.go.id/x',
    'www.bantenraya.com',
    'https://',
    'https:///x',
    'https://bps.go.id/a b',
    'https://user:secret@bps.go.id/',
  ])('refuses the address %s', (url) => {
    expect(checkSource({ ...draft, url })).toEqual([
      { path: ['input', 'url'], code: 'SOURCE_URL_INVALID', params: { value: url } },
    ]);
  });

  it('names everything that is wrong at once, in the order of the form', () => {
    const problems = checkSource({
      ...draft,
      publisher: null,
      title: 'x'.repeat(501),
      publishedOn: '2026-02-30',
      accessedOn: '2026-02-11',
      url: 'bps.go.id',
    });

    expect(problems.map(({ path, code }) => [path.at(-1), code])).toEqual([
      ['publisher', 'VALUE_MISSING'],
      ['title', 'VALUE_TOO_LONG'],
      ['publishedOn', 'DATE_INVALID'],
      ['accessedOn', 'SOURCE_DATES_REVERSED'],
      ['url', 'SOURCE_URL_INVALID'],
    ]);
  });

  it('cannot be read before it was published', () => {
    const dates = { publishedOn: '2024-01-24', accessedOn: '2024-01-23' };

    expect(checkSource({ ...draft, ...dates })).toEqual([
      { path: ['input', 'accessedOn'], code: 'SOURCE_DATES_REVERSED', params: dates },
    ]);
  });
});

describe('citation', () => {
  const id = newId();

  it('finds the record behind the id of a citable kind only', () => {
    expect(citedRecord(publicId('category', id))).toEqual({ concept: Category, table: 'category', id });
    expect(citedRecord(publicId('source', id))).toBeNull();
    expect(citedRecord(publicId('staff', id))).toBeNull();
    expect(citedRecord('category_1')).toBeNull();
  });

  it('names the whole record or a field that it has', () => {
    const record = citedRecord(publicId('category', id));

    expect(checkCitation({ record, field: null })).toEqual([]);
    expect(checkCitation({ record, field: 'isTransport' })).toEqual([]);
    expect(checkCitation({ record, field: 'is_transport' })).toEqual([
      { path: ['input', 'field'], code: 'CITATION_FIELD_UNKNOWN', params: { value: 'is_transport' } },
    ]);
    expect(checkCitation({ record: null, field: null })).toEqual([
      { path: ['input', 'recordId'], code: 'REFERENCE_NOT_FOUND', params: {} },
    ]);
  });

  it('is declared for concepts that can cite only', () => {
    expect(() => citations('staff')).toThrow('staff cannot cite sources');
  });
});
