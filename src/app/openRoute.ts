/** Opens what the address names: a scenario or the sandbox where it was left, or a world from a link. */
import { useEffect } from 'react'
import {
  address,
  close,
  go,
  hashOf,
  open,
  openMine,
  type Route,
  session,
  slotOfSandbox,
} from '../state/index.ts'

/** The address of the world that is open. */
let shown: Route | undefined

export function useOpenRoute(): void {
  useEffect(() => {
    openRoute(address.getState())
    return address.subscribe(openRoute)
  }, [])
}

/** After a breakdown: the same world, from the recording as it last was. A shared one still isn't the reader's own. */
export function openAgain(): void {
  const { crash, opened } = session.getState()
  shown = undefined
  if (crash?.save === undefined || opened.shared) openRoute(address.getState())
  else open({ what: 'save', save: crash.save })
}

async function openRoute(route: Route): Promise<void> {
  if (route === shown) return
  if (route.page === 'home' || route.page === 'fidelity') {
    shown = undefined
    return close()
  }
  if (await openWorld(route)) shown = route
  else if (shown !== undefined && session.getState().status === 'open') stayAt(shown)
  else if (session.getState().status === 'closed') go({ page: 'home' })
}

function openWorld(route: Exclude<Route, { page: 'home' | 'fidelity' }>): Promise<boolean> {
  if (route.page === 'shared') return open({ what: 'link', code: route.code })
  return openMine(route.page === 'sandbox' ? slotOfSandbox(route.template) : { scenario: route.id })
}

/** What was asked for is refused: the address names again what is still open, and nothing of that has changed. */
function stayAt(route: Route): void {
  history.replaceState(null, '', hashOf(route))
  address.setState(route, true)
}
