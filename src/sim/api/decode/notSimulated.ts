/** Fields that Kubernetes 1.36 knows and the simulator takes, but does nothing with. They are named, never dropped. */
import type { Draft, Kind } from '../kind.ts'

/** What every object has; status is not the user's to set. */
const everywhere = ['apiVersion', 'kind', 'metadata', 'status']

/** Their paths, each once, in the order of the alphabet: "spec.template.spec.containers[*].env". */
export function notSimulated(kind: Kind, object: Draft): readonly string[] {
  if (kind.simulated === undefined) return []
  const found = new Set<string>()
  collect(object, '', '', new Set([...everywhere, ...kind.simulated]), found)
  return [...found].sort()
}

/** `path` is for looking up, `shown` for people: it marks lists. */
function collect(
  value: Draft,
  path: string,
  shown: string,
  simulated: ReadonlySet<string>,
  found: Set<string>,
): void {
  if (typeof value !== 'object' || value === null) return
  for (const [name, field] of Object.entries<Draft>(value)) {
    const at = path === '' ? name : `${path}.${name}`
    const label = shown === '' ? name : `${shown}.${name}`
    if (simulated.has(at) || simulated.has(`${at}=${field}`) || isEmpty(field)) continue
    const isPartly = [...simulated].some((one) => one.startsWith(`${at}.`))
    if (!isPartly) found.add(label)
    else if (Array.isArray(field))
      for (const item of field) collect(item, at, `${label}[*]`, simulated, found)
    else collect(field, at, label, simulated, found)
  }
}

function isEmpty(value: Draft): boolean {
  if (value === null || value === undefined || value === '' || value === false || value === 0) return true
  return typeof value === 'object' && Object.keys(value).length === 0
}
