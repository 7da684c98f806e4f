import { Sitting } from '../../lab/sitting.ts'

/** Long enough for the controllers to have done what they do for every new cluster. */
const settledTick = 50

/** A default cluster in which everything that a user finds there is there: service accounts too. */
export function startedSitting(): Sitting {
  const sitting = new Sitting()
  sitting.advanceTo(settledTick)
  // Pods need one. Where the cluster has made it by now, this changes nothing.
  sitting.execute('kubectl create serviceaccount default')
  return sitting
}
