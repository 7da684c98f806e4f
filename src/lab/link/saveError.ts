import type { Text } from '../../i18n/text.ts'

/** Why a link or a file cannot be opened, in words for its reader. */
export class SaveError extends Error {
  readonly text: Text

  constructor(text: Text) {
    super(text.en)
    this.name = 'SaveError'
    this.text = text
  }
}
