/** The command language for the browser's console, and for tests: `await kubeloop.run('kubectl get pods')`. */
import {
  address,
  go,
  makeLink,
  pause,
  play,
  run,
  runScript,
  seek,
  session,
  setSpeed,
  world,
  worldHash,
} from '../state/index.ts'

export const consoleFace = {
  run,
  runScript,
  seek,
  play,
  pause,
  setSpeed,
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

declare global {
  var kubeloop: typeof import('./console.ts').consoleFace
}
