export const fidelity = {
  upstream: 'pkg/controller/certificates/rootcacertpublisher/publisher.go',
  version: 'v1.36',
  deviations: [
    {
      en: 'The certificate is a placeholder text.',
      ko: '인증서 내용은 자리만 채운 글이에요.',
    },
  ],
} as const
