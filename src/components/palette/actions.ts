/** All actions there are. A new one goes into the file of its group. */
import type { Action } from './action.ts'
import { goActions } from './actions/go.ts'
import { guideActions } from './actions/guide.ts'
import { lookActions } from './actions/look.ts'
import { presentActions } from './actions/present.ts'
import { timeActions } from './actions/time.ts'
import { worldActions } from './actions/world.ts'

export const actions: readonly Action[] = [
  ...timeActions,
  ...guideActions,
  ...worldActions,
  ...lookActions,
  ...presentActions,
  ...goActions,
]
