import React from 'react';
import { SearchPalette } from './search-palette';
import { SessionGuard } from './session-guard';
import { UndoBar } from './undo-bar';

/** What helps on every page: the search over everything, staying signed in, and taking back the last deed. */
export function ComfortTools() {
  return (
    <>
      <SearchPalette />
      <SessionGuard />
      <UndoBar />
    </>
  );
}
