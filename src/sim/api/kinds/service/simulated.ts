/** Addresses are given and endpoints found; nothing flows through a service yet. */
export const simulatedService: readonly string[] = [
  'spec.allocateLoadBalancerNodePorts=true',
  'spec.clusterIP',
  'spec.clusterIPs',
  'spec.externalName',
  'spec.externalTrafficPolicy=Cluster',
  'spec.internalTrafficPolicy=Cluster',
  'spec.ipFamilies',
  'spec.ipFamilyPolicy=SingleStack',
  'spec.ports',
  'spec.publishNotReadyAddresses',
  'spec.selector',
  'spec.sessionAffinity=None',
  'spec.type=ClusterIP',
  'spec.type=NodePort',
  'spec.type=LoadBalancer',
  'spec.type=ExternalName',
]
