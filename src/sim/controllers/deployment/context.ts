/** What a sync of a Deployment may read and write. The controller remembers nothing between syncs. */
import type { ReconcileContext } from '../../client/controller.ts'

export type Memory = Record<string, never>
export type Context = ReconcileContext<Memory>
