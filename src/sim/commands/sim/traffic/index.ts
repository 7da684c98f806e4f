/** `sim traffic …`: requests that people send to the cluster. */
import { finished } from '../../execution.ts'
import { UsageError } from '../arguments.ts'
import type { SimVerb } from '../verb.ts'
import { listLoads } from './list.ts'
import { setLoad } from './set.ts'
import { stopLoads } from './stop.ts'

const verb: SimVerb = {
  usage: [
    'sim traffic svc/NAME[:PORT] --rps 200 [--shape const|ramp|spike|wave|flash|step:0s=50,30s=200] [--peak 1000]',
    '    [--over 60s] [--after 0s] [--clients 100] [--timeout 1s] [--retries 0] [--from inside|outside] [-n NAMESPACE]',
    'sim traffic svc/NAME[:PORT] --users 50 [--think 1s] [--timeout 1s] [--retries 0] [--from inside|outside]',
    'sim traffic ingress/HOST[/PATH] --rps 200 …',
    'sim traffic stop svc/NAME|ingress/HOST/PATH|--all [-n NAMESPACE]',
    'sim traffic list',
  ].join('\n'),
  run(args, session) {
    const [first = ''] = args
    if (first === 'stop') return stopLoads(args.slice(1), session)
    if (first === 'list') return finished(0, listLoads(args.slice(1), session))
    if (first === '') throw new UsageError('give the TARGET that requests are for, as svc/NAME')
    return setLoad(args, session)
  },
}
export default verb
