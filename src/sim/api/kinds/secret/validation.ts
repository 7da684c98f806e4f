/** pkg/apis/core/validation/validation.go ValidateSecret, Kubernetes v1.36. */
import { base64Bytes } from '../../base64.ts'
import { type FieldError, required, tooLong } from '../../fieldError.ts'
import { configMapKeyErrors } from '../../names.ts'
import type { Secret } from '../../types/index.ts'
import { complaints, validateImmutable } from '../../validation/fields.ts'
import { validateKeptContent } from '../../validation/immutableContent.ts'
import { sortedEntries } from '../../validation/labels.ts'
import { validateObjectMeta, validateObjectMetaUpdate } from '../../validation/objectMeta.ts'

const identity = { namespaced: true, nameRule: 'dns-subdomain' } as const
const mostBytes = 1024 * 1024
const accountAnnotation = 'kubernetes.io/service-account.name'

/** Keys that a type of secret must have. */
const neededKeys: ReadonlyMap<string, readonly string[]> = new Map([
  ['kubernetes.io/dockercfg', ['.dockercfg']],
  ['kubernetes.io/dockerconfigjson', ['.dockerconfigjson']],
  ['kubernetes.io/ssh-auth', ['ssh-privatekey']],
  ['kubernetes.io/tls', ['tls.crt', 'tls.key']],
])

export function validateSecret(secret: Secret): readonly FieldError[] {
  const entries = sortedEntries(secret.data)
  const bytes = entries.reduce((sum, [, text]) => sum + base64Bytes(text), 0)
  return [
    ...validateObjectMeta(identity, secret.metadata),
    ...entries.flatMap(([key]) => complaints(`data[${key}]`, key, configMapKeyErrors(key))),
    ...(bytes > mostBytes ? [tooLong('data', mostBytes)] : []),
    ...validateType(secret),
  ]
}

export function validateSecretUpdate(secret: Secret, old: Secret): readonly FieldError[] {
  return [
    ...validateObjectMetaUpdate(secret.metadata, old.metadata),
    ...validateImmutable(secret.type, old.type, 'type'),
    ...validateKeptContent(secret, old, ['data']),
    ...validateSecret(secret),
  ]
}

function validateType(secret: Secret): readonly FieldError[] {
  const { type = '', data = {} } = secret
  if (type === 'kubernetes.io/service-account-token') {
    const account = secret.metadata.annotations?.[accountAnnotation] ?? ''
    return account === '' ? [required(`metadata.annotations[${accountAnnotation}]`)] : []
  }
  if (type === 'kubernetes.io/basic-auth') {
    const keys = ['username', 'password']
    return keys.some((key) => data[key] !== undefined) ? [] : keys.map((key) => required(`data[${key}]`))
  }
  const isMissing = (key: string) => data[key] === undefined || (key === 'ssh-privatekey' && data[key] === '')
  return (neededKeys.get(type) ?? []).filter(isMissing).map((key) => required(`data[${key}]`))
}
