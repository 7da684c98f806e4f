/** The ConfigMap in which the autoscaler says how it is, and about which it says what it does to pools. */
import { ConfigMaps } from '../../api/kinds/configMap/index.ts'
import type { ConfigMap } from '../../api/types/index.ts'
import { timeText } from '../../core/clock.ts'
import type { Context } from './memory.ts'

const namespace = 'kube-system'
const name = 'cluster-autoscaler-status'

export function sayOfCluster(
  { client }: Context,
  type: 'Normal' | 'Warning',
  reason: string,
  message: string,
): void {
  const map = client.get(ConfigMaps, namespace, name)
  if (map !== undefined) client.event(map, { type, reason, message })
}

/** Written when it says something new; its time is that of the last change, and the real one's that of the last look. */
export function writeStatus({ client, tick }: Context, lines: readonly string[]): void {
  const text = lines.join('\n')
  const stored = client.get(ConfigMaps, namespace, name)
  if (stored !== undefined && textOf(stored) === text) return
  const data = { status: `time: ${spaced(timeText(tick))}\n${text}\n` }
  if (stored === undefined) {
    const metadata = { name, namespace, uid: '', resourceVersion: '', creationTimestamp: '' }
    client.create(ConfigMaps, { apiVersion: 'v1', kind: 'ConfigMap', metadata, data })
    return
  }
  client.patch(ConfigMaps, namespace, name, (draft) => ({ ...draft, data }))
}

function textOf({ data }: ConfigMap): string {
  const status = data?.status ?? ''
  return status.slice(status.indexOf('\n') + 1, -1)
}

/** As Go prints a time. */
function spaced(time: string): string {
  return `"${time.slice(0, -1).replace('T', ' ')} +0000 UTC"`
}
