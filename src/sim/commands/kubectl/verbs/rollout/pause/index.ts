/** `kubectl rollout pause` */
import { rolloutVerb } from '../../../rollout/change.ts'

export default rolloutVerb({
  name: 'pause',
  summary: 'Mark the provided resource as paused',
  doing: 'pausing',
  done: 'paused',
  refusal: ({ spec }) => (spec.paused ? 'is already paused' : undefined),
  change: (deployment) => ({ ...deployment, spec: { ...deployment.spec, paused: true } }),
})
