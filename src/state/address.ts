/** Which page is shown, as the part of the address after `#` tells: a link to a page is a link to a state. */
import { createStore } from 'zustand/vanilla'
import { type SandboxTemplate, sandboxTemplates } from '../worker/protocol.ts'

export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'scenario'; readonly id: string }
  | { readonly page: 'sandbox'; readonly template?: SandboxTemplate }
  | { readonly page: 'fidelity' }
  | { readonly page: 'shared'; readonly code: string }

export const address = createStore<Route>(() => routeOf(globalThis.location?.hash ?? ''))

globalThis.addEventListener?.('hashchange', () => address.setState(routeOf(location.hash), true))

export function routeOf(hash: string): Route {
  const [, page, id] = /^#\/(\w+)(?:\/([\w-]+))?$/.exec(hash) ?? []
  if (hash.startsWith('#k=')) return { page: 'shared', code: hash.slice('#k='.length) }
  if (page === 'scenario' && id !== undefined) return { page, id }
  if (page === 'fidelity') return { page }
  if (page === 'sandbox') {
    const template = sandboxTemplates.find((one) => one === id)
    return { page, ...(template === undefined || template === 'small' ? {} : { template }) }
  }
  return { page: 'home' }
}

export function sandboxRoute(template: SandboxTemplate): Route {
  return template === 'small' ? { page: 'sandbox' } : { page: 'sandbox', template }
}

export function hashOf(route: Route): string {
  if (route.page === 'home') return '#/'
  if (route.page === 'shared') return `#k=${route.code}`
  if (route.page === 'sandbox' && route.template !== undefined) return `#/sandbox/${route.template}`
  return route.page === 'scenario' ? `#/scenario/${route.id}` : `#/${route.page}`
}

export function go(route: Route): void {
  location.hash = hashOf(route)
}
