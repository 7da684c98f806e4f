/** Admission: what the API server adds or refuses after defaults and before validation. Plugins run by file name. */
import type { Draft, Kind } from '../../api/kind.ts'
import type { ApiObject } from '../../api/types/index.ts'
import type { Caller } from '../caller.ts'
import type { ApiServer } from '../server.ts'

export interface AdmissionRequest {
  readonly verb: 'create' | 'update'
  readonly kind: Kind
  /** May be changed in place, unless `trusted`. */
  readonly draft: Draft
  readonly stored?: ApiObject
  readonly server: ApiServer
  readonly caller: Caller
  /** The object was built by a component that knows the rules and must not be changed: refuse or pass. */
  readonly trusted?: boolean
}

export interface AdmissionPlugin {
  /** The kinds it looks at; absent: all. */
  readonly kinds?: readonly string[]
  /** Throws a StatusError to refuse. */
  admit(request: AdmissionRequest): void
}

const modules = import.meta.glob<{ default: AdmissionPlugin }>('./plugins/*.ts', { eager: true })
const plugins = Object.keys(modules)
  .sort()
  .map((path) => (modules[path] as { default: AdmissionPlugin }).default)

/** Which plugins look at a kind: asked for every write, so it is worked out once. */
const byKind = new Map<string, readonly AdmissionPlugin[]>()

export function admit(request: AdmissionRequest): void {
  const { kind } = request.kind
  let looking = byKind.get(kind)
  if (looking === undefined) {
    looking = plugins.filter((plugin) => plugin.kinds === undefined || plugin.kinds.includes(kind))
    byKind.set(kind, looking)
  }
  for (const plugin of looking) plugin.admit(request)
}
