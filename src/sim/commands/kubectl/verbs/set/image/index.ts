/** `kubectl set image` (k8s.io/kubectl/pkg/cmd/set/set_image.go, v1.36). */
import type { Draft } from '../../../../../api/kind.ts'
import { CommandError } from '../../../errors.ts'
import { changePodSpecs, isMeant, setFlags, splitAt } from '../../../set/podSpecs.ts'
import type { Verb } from '../../../verb.ts'

const image: Verb = {
  summary: 'Update the image of a pod template',
  usage:
    'set image (-f FILENAME | TYPE NAME) CONTAINER_NAME_1=CONTAINER_IMAGE_1 ... CONTAINER_NAME_N=CONTAINER_IMAGE_N [options]',
  flags: setFlags,
  run(call) {
    const [resources, updates] = splitAt(call.args, (arg) => arg.includes('='))
    const images = new Map(updates.map((update) => splitOnce(update)))
    const isAboutAll = resources.length === 1 || call.flags.list('filename').length > 0
    if (images.size === 0 && isAboutAll) throw new CommandError('at least one image update is required')
    return changePodSpecs(call, resources, 'image updated', (podSpec) => withImages(podSpec, images))
  },
}
export default image

function splitOnce(update: string): [string, string] {
  const at = update.indexOf('=')
  return [update.slice(0, at), update.slice(at + 1)]
}

function withImages(podSpec: Draft, images: ReadonlyMap<string, string>): Draft {
  let next = podSpec
  for (const [pattern, image] of images) {
    const update = (containers: readonly Draft[] | undefined) =>
      containers?.map((container) => (isMeant(pattern, container.name) ? { ...container, image } : container))
    const all: readonly Draft[] = [...(next.initContainers ?? []), ...(next.containers ?? [])]
    if (!all.some(({ name }) => isMeant(pattern, name))) {
      throw new CommandError(`unable to find container named ${JSON.stringify(pattern)}`)
    }
    next = { ...next, containers: update(next.containers) }
    if (next.initContainers !== undefined) next.initContainers = update(next.initContainers)
  }
  return next
}
