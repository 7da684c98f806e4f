/** Opens what the address names: a scenario or the sandbox where it was left, or a world from a link. */
import { useEffect } from 'react'
import { address, close, go, open, openMine, type Route, session } from '../state/index.ts'

export function useOpenRoute(): void {
  useEffect(() => {
    openRoute(address.getState())
    return address.subscribe(openRoute)
  }, [])
}

/** After a breakdown: the same world, from the recording as it last was. A shared one is still not the reader's own. */
export function openAgain(): void {
  const { crash, opened } = session.getState()
  if (crash?.save === undefined || opened.shared) openRoute(address.getState())
  else open({ what: 'save', save: crash.save })
}

async function openRoute(route: Route): Promise<void> {
  if (route.page === 'home' || route.page === 'fidelity') return close()
  if (!(await openWorld(route)) && session.getState().status === 'closed') go({ page: 'home' })
}

function openWorld(route: Exclude<Route, { page: 'home' | 'fidelity' }>): Promise<boolean> {
  switch (route.page) {
    case 'scenario':
      return openMine({ scenario: route.id })
    case 'sandbox':
      return openMine('sandbox')
    case 'shared':
      return open({ what: 'link', code: route.code })
  }
}
