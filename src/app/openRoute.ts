/** Opens what the address names: a scenario where it was left, the sandbox, or a world from a link. */
import { useEffect } from 'react'
import { address, close, go, type Opening, open, type Route, session } from '../state/index.ts'

export function useOpenRoute(): void {
  useEffect(() => {
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
  const opening = await openingOf(route)
  if (opening === undefined) return close()
  if (!(await open(opening)) && session.getState().status === 'closed') go({ page: 'home' })
}

async function openingOf(route: Route): Promise<Opening | undefined> {
  switch (route.page) {
    case 'scenario':
      return { what: 'scenario', id: route.id }
    case 'sandbox':
      return { what: 'sandbox' }
    case 'shared':
      return { what: 'link', code: route.code }
    default:
      return undefined
  }
}
