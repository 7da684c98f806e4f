/** The physical world that the cluster runs on. */
import { Images } from './images.ts'
import { Machines } from './machines.ts'

export class Substrate {
  readonly machines = new Machines()
  readonly images = new Images()

  save(): unknown {
    return { machines: this.machines.save(), images: this.images.save() }
  }

  load(saved: unknown): void {
    const { machines, images } = saved as { machines: unknown; images: unknown }
    this.machines.load(machines)
    this.images.load(images)
  }
}

export { type ImageBehaviour, plainImage } from './images.ts'
export { isHeard, isRunning, type Machine, type MachineShape } from './machines.ts'
