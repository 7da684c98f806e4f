import { describe, expect, it } from 'vitest'
import { readManifest } from './index.ts'

const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: p}\n'

describe('a manifest', () => {
  it('holds documents between lines of dashes, empty ones left out', () => {
    const text = `---\n${pod}--- # next\n# only a comment\n---\n${pod}`
    expect(readManifest(text, 'STDIN')).toHaveLength(2)
    expect(readManifest('# nothing\n', 'STDIN')).toEqual([])
  })

  it('may be JSON, several objects in a row, or YAML that looks like it', () => {
    const json = '{"apiVersion":"v1","kind":"Pod"}'
    expect(readManifest(`${json}\n${json}${json}`, 'STDIN')).toHaveLength(3)
    expect(readManifest('{apiVersion: v1, kind: Pod,}', 'STDIN')).toHaveLength(1)
    expect(readManifest(`${json}\n---\n${pod}`, 'STDIN')).toHaveLength(2)
  })

  it('has lists taken apart', () => {
    const items =
      '[{apiVersion: v1, kind: Pod}, {apiVersion: v1, kind: List, items: [{apiVersion: v1, kind: Secret}]}]'
    const entries = readManifest(`apiVersion: v1\nkind: List\nitems: ${items}\n`, 'STDIN')
    expect(entries.map((entry) => ('kind' in entry ? entry.kind : entry.error))).toEqual(['Pod', 'Secret'])
  })

  it('is read up to the first document that is broken', () => {
    const [first, second, ...rest] = readManifest(`${pod}---\na: [\n---\n${pod}`, 'f.yaml')
    expect(first).toHaveProperty('kind', 'Pod')
    expect(second).toEqual({
      error:
        'error parsing f.yaml: error converting YAML to JSON: yaml: line 1: did not find expected node content',
    })
    expect(rest).toEqual([])
  })

  it('goes on after an object of a kind that is not there', () => {
    const [first, second] = readManifest(
      `apiVersion: v1\nkind: Foo\nmetadata: {name: x}\n---\n${pod}`,
      'STDIN',
    )
    expect(first).toEqual({
      error:
        'resource mapping not found for name: "x" namespace: "" from "STDIN": no matches for kind "Foo" in ' +
        'version "v1"\nensure CRDs are installed first',
    })
    expect(second).toHaveProperty('kind', 'Pod')
  })

  it.each([
    ['metadata: {}\n', 'error validating data: [apiVersion not set, kind not set]'],
    ['- a\n', 'error validating data: invalid object to validate'],
    [
      'apiVersion: 1\nkind: [a]\n',
      "error validating data: [apiVersion isn't string type, kind isn't string type]",
    ],
    ['kind: ""\napiVersion: v1\n', `Object 'Kind' is missing in '{"apiVersion":"v1","kind":""}'`],
    ['--- foo\n', 'error parsing STDIN: invalid Yaml document separator: foo'],
    ['{"a": 1', 'error parsing STDIN: unexpected EOF'],
    [
      '{"a": "" "b"}',
      `error parsing STDIN: json: offset 10: invalid character '"' after object key:value pair`,
    ],
    [
      'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: db}\n',
      'the kind StatefulSet in apps/v1 is not simulated',
    ],
    [
      `${pod.replace('name: p', 'name: 5')}`,
      'unable to decode "STDIN": json: cannot unmarshal number into Go struct field ObjectMeta.metadata.name of type string',
    ],
    ['x'.repeat(4_000_000), 'larger than 3 MiB'],
  ])('is refused for what is wrong with it (%#)', (text, message) => {
    const [entry] = readManifest(text, 'STDIN')
    expect((entry as { error: string }).error).toContain(message)
  })
})
