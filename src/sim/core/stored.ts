/** As much of an object as the registry itself needs. */
export interface Stored {
  readonly metadata: {
    readonly name: string
    readonly namespace?: string
    readonly uid: string
    readonly deletionTimestamp?: string
  }
  readonly spec?: unknown
  readonly status?: unknown
}

export type ObjectName = Pick<Stored['metadata'], 'name' | 'namespace'>

export type Identity = Pick<Stored['metadata'], 'name' | 'namespace' | 'uid'>

/** Of one version of an object. */
export type Version = Identity & { readonly resourceVersion: string }
