import React from 'react';
import { PageHelp } from './help-line';
import { useLanguage, type Words } from './page-parts';
import { ReferenceSelect } from './reference-select';

/** One value that a page asks for. */
export type AskField = { readonly label: Words } & (
  | { readonly kind: 'reference'; readonly to: string }
  | { readonly kind: 'month' | 'digits' }
  | { readonly kind: 'choice'; readonly values: Readonly<Record<string, Words>> }
);

export type AskFields = Readonly<Record<string, AskField>>;
export type Asked<Fields extends AskFields> = Readonly<Record<keyof Fields & string, string>>;

interface Props<Fields extends AskFields> {
  readonly fields: Fields;
  readonly asked: Asked<Fields>;
  readonly onChange: (asked: Asked<Fields>) => void;
}

/** What a page wants to know before it can answer; an empty text is no choice yet. */
export function AskForm<Fields extends AskFields>({ fields, asked, onChange }: Props<Fields>) {
  const language = useLanguage();
  return (
    <div className="payung-facts payung-form">
      {Object.entries(fields).map(([name, field]) => (
        <div key={name}>
          <label htmlFor={`ask-${name}`}>{field.label[language]}</label>
          <PageHelp of={`ask-${name}`} />
          <AskInput
            name={name}
            field={field}
            value={asked[name] ?? ''}
            onChange={(value) => onChange({ ...asked, [name]: value })}
          />
        </div>
      ))}
    </div>
  );
}

interface InputProps {
  readonly name: string;
  readonly field: AskField;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function AskInput({ name, field, value, onChange }: InputProps) {
  const language = useLanguage();
  const id = `ask-${name}`;
  if (field.kind === 'reference')
    return (
      <ReferenceSelect
        inputId={id}
        resourceId={field.to}
        value={value}
        onChange={(chosen) => onChange(chosen)}
      />
    );
  if (field.kind === 'choice') {
    return (
      <select
        id={id}
        className="payung-input"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {Object.entries(field.values).map(([code, words]) => (
          <option key={code} value={code}>
            {words[language]}
          </option>
        ))}
      </select>
    );
  }
  const hints =
    field.kind === 'month' ? { type: 'month', placeholder: '2026-01' } : { inputMode: 'numeric' as const };
  return (
    <input
      id={id}
      {...hints}
      className="payung-input"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
