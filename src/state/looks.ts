/** How pods look, apart from all else that the state knows: for a thread that draws them and has no use for the rest. */
export { type Look, looks } from '../worker/looks.ts'
