/** What every component of the cluster is given. */
import type { ApiServer } from '../apiserver/server.ts'
import type { State } from '../core/state.ts'
import type { Substrate } from '../substrate/index.ts'
import type { CloudProvider } from './cloudProvider.ts'
import type { ControlPlane } from './controlPlane.ts'
import type { Limits } from './limits.ts'
import type { Profile } from './profile.ts'
import type { MakeTrial } from './trial.ts'

export interface Engine {
  readonly state: State
  readonly server: ApiServer
  readonly substrate: Substrate
  readonly profile: Profile
  readonly limits: Limits
  readonly controlPlane: ControlPlane
  /** Who brings machines and load balancers; absent: bare metal, where nobody does. */
  readonly cloud?: CloudProvider
  /** Tries out where pods would fit, by the scheduler's own filters; absent: there is no scheduler. */
  readonly trial?: MakeTrial
}
