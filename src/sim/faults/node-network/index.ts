/** A machine is cut off from the API server; its kubelet and containers go on. */
import type { Fault } from '../fault.ts'

const fault: Fault = {
  begin: ({ substrate }, machine, because) => substrate.machines.change(machine, { network: false }, because),
  end: ({ substrate }, machine, because) => substrate.machines.change(machine, { network: true }, because),
}
export default fault
