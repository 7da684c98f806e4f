/** The simulator's kubectl says what the real one said, in recordings of kubectl 1.36 on a real 1.36 control plane. */
import { expect, test } from 'vitest'
import { runTranscript } from '../../src/cli/conformance/transcripts/index.ts'
import { readTranscripts } from '../../src/cli/conformance/transcripts/recording.ts'

/**
 * Steps known to differ. Within a tick, a rollout's last two states come as one. The recordings' cluster had one more
 * source in every pod's token volume, and two refusals count its lines. Which of more than ten similar events is told by
 * itself when it comes again is drawn by lot in the recorder of events.
 */
const knownDifferences: Readonly<Record<string, number>> = {
  '03-rollout': 1,
  '09-watch-top': 1,
  '10-conflict-admission': 2,
}

const transcripts = readTranscripts('tests/conformance/transcripts')

test.each(transcripts.map((transcript) => [transcript.name, transcript] as const))(
  'the steps of %s print what the real kubectl printed',
  (name, transcript) => {
    const told: string[] = []
    const { equal, counted } = runTranscript(transcript, { err: (line) => told.push(line) })
    const differing = told.filter((line) => !line.includes('not counted:'))
    expect(differing, differing.join('\n')).toHaveLength(knownDifferences[name] ?? 0)
    expect(equal + (knownDifferences[name] ?? 0)).toBe(counted)
    expect(counted).toBeGreaterThan(9)
  },
)
