/** The cloud has no machines of the pool's kind: those asked for do not come, those that are there stay. */
import type { Fault } from '../fault.ts'

const fault: Fault = {
  begin: ({ cloud }, pool) => cloud?.breakPool(pool),
  end: ({ cloud }, pool, because) => cloud?.fixPool(pool, because),
}
export default fault
