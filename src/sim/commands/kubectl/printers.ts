/** `-o`: how objects are printed when it isn't a table. */
import { objectName } from '../../api/kind.ts'
import { filled } from '../print/filling.ts'
import { customColumns } from '../print/formats/customColumns.ts'
import { json, jsonInFieldOrder } from '../print/formats/json.ts'
import { yaml } from '../print/formats/yaml.ts'
import { goTemplate } from '../print/goTemplate/index.ts'
import { jsonPathTemplate } from '../print/jsonpath/print.ts'
import { CommandError } from './errors.ts'
import {
  CustomColumnsList,
  jsonList,
  type ListWriter,
  PlainList,
  type Printed,
  TemplateList,
  wholeList,
  yamlList,
} from './lists.ts'
import type { Call } from './verb.ts'

export interface ObjectPrinter {
  /** `asList`: several objects, or what may be several, are printed as one List. */
  print(objects: readonly Printed[], asList: boolean): string
  /** The same list, some objects at a time. */
  list(): ListWriter
}

const templateFormats = [
  'go-template',
  'go-template-file',
  'jsonpath',
  'jsonpath-as-json',
  'jsonpath-file',
  'template',
  'templatefile',
]
const plainFormats = ['json', 'kyaml', 'name', 'yaml']
const listFormats = ['custom-columns', 'custom-columns-file', 'wide']

/** What `-o` may be of a list of objects, as far as it is one word. */
export const outputFormats: readonly string[] = [...plainFormats, ...templateFormats, ...listFormats].sort()

/** Undefined: a table, or a line about what was done. `forLists`: custom columns and `wide` are known, too. */
export function objectPrinter(call: Call, forLists = false): ObjectPrinter | undefined {
  const { flags } = call
  const output = flags.text('output') || (flags.text('template') === '' ? '' : 'go-template')
  if (output === '' || (forLists && output === 'wide')) return undefined
  const equals = output.indexOf('=')
  const format = equals < 0 ? output : output.slice(0, equals)
  const argument = equals < 0 ? flags.text('template') : output.slice(equals + 1)
  const allowed = [...plainFormats, ...templateFormats, ...(forLists ? listFormats : [])].sort()
  if (!allowed.includes(format)) {
    throw new CommandError(
      `unable to match a printer suitable for the output format ${JSON.stringify(format)}, allowed formats are: ${allowed.join(',')}`,
    )
  }
  if (plainFormats.includes(format)) return plainPrinter(format)
  return templatePrinter(call, format, argument)
}

function plainPrinter(format: string): ObjectPrinter {
  if (format === 'kyaml') throw new CommandError('the simulator does not print kyaml')
  if (format === 'name') {
    const list = () => new PlainList((one) => `${printedName(one)}\n`)
    return { print: (objects) => wholeList(list(), objects), list }
  }
  const text = format === 'json' ? json : yaml
  const list = format === 'json' ? jsonList : yamlList
  return {
    print: (objects, asList) =>
      asList ? wholeList(list(), objects) : objects.map(({ object }) => text(object)).join('---\n'),
    list,
  }
}

function templatePrinter(call: Call, format: string, argument: string): ObjectPrinter {
  const template = format.endsWith('file') ? templateFile(call, argument) : argument
  if (format.startsWith('custom-columns')) {
    const noHeaders = call.flags.has('no-headers') && call.flags.on('no-headers')
    const columns = customColumns(template, { noHeaders })
    const list = () => new CustomColumnsList(columns)
    return { print: (objects) => wholeList(list(), objects), list }
  }
  if (template === '') throw new CommandError('template format specified but no template given')
  const strict = !call.flags.on('allow-missing-template-keys')
  const fill = format.startsWith('jsonpath')
    ? jsonPathTemplate(template, { strict, asJson: format === 'jsonpath-as-json' })
    : goTemplate(template)
  const list = () => new TemplateList(fill)
  return {
    print: (objects, asList) =>
      asList ? wholeList(list(), objects) : objects.map(({ object }) => filled(fill(object))).join(''),
    list,
  }
}

function templateFile(call: Call, path: string): string {
  const text = call.session.readFile(path)
  if (text === undefined) {
    throw new CommandError(`error reading --template ${path}, open ${path}: no such file or directory`)
  }
  return text
}

export function printedName({ kind, object }: Printed): string {
  return objectName(kind, object.metadata.name)
}

/** Objects that kubectl made itself and didn't send: JSON keeps the order of their fields. */
export function printUnsent(call: Call, printed: Printed): string | undefined {
  if (call.flags.text('output') === 'json') return jsonInFieldOrder(printed.object)
  return objectPrinter(call)?.print([printed], false)
}
