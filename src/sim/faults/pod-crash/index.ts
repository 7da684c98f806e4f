/** A container's process exits. */
import type { Fault } from '../fault.ts'
import { strike } from '../strike.ts'

const fault: Fault = {
  begin: (engine, pod, because, options) => strike(engine, 'crash', pod, because, options),
}
export default fault
