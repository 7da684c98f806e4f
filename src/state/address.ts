/** Which page is shown, as the part of the address after `#` tells: a link to a page is a link to a state. */
import { createStore } from 'zustand/vanilla'

export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'scenario'; readonly id: string }
  | { readonly page: 'sandbox' }
  | { readonly page: 'fidelity' }
  | { readonly page: 'shared'; readonly code: string }

export const address = createStore<Route>(() => routeOf(globalThis.location?.hash ?? ''))

globalThis.addEventListener?.('hashchange', () => address.setState(routeOf(location.hash), true))

export function routeOf(hash: string): Route {
  const [, page, id] = /^#\/(\w+)(?:\/([\w-]+))?$/.exec(hash) ?? []
  if (hash.startsWith('#k=')) return { page: 'shared', code: hash.slice('#k='.length) }
  if (page === 'scenario' && id !== undefined) return { page, id }
  if (page === 'sandbox' || page === 'fidelity') return { page }
  return { page: 'home' }
}

export function hashOf(route: Route): string {
  if (route.page === 'home') return '#/'
  if (route.page === 'shared') return `#k=${route.code}`
  return route.page === 'scenario' ? `#/scenario/${route.id}` : `#/${route.page}`
}

export function go(route: Route): void {
  location.hash = hashOf(route)
}
