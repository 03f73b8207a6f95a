import type { AskedPaper as Asked } from '@yizhuan/procedures'
import { CiteText } from './CiteText.tsx'
import { useLanguage } from './language.ts'

/** A paper that is asked for, with its article; nothing waits for it. */
export function AskedPaper({ asked }: { asked: Asked }) {
  const { say } = useLanguage()
  return (
    <>
      {say(asked.words)} <CiteText cite={asked.cite} />
    </>
  )
}
