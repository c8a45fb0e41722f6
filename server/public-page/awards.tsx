import React from 'react';
import { awardLevels } from '../../admin/award-choices';
import { AwardsDocument } from './operations';
import { Entries, Sources } from './parts';
import type { Scope } from './place';
import { usePages } from './use-answer';

/** Awards that the governments received, the latest first. */
export function Awards({ scope }: { readonly scope: Scope }) {
  const pages = usePages(AwardsDocument, { regionIds: scope.regionIds }, ({ awards }) => awards);
  return (
    <section id="penghargaan">
      <h2>Penghargaan</h2>
      <p className="about">Penghargaan bagi pemerintah daerah atas perlindungan pekerjanya.</p>
      <Entries
        pages={pages}
        none="Belum ada penghargaan yang dicatat."
        entry={({ name, editionYear, level, category, rank, recipient, citations }) => (
          <>
            <h3>
              {name} {editionYear}
              {category ? `, ${category}` : ''}
            </h3>
            <p>
              {recipient.displayName}, tingkat {awardLevels[level].id.toLowerCase()}
              {rank === null ? '' : `, peringkat ${rank}`}
            </p>
            <Sources citations={citations} />
          </>
        )}
      />
    </section>
  );
}
