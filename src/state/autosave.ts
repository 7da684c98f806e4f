/**
 * What this browser remembers: a recording for every scenario and one for the sandbox of each size, which was open last, and which
 * scenarios are finished. A browser that remembers nothing is none the worse: every failure is quiet.
 */
import { type SandboxTemplate, type Save, sandboxTemplates } from '../worker/protocol.ts'

/** A place for values by name, as IndexedDB is. Anything in it may have been broken or written by another version. */
export interface Shelf {
  get(key: string): Promise<unknown>
  set(key: string, value: unknown): Promise<void>
  del(key: string): Promise<void>
}

/** Where a recording is kept: the id of a scenario, or a sandbox: the small one, or one of another size. */
export type Slot =
  | { readonly scenario: string }
  | 'sandbox'
  | { readonly sandbox: Exclude<SandboxTemplate, 'small'> }

/** `corrupt`: something is there, and it is no recording. */
export type Kept = { readonly save: Save } | { readonly corrupt: true }

export interface Progress {
  readonly last?: Slot
  readonly finished: ReadonlySet<string>
}

const asideKey = 'kubeloop/set-aside'
const lastKey = 'kubeloop/last'
const finishedKey = 'kubeloop/finished'

/** A shelf that has not answered by then will not. */
const patience = 3_000

export class Autosave {
  readonly #shelf: Shelf
  /** What waits while something is being written: of each slot only the newest. */
  readonly #waiting = new Map<string, unknown>()
  #writing: Promise<void> | undefined

  constructor(shelf: Shelf) {
    this.#shelf = shelf
  }

  async keep(slot: Slot, save: Save): Promise<void> {
    await this.#write(keyOf(slot), save)
    await this.#write(lastKey, slot)
  }

  async load(slot: Slot): Promise<Kept | undefined> {
    const value = await this.#read(keyOf(slot))
    if (value === undefined) return undefined
    return isSave(value, slot) ? { save: value } : { corrupt: true }
  }

  /** What can't be opened makes room, and is not lost: the newest such recording can be taken out as a file. */
  async setAside(slot: Slot): Promise<void> {
    const value = await this.#read(keyOf(slot))
    if (value === undefined) return
    await this.#write(asideKey, value)
    await quietly(() => this.#shelf.del(keyOf(slot)))
  }

  /** The text of what was set aside. */
  async aside(): Promise<string | undefined> {
    const value = await this.#read(asideKey)
    return value === undefined ? undefined : await quietly(async () => JSON.stringify(value, undefined, 1))
  }

  async dropAside(): Promise<void> {
    await quietly(() => this.#shelf.del(asideKey))
  }

  async progress(): Promise<Progress> {
    const last = await this.#read(lastKey)
    const finished = await this.#read(finishedKey)
    return {
      ...(isSlot(last) ? { last } : {}),
      finished: new Set(Array.isArray(finished) ? finished.filter((id) => typeof id === 'string') : []),
    }
  }

  async finish(scenario: string): Promise<void> {
    const { finished } = await this.progress()
    if (!finished.has(scenario)) await this.#write(finishedKey, [...finished, scenario])
  }

  /** One at a time, so that a slow shelf is not handed a heap of recordings that are old already. */
  #write(key: string, value: unknown): Promise<void> {
    this.#waiting.set(key, value)
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = undefined
    })
    return this.#writing
  }

  async #writeAll(): Promise<void> {
    for (const [key, value] of this.#waiting) {
      this.#waiting.delete(key)
      await quietly(() => this.#shelf.set(key, value))
    }
  }

  #read(key: string): Promise<unknown> {
    if (this.#waiting.has(key)) return Promise.resolve(this.#waiting.get(key))
    const late = new Promise<undefined>((resolve) => setTimeout(resolve, patience))
    return Promise.race([quietly(() => this.#shelf.get(key)), late])
  }
}

export function keyOf(slot: Slot): string {
  if (slot === 'sandbox') return 'kubeloop/sandbox'
  return 'sandbox' in slot ? `kubeloop/sandbox/${slot.sandbox}` : `kubeloop/scenario/${slot.scenario}`
}

export function slotOfSandbox(template: SandboxTemplate = 'small'): Slot {
  return template === 'small' ? 'sandbox' : { sandbox: template }
}

/** Only what is needed to tell it from rubbish: the engine reads it as it would a stranger's. */
function isSave(value: unknown, slot: Slot): value is Save {
  if (!isRecord(value)) return false
  const isScenario = slot !== 'sandbox' && 'scenario' in slot
  const belongs = isScenario ? value.scenario === slot.scenario : typeof value.cluster === 'string'
  return belongs && typeof value.v === 'number' && typeof value.seed === 'number' && Array.isArray(value.log)
}

function isSlot(value: unknown): value is Slot {
  if (value === 'sandbox') return true
  if (!isRecord(value)) return false
  return typeof value.scenario === 'string' || sandboxTemplates.some((template) => template === value.sandbox)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

async function quietly<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch {
    return undefined
  }
}
