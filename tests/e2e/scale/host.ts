/** Serves a page whose worker runs the bench's workload; waits for what it tells. The browser only has to be opened. */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Checked, CheckpointPlan } from '../../../src/cli/lab/bench/checkpoints.ts'
import { bundled } from '../bundled.ts'
import type { Close } from '../determinism/browsers.ts'
import { workerCpuSeconds } from './workerCpu.ts'

/** All the work is the worker's. */
function page(plan: CheckpointPlan): string {
  return `<!doctype html><title>A bench</title><script type="module">
    const tell = (told) => fetch('told', { method: 'POST', body: JSON.stringify(told) })
    const worker = new Worker('worker.js', { type: 'module' })
    worker.onmessage = ({ data }) => tell(data)
    worker.onerror = ({ message }) => tell({ error: message })
    worker.postMessage(${JSON.stringify(plan)})
  </script>`
}

export interface CheckedThere extends Checked {
  /** CPU of bring-up in the worker's own thread; undefined where nothing tells. */
  readonly cpuSeconds: number | undefined
}

/** What the workload comes to in the worker of a browser. */
export async function checkpointsIn(
  openIn: (url: string) => Promise<Close>,
  plan: CheckpointPlan,
): Promise<CheckedThere> {
  const script = await bundled(join(import.meta.dirname, 'worker.ts'))
  let take: (told: Checked | { error: string }) => void = () => {}
  const told = new Promise<Checked | { error: string }>((resolve) => {
    take = resolve
  })
  const server = createServer(async (request, response) => {
    const isScript = request.url === '/worker.js'
    if (request.url === '/told') take(JSON.parse(await textOf(request)))
    response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html')
    response.end(isScript ? script : page(plan))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = await openIn(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  try {
    const answer = await told
    if ('error' in answer) throw new Error(answer.error)
    const cpu = workerCpuSeconds()
    return { ...answer, cpuSeconds: cpu && cpu * answer.share }
  } finally {
    await close()
    server.closeAllConnections()
    server.close()
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const part of request) text += part
  return text
}
