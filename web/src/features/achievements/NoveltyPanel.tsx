import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Panel } from '../../ui/Page.tsx'
import type { AchievementWire, DisclosureListsWire, ProgressWire } from './achievement.api.ts'

const tones = { open: 'chip-due', filed: 'chip-met', lost: 'chip-breached', waived: '' } as const

/** What was made public when, and how long a patent can still be filed where. */
export function NoveltyPanel(props: {
  one: AchievementWire
  progress: ProgressWire
  lists: DisclosureListsWire
}) {
  const { t, say } = useLanguage()
  const { one, progress, lists } = props
  if (one.publicity === null) return null
  return (
    <Panel title={t('disclosure.novelty')}>
      {one.publicity === 'no' && <p>{t('disclosure.publicities.no')}</p>}
      {one.publications.map((publication) => (
        <p key={`${publication.on}/${publication.where}`}>
          <DayText day={publication.on} /> {say(lists.publications[publication.kind])}{' '}
          <span className="muted">{publication.where}</span>
        </p>
      ))}
      {progress.novelty.length > 0 && (
        <>
          <table className="grid">
            <tbody>
              {progress.novelty.map((clock) => (
                <tr key={clock.place.en}>
                  <td>
                    {say(clock.place)}
                    <div className="muted">{say(clock.cite)}</div>
                  </td>
                  <td>
                    <span className={`chip ${tones[clock.state]}`}>
                      {t(`disclosure.noveltyStates.${clock.state}`)}
                    </span>{' '}
                    {(clock.state === 'open' || clock.state === 'lost') && (
                      <>
                        {t('disclosure.fileBy')} <DayText day={clock.lastDay} />
                        {clock.priorityOf !== null && (
                          <div className="muted">
                            {t('disclosure.byPriority', { day: clock.priorityOf })}
                          </div>
                        )}
                      </>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {progress.novelty.some(({ verified }) => !verified) && (
            <p className="hint">{t('disclosure.notVerified')}</p>
          )}
        </>
      )}
    </Panel>
  )
}
