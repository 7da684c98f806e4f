import type { RunScript, ScriptResult } from '../worker/protocol.ts'

export type { ScriptResult }

/** Runs a script in a worker of its own, so that the page stays responsive whatever the script does. */
export function runScript(request: RunScript): Promise<ScriptResult> {
  const worker = new Worker(new URL('../worker/index.ts', import.meta.url), { type: 'module' })
  const result = new Promise<ScriptResult>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<ScriptResult>) => resolve(data)
    worker.onerror = ({ message }) => reject(new Error(message))
  })
  worker.postMessage(request)
  return result.finally(() => worker.terminate())
}
