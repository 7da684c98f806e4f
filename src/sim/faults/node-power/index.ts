/** A machine loses its power: everything on it is gone at once. When it gets it back, it boots. */
import type { Fault } from '../fault.ts'

const fault: Fault = {
  begin: ({ substrate }, machine, because) => substrate.machines.change(machine, { power: false }, because),
  end: ({ substrate }, machine, because) => substrate.machines.change(machine, { power: true }, because),
}
export default fault
