import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runVectors } from './vectors.ts'

let directory: string

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'vectors-'))
})
afterAll(() => rmSync(directory, { recursive: true }))

function run(files: Readonly<Record<string, unknown>>, allowUnknown = false) {
  const folder = mkdtempSync(join(directory, 'run-'))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(content))
  }
  const out: string[] = []
  const err: string[] = []
  const output = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) }
  return { exitCode: runVectors(folder, { allowUnknown }, output), out, err }
}

const right = { value: '25%', total: 10, roundDown: 2, roundUp: 3 }
const wrong = { value: '25%', total: 10, roundDown: 9, roundUp: 3 }

describe('running vectors', () => {
  it('takes bare lists and lists of cases, and names files by their path in sorted order', () => {
    const qos = { name: 'none', input: { pod: { spec: { containers: [] } } }, expected: 'BestEffort' }
    const result = run({ pod_qos: { cases: [qos] }, 'computed/int-or-percent': [right, right] })
    expect(result.out).toEqual(['computed/int-or-percent: 2/2', 'pod_qos: 1/1'])
    expect(result.exitCode).toBe(0)
  })

  it('fails for a case that differs, and tells how', () => {
    const result = run({ 'computed/int-or-percent': [right, wrong] }, true)
    expect(result.out).toEqual(['computed/int-or-percent: 1/2'])
    expect(result.err.join()).toContain('case 1')
    expect(result.err.join()).toContain('"roundDown":9')
    expect(result.exitCode).toBe(1)
  })

  it('takes an exception for a difference', () => {
    const result = run({ 'computed/int-or-percent': [{ ...right, value: 'many' }] }, true)
    expect(result.err.join()).toContain('string is not a percentage')
    expect(result.exitCode).toBe(1)
  })

  it('fails for a name it does not know, unless unknown names are allowed', () => {
    const files = { 'computed/tides': [{}, {}] }
    expect(run(files).out).toEqual(['computed/tides: 0/2 not modelled'])
    expect(run(files).exitCode).toBe(1)
    expect(run(files, true).exitCode).toBe(0)
  })

  it('counts a case of an unknown kind in the total, but not as passed', () => {
    const files = { human_duration: { cases: [{ name: 'moons', kind: 'lunar', input: {}, expected: '' }] } }
    expect(run(files).out).toEqual(['human_duration: 0/1'])
    expect(run(files).exitCode).toBe(1)
    expect(run(files, true)).toMatchObject({
      exitCode: 0,
      err: ['human_duration [moons] not modelled: lunar'],
    })
  })
})
