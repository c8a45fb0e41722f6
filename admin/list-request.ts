import { isCalendarDate } from '../schema/kernel/calendar.js';
import { parsePublicId } from '../schema/kernel/identifier.js';
import { type PageRequest, reversedRange } from '../schema/kernel/page-request.js';
import type { Row, Screen, ScreenFilter } from './screen.js';

/** A list's address in the panel, read: which page of what, or why it cannot be read. */
export type ListAddress =
  | { readonly isReadable: true; readonly request: PageRequest; readonly shown: ShownPage }
  | { readonly isReadable: false; readonly reason: string; readonly filter: string };

/** What AdminJS shows of the page: number, size and order. */
export interface ShownPage {
  readonly page: number;
  readonly perPage: number;
  readonly sortBy: string | undefined;
  readonly direction: 'asc' | 'desc' | undefined;
}

const standardPage = 20;
const largestPage = 100;
const furthestPage = 100_000;
const searchMinimum = 3;
const filterKey = /^filters\.(\w+)(?:~~(from|to))?$/;

class UnreadableFilter extends Error {
  constructor(
    readonly filter: string,
    readonly reason: string,
  ) {
    super(`filter ${filter}: ${reason}`);
  }
}

/** Reads page, order and filters. A filter that cannot be read never falls away: that would show all records. */
export function readListAddress(screen: Screen, query: Row): ListAddress {
  try {
    const filter = readFilters(screen, query);
    const shown = readShown(screen, query);
    const field = shown.sortBy === undefined ? undefined : screen.list.orders[shown.sortBy];
    const direction = shown.direction === 'desc' ? 'DESC' : 'ASC';
    const request = {
      filter,
      first: shown.perPage,
      offset: (shown.page - 1) * shown.perPage,
      ...(field !== undefined && { orderBy: { field, direction } as const }),
    };
    return { isReadable: true, request, shown };
  } catch (error) {
    if (!(error instanceof UnreadableFilter)) throw error;
    return { isReadable: false, reason: error.reason, filter: error.filter };
  }
}

function readShown({ list }: Screen, query: Row): ShownPage {
  const sortBy = query.sortBy;
  const isKnown = typeof sortBy === 'string' && Object.hasOwn(list.orders, sortBy);
  return {
    page: wholeWithin(query.page, furthestPage) ?? 1,
    perPage: wholeWithin(query.perPage, largestPage) ?? standardPage,
    sortBy: isKnown ? sortBy : undefined,
    direction: isKnown ? (query.direction === 'desc' ? 'desc' : 'asc') : undefined,
  };
}

function wholeWithin(value: unknown, largest: number): number | null {
  if (typeof value !== 'string' || !/^[1-9]\d{0,8}$/.test(value)) return null;
  return Math.min(Number(value), largest);
}

function readFilters({ list }: Screen, query: Row): Row {
  const wanted: Record<string, unknown> = {};
  for (const [key, sent] of Object.entries(query)) {
    if (!key.startsWith('filters') || sent === '') continue;
    const [, name = '', side] = filterKey.exec(key) ?? [];
    const filter = Object.hasOwn(list.filters, name) ? list.filters[name] : undefined;
    if (!filter) throw new UnreadableFilter(name || key, 'FILTER_UNKNOWN');
    if (typeof sent !== 'string' || sent.includes('\u0000') || !sent.isWellFormed())
      throw new UnreadableFilter(name, 'FILTER_INVALID');
    Object.assign(wanted, readFilter(name, filter, sent, side));
  }
  const reversed = reversedRange(wanted);
  if (reversed) throw new UnreadableFilter(filterNamed(list.filters, reversed.name), 'RANGE_REVERSED');
  return wanted;
}

/** The screen's name for the filter that sets this field. */
function filterNamed(filters: Screen['list']['filters'], field: string): string {
  const [name = field] =
    Object.entries(filters).find(
      ([, filter]) => (filter.kind === 'days' ? filter.from : filter.field) === field,
    ) ?? [];
  return name;
}

function readFilter(name: string, filter: ScreenFilter, sent: string, side: string | undefined): Row {
  if (filter.kind === 'days') {
    const field = side === 'from' ? filter.from : side === 'to' ? filter.until : undefined;
    const day = sent.slice(0, 10);
    if (field === undefined || !isCalendarDate(day)) throw new UnreadableFilter(name, 'FILTER_INVALID');
    return { [field]: day };
  }
  if (side !== undefined) throw new UnreadableFilter(name, 'FILTER_INVALID');
  if (filter.kind === 'text') return { [filter.field]: readText(name, sent) };
  if (filter.kind === 'day' && isCalendarDate(sent)) return { [filter.field]: sent };
  if (filter.kind === 'number' && /^\d{1,9}$/.test(sent)) {
    return { [filter.field]: filter.isList ? [Number(sent)] : Number(sent) };
  }
  if (filter.kind === 'month' && /^\d{4}-(0[1-9]|1[0-2])$/.test(sent)) {
    return { [filter.field]: filter.isList ? [sent] : sent };
  }
  if (filter.kind === 'boolean') {
    if (sent !== 'true' && sent !== 'false') throw new UnreadableFilter(name, 'FILTER_INVALID');
    return { [filter.field]: sent === 'true' };
  }
  if (filter.kind === 'choice' && Object.hasOwn(filter.values, sent)) {
    const value = filter.read ? filter.read(sent) : sent;
    return { [filter.field]: filter.isList ? [value] : value };
  }
  if (filter.kind === 'reference' && parsePublicId(sent) !== null)
    return { [filter.field]: filter.isList ? [sent] : sent };
  throw new UnreadableFilter(name, 'FILTER_INVALID');
}

function readText(name: string, sent: string): string {
  if (sent.trim().length < searchMinimum) throw new UnreadableFilter(name, 'SEARCH_TOO_SHORT');
  if (sent.length > 200) throw new UnreadableFilter(name, 'FILTER_INVALID');
  return sent;
}
