/** pkg/apis/core/validation/validation.go ValidateConfigMap, Kubernetes v1.36. */
import { base64Bytes } from '../../base64.ts'
import { type FieldError, invalid, tooLong } from '../../fieldError.ts'
import { configMapKeyErrors } from '../../names.ts'
import type { ConfigMap } from '../../types/index.ts'
import { utf8 } from '../../utf8.ts'
import { complaints } from '../../validation/fields.ts'
import { validateKeptContent } from '../../validation/immutableContent.ts'
import { sortedEntries } from '../../validation/labels.ts'
import { validateObjectMeta, validateObjectMetaUpdate } from '../../validation/objectMeta.ts'

const identity = { namespaced: true, nameRule: 'dns-subdomain' } as const
const mostBytes = 1024 * 1024

export function validateConfigMap(configMap: ConfigMap): readonly FieldError[] {
  const texts = sortedEntries(configMap.data)
  const binaries = sortedEntries(configMap.binaryData)
  const inBoth = (key: string) => configMap.binaryData?.[key] !== undefined
  const bytes =
    texts.reduce((sum, [, text]) => sum + utf8(text).length, 0) +
    binaries.reduce((sum, [, text]) => sum + base64Bytes(text), 0)
  return [
    ...validateObjectMeta(identity, configMap.metadata),
    ...texts.flatMap(([key]) => [
      ...complaints(`data[${key}]`, key, configMapKeyErrors(key)),
      ...(inBoth(key) ? [invalid(`data[${key}]`, key, 'duplicate of key present in binaryData')] : []),
    ]),
    ...binaries.flatMap(([key]) => complaints(`binaryData[${key}]`, key, configMapKeyErrors(key))),
    ...(bytes > mostBytes ? [tooLong('', mostBytes)] : []),
  ]
}

export function validateConfigMapUpdate(configMap: ConfigMap, old: ConfigMap): readonly FieldError[] {
  return [
    ...validateObjectMetaUpdate(configMap.metadata, old.metadata),
    ...validateKeptContent(configMap, old, ['data', 'binaryData']),
    ...validateConfigMap(configMap),
  ]
}
