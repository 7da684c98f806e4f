/** The annotation in which `kubectl apply` keeps the manifest it applied last (k8s.io/kubectl/pkg/util/apply.go, v1.36). */
import type { Draft } from '../../api/kind.ts'
import { compactJson } from '../print/formats/json.ts'

export const lastAppliedAnnotation = 'kubectl.kubernetes.io/last-applied-configuration'

/** The manifest as the annotation holds it: JSON on one line, without the annotation itself. */
export function lastAppliedText(manifest: Draft): string {
  const { [lastAppliedAnnotation]: _, ...annotations } = manifest.metadata?.annotations ?? {}
  return `${compactJson({ ...manifest, metadata: { ...manifest.metadata, annotations } })}\n`
}

export function withLastApplied(object: Draft, text: string): Draft {
  const annotations = { ...object.metadata?.annotations, [lastAppliedAnnotation]: text }
  return { ...object, metadata: { ...object.metadata, annotations } }
}
