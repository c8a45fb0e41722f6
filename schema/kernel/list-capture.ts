import type { PageRequest } from './page-request.js';
import type { ListRead } from './readable.js';
import { type Page, Reads } from './reads.js';

/** A list as a service would have read a page of it: after its checks, with its own filters. */
export interface CapturedList {
  readonly list: ListRead;
  readonly request: PageRequest;
}

const emptyPage: Page = {
  edges: [],
  nodes: [],
  pageInfo: { hasNextPage: false, endCursor: null },
  totalCount: null,
  isTotalEstimated: false,
};

/** Reads that note which lists are asked for instead of reading them; everything else is read as ever. */
export class ListCapture extends Reads {
  readonly captured: CapturedList[] = [];

  override async page(list: ListRead, request: PageRequest): Promise<Page> {
    this.captured.push({ list, request });
    return emptyPage;
  }
}
