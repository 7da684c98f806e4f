/** What a plugin answers about a node (k8s.io/kube-scheduler/framework/interface.go, v1.36). */

export type Code =
  | 'Success'
  /** Deleting other pods might help. */
  | 'Unschedulable'
  /** Nothing that preemption can do would help. */
  | 'UnschedulableAndUnresolvable'

export interface Status {
  readonly code: Code
  readonly reasons: readonly string[]
}

export const success: Status = { code: 'Success', reasons: [] }

export function unschedulable(...reasons: readonly string[]): Status {
  return { code: 'Unschedulable', reasons }
}

export function unresolvable(...reasons: readonly string[]): Status {
  return { code: 'UnschedulableAndUnresolvable', reasons }
}
