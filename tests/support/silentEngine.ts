/** Stands in for the engine's worker: keeps what the page asks for but what it looks at, and never answers. */
import { vi } from 'vitest'
import type { Request } from '../../src/worker/protocol.ts'

export function silentEngine(): Request[] {
  const asked: Request[] = []
  vi.stubGlobal(
    'Worker',
    class {
      postMessage(request: Request) {
        if (request.type !== 'attend') asked.push(request)
      }
      terminate() {}
    },
  )
  return asked
}
