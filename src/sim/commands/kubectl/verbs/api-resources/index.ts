/** `kubectl api-resources`: the kinds of this API. */
import { apiVersionOf, type Kind, resourceName } from '../../../../api/kind.ts'
import { kinds } from '../../../../api/kinds/index.ts'
import { TabWriter } from '../../../print/tabWriter.ts'
import { CommandError } from '../../errors.ts'
import type { Call, Verb } from '../../verb.ts'

const verbs = ['create', 'delete', 'get', 'list', 'patch', 'update', 'watch']

const verb: Verb = {
  summary: 'Print the supported API resources on the server',
  usage: 'api-resources [flags] [options]',
  flags: [
    { name: 'api-group', type: 'string' },
    { name: 'cached', type: 'bool' },
    { name: 'categories', type: 'list' },
    { name: 'namespaced', type: 'bool', default: 'true' },
    { name: 'no-headers', type: 'bool' },
    { name: 'output', short: 'o', type: 'string' },
    { name: 'sort-by', type: 'string' },
    { name: 'verbs', type: 'list' },
  ],
  run(call) {
    const { flags, output } = call
    const format = flags.text('output')
    if (!['', 'wide', 'name'].includes(format))
      throw new CommandError(`--output ${format} is not available in kubectl api-resources`)
    const shown = listed(call)
    if (format === 'name') output.print(shown.map((kind) => `${resourceName(kind)}\n`).join(''))
    else output.print(tableOf(shown, format === 'wide', !flags.on('no-headers')))
    return undefined
  },
}
export default verb

function listed({ flags }: Call): readonly Kind[] {
  const key = (kind: Kind) => `${kind.group} ${kind.plural}`
  return kinds
    .filter((kind) => !flags.given('api-group') || kind.group === flags.text('api-group'))
    .filter((kind) => !flags.given('namespaced') || kind.namespaced === flags.on('namespaced'))
    .filter((kind) => flags.list('categories').every((one) => kind.categories.includes(one)))
    .filter(() => flags.list('verbs').every((one) => verbs.includes(one)))
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

function tableOf(shown: readonly Kind[], wide: boolean, headers: boolean): string {
  const writer = new TabWriter({ minWidth: 6, padding: 3 })
  const write = (cells: readonly string[], extra: readonly string[]) =>
    writer.write(`${[...cells, ...(wide ? extra : [])].join('\t')}\n`)
  if (headers) write(['NAME', 'SHORTNAMES', 'APIVERSION', 'NAMESPACED', 'KIND'], ['VERBS', 'CATEGORIES'])
  for (const kind of shown) {
    const cells = [
      kind.plural,
      kind.shortNames.join(','),
      apiVersionOf(kind),
      String(kind.namespaced),
      kind.kind,
    ]
    write(cells, [verbs.join(','), kind.categories.join(',')])
  }
  return writer.take()
}
