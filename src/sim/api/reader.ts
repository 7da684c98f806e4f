/** What printers and checks may ask of a world: reads only. `apiserver` implements it. */
import type { Kind } from './kind.ts'
import type { ApiObject, Event } from './types/index.ts'

export interface Reader {
  /** Simulated time in Unix seconds, with fraction (a tick is 0.1 s). */
  readonly nowSeconds: number
  get<T extends ApiObject>(kind: Kind<T>, namespace: string, name: string): T | undefined
  /** In key order (namespace, then name). `namespace` undefined: all namespaces. */
  list<T extends ApiObject>(kind: Kind<T>, namespace?: string): readonly T[]
  /** Objects filed under `key` in one of the kind's indexes, in creation order. */
  byIndex<T extends ApiObject>(kind: Kind<T>, index: string, key: string): readonly T[]
  /** Events about some version of an object, in order of last occurrence. */
  eventsAbout(object: ApiObject): readonly Event[]
}
