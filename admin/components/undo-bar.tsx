import { useNotice } from 'adminjs';
import React, { useCallback, useEffect, useState } from 'react';
import { useLanguage } from './page-parts';
import { onUndoOffered, type Undo } from './undo';

const secondsToUndo = 10;
const words = {
  id: { undo: 'Urungkan', done: 'Sudah diurungkan' },
  en: { undo: 'Undo', done: 'Undone' },
} as const;

/** For ten seconds after a deed that is safe to take back, longer while somebody is at it: what it was, and a button. */
export function UndoBar() {
  const texts = words[useLanguage()];
  const addNotice = useNotice();
  const [undo, setUndo] = useState<Undo | null>(null);
  const [left, setLeft] = useState(0);
  const [isHeld, setIsHeld] = useState(false);
  const offer = useCallback((offered: Undo): void => {
    setUndo(offered);
    setLeft(secondsToUndo);
    setIsHeld(false);
  }, []);
  useEffect(() => onUndoOffered(offer), [offer]);
  useEffect(() => {
    if (!undo || isHeld) return;
    if (left === 0) return setUndo(null);
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [undo, left, isHeld]);
  if (!undo) return null;
  const takeBack = async (): Promise<void> => {
    setUndo(null);
    try {
      await undo.run();
      addNotice({ message: texts.done, type: 'success' });
    } catch (error) {
      addNotice({ message: error instanceof Error ? error.message : String(error), type: 'error' });
      offer(undo); // a server that is busy may do it the next time
    }
  };
  return (
    <div
      className="payung-undo"
      role="status"
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
    >
      <span>{undo.label}</span>
      <button type="button" className="payung-plain" onClick={() => void takeBack()}>
        {texts.undo} <span aria-hidden="true">({left})</span>
      </button>
    </div>
  );
}
