/** A machine runs short of memory, disk or process ids. */
import type { Fault } from '../fault.ts'

const fault: Fault = {
  begin({ substrate }, machine, because, { pressure = 'memory' }) {
    substrate.machines.change(machine, { pressure }, because)
  },
  end: ({ substrate }, machine, because) => substrate.machines.change(machine, { pressure: 'none' }, because),
}
export default fault
