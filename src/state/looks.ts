/** How pods look and what they add up to, apart from all else that the state knows: for a thread that draws them. */
export { type Look, looks } from '../worker/looks.ts'
export { NodeLoads } from './nodeLoads.ts'
