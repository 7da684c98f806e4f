/** `kubectl rollout restart`: a stamp in the pod template makes it a new one. */
import { timeText } from '../../../../../core/clock.ts'
import { rolloutVerb } from '../../../rollout/change.ts'

const stamp = 'kubectl.kubernetes.io/restartedAt'

export default rolloutVerb({
  name: 'restart',
  summary: 'Restart a resource',
  doing: 'restarting',
  done: 'restarted',
  refusal: ({ spec }) =>
    spec.paused ? "can't restart paused deployment (run rollout resume first)" : undefined,
  change(deployment, call) {
    const { template } = deployment.spec
    const annotations = {
      ...template.metadata?.annotations,
      [stamp]: timeText(call.session.engine.state.tick),
    }
    const stamped = { ...template, metadata: { ...template.metadata, annotations } }
    return { ...deployment, spec: { ...deployment.spec, template: stamped } }
  },
})
