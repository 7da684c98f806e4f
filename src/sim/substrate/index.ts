/** The physical world that the cluster runs on. */
import { Images } from './images.ts'
import { Machines } from './machines.ts'
import { Processes } from './processes.ts'

export class Substrate {
  readonly machines = new Machines()
  readonly images = new Images()
  readonly processes = new Processes()

  save(): unknown {
    return {
      machines: this.machines.save(),
      images: this.images.save(),
      processes: this.processes.save(),
    }
  }

  load(saved: unknown): void {
    const { machines, images, processes } = saved as Record<'machines' | 'images' | 'processes', unknown>
    this.machines.load(machines)
    this.images.load(images)
    this.processes.load(processes)
  }
}

export { type ImageBehaviour, isBroken, plainImage, pullTime } from './images.ts'
export { isHeard, isRunning, type Machine, type MachineShape, type Pressure } from './machines.ts'
export type { Incident, Mishap } from './processes.ts'
