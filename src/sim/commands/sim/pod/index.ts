/** `sim pod …`: strikes the process of a container. */
import { Pods } from '../../../api/kinds/pod/index.ts'
import { type LabelMatcher, parseLabelSelector } from '../../../api/labelSelector.ts'
import type { Pod } from '../../../api/types/index.ts'
import { beginFault, type FaultOptions } from '../../../faults/index.ts'
import { finished, type Session } from '../../execution.ts'
import { Arguments, UsageError } from '../arguments.ts'
import type { SimVerb } from '../verb.ts'

const told: Readonly<Record<string, string>> = { crash: 'crashed', hang: 'hangs', oom: 'ran out of memory' }

const verb: SimVerb = {
  usage: 'sim pod crash|hang|oom POD…|-l SELECTOR [-n NAMESPACE] [-c CONTAINER] [--exit-code N]',
  run([mishap = '', ...args], session) {
    if (!Object.hasOwn(told, mishap))
      throw new UsageError(`say what happens: ${Object.keys(told).join(', ')}`)
    const given = new Arguments(args, [
      '-l',
      '--selector',
      '-n',
      '--namespace',
      '-c',
      '--container',
      '--exit-code',
    ])
    const options = optionsOf(given)
    const pods = chosenPods(given, session)
    for (const pod of pods) checkRuns(pod, options.container)
    for (const { metadata } of pods) {
      const target = `${metadata.namespace}/${metadata.name}`
      beginFault(session.engine, `pod-${mishap}`, target, options, session.cause.last)
    }
    return finished(0, pods.map(({ metadata }) => `pod/${metadata.name} ${told[mishap]}\n`).join(''))
  },
}
export default verb

function optionsOf(given: Arguments): FaultOptions {
  const container = given.text('-c') ?? given.text('--container')
  const exitCode = given.integer('--exit-code', 0, 255)
  return {
    ...(container === undefined ? {} : { container }),
    ...(exitCode === undefined ? {} : { exitCode }),
  }
}

function chosenPods(given: Arguments, { engine }: Session): readonly Pod[] {
  const namespace = given.text('-n') ?? given.text('--namespace') ?? 'default'
  const selector = given.text('-l') ?? given.text('--selector')
  if ((selector === undefined) === (given.words.length === 0)) {
    throw new UsageError('give the name of a POD, or a selector with -l')
  }
  if (selector === undefined)
    return given.words.map((word) => podNamed(word.replace(/^pods?\//, ''), namespace, engine))
  const matches = matcherOf(selector)
  const pods = engine.server.list(Pods, namespace).filter((pod) => matches(pod.metadata.labels ?? {}))
  if (pods.length === 0) throw new UsageError(`no pod in namespace "${namespace}" matches "${selector}"`)
  const running = pods.filter((pod) => isRunning(pod, undefined))
  return running.length > 0 ? running : pods
}

function matcherOf(selector: string): LabelMatcher {
  try {
    return parseLabelSelector(selector)
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

function podNamed(name: string, namespace: string, { server }: Session['engine']): Pod {
  const pod = server.stored(Pods, namespace, name)
  if (pod === undefined) throw new UsageError(`there is no pod "${name}" in namespace "${namespace}"`)
  return pod
}

function checkRuns(pod: Pod, container: string | undefined): void {
  if (isRunning(pod, container)) return
  const what = container === undefined ? 'running container' : `running container "${container}"`
  throw new UsageError(`pod "${pod.metadata.name}" has no ${what}`)
}

/** The named container, or the first of the spec. */
function isRunning({ spec, status }: Pod, container: string | undefined): boolean {
  const name = container ?? spec.containers[0]?.name
  const statuses = [...(status.initContainerStatuses ?? []), ...(status.containerStatuses ?? [])]
  return statuses.some((one) => one.name === name && one.state?.running !== undefined)
}
