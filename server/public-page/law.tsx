import React, { useState } from 'react';
import { longDay } from '../../admin/components/mou-page-texts';
import { regulationPhaseColours, regulationPhases } from '../../admin/regulation-choices';
import { LawDocument, type LawQuery } from './operations';
import { Badge, Entries, Sources } from './parts';
import type { Scope } from './place';
import { usePages } from './use-answer';

type Regulation = LawQuery['regulations']['nodes'][number];

/** Law in force: of the regions chosen, or of the nation, on which theirs stands. */
export function Law({ scope }: { readonly scope: Scope }) {
  const [isNational, setNational] = useState(false);
  const asked = isNational ? { isNational } : { regionIds: scope.regionIds };
  const pages = usePages(LawDocument, asked, ({ regulations }) => regulations);
  return (
    <section id="peraturan">
      <h2>Dasar hukum</h2>
      <p className="about">Peraturan yang berlaku atau akan berlaku.</p>
      <fieldset className="payung-switch">
        <legend>Peraturan dari</legend>
        {[false, true].map((national) => (
          <label key={String(national)}>
            <input
              type="radio"
              name="law"
              checked={isNational === national}
              onChange={() => setNational(national)}
            />
            <span>{national ? 'Pemerintah pusat' : scope.name}</span>
          </label>
        ))}
      </fieldset>
      <Entries
        pages={pages}
        none={`Belum ada peraturan ${scope.name} yang dicatat.`}
        entry={(regulation) => <Entry regulation={regulation} />}
      />
    </section>
  );
}

function Entry({ regulation }: { readonly regulation: Regulation }) {
  const { displayTitle, title, subject, phase, enactedOn, promulgatedOn, citations } = regulation;
  const day = longDay(enactedOn ?? promulgatedOn, 'id');
  return (
    <>
      <div className="head">
        <h3>{displayTitle}</h3>
        <Badge colour={regulationPhaseColours[phase] ?? 'grey'}>{regulationPhases[phase].id}</Badge>
      </div>
      {title ? <p>{title}</p> : null}
      {subject ? <p>{subject}</p> : null}
      {day ? (
        <p>
          {enactedOn ? 'Ditetapkan' : 'Diundangkan'} {day}
        </p>
      ) : null}
      <Sources citations={citations} />
    </>
  );
}
