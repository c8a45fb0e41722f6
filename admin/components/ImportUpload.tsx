import React, { useState } from 'react';
import { DropRoster } from './import-drop';
import { ImportSteps } from './import-steps';
import { useLanguage } from './page-parts';
import { ReferenceSelect } from './reference-select';

const texts = {
  id: {
    title: 'Unggah daftar peserta',
    program: 'Program',
    help: 'Judul kolom boleh di bawah kop surat. Tidak ada yang disimpan sebelum Anda melihat hasil pemeriksaan dan menekan Simpan.',
  },
  en: {
    title: 'Hand in a roster',
    program: 'Program',
    help: 'The header may stand below a letterhead. Nothing is saved before you have seen what was found and pressed Save.',
  },
} as const;

/** The first step of an import: for which program, and the file. */
export default function ImportUpload() {
  const words = texts[useLanguage()];
  const [programId, setProgramId] = useState(
    () => new URLSearchParams(window.location.search).get('program') ?? '',
  );
  return (
    <div className="payung-record">
      <ImportSteps state="UPLOAD" />
      <section className="payung-panel payung-form">
        <h2>{words.title}</h2>
        <label htmlFor="import-program">{words.program}</label>
        <ReferenceSelect
          inputId="import-program"
          resourceId="program"
          value={programId}
          onChange={(id) => setProgramId(id)}
        />
        <p className="payung-hint">{words.help}</p>
        <DropRoster programId={programId} isLarge />
      </section>
    </div>
  );
}
