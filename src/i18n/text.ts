/** A text in both languages. Neither may be missing: what lacks one does not compile, and a scenario is refused. */
export interface Text {
  readonly en: string
  readonly ko: string
}

export const languages = ['en', 'ko'] as const
export type Language = (typeof languages)[number]

/** Values for the slots of a text: `{name}`. */
export type Slots = Readonly<Record<string, string | number>>
