/** Which parts of the control plane run. Stopping one loses its memory; starting it again makes it list everything. */
export class ControlPlane {
  /** Names a user may stop: every controller, the scheduler. Set once by the world. */
  readonly names: readonly string[]
  #stopped = new Set<string>()
  #starting: string[] = []

  constructor(names: readonly string[]) {
    this.names = names
  }

  isStopped(name: string): boolean {
    return this.#stopped.has(name)
  }

  get stopped(): readonly string[] {
    return [...this.#stopped].sort()
  }

  stop(name: string): void {
    this.#stopped.add(name)
  }

  start(name: string): void {
    if (this.#stopped.delete(name)) this.#starting.push(name)
  }

  /** Components that were started since the last call: the world restarts them. */
  takeStarting(): readonly string[] {
    const starting = this.#starting
    this.#starting = []
    return starting
  }

  get hasNews(): boolean {
    return this.#starting.length > 0
  }

  save(): unknown {
    return { stopped: [...this.#stopped], starting: [...this.#starting] }
  }

  load(saved: unknown): void {
    const { stopped, starting } = saved as { stopped: string[]; starting: string[] }
    this.#stopped = new Set(stopped)
    this.#starting = [...starting]
  }
}
