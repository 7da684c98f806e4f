/** A workload's pod template is defaulted like a pod, but for what only a pod gets. */
import type { Draft } from '../../kind.ts'
import { defaultPodSpec } from './specDefaults.ts'

export function defaultTemplate(workloadSpec: Draft): void {
  workloadSpec.template ??= {}
  workloadSpec.template.metadata ??= {}
  workloadSpec.template.spec ??= {}
  defaultPodSpec(workloadSpec.template.spec)
}
