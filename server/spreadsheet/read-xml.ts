import { SaxesParser } from 'saxes';
import { SheetProblem } from './sheet-problem.js';
import type { ZipArchive } from './zip-archive.js';

export interface XmlHandlers {
  /** `name` is without its prefix. */
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

const deepest = 64;
/** Bytes without a tag's end: one cell with as many is none of a person. */
const longestSilence = 2_000_000;

/**
 * Reads the part `name` piece by piece and yields after each, so that the reader may stop. Definitions (DTD), with the
 * entities that could be made of them, are refused.
 */
export async function* readXml(
  archive: ZipArchive,
  name: string,
  handlers: XmlHandlers,
): AsyncGenerator<void> {
  const watch = { depth: 0, silence: 0 };
  const parser = parserOf(handlers, watch);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const piece of archive.read(name)) {
    watch.silence += piece.length;
    inPart(name, () => parser.write(decoder.decode(piece, { stream: true })));
    if (watch.silence > longestSilence) throw new SheetProblem('SHEET_XML_BROKEN', { part: name });
    yield;
  }
  inPart(name, () => parser.write(decoder.decode()).close());
  yield;
}

/** Reads the whole part, which has to be one of those that describe the workbook. */
export async function readWholeXml(archive: ZipArchive, name: string, handlers: XmlHandlers): Promise<void> {
  archive.refuseLarge(name);
  const pieces = readXml(archive, name, handlers);
  while (!(await pieces.next()).done);
}

function parserOf(handlers: XmlHandlers, watch: { depth: number; silence: number }) {
  const parser = new SaxesParser({ position: false, xmlns: false });
  parser.on('doctype', () => {
    throw new SheetProblem('SHEET_XML_DOCTYPE');
  });
  parser.on('opentag', ({ name, attributes }) => {
    watch.silence = 0;
    watch.depth += 1;
    if (watch.depth > deepest) throw new RangeError('nested too deeply');
    handlers.open?.(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    watch.silence = 0;
    watch.depth -= 1;
    handlers.close?.(localName(name));
  });
  if (handlers.text !== undefined) parser.on('text', handlers.text);
  return parser;
}

function inPart(part: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    throw error instanceof SheetProblem ? error : new SheetProblem('SHEET_XML_BROKEN', { part });
  }
}

/** Some programs write `<x:row>`. */
function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
