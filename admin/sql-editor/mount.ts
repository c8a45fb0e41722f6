import { PostgreSQL, type SQLNamespace, sql } from '@codemirror/lang-sql';
import { basicSetup, EditorView } from 'codemirror';

/** What the page of the console tells the editor. */
export interface EditorOptions {
  readonly parent: HTMLElement;
  readonly text: string;
  readonly label: string;
  /** Views and their columns, for completion. */
  readonly schema: Readonly<Record<string, SQLNamespace>>;
  readonly onChange: (text: string) => void;
  readonly onRun: () => void;
}

/** What the page may ask of the editor. */
export interface Editor {
  setText(text: string): void;
  insert(text: string): void;
  /** Selects the word that begins at a place in the text, from 1. */
  pointTo(position: number): void;
  destroy(): void;
}

/** CodeMirror with PostgreSQL's words, completing views and columns. Loaded only by the page that edits SQL. */
function mount({ parent, text, label, schema, onChange, onRun }: EditorOptions): Editor {
  const runOnEnter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    onRun();
  };
  // before the editor, for which Ctrl-Enter is a new line
  parent.addEventListener('keydown', runOnEnter, { capture: true });
  const editor = new EditorView({
    parent,
    doc: text,
    extensions: [
      basicSetup,
      sql({ dialect: PostgreSQL, schema: { analytics: { ...schema }, ...schema } }),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) onChange(update.state.doc.toString());
      }),
    ],
  });
  return {
    setText: (changed) =>
      editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: changed } }),
    insert: (piece) => {
      editor.dispatch(editor.state.replaceSelection(piece));
      editor.focus();
    },
    pointTo: (position) => {
      const anchor = Math.min(position - 1, editor.state.doc.length);
      const head = editor.state.wordAt(anchor)?.to ?? anchor;
      editor.dispatch({ selection: { anchor, head }, scrollIntoView: true });
      editor.focus();
    },
    destroy: () => {
      parent.removeEventListener('keydown', runOnEnter, { capture: true });
      editor.destroy();
    },
  };
}

Object.assign(globalThis, { payungSqlEditor: mount });
