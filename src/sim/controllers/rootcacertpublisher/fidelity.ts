export const fidelity = {
  upstream: 'pkg/controller/certificates/rootcacertpublisher/publisher.go',
  version: 'v1.36',
  deviations: [
    {
      en: 'The certificate is a placeholder: nothing is encrypted here.',
      ko: '인증서는 자리만 채운 것입니다. 여기서는 아무것도 암호화하지 않습니다.',
    },
  ],
} as const
