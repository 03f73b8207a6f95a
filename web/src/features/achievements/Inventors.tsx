import { Callout } from '../../ui/Callout.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Panel } from '../../ui/Page.tsx'
import { AskLinks } from './AskLinks.tsx'
import type { AchievementWire, ProgressWire } from './achievement.api.ts'

/** Who made it, with shares, and who has confirmed them; links for those who have not. */
export function Inventors(props: {
  one: AchievementWire
  progress: ProgressWire
  mayAsk: boolean
}) {
  const { t } = useLanguage()
  const { one, progress } = props
  const open = progress.inventors.filter(({ status }) => status !== 'confirmed')
  const isAsked = progress.intake !== null && progress.intake !== 'merged'
  return (
    <Panel title={t('achievements.team')}>
      <table className="grid">
        <tbody>
          {progress.inventors.map((inventor) => (
            <tr key={inventor.place}>
              <td>
                {inventor.name}{' '}
                {one.inventors[inventor.place]?.isChief && (
                  <span className="chip">{t('achievements.chief')}</span>
                )}
                {isOnlyLeader(one.inventors[inventor.place]) && (
                  <span className="chip">{t('achievements.leader')}</span>
                )}
                {isAsked && <Standing inventor={inventor} />}
              </td>
              <td className="num">{inventor.share ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {progress.formerDisputes.map(({ name, on, words }) => (
        <Callout key={name} tone="due" title={t('disclosure.formerDispute', { name, day: on })}>
          {words}
        </Callout>
      ))}
      {props.mayAsk && isAsked && open.length > 0 && (
        <AskLinks
          key={open.map(({ place }) => place).join()}
          id={one.id}
          title={one.title}
          inventors={open}
          canMail={progress.canMail}
          label={
            open.some(({ status }) => status === 'asked')
              ? t('disclosure.remind')
              : t('disclosure.makeLinks')
          }
        />
      )}
    </Panel>
  )
}

const tones = {
  confirmed: 'chip-met',
  disputed: 'chip-breached',
  asked: 'chip-due',
  expired: 'chip-due',
  stale: 'chip-due',
  unasked: '',
} as const

function isOnlyLeader(person: AchievementWire['inventors'][number] | undefined): boolean {
  return person?.holdsLeadingPost === true && !person.isChief
}

function Standing({ inventor }: { inventor: ProgressWire['inventors'][number] }) {
  const { t } = useLanguage()
  const { status, on, words, mail } = inventor
  return (
    <div>
      <span className={`chip ${tones[status]}`}>{t(`disclosure.standing.${status}`)}</span>{' '}
      {on && (
        <span className="muted">
          <DayText day={on} />
        </span>
      )}
      {words && <p className="said">{words}</p>}
      {mail && (status === 'asked' || status === 'expired') && <Mailed mail={mail} />}
    </div>
  )
}

/** Where the link was mailed, and what became of it. */
function Mailed({ mail }: { mail: NonNullable<ProgressWire['inventors'][number]['mail']> }) {
  const { t, named } = useLanguage()
  const { to, state, trouble } = mail
  return (
    <p className={state === 'failed' ? 'wrong' : 'hint'}>
      {t(`linkMail.${state}`, { to })}
      {state === 'failed' && trouble && ` ${named('reach.troubles', trouble)}`}
    </p>
  )
}
