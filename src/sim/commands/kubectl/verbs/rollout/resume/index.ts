/** `kubectl rollout resume` */
import { rolloutVerb } from '../../../rollout/change.ts'

export default rolloutVerb({
  name: 'resume',
  summary: 'Resume a paused resource',
  doing: 'resuming',
  done: 'resumed',
  refusal: ({ spec }) => (spec.paused ? undefined : 'is not paused'),
  change(deployment) {
    const { paused: _, ...spec } = deployment.spec
    return { ...deployment, spec }
  },
})
