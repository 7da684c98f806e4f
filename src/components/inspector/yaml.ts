/** YAML for reading: what a machine keeps in it can be left out, and keys, values and comments told apart. */

/** Fields of `metadata` that the API server writes. */
const kept =
  /^ {2}(?:managedFields|uid|resourceVersion|generation|creationTimestamp|selfLink|ownerReferences|generateName):/
const lastApplied = /^ {4}kubectl\.kubernetes\.io\/last-applied-configuration:/

/** What a person would have written: no status, none of the API server's own fields. */
export function briefYaml(yaml: string): string {
  const lines: string[] = []
  let hiddenBelow: number | undefined
  for (const line of yaml.split('\n')) {
    const indent = line.search(/[^ ]/)
    const isWithin =
      hiddenBelow !== undefined &&
      (indent > hiddenBelow || indent === -1 || isItemOf(line, indent, hiddenBelow))
    if (isWithin) continue
    hiddenBelow = /^status:/.test(line) || kept.test(line) || lastApplied.test(line) ? indent : undefined
    if (hiddenBelow === undefined) lines.push(line)
  }
  return lines.filter((line, at) => !isEmptied(line, lines[at + 1])).join('\n')
}

/** kubectl writes a list's dashes below its key at the same depth. */
function isItemOf(line: string, indent: number, depth: number): boolean {
  return indent === depth && depth > 0 && line.startsWith('- ', indent)
}

/** `annotations:` whose only entry was left out. */
function isEmptied(line: string, next: string | undefined): boolean {
  return line === '  annotations:' && !/^ {4}/.test(next ?? '')
}

export interface Token {
  readonly kind: 'key' | 'text' | 'number' | 'comment' | 'sign'
  readonly text: string
}

const pair = /^(\s*(?:- )*)([^\s:#'"-][^:#'"]*|"[^"]*"|'[^']*')(:)(?=\s|$)(.*)$/

/** The parts of one line. Joined they are the line again. */
export function tokensOf(line: string): readonly Token[] {
  if (/^\s*#/.test(line)) return [{ kind: 'comment', text: line }]
  const [, lead, key, colon, value] = pair.exec(line) ?? []
  if (lead === undefined || key === undefined || colon === undefined) return ofItem(line)
  return [
    { kind: 'sign', text: lead },
    { kind: 'key', text: key },
    { kind: 'sign', text: colon },
    ofValue(value ?? ''),
  ]
}

function ofItem(line: string): readonly Token[] {
  const [, lead = '', value = ''] = /^(\s*(?:- )*)(.*)$/.exec(line) ?? []
  return [{ kind: 'sign', text: lead }, ofValue(value)]
}

function ofValue(text: string): Token {
  return { kind: /^\s*(?:-?\d[\d.]*|true|false|null)\s*$/.test(text) ? 'number' : 'text', text }
}
