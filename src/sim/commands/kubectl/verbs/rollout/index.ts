/** `kubectl rollout` (k8s.io/kubectl/pkg/cmd/rollout, v1.36): Deployments only. */
import { groupVerb } from '../../group.ts'

export default groupVerb('Manage the rollout of a resource', 'rollout SUBCOMMAND [options]')
