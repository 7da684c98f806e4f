/** Types lines into a sitting, one after the other, each to its end. */
import { Sitting, type SittingOptions } from '../../src/lab/sitting.ts'

export class Typist {
  readonly sitting: Sitting

  constructor(cluster: string, options: SittingOptions = {}) {
    this.sitting = new Sitting(options)
    this.sitting.newCluster(cluster)
  }

  /** What the line printed; throws when it failed. */
  type(line: string, stdin?: string): string {
    const { exit, stdout, stderr } = this.try(line, stdin)
    if (exit !== 0) throw new Error(`${line}: ${stderr}`)
    return stdout
  }

  try(line: string, stdin?: string): { exit: number | undefined; stdout: string; stderr: string } {
    const execution = this.sitting.execute(line, stdin)
    while (execution.exit === undefined) this.sitting.advance()
    return execution
  }

  wait(time: string): void {
    this.type(`sim wait ${time}`)
  }
}
