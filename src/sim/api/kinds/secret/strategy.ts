/** pkg/apis/core/v1/{defaults.go,conversion.go}, Kubernetes v1.36. */
import { base64OfText } from '../../base64.ts'
import type { Draft } from '../../kind.ts'

export function setSecretDefaults(secret: Draft): void {
  secret.type ||= 'Opaque'
  foldStringData(secret)
}

/** `stringData` is for writing only: it ends up encoded among the rest, and wins there. */
function foldStringData(secret: Draft): void {
  const texts = Object.entries<string>(secret.stringData ?? {})
  delete secret.stringData
  if (texts.length === 0) return
  const encoded = texts.map(([key, text]) => [key, base64OfText(text)])
  secret.data = { ...secret.data, ...Object.fromEntries(encoded) }
}
