import React, { useState } from 'react';
import { askGraphql, type UserError } from './graphql-client';
import { longDay, longInstant } from './mou-page-texts';
import { PageState, Panel, useLanguage, usePageData } from './page-parts';

interface Delivery {
  readonly wantsDigest: boolean;
  readonly isMailOn: boolean;
  readonly digestSentOn: string | null;
  readonly feedMadeAt: string | null;
}

interface Changed {
  readonly done: { readonly path?: string | null; readonly userErrors: readonly UserError[] };
}

const query = '{ alertDelivery { wantsDigest isMailOn digestSentOn feedMadeAt } }';
const mutations = {
  begin: 'mutation { done: alertDigestChoose(wantsDigest: true) { userErrors { path code message } } }',
  stop: 'mutation { done: alertDigestChoose(wantsDigest: false) { userErrors { path code message } } }',
  renew: 'mutation { done: alertFeedRenew { path userErrors { path code message } } }',
  end: 'mutation { done: alertFeedEnd { userErrors { path code message } } }',
};
const words = {
  id: {
    mail: 'Surel pagi',
    about: 'Sekali sehari paling banyak, hanya bila ada peringatan yang menunggu di daerah Anda.',
    off: 'Pemasangan ini belum punya peladen surel, jadi belum ada surel yang dikirim. Pengelola menyetelnya dengan PAYUNG_SMTP_URL.',
    wanted: 'Anda menerima surel ini.',
    unwanted: 'Anda tidak menerima surel ini.',
    begin: 'Kirimi saya surel',
    stop: 'Jangan kirimi saya surel',
    last: 'Terakhir dikirim',
    calendar: 'Kalender',
    calendarAbout:
      'Tenggat dari peringatan, yang sudah ada dan setahun ke depan, di kalender ponsel atau komputer Anda (ICS). Alamatnya rahasia: siapa pun yang memilikinya dapat membacanya. Isinya tidak memuat data orang.',
    none: 'Belum ada alamat kalender.',
    made: 'Alamat kalender dibuat',
    make: 'Buat alamat',
    renew: 'Ganti alamat',
    end: 'Hapus alamat',
    once: 'Salin alamat ini sekarang; setelah halaman ditutup ia tidak ditampilkan lagi.',
    address: 'Alamat kalender',
  },
  en: {
    mail: 'Mail of the morning',
    about: 'Once a day at most, and only when alerts wait in your regions.',
    off: 'This installation has no mail server, so that no mail is sent yet. Its administrator sets PAYUNG_SMTP_URL.',
    wanted: 'You get this mail.',
    unwanted: 'You do not get this mail.',
    begin: 'Send me the mail',
    stop: 'Send me no mail',
    last: 'Last sent',
    calendar: 'Calendar',
    calendarAbout:
      'Deadlines of alerts, those that are there and those of the coming year, in the calendar of your telephone or computer (ICS). The address is secret: whoever has it can read it. It holds nothing of persons.',
    none: 'There is no address yet.',
    made: 'Address made',
    make: 'Make an address',
    renew: 'Change the address',
    end: 'Remove the address',
    once: 'Copy this address now; it is not shown again once the page is closed.',
    address: 'Address of the calendar',
  },
} as const;

/** How the own alerts leave the panel: a mail in the morning, and a calendar at a secret address. */
export default function AlertDelivery() {
  const language = useLanguage();
  const texts = words[language];
  const { data, fault, reload } = usePageData<{ alertDelivery: Delivery | null }>(query, {});
  const [path, setPath] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  if (!data?.alertDelivery) return <PageState fault={fault} isAbsent={data !== null} />;
  const { wantsDigest, isMailOn, digestSentOn, feedMadeAt } = data.alertDelivery;
  const change = (name: keyof typeof mutations) => async (): Promise<void> => {
    try {
      const { done } = await askGraphql<Changed>(mutations[name]);
      setTrouble(done.userErrors[0]?.message ?? null);
      setPath(done.path ?? null);
      await reload();
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <div className="payung-record">
      {trouble ? (
        <p role="alert" className="payung-callout red">
          {trouble}
        </p>
      ) : null}
      <Panel title={texts.mail}>
        <p>{texts.about}</p>
        {isMailOn ? null : <p className="payung-callout amber">{texts.off}</p>}
        <p role="status">
          {wantsDigest ? texts.wanted : texts.unwanted}
          {digestSentOn ? ` ${texts.last}: ${longDay(digestSentOn, language)}.` : ''}
        </p>
        <p className="payung-buttons">
          <button
            type="button"
            className="payung-plain"
            onClick={() => void change(wantsDigest ? 'stop' : 'begin')()}
          >
            {wantsDigest ? texts.stop : texts.begin}
          </button>
        </p>
      </Panel>
      <Panel title={texts.calendar}>
        <p>{texts.calendarAbout}</p>
        <p role="status">
          {feedMadeAt ? `${texts.made}: ${longInstant(feedMadeAt, language)}.` : texts.none}
        </p>
        {path ? (
          <div className="payung-form">
            <label htmlFor="calendar-address">{texts.address}</label>
            <input
              id="calendar-address"
              className="payung-input"
              readOnly
              value={window.location.origin + path}
              onFocus={(event) => event.target.select()}
            />
            <p>{texts.once}</p>
          </div>
        ) : null}
        <p className="payung-buttons">
          <button type="button" className="payung-plain" onClick={() => void change('renew')()}>
            {feedMadeAt ? texts.renew : texts.make}
          </button>
          {feedMadeAt ? (
            <button type="button" className="payung-plain" onClick={() => void change('end')()}>
              {texts.end}
            </button>
          ) : null}
        </p>
      </Panel>
    </div>
  );
}
