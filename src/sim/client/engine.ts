/** What every component of the cluster is given. */
import type { ApiServer } from '../apiserver/server.ts'
import type { State } from '../core/state.ts'
import type { Substrate } from '../substrate/index.ts'
import type { ControlPlane } from './controlPlane.ts'
import type { Limits } from './limits.ts'
import type { Profile } from './profile.ts'

export interface Engine {
  readonly state: State
  readonly server: ApiServer
  readonly substrate: Substrate
  readonly profile: Profile
  readonly limits: Limits
  readonly controlPlane: ControlPlane
}
