/** Requests, their times and the work they make, along the recording: charts on the same axis as what is desired and actual. */
import { useWorld } from '../../../state/index.ts'
import { LatencyRow } from './LatencyRow.tsx'
import { RequestsRow } from './RequestsRow.tsx'
import { ScalingRow } from './ScalingRow.tsx'
import { UsedRow } from './UsedRow.tsx'
import { useMoments } from './useMoments.ts'

export default function TrafficRows({ span, width }: { readonly span: number; readonly width: number }) {
  const moments = useMoments()
  const hasLoads = useWorld((world) => world.loads.length > 0)
  return (
    <>
      {hasLoads && (
        <>
          <RequestsRow moments={moments} span={span} width={width} />
          <LatencyRow moments={moments} span={span} width={width} />
          <UsedRow moments={moments} span={span} width={width} />
        </>
      )}
      <ScalingRow span={span} width={width} />
    </>
  )
}
