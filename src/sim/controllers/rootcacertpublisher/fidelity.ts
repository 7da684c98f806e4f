import type { Fidelity } from '../../api/deviation.ts'

export const fidelity = {
  name: 'root-ca-certificate-publisher-controller',
  upstream: 'pkg/controller/certificates/rootcacertpublisher/publisher.go',
  version: 'v1.36',
  deviations: [
    {
      en: 'The certificate is a placeholder: nothing is encrypted here.',
      ko: '인증서는 자리만 채워요. 여기서는 아무것도 암호화하지 않아요.',
    },
  ],
} as const satisfies Fidelity
