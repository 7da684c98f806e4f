/**
 * A text as the stream of documents that kubectl reads: JSON objects one after another, or YAML documents between
 * lines of dashes (k8s.io/apimachinery/pkg/util/yaml/decoder.go, v1.36).
 */
import { readJson } from './json.ts'
import { readYaml, YamlError } from './yaml/index.ts'

export type DocumentRead = { readonly value: unknown } | { readonly error: string }

const separator = '---'

/** Ends with the first error: what follows it is never looked at. */
export function readDocuments(text: string): readonly DocumentRead[] {
  return text.trimStart().startsWith('{') ? readJsonStream(text) : readYamlStream(text)
}

/** What begins like JSON may still be YAML, until a second object has been read. */
function readJsonStream(text: string): readonly DocumentRead[] {
  const documents: DocumentRead[] = []
  let rest = text
  while (rest.trim() !== '') {
    const found = readJson(rest)
    if (!('error' in found)) {
      documents.push({ value: found.value })
      rest = rest.slice(found.end)
      continue
    }
    if (documents.length > 1) return [...documents, { error: found.error }]
    const [first, ...others] = readYamlStream(afterBlankLine(rest))
    if (first === undefined || 'error' in first) return [...documents, { error: found.error }]
    return [...documents, first, ...others]
  }
  return documents
}

function afterBlankLine(text: string): string {
  return text.replace(/^[^\S\n]*\n?/, '')
}

function readYamlStream(text: string): readonly DocumentRead[] {
  const documents: DocumentRead[] = []
  for (const part of splitYaml(text)) {
    const document = 'error' in part ? part : readYamlPart(part.text)
    documents.push(document)
    if ('error' in document) break
  }
  return documents
}

function readYamlPart(text: string): DocumentRead {
  try {
    return { value: readYaml(text) }
  } catch (error) {
    if (error instanceof YamlError) return { error: `error converting YAML to JSON: yaml: ${error.message}` }
    throw error
  }
}

/** Each part ends with a line break, whether or not the text does. */
function splitYaml(text: string): readonly ({ readonly text: string } | { readonly error: string })[] {
  const parts: ({ readonly text: string } | { readonly error: string })[] = []
  let lines: string[] = []
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith(separator)) {
      const rest = line.slice(separator.length).trim()
      if (rest !== '' && !rest.startsWith('#')) {
        return [...parts, { error: `invalid Yaml document separator: ${rest}` }]
      }
      if (lines.length > 0) {
        parts.push({ text: `${lines.join('\n')}\n` })
        lines = []
        continue
      }
    }
    lines.push(line)
  }
  // What follows the last line break is no line.
  if (lines.at(-1) === '') lines.pop()
  if (lines.length > 0) parts.push({ text: `${lines.join('\n')}\n` })
  return parts
}
