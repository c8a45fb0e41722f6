import React, { useState } from 'react';
import { longDay } from '../../admin/components/mou-page-texts';
import { mouKinds, mouPhaseColours, mouPhases } from '../../admin/mou-choices';
import { AgreementsDocument, type AgreementsQuery } from './operations';
import { Badge, Entries, Sources } from './parts';
import type { Scope } from './place';
import { usePages } from './use-answer';

type Agreement = AgreementsQuery['mous']['nodes'][number];

const shortest = 3;

/** Register of signed agreements, the latest first; searched by title or number. */
export function Agreements({ scope }: { readonly scope: Scope }) {
  const [typed, setTyped] = useState('');
  const search = typed.trim().length >= shortest ? typed.trim() : null;
  const pages = usePages(AgreementsDocument, { regionIds: scope.regionIds, search }, ({ mous }) => mous);
  return (
    <section id="perjanjian">
      <h2>Perjanjian</h2>
      <p className="about">
        Perjanjian antara {scope.name} dan BPJS Ketenagakerjaan yang sudah ditandatangani. Yang belum
        diketahui tidak ditulis.
      </p>
      <div className="where">
        <label>
          Cari judul atau nomor
          <input
            type="search"
            value={typed}
            maxLength={100}
            placeholder="sedikitnya tiga huruf"
            onChange={({ target }) => setTyped(target.value)}
          />
        </label>
      </div>
      <Entries
        pages={pages}
        none={search ? `Tidak ada perjanjian dengan “${search}”.` : 'Belum ada perjanjian yang dicatat.'}
        entry={(agreement) => <Entry agreement={agreement} />}
      />
    </section>
  );
}

function Entry({ agreement }: { readonly agreement: Agreement }) {
  const { kind, titleAsWritten, subject, region, parties, citations } = agreement;
  const numbers = parties.flatMap(({ number }) => (number ? [number] : []));
  return (
    <>
      <div className="head">
        <h3>{titleAsWritten}</h3>
        <State agreement={agreement} />
      </div>
      <p>
        {mouKinds[kind].id}, {region.displayName}
        {subject ? ` – ${subject}` : ''}
      </p>
      <p>{parties.map(({ displayName }) => displayName).join(' dengan ')}</p>
      {numbers.length > 0 ? <p>Nomor {numbers.join(' dan ')}</p> : null}
      <p>{datesOf(agreement)}</p>
      <Sources citations={citations} />
    </>
  );
}

function State({ agreement: { phase } }: { readonly agreement: Agreement }) {
  if (!phase) return <Badge colour="red">Diakhiri</Badge>;
  return <Badge colour={mouPhaseColours[phase] ?? 'grey'}>{mouPhases[phase].id}</Badge>;
}

function datesOf({ signing, endsOn }: Agreement): string {
  const signed = signing?.on
    ? `Ditandatangani ${longDay(signing.on, 'id')}`
    : 'Tanggal tanda tangan belum diketahui';
  const place = signing?.place ? ` di ${signing.place}` : '';
  const end = endsOn ? `berlaku sampai ${longDay(endsOn, 'id')}` : 'tanggal akhir belum diketahui';
  return `${signed}${place}; ${end}.`;
}
