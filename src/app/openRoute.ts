/** Opens what the address names: a scenario or the sandbox where it was left, or a world from a link. */
import { useEffect } from 'react'
import { address, close, go, open, openMine, type Route, session, startKeeping } from '../state/index.ts'

export function useOpenRoute(): void {
  useEffect(() => {
    startKeeping()
    openRoute(address.getState())
    return address.subscribe(openRoute)
  }, [])
}

/** After a breakdown: the same world, from the recording as it last was. */
export function openAgain(): void {
  const { crash } = session.getState()
  if (crash?.save === undefined) openRoute(address.getState())
  else open({ what: 'save', save: crash.save })
}

async function openRoute(route: Route): Promise<void> {
  if (route.page === 'home' || route.page === 'fidelity') return close()
  if (!(await openWorld(route)) && session.getState().status === 'closed') go({ page: 'home' })
}

function openWorld(route: Exclude<Route, { page: 'home' | 'fidelity' }>): Promise<boolean> {
  if (route.page === 'shared') return open({ what: 'link', code: route.code })
  return openMine(route.page === 'sandbox' ? 'sandbox' : { scenario: route.id })
}
