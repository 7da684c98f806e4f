/**
 * `lab verify SCENARIO…`: reads scenario files and plays each by its own lines with different luck; one that has sizes small,
 * and once in full. Exit codes: 0 all well, 1 something in a scenario doesn't hold, 2 a file can't be read.
 */
import { rehearse } from '../../../lab/player/rehearsal.ts'
import { parseScenario, ScenarioError } from '../../../lab/scenario/parse.ts'
import { readScript } from '../files.ts'
import { write } from '../output.ts'

const seeds = [1, 2, 3]

export default function verify(args: readonly string[]): number {
  const option = args.find((arg) => arg.startsWith('-'))
  if (option !== undefined || args.length === 0) {
    write(2, `lab verify: ${option === undefined ? 'give scenario files' : `unknown option ${option}`}\n`)
    return 2
  }
  return Math.max(...args.map(verifyFile))
}

function verifyFile(file: string): number {
  try {
    const findings = findingsIn(file, readScript(file))
    if (findings.length === 0) write(1, `${file}: all well\n`)
    else write(2, findings.map((finding) => `${finding}\n`).join(''))
    return findings.length === 0 ? 0 : 1
  } catch (error) {
    write(2, `lab verify: ${(error as Error).message}\n`)
    return 2
  }
}

function findingsIn(file: string, text: string): readonly string[] {
  try {
    const scenario = parseScenario(text, file)
    const small = parseScenario(text, file, 'small')
    const findings = seeds.flatMap((seed) =>
      rehearse(small, seed).map((finding) => `${file}: seed ${seed}: ${finding}`),
    )
    if (JSON.stringify(small) === JSON.stringify(scenario)) return findings
    return [...findings, ...rehearse(scenario, 1).map((finding) => `${file}: in full size: ${finding}`)]
  } catch (error) {
    if (error instanceof ScenarioError) return [error.message]
    throw error
  }
}
