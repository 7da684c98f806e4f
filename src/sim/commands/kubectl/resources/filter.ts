/** `-l` and `--field-selector`: which objects of a list are meant. */
import type { Kind } from '../../../api/kind.ts'
import { parseLabelSelector } from '../../../api/labelSelector.ts'
import { isStatus, StatusError } from '../../../api/status.ts'
import type { ApiObject } from '../../../api/types/index.ts'
import type { Filed, Page } from '../../../apiserver/storage.ts'
import type { Api } from '../api.ts'
import type { FlagValues } from '../flags/values.ts'
import { fieldMatcher } from './fieldSelector.ts'
import { resourceText } from './types.ts'

export interface Filter {
  readonly isGiven: boolean
  matchesLabels(object: ApiObject): boolean
  /** Whether an object of the kind is meant; throws what a bad selector is refused for. */
  matcher(kind: Kind): (object: ApiObject) => boolean
  /** The objects of one kind that pass, as a reader sees them; a bad selector is the server's to refuse. */
  list(api: Api, kind: Kind, namespace: string | undefined): readonly ApiObject[]
  /** The same as they are stored. */
  stored(api: Api, kind: Kind, namespace: string | undefined): readonly ApiObject[]
  /** At most so many objects have to be looked at for that. */
  most(api: Api, kind: Kind, namespace: string | undefined): number
  /** Some of them, as they are stored, in the order in which they were made: as `ApiServer.page`. */
  page(api: Api, kind: Kind, namespace: string | undefined, from: number, most: number): Page<ApiObject>
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
  const stored = (api: Api, kind: Kind, namespace: string | undefined) => {
    const all = api.listStored(kind, namespace, filedUnder(kind, labels, fields, namespace))
    return labels === '' && fields === '' ? all : all.filter(matcher(kind))
  }
  return {
    isGiven: labels !== '' || fields !== '',
    matchesLabels: (object) => labelMatcher(labels)(object),
    matcher,
    list: (api, kind, namespace) => stored(api, kind, namespace).map((object) => api.present(kind, object)),
    stored,
    most: (api, kind, namespace) => api.count(kind, namespace, filedUnder(kind, labels, fields, namespace)),
    page(api, kind, namespace, from, most) {
      const filed = filedUnder(kind, labels, fields, namespace)
      const { items, next } = api.page(kind, namespace, from, most, filed)
      return { items: items.filter(matcher(kind)), next }
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
