/**
 * Which objects a command line means: TYPE, TYPE NAME…, TYPE/NAME…, files, and selectors
 * (k8s.io/cli-runtime/pkg/resource/builder.go, v1.36).
 */
import type { Kind } from '../../../api/kind.ts'
import type { ApiObject } from '../../../api/types/index.ts'
import type { Api } from '../api.ts'
import { CommandError } from '../errors.ts'
import type { Call } from '../verb.ts'
import { readManifests } from './files.ts'
import { type Filter, filterOf, selectorFilter } from './filter.ts'
import { kindNamed, kindsNamed } from './types.ts'

/** One object that the user named. */
export interface Named {
  readonly kind: Kind
  readonly namespace: string
  readonly name: string
  /** The file it was named in. */
  readonly source?: string
}

/** What the user asked for, before anything is read. */
export interface Request {
  readonly named: readonly Named[]
  /** Kinds of which all, or all that the selectors let through, are meant. */
  readonly listed: readonly Kind[]
  readonly filter: Filter
  /** Undefined: all namespaces. */
  readonly namespace: string | undefined
  /** Why parts of the files could not be read. */
  readonly unread: readonly unknown[]
}

export interface Found extends Named {
  readonly object: ApiObject
}

export interface RequestOptions {
  /** A type alone means all its objects. */
  readonly typeMeansAll?: boolean
  /** The words that name objects; else all arguments of the call. */
  readonly args?: readonly string[]
  /** Here -l is not a way to choose objects. */
  readonly ignoreSelector?: boolean
  readonly ignoreFiles?: boolean
  /** What to say when nothing at all is named. */
  readonly nothing?: () => CommandError
}

export const nothingNamed = () =>
  new CommandError(
    'You must provide one or more resources by argument or filename.\n' +
      'Example resource specifications include:\n' +
      "   '-f rsrc.yaml'\n   '--filename=rsrc.json'\n   '<resource> <name>'\n   '<resource>'",
  )

export function requestOf(call: Call, options: RequestOptions = {}): Request {
  const { flags } = call
  const args = options.args ?? call.args
  const files = flags.has('filename') && !options.ignoreFiles ? flags.list('filename') : []
  const filter = options.ignoreSelector ? selectorFilter('') : filterOf(flags)
  const everywhere = flags.has('all-namespaces') && flags.on('all-namespaces')
  const namespace = everywhere ? undefined : call.namespace
  const whole = { named: [], listed: [], filter, namespace, unread: [] }
  if (files.length > 0) return { ...whole, ...namedInFiles(call, args, filter) }
  if (args.length === 0) throw (options.nothing ?? nothingNamed)()
  const named = namedBy(args, call.namespace)
  if (named.length > 0) {
    if (filter.isGiven) throw new CommandError('name cannot be provided when a selector is specified')
    if (everywhere) throw new CommandError('a resource cannot be retrieved by name across all namespaces')
    return { ...whole, named }
  }
  const listed = kindsNamed(args[0] as string)
  const all = options.typeMeansAll || filter.isGiven || (flags.has('all') && flags.on('all'))
  if (!all) throw new CommandError('resource(s) were provided, but no name was specified')
  return { ...whole, listed }
}

function namedInFiles(
  call: Call,
  args: readonly string[],
  filter: Filter,
): Pick<Request, 'named' | 'unread'> {
  if (args.length > 0) throw new CommandError(mixed)
  const { manifests, errors } = readManifests(call)
  const named = manifests
    .filter(({ object }) => filter.matchesLabels(object as ApiObject))
    .map(({ kind, namespace, object, source }) => ({ kind, namespace, name: object.metadata.name, source }))
  return { named, unread: errors }
}

const mixed =
  'when paths, URLs, or stdin is provided as input, you may not specify resource arguments as well'

function namedBy(args: readonly string[], namespace: string): readonly Named[] {
  if (args.some((arg) => arg.includes('/'))) return args.map((arg) => pathNamed(arg, namespace))
  const [types = '', ...names] = args
  if (names.length === 0) return []
  const kinds = kindsNamed(types)
  if (kinds.length > 1) throw new CommandError('you must specify only one resource')
  return names.map((name) => ({ kind: kinds[0] as Kind, namespace, name }))
}

/** "deploy/web" */
function pathNamed(arg: string, namespace: string): Named {
  const [type = '', name, ...more] = arg.split('/')
  if (name === undefined) {
    throw new CommandError(
      "there is no need to specify a resource type as a separate argument when passing arguments in resource/name form (e.g. 'kubectl get resource/<resource_name>' instead of 'kubectl get resource resource/<resource_name>'",
    )
  }
  if (more.length > 0 || type === '' || name === '') {
    throw new CommandError(`arguments in resource/name form must have a single resource and name`)
  }
  return { kind: kindNamed(type), namespace, name }
}

/** Reads what was asked for. What can't be had is an error of its own; the others go on. */
export function findAll(
  call: Call,
  request: Request,
): { readonly found: readonly Found[]; readonly errors: readonly unknown[] } {
  const found: Found[] = []
  const errors: unknown[] = [...request.unread]
  const attempt = (read: () => void) => {
    try {
      read()
    } catch (error) {
      errors.push(error)
    }
  }
  for (const named of request.named) {
    attempt(() => found.push({ ...named, object: call.api.require(named.kind, named.namespace, named.name) }))
  }
  for (const kind of request.listed) {
    attempt(() => {
      for (const object of request.filter.stored(call.api, kind, request.namespace))
        found.push(foundObject(call.api, kind, object))
    })
  }
  return { found, errors }
}

export function foundObject(api: Api, kind: Kind, stored: ApiObject): Found {
  return new Stored(api, kind, stored)
}

/** What a reader sees of a stored object is made when somebody looks: many lines are about names alone. */
class Stored implements Found {
  readonly kind: Kind
  readonly namespace: string
  readonly name: string
  readonly #api: Api
  readonly #stored: ApiObject
  #seen: ApiObject | undefined

  constructor(api: Api, kind: Kind, stored: ApiObject) {
    const { namespace = '', name } = stored.metadata
    this.kind = kind
    this.namespace = namespace
    this.name = name
    this.#api = api
    this.#stored = stored
  }

  get object(): ApiObject {
    this.#seen ??= this.#api.present(this.kind, this.#stored)
    return this.#seen
  }
}
