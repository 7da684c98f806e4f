/** `kubectl create deployment` (k8s.io/kubectl/pkg/cmd/create/create_deployment.go, v1.36). */

import type { Draft, Kind } from '../../../../../api/kind.ts'
import { Deployments } from '../../../../../api/kinds/deployment/index.ts'
import { createGenerated, generatorFlags, metadataOf, nameOf } from '../../../create/generated.ts'
import { containerName, newContainer } from '../../../create/podParts.ts'
import { CommandError } from '../../../errors.ts'
import type { Call, Verb } from '../../../verb.ts'

const kind = Deployments as unknown as Kind

const deployment: Verb = {
  summary: 'Create a deployment with the specified name',
  usage: 'create deployment NAME --image=image -- [COMMAND] [args...] [options]',
  aliases: ['deploy'],
  flags: [
    ...generatorFlags,
    { name: 'image', type: 'array', required: true },
    { name: 'port', type: 'int', default: '-1' },
    { name: 'replicas', short: 'r', type: 'int', default: '1' },
  ],
  run(call) {
    const name = nameOf(call)
    const labels = { app: name }
    const made = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: metadataOf(call, kind, name, labels),
      spec: {
        replicas: call.flags.number('replicas'),
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: { containers: containersOf(call) } },
        strategy: {},
      },
      status: {},
    }
    createGenerated(call, kind, made, 'failed to create deployment')
    return undefined
  },
}
export default deployment

function containersOf(call: Call): readonly Draft[] {
  const images = call.flags.list('image')
  const command = call.dash < 0 ? [] : call.args.slice(call.dash)
  if (images.length > 1 && command.length > 0) {
    throw new CommandError('cannot specify multiple --image options and command')
  }
  const port = call.flags.number('port')
  return images.map((image, i) =>
    newContainer({ name: distinctName(images, i), image, command, port: i === 0 ? port : 0 }),
  )
}

/** Two containers of one image are told apart by a number. */
function distinctName(images: readonly string[], i: number): string {
  const name = containerName(images[i] as string)
  const before = images.slice(0, i).filter((image) => containerName(image) === name).length
  return before === 0 ? name : `${name}-${before + 1}`
}
