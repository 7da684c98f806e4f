/** Which steps of a transcript the simulator can be asked about. The others are named with the reason, not counted. */

import type { Step } from './recording.ts'
import type { Result } from './shell.ts'

/** Commands whose whole text is a list of everything that a real cluster or the real tool has. */
const lists: readonly (readonly [RegExp, string])[] = [
  [/\s(-h|--help)\b|^kubectl (options|rollout|auth|top|set)$/, 'help text'],
  [/^kubectl explain\b/, 'documentation of the API'],
  [/^kubectl api-(resources|versions)\b/, 'lists kinds that are not modelled'],
  [/--list\b.*--as=|can-i --list/, 'rules of access'],
  [/^kubectl version -o json|--raw \/version/, "the builds' hashes and dates"],
  [/--server-side.*(--field-manager|--force-conflicts)/, 'managers of fields'],
]

/** What the recorded text speaks of that the simulator has not. */
const absentThings =
  /quota|PodSecurity|LimitRange|PriorityClass|daemonset|DaemonSet|statefulset|per Container is|apiserver-/i

/** Why a step is not counted; undefined: it counts. */
export function whyNotCounted(step: Step, ours: Result, absent: AbsentObjects): string | undefined {
  for (const [pattern, why] of lists) if (pattern.test(step.cmd)) return why
  if (step.note?.includes('stdout removed')) return `the recording is incomplete: ${step.note}`
  if (step.stderr === 'Error from server: \n') return "the recorder's stand-in did not serve this"
  const refusal = /^.*(?:the simulator|not simulated).*$/m.exec(ours.stderr)
  if (refusal !== null) return refusal[0]
  const recorded = `${step.stdout}${step.stderr}`
  const thing = absentThings.exec(recorded)
  if (thing !== null) return `speaks of ${thing[0]}`
  return absent.reason(step, recorded)
}

/** Objects of the recording that the simulator could not have, and what came of them. */
export class AbsentObjects {
  readonly #names = new Set<string>()
  readonly #workloads = new Set<string>()
  /** Rules that hold in the recording and shape its workloads: a quota, pod security. */
  readonly #rules = new Set<string>()

  /** "daemonset.apps/agent created": refused here. */
  note(step: Step, ours: Result): void {
    for (const [, type = '', name = ''] of step.stdout.matchAll(
      /^([a-z.]+)\/(\S+) (?:created|autoscaled)$/gm,
    )) {
      if (ours.stdout.includes(`${type}/${name} `)) continue
      this.#names.add(name)
      if (/^(daemonset|statefulset|job|cronjob)/.test(type)) this.#workloads.add(name)
      if (type.startsWith('resourcequota')) this.#rules.add(type)
    }
    if (step.cmd.includes('pod-security.kubernetes.io/')) this.#rules.add('pod security')
    if (/^resourcequota "/m.test(step.stdout)) this.#rules.delete('resourcequota')
  }

  reason({ cmd, note }: Step, recorded: string): string | undefined {
    for (const name of this.#names) {
      if (new RegExp(`\\b${name}-[a-z0-9]{5}\\b`).test(recorded)) return `shows pods of ${name}`
    }
    for (const name of this.#workloads) {
      if (new RegExp(`[ /]${name}\\b`).test(cmd))
        return `is about pods of ${name}, which could not be created`
      if (new RegExp(`\\b${name}:\\S+ \\(`).test(recorded)) return `shows the addresses of pods of ${name}`
      if (/ get pdb\b/.test(cmd) && new RegExp(`^${name} `, 'm').test(recorded))
        return `counts pods of ${name}`
    }
    const [rule] = this.#rules
    if (rule !== undefined && /UP-TO-DATE|LAST SEEN/.test(recorded))
      return `a ${rule} is at work in the recording`
    return note?.includes('row removed') && this.#names.size > 0
      ? 'shows events of kinds not modelled'
      : undefined
  }
}
