/** Lines that only look: they leave no mark in the ledger and are not recorded. */
const lookingVerbs = new Set([
  'get',
  'describe',
  'logs',
  'events',
  'wait',
  'top',
  'explain',
  'version',
  'api-resources',
  'api-versions',
  'auth',
  'cluster-info',
  'config',
  'options',
  'diff',
  'completion',
  'plugin',
  'help',
  'proxy',
  'port-forward',
])
const lookingRollouts = new Set(['status', 'history'])
/** `sim` verbs, or their subjects, that only look. */
const lookingSims = new Set(['why', 'pool list', 'pool cost', 'traffic list'])

export function changesTheWorld(words: readonly string[]): boolean {
  if (words[0] === 'sim')
    return !lookingSims.has(words[1] ?? '') && !lookingSims.has(`${words[1]} ${words[2]}`)
  const [verb, subject] = words.slice(1).filter((word) => !word.startsWith('-'))
  if (verb === undefined || lookingVerbs.has(verb)) return false
  return !(verb === 'rollout' && lookingRollouts.has(subject ?? ''))
}
