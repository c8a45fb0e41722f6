/** Texts of the panel in one language, by AdminJS's sections. A test holds the keys of both languages equal. */
export interface PanelTexts {
  readonly actions: Readonly<Record<string, string>>;
  readonly buttons: Readonly<Record<string, string>>;
  readonly components: Readonly<Record<string, object>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<string, string>>;
  readonly messages: Readonly<Record<string, string>>;
}
