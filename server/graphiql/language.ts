export type Language = 'id' | 'en';

let spoken: Language = 'id';

/** Set once, before the page is drawn. */
export function speak(language: Language): void {
  spoken = language;
}

/** One of two wordings, in the language of the person. */
export function say(indonesian: string, english: string): string {
  return spoken === 'id' ? indonesian : english;
}
