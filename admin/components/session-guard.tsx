import { useCurrentAdmin } from 'adminjs';
import React, { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useLanguage } from './page-parts';
import { onSignedOut, watchUse } from './session-events';
import { askViewer, signInAgain } from './session-state';

const warningMs = 5 * 60_000;
const lookEveryMs = 60_000;
const words = {
  id: {
    soon: (minutes: number) => `Sesi Anda berakhir dalam ${minutes} menit.`,
    renew: 'Masuk lagi sekarang',
    title: 'Masuk lagi',
    about: 'Sesi Anda berakhir. Isian di halaman ini tetap ada; masuk untuk melanjutkan.',
    early: 'Masuk lagi sebelum sesi berakhir; isian di halaman ini tetap ada.',
    email: 'Surel',
    password: 'Kata sandi',
    submit: 'Masuk',
    wrong: 'Surel atau kata sandi tidak cocok, atau sudah terlalu sering dicoba.',
    unreachable: 'Server tidak terjangkau. Coba lagi.',
  },
  en: {
    soon: (minutes: number) => `Your session ends in ${minutes} minutes.`,
    renew: 'Sign in again now',
    title: 'Sign in again',
    about: 'Your session has ended. What is on this page stays; sign in to go on.',
    early: 'Sign in again before the session ends; what is on this page stays.',
    email: 'E-mail',
    password: 'Password',
    submit: 'Sign in',
    wrong: 'E-mail or password do not fit, or it was tried too often.',
    unreachable: 'The server cannot be reached. Try again.',
  },
} as const;

/** Warns five minutes before the session ends, and signs in again without leaving the page. */
export function SessionGuard() {
  const texts = words[useLanguage()];
  const [admin] = useCurrentAdmin();
  const dialog = useRef<HTMLDialogElement>(null);
  const [endsAt, setEndsAt] = useState<number | null>(null);
  const [isOver, setOver] = useState(false);
  const [now, setNow] = useState(() => Date.now());
  const [isOpen, setOpen] = useState(false);
  const wasUsed = useUse();
  const ask = useCallback(() => {
    setOpen(true);
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  const look = useCallback(async () => {
    setNow(Date.now());
    const viewer = await askViewer({ isBackground: !wasUsed() });
    if (viewer === 'unreachable') return; // says nothing about the session
    setEndsAt(viewer?.endsAt ?? null);
    setOver(viewer === null);
    if (viewer === null) ask();
  }, [ask, wasUsed]);
  useEffect(() => {
    void look();
    const timer = setInterval(() => void look(), lookEveryMs);
    const end = onSignedOut(() => void look());
    return () => {
      clearInterval(timer);
      end();
    };
  }, [look]);
  const signedIn = async (): Promise<void> => {
    const viewer = await askViewer();
    if (viewer === null || viewer === 'unreachable') return;
    // somebody else's rights: nothing of this page is theirs
    if (viewer.staffKey !== String(admin?.id ?? '').replaceAll('-', '')) return window.location.reload();
    setEndsAt(viewer.endsAt);
    setOver(false);
    dialog.current?.close();
  };
  const left = endsAt === null ? null : endsAt - now;
  const isSoon = left !== null && left < warningMs && !isOver;
  // who comes back before the end stays signed in, unless the session is at its longest
  useEffect(() => {
    if (!isSoon) return;
    const end = watchUse(() => {
      end();
      void look();
    });
    return end;
  }, [isSoon, look]);
  return (
    <>
      {isSoon ? (
        <span className="payung-session" role="status">
          {texts.soon(Math.max(1, Math.ceil(left / 60_000)))}{' '}
          <button type="button" onClick={ask}>
            {texts.renew}
          </button>
        </span>
      ) : null}
      <dialog
        ref={dialog}
        className="payung-palette"
        aria-label={texts.title}
        onClose={() => setOpen(false)}
        onCancel={(event) => isOver && event.preventDefault()}
      >
        {isOpen ? <SignIn about={isOver ? texts.about : texts.early} onSignedIn={signedIn} /> : null}
      </dialog>
    </>
  );
}

/** Whether the person has typed or clicked since it was asked last: who fills in a form is not away. */
function useUse(): () => boolean {
  const isUsed = useRef(false);
  useEffect(() => watchUse(() => (isUsed.current = true)), []);
  return useCallback(() => {
    const answer = isUsed.current;
    isUsed.current = false;
    return answer;
  }, []);
}

interface SignInProps {
  readonly about: string;
  readonly onSignedIn: () => Promise<void>;
}

function SignIn({ about, onSignedIn }: SignInProps) {
  const texts = words[useLanguage()];
  const [fault, setFault] = useState<string | null>(null);
  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const outcome = await signInAgain(String(form.get('email') ?? ''), String(form.get('password') ?? ''));
    if (outcome === 'signedIn') return onSignedIn();
    setFault(texts[outcome]);
  };
  return (
    <form className="payung-palette-box payung-form" onSubmit={(event) => void send(event)}>
      <h2>{texts.title}</h2>
      <p>{about}</p>
      <label htmlFor="again-email">{texts.email}</label>
      <input
        id="again-email"
        name="email"
        type="email"
        autoComplete="username"
        required
        className="payung-input"
      />
      <label htmlFor="again-password">{texts.password}</label>
      <input
        id="again-password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        className="payung-input"
      />
      {fault ? (
        <p role="alert" className="payung-callout red">
          {fault}
        </p>
      ) : null}
      <p className="payung-buttons">
        <button type="submit" className="payung-main">
          {texts.submit}
        </button>
      </p>
    </form>
  );
}
