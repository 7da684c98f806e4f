/** The physical world that the cluster runs on. */
import { Images } from './images.ts'
import { Loads } from './loads.ts'
import { Machines } from './machines.ts'
import { Processes } from './processes.ts'
import { Servers } from './servers.ts'
import { Signals } from './signals.ts'
import { UsageMeter } from './usage.ts'

export class Substrate {
  readonly machines = new Machines()
  readonly images = new Images()
  readonly processes = new Processes()
  readonly servers = new Servers(this.images)
  readonly usage = new UsageMeter()
  readonly loads = new Loads()
  readonly signals = new Signals()

  save(): unknown {
    return {
      machines: this.machines.save(),
      images: this.images.save(),
      processes: this.processes.save(),
      usage: this.usage.save(),
      loads: this.loads.save(),
      signals: this.signals.save(),
    }
  }

  load(saved: unknown): void {
    const saves = saved as Record<
      'machines' | 'images' | 'processes' | 'usage' | 'loads' | 'signals',
      unknown
    >
    this.machines.load(saves.machines)
    this.images.load(saves.images)
    this.processes.load(saves.processes)
    this.usage.load(saves.usage)
    this.loads.load(saves.loads)
    this.signals.load(saves.signals)
  }
}

export { type ImageBehaviour, isBroken, plainImage, pullTime } from './images.ts'
export { type Load, type LoadTarget, type Shape, type ShapeName, shapes, type Users } from './loads.ts'
export {
  isHeard,
  isRunning,
  type Machine,
  type MachineShape,
  type Machines,
  type Pressure,
} from './machines.ts'
export type { Incident, Mishap } from './processes.ts'
export type { Server, Told } from './servers.ts'
export type { Signal } from './signals.ts'
export type { Usage, UsageMeter } from './usage.ts'
