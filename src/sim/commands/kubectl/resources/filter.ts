/** `-l` and `--field-selector`: which objects of a list are meant. */
import type { Kind } from '../../../api/kind.ts'
import { parseLabelSelector } from '../../../api/labelSelector.ts'
import { isStatus, StatusError } from '../../../api/status.ts'
import type { ApiObject } from '../../../api/types/index.ts'
import type { Api, Filed } from '../api.ts'
import type { FlagValues } from '../flags/values.ts'
import { fieldMatcher } from './fieldSelector.ts'
import { resourceText } from './types.ts'

export interface Filter {
  readonly isGiven: boolean
  matchesLabels(object: ApiObject): boolean
  matches(kind: Kind, object: ApiObject): boolean
  /** The objects of one kind that pass; a bad selector is the server's to refuse. */
  list(api: Api, kind: Kind, namespace: string | undefined): readonly ApiObject[]
}

export function filterOf(flags: FlagValues): Filter {
  const labels = flags.has('selector') ? flags.text('selector') : ''
  const fields = flags.has('field-selector') ? flags.text('field-selector') : ''
  return selectorFilter(labels, fields)
}

export function selectorFilter(labels: string, fields = ''): Filter {
  const matcher = (kind: Kind) => {
    const explain = (error: unknown): never => {
      if (!(error instanceof Error) || (error instanceof StatusError && !isStatus(error, 'BadRequest')))
        throw error
      const where = `match label selector "${labels}", field selector "${fields}"`
      throw new StatusError(
        'BadRequest',
        `Unable to find ${JSON.stringify(resourceText(kind))} that ${where}: ${error.message}`,
      )
    }
    try {
      const byLabels = labelMatcher(labels)
      const byFields = fieldMatcher(kind, fields)
      return (object: ApiObject) => byLabels(object) && byFields(object)
    } catch (error) {
      return explain(error)
    }
  }
  return {
    isGiven: labels !== '' || fields !== '',
    matchesLabels: (object) => labelMatcher(labels)(object),
    matches: (kind, object) => matcher(kind)(object),
    list(api, kind, namespace) {
      if (labels === '' && fields === '') return api.list(kind, namespace)
      return api.list(kind, namespace, filedUnder(kind, labels, fields, namespace)).filter(matcher(kind))
    },
  }
}

/**
 * Where all that is selected is filed, if anywhere: a node's pods are thirty of a hundred and fifty thousand. What a bad
 * selector asks for is refused afterwards.
 */
function filedUnder(kind: Kind, labels: string, fields: string, namespace?: string): Filed | undefined {
  const [, node] = /(?:^|,)spec\.nodeName==?([^,=]+)/.exec(fields) ?? []
  if (node !== undefined && kind.indexes?.node !== undefined) return { index: 'node', key: node }
  const [, name, value] = /^([\w./-]+)==?([\w.-]+)$/.exec(labels) ?? []
  if (name === undefined || namespace === undefined || kind.indexes?.label === undefined) return undefined
  return { index: 'label', key: `${namespace}/${name}=${value}` }
}

function labelMatcher(text: string): (object: ApiObject) => boolean {
  if (text === '') return () => true
  const matches = parseLabelSelector(text)
  return (object) => matches(object.metadata.labels ?? {})
}
