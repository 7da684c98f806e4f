/** Who calls the API server, and because of what. Every write carries both. */
import type { Cause } from '../core/ledger.ts'

export interface Caller {
  /** "kubectl", "replicaset-controller", "default-scheduler", "kubelet/node-1" … */
  readonly actor: string
  readonly cause: Cause
  /** The node that a kubelet speaks for: its events name it. */
  readonly host?: string
}

export interface DeleteOptions {
  readonly gracePeriodSeconds?: number
  readonly propagationPolicy?: 'Background' | 'Foreground' | 'Orphan'
  readonly uid?: string
  readonly resourceVersion?: string
}
