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
const lookingAtPools = new Set(['list', 'cost'])

export function changesTheWorld(words: readonly string[]): boolean {
  if (words[0] === 'sim')
    return words[1] !== 'why' && !(words[1] === 'pool' && lookingAtPools.has(words[2] ?? ''))
  const [verb, subject] = words.slice(1).filter((word) => !word.startsWith('-'))
  if (verb === undefined || lookingVerbs.has(verb)) return false
  return !(verb === 'rollout' && lookingRollouts.has(subject ?? ''))
}
