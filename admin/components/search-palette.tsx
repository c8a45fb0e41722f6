import React, { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useLanguage } from './page-parts';
import { type SearchHit, useSearch } from './search-hits';
import { searchTexts } from './search-texts';

/** The field that finds everything, opened by a button or Ctrl-K on every page. */
export function SearchPalette() {
  const texts = searchTexts[useLanguage()];
  const dialog = useRef<HTMLDialogElement>(null);
  // a new box for each opening, which knows nothing of what was typed into the last one
  const [opening, setOpening] = useState<number | null>(null);
  const open = (): void => {
    setOpening(performance.now());
    dialog.current?.showModal();
  };
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault(); // the browser's own search bar
      if (dialog.current?.open) return;
      setOpening(performance.now());
      dialog.current?.showModal();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <button type="button" className="payung-search" aria-keyshortcuts="Control+K" onClick={open}>
        {texts.open} <kbd>Ctrl K</kbd>
      </button>
      <dialog
        ref={dialog}
        className="payung-palette"
        aria-label={texts.title}
        onClose={() => dialog.current?.open || setOpening(null)}
        // a click beside the box
        onClick={(event) => event.target === dialog.current && dialog.current?.close()}
        onKeyDown={(event) => event.stopPropagation()}
      >
        {opening === null ? null : <Palette key={opening} onDone={() => dialog.current?.close()} />}
      </dialog>
    </>
  );
}

/** What was typed lives as long as the box is open, and nowhere else: it may be a NIK. */
function Palette({ onDone }: { readonly onDone: () => void }) {
  const texts = searchTexts[useLanguage()];
  const id = useId();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const { hits, message } = useSearch(text);
  const go = (hit: SearchHit | undefined): void => {
    if (!hit) return;
    onDone();
    navigate(`/admin/resources/${hit.concept}/records/${hit.id}/show`);
  };
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: (chosen + 1) % Math.max(1, hits.length),
    ArrowUp: (chosen - 1 + hits.length) % Math.max(1, hits.length),
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const step = steps[event.key];
    if (step !== undefined) setChosen(step);
    if (event.key === 'Enter') go(hits[chosen]);
    if (step !== undefined || event.key === 'Enter') event.preventDefault();
  };
  return (
    <div className="payung-palette-box">
      <input
        // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type here
        autoFocus
        role="combobox"
        aria-label={texts.title}
        aria-expanded={hits.length > 0}
        aria-controls={`${id}-hits`}
        aria-autocomplete="list"
        aria-activedescendant={hits.length > 0 ? `${id}-${chosen}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={texts.placeholder}
        className="payung-input"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <p role="status" className={hits.length > 0 ? 'payung-quiet' : undefined}>
        {message}
      </p>
      <Hits id={id} hits={hits} chosen={chosen} onChoose={go} onPoint={setChosen} />
    </div>
  );
}

interface HitsProps {
  readonly id: string;
  readonly hits: readonly SearchHit[];
  readonly chosen: number;
  readonly onChoose: (hit: SearchHit) => void;
  readonly onPoint: (place: number) => void;
}

function Hits({ id, hits, chosen, onChoose, onPoint }: HitsProps) {
  const texts = searchTexts[useLanguage()];
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector(`[id="${id}-${chosen}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [id, chosen]);
  const concepts = [...new Set(hits.map(({ concept }) => concept))];
  return (
    <div ref={list} id={`${id}-hits`} role="listbox" aria-label={texts.hits} className="payung-hits">
      {concepts.map((concept) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is no child of a listbox
        <div key={concept} role="group" aria-label={texts.concepts[concept] ?? concept}>
          <div className="payung-hits-head" aria-hidden="true">
            {texts.concepts[concept] ?? concept}
          </div>
          {hits.map((hit, place) =>
            hit.concept === concept ? (
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the input, which keeps the focus
              <div
                key={hit.id}
                id={`${id}-${place}`}
                role="option"
                tabIndex={-1}
                aria-selected={place === chosen}
                className={place === chosen ? 'payung-hit chosen' : 'payung-hit'}
                onClick={() => onChoose(hit)}
                onMouseMove={() => onPoint(place)}
              >
                <b>{hit.title}</b>
                <small>{[hit.detail, hit.regionName].filter(Boolean).join(' · ')}</small>
              </div>
            ) : null,
          )}
        </div>
      ))}
    </div>
  );
}
