/** The kernel kills a container's process, which has reached its memory limit. */
import type { Fault } from '../fault.ts'
import { strike } from '../strike.ts'

const fault: Fault = {
  begin: (engine, pod, because, options) => strike(engine, 'oom', pod, because, options),
}
export default fault
