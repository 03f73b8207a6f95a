import { useQuery } from '@tanstack/react-query'
import { Callout } from '../../ui/Callout.tsx'
import { CiteText } from '../../ui/CiteText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { tiesOfTeamQuery } from './case.api.ts'

/** A draft: it advises, and who shares in the reward is another question (sh-draft-2024#a15.p1.i3). */
const RELATED = { source: 'sh-draft-2024', at: 'a15.p1.i3' }

/**
 * Before a reward is planned: whose work for this client does not count in appraisals, and by which tie. It is
 * told to those who read declarations; to others the register tells nothing, and neither does this.
 */
export function TiesOfTeam({ id }: { id: string }) {
  const { t, say, colon, listed } = useLanguage()
  const { data: of } = useQuery(tiesOfTeamQuery(id))
  if (!of) return null
  return (
    <Callout
      tone={of.state === 'counts' ? 'info' : 'due'}
      title={`${t('serviceContracts.recognition')}${colon}${t(`serviceContracts.recognitions.${of.state}`)}`}
    >
      {of.related.map(({ name, tie, through }) => (
        <div key={`${name}${tie.en}`}>
          {name}
          {colon}
          {say(tie)}（{say(through)}）
        </div>
      ))}
      {of.undeclared.length > 0 && (
        <div>{t('serviceContracts.undeclared', { names: listed(of.undeclared) })}</div>
      )}
      <div className="muted">
        {t('serviceContracts.recognitionNote')} <CiteText cite={RELATED} />{' '}
        <span className="chip chip-draft">{t('library.draft')}</span>
      </div>
      <div className="muted">{t('serviceContracts.recognitionApart')}</div>
    </Callout>
  )
}
