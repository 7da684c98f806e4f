/** Each case is a manifest and what the real kubectl printed when it was sent. It is sent here by the same command. */
import { Sitting } from '../../../../lab/sitting.ts'
import { kindFor } from '../../../../sim/api/kinds/index.ts'
import { knownKind } from '../../../../sim/api/schema/index.ts'
import { readYaml, YamlError } from '../../../../sim/commands/manifest/yaml/index.ts'
import { compare } from '../../difference.ts'
import { notModelled, type Verdict } from '../../vectors.ts'

interface Case {
  readonly input: {
    readonly object?: Manifest
    readonly oldObject?: Manifest
    readonly yaml?: string
  }
  readonly expected: {
    readonly exit: number
    readonly kubectl: string
    readonly stdout: string
    readonly command: string
  }
}

interface Manifest {
  readonly apiVersion?: string
  readonly kind?: string
  readonly metadata?: { readonly name?: string }
  readonly spec?: unknown
}

let shared: Sitting | undefined

export default function run({ input, expected }: Case): Verdict {
  const missing = unmodelledKind(input)
  if (missing !== undefined) return `${notModelled} ${missing}`
  const { exit, stdout, stderr } = send(input, expected.command)
  return compare(
    { exit, stdout, stderr },
    { exit: expected.exit, stdout: expected.stdout, stderr: withoutOwnSource(expected.kubectl) },
  )
}

/** The recorded server had one more source, 18 lines long, in the token volume of its pods: diffs show it by their lines. */
function withoutOwnSource(text: string): string {
  return text.replace(
    /^@@ -(\d+),(\d+) \+(\d+),(\d+) @@$/gm,
    (_, a, b, c, d) => `@@ -${a - 18},${b} +${c - 18},${d} @@`,
  )
}

/** Cases that need an object to be there get a cluster of their own; the others only try. */
function send({ object, oldObject, yaml }: Case['input'], command: string) {
  if (oldObject === undefined) {
    shared ??= new Sitting()
    return shared.execute(command, yaml ?? JSON.stringify(object))
  }
  const sitting = new Sitting()
  sitting.execute('kubectl create -f -', JSON.stringify(oldObject))
  if (!command.startsWith('kubectl patch')) return sitting.execute(command, yaml ?? JSON.stringify(object))
  const target = `${object?.kind?.toLowerCase()} ${object?.metadata?.name}`
  const patch = JSON.stringify({ spec: object?.spec })
  return sitting.execute(`kubectl patch ${target} --dry-run=server -p '${patch}'`)
}

/** A kind that Kubernetes 1.36 has and the simulator has not. */
function unmodelledKind({ object, yaml }: Case['input']): string | undefined {
  const { apiVersion = '', kind = '' } = object ?? readManifest(yaml ?? '')
  if (knownKind(apiVersion, kind) === undefined || kindFor(apiVersion, kind) !== undefined) return undefined
  return kind === knownKind(apiVersion, kind)?.kind ? kind : undefined
}

function readManifest(yaml: string): Manifest {
  try {
    return (readYaml(yaml) as Manifest | null) ?? {}
  } catch (error) {
    if (error instanceof YamlError) return {}
    throw error
  }
}
