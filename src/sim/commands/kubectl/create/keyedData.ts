/** `--from-literal`, `--from-file` and `--from-env-file`: data of ConfigMaps and Secrets. */
import { configMapKeyErrors } from '../../../api/names.ts'
import { CommandError } from '../errors.ts'
import type { Flag } from '../flags/flag.ts'
import type { Call } from '../verb.ts'

export const dataFlags: readonly Flag[] = [
  { name: 'from-literal', type: 'array' },
  { name: 'from-file', type: 'list' },
  { name: 'from-env-file', type: 'list' },
]

export function dataOf(call: Call): Record<string, string> {
  const data: Record<string, string> = {}
  const add = (key: string, value: string) => {
    const [complaint] = configMapKeyErrors(key)
    if (complaint !== undefined)
      throw new CommandError(`${JSON.stringify(key)} is not a valid key name: ${complaint}`)
    if (key in data)
      throw new CommandError(`cannot add key ${JSON.stringify(key)}, another key by that name already exists`)
    data[key] = value
  }
  for (const path of call.flags.list('from-file')) addFile(call, path, add)
  for (const literal of call.flags.list('from-literal')) add(...literalPair(literal))
  for (const path of call.flags.list('from-env-file'))
    for (const line of readLines(call, path)) add(...envPair(line))
  return data
}

function literalPair(literal: string): [string, string] {
  const at = literal.indexOf('=')
  if (at < 1) throw new CommandError(`invalid literal source ${literal}, expected key=value`)
  return [literal.slice(0, at), literal.slice(at + 1)]
}

function addFile(call: Call, source: string, add: (key: string, value: string) => void): void {
  const at = source.indexOf('=')
  const path = at < 0 ? source : source.slice(at + 1)
  const key = at < 0 ? (path.split('/').at(-1) as string) : source.slice(0, at)
  add(key, read(call, path))
}

function readLines(call: Call, path: string): readonly string[] {
  const lines = read(call, path).split(/\r?\n/)
  return lines.map((line) => line.trimStart()).filter((line) => line !== '' && !line.startsWith('#'))
}

function envPair(line: string): [string, string] {
  const at = line.indexOf('=')
  return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 1)]
}

function read(call: Call, path: string): string {
  const text = call.session.readFile(path)
  if (text === undefined) throw new CommandError(`error reading ${path}: no such file or directory`)
  return text
}
