/** What Enter does in YAML: the next line begins as deep as this one, two deeper below a key. */
export function indentAfter(line: string): string {
  const [, spaces = '', dash = ''] = /^( *)(- )?/.exec(line) ?? []
  const isOpened = /:\s*(#.*)?$/.test(line)
  const depth = spaces.length + (dash === '' ? 0 : 2) + (isOpened ? 2 : 0)
  return ' '.repeat(depth)
}

/** The line that kubectl complains of: "yaml: line 4: …". */
export function complainedLine(stderr: string): number | undefined {
  const found = /\byaml: line (\d+)/.exec(stderr)?.[1]
  return found === undefined ? undefined : Number(found)
}

/** Where a line begins and ends, counted from 1. */
export function lineRange(text: string, number: number): readonly [start: number, end: number] {
  const lines = text.split('\n')
  const start = lines.slice(0, number - 1).reduce((sum, line) => sum + line.length + 1, 0)
  return [start, start + (lines[number - 1]?.length ?? 0)]
}
