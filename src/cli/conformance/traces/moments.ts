/**
 * When the recorded kubelet had each pod running and ready, in seconds from the start. A pod that was given up before
 * it was ready is not ready before that here, either.
 */
import type { Sighting } from './recording.ts'

interface RecordedMoments {
  running?: number
  ready?: number
}

export function momentsIn(timeline: readonly Sighting[]): ReadonlyMap<string, RecordedMoments> {
  const moments = new Map<string, RecordedMoments>()
  for (const { t, kind, name, fields } of timeline) {
    if (kind !== 'Pod') continue
    const known = moments.get(name) ?? {}
    moments.set(name, known)
    if (fields.phase === 'Running') known.running ??= t
    if (fields.ready === 'True' || fields.deleting) known.ready ??= fields.deleting ? t + 1 : t
  }
  return moments
}
