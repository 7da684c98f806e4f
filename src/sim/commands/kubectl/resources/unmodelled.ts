/** The resource types of a 1.36 cluster that the simulator does not model: group, plural, short names. */
const table = `
 bindings
 componentstatuses cs
 endpoints ep
 limitranges limits
 persistentvolumeclaims pvc
 persistentvolumes pv
 podtemplates
 replicationcontrollers rc
 resourcequotas quota
admissionregistration.k8s.io mutatingadmissionpolicies
admissionregistration.k8s.io mutatingadmissionpolicybindings
admissionregistration.k8s.io mutatingwebhookconfigurations
admissionregistration.k8s.io validatingadmissionpolicies
admissionregistration.k8s.io validatingadmissionpolicybindings
admissionregistration.k8s.io validatingwebhookconfigurations
apiextensions.k8s.io customresourcedefinitions crd crds
apiregistration.k8s.io apiservices
apps controllerrevisions
apps daemonsets ds
apps statefulsets sts
batch cronjobs cj
batch jobs
certificates.k8s.io certificatesigningrequests csr
flowcontrol.apiserver.k8s.io flowschemas
flowcontrol.apiserver.k8s.io prioritylevelconfigurations
networking.k8s.io ingressclasses
networking.k8s.io ipaddresses ip
networking.k8s.io networkpolicies netpol
networking.k8s.io servicecidrs
node.k8s.io runtimeclasses
rbac.authorization.k8s.io clusterrolebindings
rbac.authorization.k8s.io clusterroles
rbac.authorization.k8s.io rolebindings
rbac.authorization.k8s.io roles
resource.k8s.io deviceclasses
resource.k8s.io resourceclaims
resource.k8s.io resourceclaimtemplates
resource.k8s.io resourceslices
scheduling.k8s.io priorityclasses pc
storage.k8s.io csidrivers
storage.k8s.io csinodes
storage.k8s.io csistoragecapacities
storage.k8s.io storageclasses sc
storage.k8s.io volumeattachments
storage.k8s.io volumeattributesclasses vac
`

const byName = new Map<string, string>()

for (const line of table.split('\n').filter((one) => one !== '')) {
  const [group = '', plural = '', ...shortNames] = line.split(' ')
  const names = [plural, singular(plural), ...shortNames]
  for (const name of names) {
    byName.set(name, plural)
    if (group !== '') byName.set(`${name}.${group}`, plural)
  }
}

/** The plural of a type that a 1.36 cluster has and the simulator hasn't; undefined: no such type. */
export function unmodelledNamed(name: string): string | undefined {
  const lower = name.toLowerCase()
  return byName.get(lower) ?? byName.get(lower.replace(/\.v[0-9][a-z0-9]*(?=\.|$)/, ''))
}

function singular(plural: string): string {
  if (/(?:ss|ch|x)es$/.test(plural)) return plural.slice(0, -2)
  return plural.endsWith('ies') ? `${plural.slice(0, -3)}y` : plural.replace(/s$/, '')
}
