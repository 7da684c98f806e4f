/** Which way of looking at the world the stage shows, and which Service it looks at. Nothing here touches the world. */
import { type Lens, type LoadCard, lenses } from '../worker/protocol.ts'
import { type Session, session } from './session.ts'
import { type World, world } from './world.ts'

export function showLens(lens: Lens): void {
  session.setState({ lens })
}

/** The Traffic lens and the charts look at this Service. */
export function watchService(slot: number): void {
  session.setState({ watched: slot })
}

/** The load that is looked at: the watched Service's, or the first there is. */
export function watchedLoad({ loads }: World, { watched }: Session): LoadCard | undefined {
  return (
    loads.find(({ service }) => service === watched && service !== 0) ??
    (watched === 0 ? loads[0] : undefined)
  )
}

/** Whether there is anything to see of requests: a load, a lesson about them, or a reader who looks for them already. */
export function hasTraffic({ loads }: Pick<World, 'loads'>, { lens, opened, guide }: Session): boolean {
  if (loads.length > 0 || lens === 'traffic') return true
  return lensesUpTo(opened, guide?.step).includes('traffic')
}

/** The lenses there is something to see in: of a scenario those that it teaches, of a sandbox all. */
export function lensesThere(world: Pick<World, 'loads'>, state: Session): readonly Lens[] {
  const there: { readonly [L in Lens]: boolean } = {
    loop: true,
    map: hasMap(state),
    traffic: hasTraffic(world, state),
  }
  return lenses.filter((lens) => there[lens])
}

function hasMap({ lens, opened, guide, showEverything }: Session): boolean {
  if (opened.scenario === undefined || showEverything || lens === 'map') return true
  return lensesUpTo(opened, guide?.step).includes('map')
}

/**
 * A step of a scenario shows what it asks for; one that asks for nothing leaves the lens of the steps before it. The Service
 * looked at is the one that the step selects, or the one of the same name as the workload or autoscaler that it selects.
 */
export function showLensOf(step: number | undefined): void {
  const { opened } = session.getState()
  const lens = lensesUpTo(opened, step).at(-1)
  if (lens !== undefined) showLens(lens)
  const selected = step === undefined ? undefined : opened.scenario?.steps[step]?.show?.select
  const service = [...world.getState().services.values()].find(
    ({ namespace, name }) => namespace === 'default' && name === selected?.split('/')[1],
  )
  if (service !== undefined) watchService(service.slot)
}

/** The step that a world is opened at shows what was looked at when it was saved. */
export function showLensAsSaved(step: number | undefined): void {
  showLensOf(step)
  const lens = session.getState().opened.seen?.lens
  if (lens !== undefined) showLens(lens)
}

function lensesUpTo({ scenario }: Session['opened'], step = -1): readonly Lens[] {
  return (scenario?.steps.slice(0, step + 1) ?? []).flatMap(({ show }) => show?.lens ?? [])
}
