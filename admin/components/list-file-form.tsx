import React from 'react';
import type { FileWish, ListFile } from './list-file-data';
import { useLanguage } from './page-parts';

const texts = {
  id: {
    format: 'Berkas',
    formats: {
      XLSX: 'Excel (XLSX)',
      CSV: 'CSV, untuk program lain',
      JSONL: 'JSON, satu objek per baris',
    },
    writing: 'Angka dan tanggal',
    writings: { ID: 'Indonesia: 11/02/2026, 3,75', ISO: 'Untuk program: 2026-02-11, 3.75' },
    columns: 'Kolom',
    none: 'Pilih paling sedikit satu kolom.',
    masked:
      'Nama, tanggal lahir, telepon, alamat, dan nomor kartu disamarkan, karena akun Anda tidak boleh melihat NIK.',
    reason: 'Alasan melihat data pribadi (kosong: disamarkan)',
    example: 'misalnya "Verifikasi lapangan Kelurahan Gerem, Februari 2026"; 10 sampai 500 huruf, tanpa NIK',
    nik: 'NIK lengkap: paling banyak 5.000 dalam 24 jam untuk satu akun, tercatat satu per satu',
  },
  en: {
    format: 'File',
    formats: {
      XLSX: 'Excel (XLSX)',
      CSV: 'CSV, for other programs',
      JSONL: 'JSON, one object per line',
    },
    writing: 'Numbers and dates',
    writings: { ID: 'Indonesian: 11/02/2026, 3,75', ISO: 'For programs: 2026-02-11, 3.75' },
    columns: 'Columns',
    none: 'Choose at least one column.',
    masked:
      'Names, birth dates, telephone numbers, addresses and card numbers are masked, because your account may not see NIKs.',
    reason: 'Reason for personal data (empty: masked)',
    example: 'such as "Field check of Gerem, February 2026"; 10 to 500 characters, without a NIK',
    nik: 'NIKs in full: at most 5,000 within 24 hours for one account, each noted',
  },
} as const;

interface Props {
  readonly list: ListFile;
  readonly wish: FileWish;
  readonly change: (part: Partial<FileWish>) => void;
}

/** Kind of file, how numbers are written, which columns, and why personal values are needed. */
export function ListFileForm({ list, wish, change }: Props) {
  const words = texts[useLanguage()];
  const toggled = (name: string, isOn: boolean) =>
    list.columns
      .map((column) => column.name)
      .filter((one) => (one === name ? isOn : wish.columns.includes(one)));
  return (
    <>
      <div className="payung-facts">
        <Choice
          id="file-format"
          label={words.format}
          values={words.formats}
          value={wish.format}
          onChange={(format) => change({ format })}
        />
        {wish.format === 'JSONL' ? null : (
          <Choice
            id="file-writing"
            label={words.writing}
            values={words.writings}
            value={wish.writing}
            onChange={(writing) => change({ writing })}
          />
        )}
      </div>
      <fieldset className="payung-checks">
        <legend>{words.columns}</legend>
        {list.columns.map(({ name, title }) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={wish.columns.includes(name)}
              onChange={(event) => change({ columns: toggled(name, event.target.checked) })}
            />
            {title}
          </label>
        ))}
      </fieldset>
      {wish.columns.length === 0 ? <p role="alert">{words.none}</p> : null}
      <Personal list={list} wish={wish} change={change} />
    </>
  );
}

function Personal({ list, wish, change }: Props) {
  const words = texts[useLanguage()];
  const chosen = list.columns.filter(({ name }) => wish.columns.includes(name));
  if (!chosen.some(({ isPersonal }) => isPersonal)) return null;
  if (!list.mayReveal) return <p className="payung-hint">{words.masked}</p>;
  const hasNik = chosen.some(({ path }) => path.at(-1) === 'nik');
  return (
    <>
      <label htmlFor="file-reason">{words.reason}</label>
      <textarea
        id="file-reason"
        className="payung-input"
        rows={2}
        maxLength={500}
        aria-describedby="file-reason-help"
        value={wish.reason}
        onChange={(event) =>
          change({ reason: event.target.value, ...(event.target.value === '' && { nik: false }) })
        }
      />
      <p id="file-reason-help" className="payung-hint">
        {words.example}
      </p>
      {hasNik && wish.reason.trim() !== '' ? (
        <div className="payung-checks">
          <label>
            <input
              type="checkbox"
              checked={wish.nik}
              onChange={(event) => change({ nik: event.target.checked })}
            />
            {words.nik}
          </label>
        </div>
      ) : null}
    </>
  );
}

interface ChoiceProps<Value extends string> {
  readonly id: string;
  readonly label: string;
  readonly values: Readonly<Record<Value, string>>;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

function Choice<Value extends string>({ id, label, values, value, onChange }: ChoiceProps<Value>) {
  const isValue = (text: string): text is Value => Object.hasOwn(values, text);
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="payung-input"
        value={value}
        onChange={({ target }) => (isValue(target.value) ? onChange(target.value) : undefined)}
      >
        {Object.entries<string>(values).map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
