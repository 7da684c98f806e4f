/** How pods look, without the rest of the protocol. */
export { type Look, looks } from '../lab/frame/format.ts'
