import { cells } from './cells.js';
import { layouts } from './layouts.js';
import { neighbourhoods } from './neighbourhoods.js';
import { refusals } from './refusals.js';
import type { Shape } from './shape.js';
import { textFiles } from './text-files.js';

export type { Shape } from './shape.js';

/** Every trouble that a roster may bring, made anew at each run; nobody in them exists. */
export const shapes: readonly Shape[] = [...layouts, ...cells, ...neighbourhoods, ...textFiles, ...refusals];
