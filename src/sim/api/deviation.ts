/** What a part of the cluster models, and where it differs. Each part has a `fidelity.ts` of this shape beside its code. */
export interface Fidelity {
  /** As the part is called in a cluster: "replicaset-controller", "NodeResourcesFit". */
  readonly name: string
  /** Its place in the sources of Kubernetes, or of the project that it comes from. */
  readonly upstream: string
  /** "v1.36" */
  readonly version: string
  readonly deviations: readonly Deviation[]
}

/** One difference a plain sentence, in English and Korean. */
export interface Deviation {
  readonly en: string
  readonly ko: string
}
