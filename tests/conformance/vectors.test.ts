import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runVectors } from '../../src/cli/conformance/vectors.ts'

describe('the vectors', () => {
  it('are all answered as Kubernetes answers them', () => {
    const lines: string[] = []
    const differences: string[] = []
    const output = { out: (line: string) => lines.push(line), err: (line: string) => differences.push(line) }
    const exitCode = runVectors(join(import.meta.dirname, 'vectors'), { allowUnknown: false }, output)
    expect(differences).toEqual([])
    expect(lines.length).toBeGreaterThanOrEqual(29)
    expect(exitCode).toBe(0)
  })
})
