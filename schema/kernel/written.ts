/** JSON text of an answer's part, written from rows; it goes into the response as it is. */
export class Written {
  constructor(readonly json: string) {}
}
