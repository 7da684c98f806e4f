import firstLight from '../../examples/first-light.lab?raw'
import { ScriptRunner } from './ScriptRunner.tsx'

/** What Kubeloop is and how to run it, until there is a screen to show it on. */
export function FirstPage() {
  return (
    <main>
      <h1>Kubeloop</h1>
      <p className="tagline">desired → observe → act → again</p>

      <p>
        A simulator of the reconciliation loop of a Kubernetes 1.36 cluster: a versioned store, and a crowd of
        controllers that watch it and close the gap between what is wanted and what is. It takes the commands
        of the real kubectl and answers as it does. The same script and seed give the same bytes every time,
        and any moment of a run can be returned to.
      </p>
      <p lang="ko">
        Kubeloop은 쿠버네티스 1.36 클러스터의 조정 루프를 보여 주는 시뮬레이터입니다. 버전이 매겨지는 저장소
        하나와, 그것을 지켜보며 바라는 상태와 실제 상태의 차이를 좁히는 여러 컨트롤러로 이루어져 있습니다.
        실제 kubectl의 명령을 그대로 받아 같은 답을 내고, 같은 스크립트와 시드는 언제나 똑같은 결과를 내며,
        실행 중의 어느 순간으로든 되돌아갈 수 있습니다.
      </p>

      <h2>
        Run the lab <span lang="ko">실험실 실행하기</span>
      </h2>
      <p>
        The screen comes next. Today the cluster takes lines of text: this script rolls an update out and then
        loses a node. Run it here, or on your machine; the output and the hash of the world are the same.
      </p>
      <p lang="ko">
        화면은 다음에 나옵니다. 지금은 클러스터에 한 줄씩 명령을 내립니다. 아래 스크립트는 업데이트를 배포한
        뒤 노드 하나를 잃습니다. 여기에서 실행해도, 내 컴퓨터에서 실행해도 출력과 해시는 똑같습니다.
      </p>
      <ScriptRunner script={firstLight} />
      <pre>npm run -s lab -- --hash examples/first-light.lab</pre>
    </main>
  )
}
