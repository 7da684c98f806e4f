export { rootCertificatePublisher as default } from './controller.ts'
