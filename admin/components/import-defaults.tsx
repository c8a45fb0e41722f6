import React from 'react';
import { PageHelp } from './help-line';
import { useLanguage } from './page-parts';
import { ReferenceSelect } from './reference-select';

/** What holds for rows that say nothing themselves; an empty text is nothing. */
export interface Defaults {
  readonly categoryId: string;
  readonly enteredOn: string;
  readonly decree: string;
  readonly cohort: string;
  readonly decileSource: string;
  readonly decileOn: string;
}

const texts = {
  id: {
    title: 'Untuk baris yang tidak menyebutkannya',
    categoryId: 'Pekerjaan',
    enteredOn: 'Tanggal masuk program',
    decree: 'Nomor SK',
    cohort: 'Gelombang',
    decileSource: 'Sumber desil',
    decileOn: 'Tanggal sumber desil',
  },
  en: {
    title: 'For rows that do not say so themselves',
    categoryId: 'Work',
    enteredOn: 'Date of entry into the program',
    decree: 'Decree',
    cohort: 'Batch',
    decileSource: 'Source of the deciles',
    decileOn: 'Date of that source',
  },
} as const;

interface Props {
  readonly defaults: Defaults;
  readonly hasDecile: boolean;
  readonly onChange: (defaults: Defaults) => void;
}

/** Values for all rows whose own cell is empty, or for which there is no column. */
export function ImportDefaults({ defaults, hasDecile, onChange }: Props) {
  const words = texts[useLanguage()];
  const names = [
    'enteredOn',
    'decree',
    'cohort',
    ...(hasDecile ? (['decileSource', 'decileOn'] as const) : []),
  ] as const;
  return (
    <fieldset className="payung-plain-fieldset">
      <legend>
        <b>{words.title}</b>
      </legend>
      <div className="payung-facts">
        <div>
          <label htmlFor="import-category">{words.categoryId}</label>
          <PageHelp of="import-category" />
          <ReferenceSelect
            inputId="import-category"
            resourceId="category"
            value={defaults.categoryId}
            onChange={(categoryId) => onChange({ ...defaults, categoryId })}
          />
        </div>
        {names.map((name) => (
          <div key={name}>
            <label htmlFor={`import-${name}`}>{words[name]}</label>
            <PageHelp of={`import-${name}`} />
            <input
              id={`import-${name}`}
              className="payung-input"
              type={name.endsWith('On') ? 'date' : 'text'}
              value={defaults[name]}
              onChange={(event) => onChange({ ...defaults, [name]: event.target.value })}
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}
