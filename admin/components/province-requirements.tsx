import React from 'react';
import { mouFacts } from '../mou-choices';
import { useLanguage, type Words } from './page-parts';
import { Scroll } from './scroll';

/** One fact that a role needs before a step. */
export interface Requirement {
  readonly state: string;
  readonly role: string;
  readonly fact: string;
}

const columns: readonly { readonly state: string; readonly role: string; readonly label: Words }[] = [
  {
    state: 'LEGAL_REVIEW',
    role: 'OPERATOR',
    label: { id: 'Operator mengajukan telaah', en: 'Operator submits' },
  },
  {
    state: 'LEGAL_REVIEW',
    role: 'COORDINATOR',
    label: { id: 'Koordinator mengajukan telaah', en: 'Coordinator submits' },
  },
  {
    state: 'SIGNED',
    role: 'APPROVER',
    label: { id: 'Penyetuju mencatat tanda tangan', en: 'Approver records the signature' },
  },
  {
    state: 'SIGNED',
    role: 'COORDINATOR',
    label: { id: 'Koordinator mencatat tanda tangan', en: 'Coordinator records the signature' },
  },
];

/** Which facts have to be recorded before an agreement goes on, by step and role. */
export function Requirements({
  current,
  onChange,
}: {
  readonly current: readonly Requirement[];
  readonly onChange: (requirements: readonly Requirement[]) => void;
}) {
  const language = useLanguage();
  const has = (wanted: Requirement) => current.some((one) => codeOf(one) === codeOf(wanted));
  const toggle = (wanted: Requirement): void => {
    const others = current.filter((one) => codeOf(one) !== codeOf(wanted));
    onChange(has(wanted) ? others : [...others, wanted]);
  };
  const words =
    language === 'id'
      ? {
          title: 'Yang wajib tercatat pada MoU',
          fact: 'Isian',
          hint: 'Dua pihak dan tanggal tanda tangan selalu wajib. "Dokumen" sebelum tanda tangan berarti naskah yang ditandatangani.',
        }
      : {
          title: 'What has to be recorded of an agreement',
          fact: 'Fact',
          hint: 'Two parties and the date of signing are always needed. "Document" before a signature is the signed text.',
        };
  return (
    <fieldset className="payung-plain-fieldset">
      <legend>
        <b>{words.title}</b>
      </legend>
      <p className="payung-hint">{words.hint}</p>
      <Scroll>
        <table className="payung-table payung-matrix">
          <thead>
            <tr>
              <th scope="col">{words.fact}</th>
              {columns.map(({ state, role, label }) => (
                <th key={state + role} scope="col">
                  {label[language]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Object.entries(mouFacts).map(([fact, name]) => (
              <tr key={fact}>
                <th scope="row">{name[language]}</th>
                {columns.map(({ state, role, label }) => (
                  <td key={state + role}>
                    <input
                      type="checkbox"
                      aria-label={`${name[language]}: ${label[language]}`}
                      checked={has({ state, role, fact })}
                      onChange={() => toggle({ state, role, fact })}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </fieldset>
  );
}

const codeOf = ({ state, role, fact }: Requirement): string => `${state}:${role}:${fact}`;
