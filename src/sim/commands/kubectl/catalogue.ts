/** The tree of commands: those modelled are found by their folders, the others are known by name. */
import type { Verb } from './verb.ts'

const modules = import.meta.glob<{ default: Verb }>('./verbs/**/index.ts', { eager: true })

/** "rollout status" → the command. */
const verbs = new Map<string, Verb>(
  Object.entries(modules).map(([path, module]) => [nameOf(path), module.default]),
)

/** Every command of kubectl 1.36 in the order of its own list, which is also the order of suggestions. */
export const commandNames: readonly string[] = [
  ...['create', 'expose', 'run', 'set', 'explain', 'get', 'edit', 'delete'],
  ...['rollout', 'scale', 'autoscale'],
  ...['certificate', 'cluster-info', 'top', 'cordon', 'uncordon', 'drain', 'taint'],
  ...['describe', 'logs', 'attach', 'exec', 'port-forward', 'proxy', 'cp', 'auth', 'debug', 'events'],
  ...['diff', 'apply', 'patch', 'replace', 'wait', 'kustomize'],
  ...['label', 'annotate', 'completion'],
  ...['api-resources', 'api-versions', 'config', 'kuberc', 'plugin', 'version', 'options'],
]

/** Commands below another one. */
export function childrenOf(command: string): readonly (readonly [string, Verb])[] {
  const prefix = command === '' ? '' : `${command} `
  return [...verbs]
    .filter(
      ([name]) => name.startsWith(prefix) && name !== command && !name.slice(prefix.length).includes(' '),
    )
    .map(([name, verb]) => [name.slice(prefix.length), verb] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

export function childNamed(command: string, word: string): readonly [string, Verb] | undefined {
  const found = childrenOf(command).find(([name, verb]) => name === word || verb.aliases?.includes(word))
  if (found === undefined) return undefined
  return [command === '' ? found[0] : `${command} ${found[0]}`, found[1]]
}

/** "./verbs/rollout/status/index.ts" → "rollout status" */
function nameOf(path: string): string {
  return path
    .replace(/^\.\/verbs\//, '')
    .replace(/\/index\.ts$/, '')
    .split('/')
    .join(' ')
}
