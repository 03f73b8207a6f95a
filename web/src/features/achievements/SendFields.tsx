import { CiteText } from '../../ui/CiteText.tsx'
import { FilesField } from '../../ui/fields/FilesField.tsx'
import { useLanguage } from '../../ui/language.ts'
import type { DisclosureListsWire } from './achievement.api.ts'
import { type Disclosure, papersWanted } from './disclosure.ts'

/** The last card: papers, what was told and what was not, and what happens next. */
export function SendFields(props: {
  told: Disclosure
  lists: DisclosureListsWire
  onChange: (changes: Partial<Disclosure>) => void
  onOpen: (card: number) => void
}) {
  const { t, say, listed } = useLanguage()
  const { told, lists, onChange, onOpen } = props
  const kinds = Object.entries(lists.documents.kinds)
  const wanted = papersWanted(lists, told.fundingKind, told.files)
  const untold = untoldOf(told)
  return (
    <>
      <FilesField
        files={told.files}
        withCamera
        kinds={kinds.map(([value, label]) => ({ value, label: say(label) }))}
        onChange={(change) => onChange({ files: change(told.files) })}
      />
      {wanted
        .filter(({ lacking }) => lacking.length > 0)
        .map(({ pack, cite, lacking }) => (
          <p key={pack} className="hint">
            {t('disclosure.papersWanted', {
              papers: listed(lacking.map((kind) => say(lists.documents.kinds[kind]))),
            })}{' '}
            <CiteText cite={cite} />{' '}
            {lists.speaking.every((one) => one.pack !== pack || one.status === 'draft') &&
              t('disclosure.advisory')}
          </p>
        ))}
      <dl className="told">
        <dt>{t('achievements.name')}</dt>
        <dd>{told.title}</dd>
        <dt>{t('achievements.team')}</dt>
        <dd>{listed(told.team.map(({ name, share }) => `${name} ${share}%`))}</dd>
      </dl>
      {untold.length > 0 && (
        <div className="callout callout-due">
          <strong>{t('achievements.untold', { count: untold.length })}</strong>
          {untold.map(([group, card]) => (
            <button key={group} type="button" className="link untold" onClick={() => onOpen(card)}>
              {t(`achievements.groups.${group}`)}
            </button>
          ))}
        </div>
      )}
      <h3>{t('achievements.nextSteps')}</h3>
      <ol className="plain">
        <li>{t('disclosure.next.confirm', { days: lists.linkDays })}</li>
        <li>{t('disclosure.next.answer', { days: lists.answerWorkdays })}</li>
        <li>{t('disclosure.next.title')}</li>
      </ol>
    </>
  )
}

function untoldOf(told: Disclosure) {
  return (
    [
      ['type', 0],
      ['stateOfTheArt', 2],
      ['benefit', 3],
      ['market', 3],
      ['need', 3],
      ['maturity', 4],
      ['risks', 4],
    ] as const
  ).filter(([group]) => told[group].trim() === '')
}
