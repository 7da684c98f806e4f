/** The kubelet of a machine stops; its containers go on, with nobody to look after them. */
import type { Fault } from '../fault.ts'

const fault: Fault = {
  begin: ({ substrate }, machine, because) => substrate.machines.change(machine, { kubelet: false }, because),
  end: ({ substrate }, machine, because) => substrate.machines.change(machine, { kubelet: true }, because),
}
export default fault
