import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 make every new object among the young ones, where collecting what is garbage costs nothing. By itself it
 * guesses which places of the code make what lasts, and puts their objects among the old at once; a request that begins
 * among the old keeps everything it refers to, such as its rows, until the next full collection: 4 KB of each point lookup,
 * and a full collection every few seconds, which takes a processor for 50 ms.
 */
export function keepNewObjectsYoung(): void {
  setFlagsFromString('--no-allocation-site-pretenuring');
}
