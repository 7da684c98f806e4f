/** The command language for the browser's console, and for tests: `await kubeloop.run('kubectl get pods')`. */
import {
  address,
  caughtUp,
  go,
  makeLink,
  pause,
  play,
  run,
  runScript,
  seek,
  select,
  session,
  setSpeed,
  world,
  worldHash,
} from '../state/index.ts'

export const consoleFace = {
  run: (line: string, stdin?: string) => shown(run(line, stdin)),
  runScript,
  seek: (tick: number) => shown(seek(tick)),
  select: (slot: number) => shown(select(slot)),
  play: () => shown(play()),
  pause: () => shown(pause()),
  setSpeed: (speed: number) => shown(setSpeed(speed)),
  hash: worldHash,
  link: makeLink,
  go,
  get tick(): number {
    return session.getState().clock.tick
  },
  get state() {
    return { address: address.getState(), session: session.getState(), world: world.getState() }
  },
} as const

/** What one reads after awaiting a deed is what came of it. */
async function shown<T>(deed: T | Promise<T>): Promise<T> {
  const outcome = await deed
  await caughtUp()
  return outcome
}

declare global {
  var kubeloop: typeof import('./console.ts').consoleFace
}
