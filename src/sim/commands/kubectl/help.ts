/** `kubectl --help` and `kubectl COMMAND --help`: what the simulator's kubectl takes, in kubectl's layout. */
import { childrenOf } from './catalogue.ts'
import type { Flag } from './flags/flag.ts'
import type { Verb } from './verb.ts'

export function helpText(command: string, verb: Verb | undefined): string {
  const summary = verb === undefined ? 'kubectl controls the Kubernetes cluster manager.' : verb.summary
  const children = childrenOf(command)
  const usage = verb === undefined ? '[flags] [options]' : verb.usage
  return [
    `${summary}\n`,
    ...(children.length === 0 ? [] : [commandList(children)]),
    ...(verb === undefined || verb.flags.length === 0 ? [] : [optionList(verb.flags)]),
    `Usage:\n  kubectl ${usage}\n`,
  ].join('\n')
}

function commandList(children: readonly (readonly [string, Verb])[]): string {
  const width = Math.max(...children.map(([name]) => name.length))
  const lines = children.map(
    ([name, verb]) => `  ${name.padEnd(width)}   ${verb.summary.replace(/\.$/, '')}\n`,
  )
  return `Available Commands:\n${lines.join('')}`
}

function optionList(flags: readonly Flag[]): string {
  const lines = [...flags].sort((a, b) => (a.name < b.name ? -1 : 1)).map(optionLine)
  return `Options:\n${lines.join('')}`
}

function optionLine(flag: Flag): string {
  const short = flag.short === undefined ? '    ' : `-${flag.short}, `
  return `    ${short === '    ' ? '' : short}--${flag.name}=${defaultText(flag)}\n`
}

function defaultText(flag: Flag): string {
  if (flag.type === 'bool') return flag.default ?? 'false'
  if (flag.type === 'list' || flag.type === 'array') return '[]'
  if (flag.type === 'int') return flag.default ?? '0'
  return flag.type === 'duration' ? (flag.default ?? '0s') : `'${flag.default ?? ''}'`
}
