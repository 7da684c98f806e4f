/**
 * The hands on the stage: one menu, one small dialog and one bin for all that can be taken hold of. Whatever they do is a
 * line, shown before it runs.
 */
import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useContext,
  useMemo,
  useState,
} from 'react'
import { world } from '../../../state/index.ts'
import { deedsFor } from './deed.ts'
import { doNow, useObstacle } from './doing.ts'
import { type Target, type TargetId, targetOf } from './target.ts'

const DeedMenu = lazy(() => import('./DeedMenu.tsx'))
const ImageDialog = lazy(() => import('./ImageDialog.tsx'))

interface Hands {
  /** Opens the menu of a target beside this element. */
  readonly openMenu: (id: TargetId, anchor: Element) => void
  /** What Delete does: the first deed of its menu. */
  readonly doFirst: (id: TargetId) => void
}

interface Open {
  readonly what: 'menu' | 'image'
  readonly target: Target
  readonly anchor: Element
}

const HandsContext = createContext<Hands>({ openMenu: () => {}, doFirst: () => {} })

export function useHands(): Hands {
  return useContext(HandsContext)
}

export function HandsProvider({ children }: { readonly children: ReactNode }) {
  const [open, setOpen] = useState<Open>()
  const obstacle = useObstacle()
  const openMenu = useCallback((id: TargetId, anchor: Element) => {
    const target = targetOf(id, world.getState())
    if (target !== undefined) setOpen({ what: 'menu', target, anchor })
  }, [])
  const doFirst = useCallback(
    (id: TargetId) => {
      const target = targetOf(id, world.getState())
      const first = target && deedsFor(target)[0]
      if (first !== undefined) doNow(first, obstacle)
    },
    [obstacle],
  )
  const hands = useMemo(() => ({ openMenu, doFirst }), [openMenu, doFirst])
  const close = () => setOpen(undefined)
  return (
    <HandsContext value={hands}>
      {children}
      <Suspense>
        {open?.what === 'menu' && (
          <DeedMenu
            {...open}
            obstacle={obstacle}
            onClose={close}
            onAsk={() => setOpen({ ...open, what: 'image' })}
          />
        )}
        {open?.what === 'image' && open.target.kind === 'workload' && (
          <ImageDialog workload={open.target.workload} anchor={open.anchor} onClose={close} />
        )}
      </Suspense>
    </HandsContext>
  )
}
