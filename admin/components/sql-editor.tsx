import React, { useEffect, useRef, useState } from 'react';
import { useLanguage } from './page-parts';
import { meaningOf, type SqlView } from './sql-client';

const address = '/admin/frontend/assets/sql-editor.js';

/** What the separately bundled editor gives (admin/sql-editor/mount.ts). */
export interface EditorHandle {
  setText(text: string): void;
  insert(text: string): void;
  pointTo(position: number): void;
  destroy(): void;
}

type Mount = (options: {
  readonly parent: HTMLElement;
  readonly text: string;
  readonly label: string;
  readonly schema: object;
  readonly onChange: (text: string) => void;
  readonly onRun: () => void;
}) => EditorHandle;

interface Props {
  readonly text: string;
  readonly label: string;
  readonly views: readonly SqlView[];
  readonly onChange: (text: string) => void;
  readonly onRun: () => void;
  /** Tells the page how to reach the editor once it is there; null: it is gone, or a plain field. */
  readonly onReady: (editor: EditorHandle | null) => void;
}

/** The editor, loaded when it is needed; until then, and where it cannot be loaded, a plain text field. */
export function SqlEditor({ text, label, views, onChange, onRun, onReady }: Props) {
  const language = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef({ text, onChange, onRun });
  latest.current = { text, onChange, onRun };
  const [isLoaded, setIsLoaded] = useState(false);
  useEffect(() => {
    let editor: EditorHandle | null = null;
    let isGone = false;
    void loadEditor().then((mount) => {
      if (!mount || !place.current || isGone) return;
      editor = mount({
        parent: place.current,
        text: latest.current.text,
        label,
        schema: completions(views, language),
        onChange: (changed) => latest.current.onChange(changed),
        onRun: () => latest.current.onRun(),
      });
      setIsLoaded(true);
      onReady(editor);
    });
    return () => {
      isGone = true;
      editor?.destroy();
      onReady(null);
    };
  }, [label, views, language, onReady]);
  return (
    <>
      <div ref={place} className="payung-editor" hidden={!isLoaded} />
      {isLoaded ? null : (
        <textarea
          className="payung-input payung-code"
          rows={8}
          aria-label={label}
          spellCheck={false}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </>
  );
}

/** Views and columns with what they mean, as the editor completes them. */
function completions(views: readonly SqlView[], language: 'id' | 'en'): object {
  return Object.fromEntries(
    views.map(({ name, about, columns }) => [
      name,
      {
        self: { label: name, type: 'type', info: meaningOf(about, language) },
        children: columns.map((column) => ({
          label: column.name,
          detail: column.type,
          type: 'property',
          info: meaningOf(column.about, language),
        })),
      },
    ]),
  );
}

let loading: Promise<Mount | null> | null = null;

function loadEditor(): Promise<Mount | null> {
  loading ??= new Promise((resolve) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => resolve((globalThis as { payungSqlEditor?: Mount }).payungSqlEditor ?? null);
    // without the editor the plain field stays, which does all the same
    script.onerror = () => resolve(null);
    document.head.append(script);
  });
  return loading;
}
