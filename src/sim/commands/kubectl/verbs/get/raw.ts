/** `kubectl get --raw PATH`: the few paths of the API server that need no cluster. */
import { StatusError } from '../../../../api/status.ts'
import { json } from '../../../print/formats/json.ts'
import type { Call } from '../../verb.ts'
import { serverVersion } from '../../versions.ts'

export function printRaw(call: Call): undefined {
  const path = call.flags.text('raw')
  if (path === '/version') call.output.print(json(serverVersion).replace(/ {4}/g, '  ').trimEnd())
  else if (path === '/healthz' || path === '/livez' || path === '/readyz') call.output.print('ok')
  else throw new StatusError('NotFound', 'the server could not find the requested resource')
  return undefined
}
