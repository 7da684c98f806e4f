import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runTraces } from '../../src/cli/conformance/traces/index.ts'

const recordings = join(import.meta.dirname, 'traces')

function run(directory: string, allowUnknown = false) {
  const out: string[] = []
  const err: string[] = []
  const output = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) }
  return { exitCode: runTraces(directory, { allowUnknown }, output), out, err }
}

describe('the recordings of a real control plane', () => {
  it('hold in every fact', () => {
    const { exitCode, out, err } = run(recordings)
    expect(err).toEqual([])
    expect(out).toHaveLength(22)
    expect(exitCode).toBe(0)
  }, 60_000)
})

/** A recording that tells otherwise than the real control plane did has to be found out. */
describe('a recording with a wrong fact', () => {
  let directory: string

  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'traces-'))
  })
  afterAll(() => rmSync(directory, { recursive: true }))

  function altered(name: string, from: string, to: string) {
    const text = readFileSync(join(recordings, `${name}.json`), 'utf8')
    expect(text).toContain(from)
    const folder = mkdtempSync(join(directory, 'run-'))
    writeFileSync(join(folder, `${name}.json`), text.replaceAll(from, to))
    return run(folder)
  }

  it.each([
    [
      'a step',
      '05s-rolling-4-surge1-unavail0-serial',
      '"specReplicas":3',
      '"specReplicas":2',
      /sizes of web/,
    ],
    ['a reason', '09-stuck-rollout-undo', 'ProgressDeadlineExceeded', 'OutOfPatience', /Progressing/],
    ['an event', '02-scale-5-2-8', 'Scaled down replica set', 'Shrunk replica set', /event Deployment\/web/],
    ['a taint', '13a-node-failure-tol20', 'unreachable:NoExecute', 'gone:NoExecute', /node node-2/],
    ['an eviction', '13d-two-of-three-nodes-fail', 'DeletionByTaintManager', 'Boredom', /disrupted/],
    [
      'an endpoint',
      '22-service-endpoints-rollout',
      '"serving":true,"terminating":true',
      '"serving":false,"terminating":true',
      /endpoints of web-slice1/,
    ],
    [
      'what an autoscaler saw',
      '23a-hpa-default',
      '"metrics":[234]',
      '"metrics":[200]',
      /autoscaler web, write/,
    ],
    ['an answer', '39-history-undo', 'unable to find specified revision 1', 'no revision 1', /to-revision=1/],
    [
      'a budget',
      '32-pdb-eviction-api',
      '"currentHealthy":5',
      '"currentHealthy":6',
      /PodDisruptionBudget\/web/,
    ],
    ['the placement', '01-create-deployment', '"node":"node-3"', '"node":"node-1"', /placement/],
  ] as const)('is told apart by %s', (_, name, from, to, fact) => {
    const { exitCode, err } = altered(name, from, to)
    expect(exitCode).toBe(1)
    expect(err.join('\n')).toMatch(fact)
  })

  it('counts as not modelled when it is about other kinds only', () => {
    const folder = mkdtempSync(join(directory, 'run-'))
    const job = { t: 0, kind: 'Job', name: 'work', type: 'ADDED', fields: {} }
    const recording = {
      scenario: 'jobs',
      namespace: 'jobs',
      nodes: [],
      actions: [],
      timeline: [job],
      events: [],
    }
    writeFileSync(join(folder, 'jobs.json'), JSON.stringify(recording))
    expect(run(folder)).toEqual({ exitCode: 1, out: ['jobs: 0/1 not modelled'], err: [] })
    expect(run(folder, true).exitCode).toBe(0)
  })
})
