/** Reads typed lines one at a time as a shell does: a trailing backslash joins lines, `<<EOF` collects a here-document. */

export type Reading =
  | { readonly of: 'command'; readonly begun: string }
  | {
      readonly of: 'document'
      /** As typed, with its marker; and the command alone. */
      readonly line: string
      readonly marker: string
      readonly body: readonly string[]
    }

export interface Command {
  readonly line: string
  readonly stdin?: string
}

export const nothingRead: Reading = { of: 'command', begun: '' }

const opening = /<<-?\s*(['"]?)([A-Za-z_][A-Za-z0-9_]*)\1\s*$/

/** What is being read after the line, and the command if it completes one. */
export function read(reading: Reading, typed: string): readonly [Reading, Command?] {
  if (reading.of === 'document') return readDocument(reading, typed)
  if (typed.endsWith('\\')) return [{ of: 'command', begun: `${reading.begun}${typed.slice(0, -1)} ` }]
  const line = `${reading.begun}${typed}`.trim()
  if (line === '' || line.startsWith('#')) return [nothingRead]
  const marker = opening.exec(line)
  if (marker === null) return [nothingRead, { line }]
  return [{ of: 'document', line: line.slice(0, marker.index).trim(), marker: marker[2] as string, body: [] }]
}

function readDocument(
  reading: Extract<Reading, { of: 'document' }>,
  typed: string,
): readonly [Reading, Command?] {
  if (typed.trim() !== reading.marker) return [{ ...reading, body: [...reading.body, typed] }]
  return [nothingRead, { line: reading.line, stdin: reading.body.map((line) => `${line}\n`).join('') }]
}
