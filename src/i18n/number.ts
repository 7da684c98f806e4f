/** Numbers where there is no room for all their digits: "150K", "15만". */
import type { Language } from './text.ts'

/** Fewer digits than this are written out. */
const leastCompact = 10_000

const formats: { readonly [L in Language]: Intl.NumberFormat } = {
  en: new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 }),
  ko: new Intl.NumberFormat('ko', { notation: 'compact', maximumSignificantDigits: 3 }),
}

export function compactNumber(value: number, language: Language): string {
  return value < leastCompact ? String(value) : formats[language].format(value)
}
