/** The engine in a Web Worker: hands messages to the host and lets the host's time pass. */
import { Host } from './host.ts'
import type { Request } from './protocol.ts'

const now = () => performance.now()
const host = new Host((message, transfer = []) => self.postMessage(message, { transfer }), now)

/** Milliseconds between two slices: about a frame. */
const interval = 16
let timer: ReturnType<typeof setTimeout> | undefined
let last = 0

self.onmessage = ({ data }: MessageEvent<Request>) => {
  host.hear(data).then(keepTime, crash)
}

function keepTime(): void {
  if (!host.isActive || timer !== undefined) return
  last = now()
  timer = setTimeout(slice, pause())
}

/** Even where nothing is waited for, what the page says is heard in between. */
const pause = () => (host.isBusy ? 0 : interval)

function slice(): void {
  timer = undefined
  const present = now()
  try {
    host.elapse(present - last)
  } catch (error) {
    return crash(error)
  }
  last = present
  if (host.isActive) timer = setTimeout(slice, pause())
}

function crash(error: unknown): void {
  const reason = error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error)
  self.postMessage({ type: 'crashed', reason })
}
