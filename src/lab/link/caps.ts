/** What is refused before anything is done with it: a link or a file may have been made to hurt. */
export const caps = {
  /** Characters of a link's code. */
  code: 64 * 1024,
  /** Bytes of a file, or of a link once inflated. */
  inflated: 2 * 1024 * 1024,
  entries: 20_000,
  line: 4_000,
  stdin: 512 * 1024,
  files: 100,
  path: 1_000,
  /** Characters of what a scenario's guide remembers. */
  guide: 20_000,
  /** Ticks are below this. */
  ticks: 2 ** 31,
} as const

/** Some programs cut links that are longer. */
export const comfortableLink = 2_000
