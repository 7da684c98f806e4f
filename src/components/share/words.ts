import type { Text } from '../../i18n/index.ts'

export const words = {
  share: { en: 'Share', ko: '공유' },
  title: { en: 'Share this world', ko: '이 세계 공유하기' },
  close: { en: 'Close', ko: '닫기' },

  link: { en: 'Link', ko: '링크' },
  linkMeans: {
    en: 'Whoever opens it sees this world at {time}, paused, and can go on from there in a copy of their own.',
    ko: '링크를 열면 지금 보는 세계가 {time}에 멈춘 채로 나타나요. 받은 사람은 거기서부터 자유롭게 이어 갈 수 있어요.',
  },
  address: { en: 'Link to this moment', ko: '지금 이 순간의 링크' },
  making: { en: 'Making the link …', ko: '링크를 만들고 있어요 …' },
  copy: { en: 'Copy', ko: '복사' },
  copied: { en: 'Copied', ko: '복사했어요' },
  copyByHand: {
    en: 'This browser does not let the page copy. The link is selected: copy it by hand.',
    ko: '이 브라우저에서는 자동으로 복사할 수 없어요. 링크를 선택해 두었으니 직접 복사해 주세요.',
  },
  tooLong: {
    en: 'Too much has been done here for a link: it would take {length} characters, and many programs cut links after {most}. Send the file instead; it holds the same.',
    ko: '한 일이 많아서 링크에 다 담을 수 없어요. 링크가 {length}자나 되는데, {most}자가 넘으면 잘리는 곳이 많아요. 대신 파일을 보내 주세요. 담긴 내용은 같아요.',
  },
  noLink: {
    en: 'No link could be made. Save a file instead.',
    ko: '링크를 만들지 못했어요. 대신 파일로 저장해 주세요.',
  },

  qr: { en: 'QR code of the link', ko: '링크의 QR 코드' },
  showQr: { en: 'QR code for the projector', ko: '화면에 띄울 QR 코드' },
  qrTooDense: {
    en: 'This link is too long for a QR code that a phone can read from a screen.',
    ko: '링크가 길어서 휴대전화로 읽을 수 있는 QR 코드를 만들 수 없어요.',
  },

  file: { en: 'File', ko: '파일' },
  fileMeans: {
    en: 'The whole recording, also what comes after this moment, with your place in the scenario.',
    ko: '지금 이후의 기록과 시나리오 진행 상황까지 모두 담겨요.',
  },
  save: { en: 'Save as a file', ko: '파일로 저장' },
  open: { en: 'Open a file …', ko: '파일 열기 …' },
  dropHere: { en: 'or drop one anywhere on the page', ko: '또는 페이지 아무 데나 끌어다 놓으세요' },
  fileTooLarge: {
    en: '{name} is larger than 2 MB, so it is no recording of Kubeloop.',
    ko: '{name|은/는} 2MB가 넘어서 Kubeloop 기록이 아니에요.',
  },

  aside: { en: 'Set aside', ko: '따로 둔 기록' },
  asideMeans: {
    en: 'An earlier recording of yours could not be opened. It is still here, as it was.',
    ko: '예전 기록 하나를 열지 못했어요. 내용은 그대로 남아 있어요.',
  },
  saveAside: { en: 'Save it as a file', ko: '파일로 저장' },
  dropAside: { en: 'Delete it', ko: '지우기' },

  banner: { en: 'Shared world', ko: '공유받은 세계' },
  bannerMeans: {
    en: 'A shared world: try anything. Yours is kept; what you do here is not, unless you save it as a file.',
    ko: '공유받은 세계예요. 무엇이든 해 보세요. 하던 작업은 그대로 있고, 여기서 한 일은 파일로 저장해야 남아요.',
  },
  bannerNew: {
    en: 'A shared world: try anything. What you do here is not kept, unless you save it as a file.',
    ko: '공유받은 세계예요. 무엇이든 해 보세요. 여기서 한 일은 파일로 저장해야 남아요.',
  },
  explore: { en: 'Keep exploring', ko: '계속 둘러보기' },
  back: { en: 'Back to mine', ko: '내 작업으로 돌아가기' },
  home: { en: 'All scenarios', ko: '모든 시나리오' },
} satisfies Record<string, Text>
