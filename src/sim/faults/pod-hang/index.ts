/** A container's process doesn't answer any more, until it is restarted. */
import type { Fault } from '../fault.ts'
import { strike } from '../strike.ts'

const fault: Fault = {
  begin: (engine, pod, because, options) => strike(engine, 'hang', pod, because, options),
}
export default fault
