import { type RecordJSON, type ResourceJSON, useTranslation } from 'adminjs';
import React, { useEffect, useRef, useState } from 'react';
import { TableHead } from './data-table';
import { Badge, useLanguage } from './page-parts';
import { useShown } from './record-changes';
import { conflictsOf, isSame, type ThreeWays } from './record-diff';
import { Scroll } from './scroll';

interface Props {
  readonly ways: ThreeWays;
  readonly fields: readonly string[];
  readonly resource: ResourceJSON;
  /** The records whose titles are known, mine and theirs. */
  readonly populated: RecordJSON['populated'];
  readonly onMerge: (keepsMine: (field: string) => boolean) => void;
}

const words = {
  id: {
    title: 'Data ini diubah orang lain sementara Anda mengisi',
    about: 'Belum ada yang disimpan. Isian yang tidak bertabrakan digabung; pilih untuk yang bertabrakan.',
    heads: ['Isian', 'Semula', 'Mereka', 'Anda', 'Yang dipakai'],
    theirs: 'Mereka',
    mine: 'Anda',
    apply: 'Gabungkan ke formulir',
  },
  en: {
    title: 'Somebody else changed this record while you were at it',
    about: 'Nothing is saved yet. Fields that do not clash are joined; choose for those that do.',
    heads: ['Field', 'Before', 'Theirs', 'Yours', 'What counts'],
    theirs: 'Theirs',
    mine: 'Yours',
    apply: 'Join into the form',
  },
} as const;

/** What the other one and I changed, field by field. */
export function RecordMerge({ ways, fields, resource, populated, onMerge }: Props) {
  const texts = words[useLanguage()];
  const { translateProperty } = useTranslation();
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    section.current?.scrollIntoView({ block: 'center' });
  }, []);
  const [mine, setMine] = useState<ReadonlySet<string>>(new Set());
  const conflicts = conflictsOf(ways, fields);
  const touched = fields.filter(
    (field) => !isSame(ways.base, ways.mine, field) || !isSame(ways.base, ways.theirs, field),
  );
  const shown = useShown(resource, populated);
  const choose = (field: string, isMine: boolean): void => {
    const chosen = new Set(mine);
    if (isMine) chosen.add(field);
    else chosen.delete(field);
    setMine(chosen);
  };
  return (
    <section ref={section} className="payung-callout payung-impact amber" role="alert">
      <h2>{texts.title}</h2>
      <p>{texts.about}</p>
      <Scroll>
        <table className="payung-table">
          <TableHead heads={texts.heads} />
          <tbody>
            {touched.map((field) => (
              <tr key={field}>
                <th scope="row">{translateProperty(field, resource.id)}</th>
                <td>{shown(ways.base, field)}</td>
                <td>{shown(ways.theirs, field)}</td>
                <td>{shown(ways.mine, field)}</td>
                <td>
                  {conflicts.includes(field) ? (
                    <fieldset className="payung-choice">
                      <legend className="payung-hidden">{translateProperty(field, resource.id)}</legend>
                      {[false, true].map((isMine) => (
                        <label key={String(isMine)}>
                          <input
                            type="radio"
                            name={`merge-${field}`}
                            checked={mine.has(field) === isMine}
                            onChange={() => choose(field, isMine)}
                          />{' '}
                          {isMine ? texts.mine : texts.theirs}
                        </label>
                      ))}
                    </fieldset>
                  ) : (
                    <Badge colour="green">
                      {isSame(ways.base, ways.mine, field) ? texts.theirs : texts.mine}
                    </Badge>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p className="payung-buttons">
        <button type="button" className="payung-main" onClick={() => onMerge((field) => mine.has(field))}>
          {texts.apply}
        </button>
      </p>
    </section>
  );
}
