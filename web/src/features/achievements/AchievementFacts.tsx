import { address } from '../../api/client.ts'
import { Fact, Facts } from '../../ui/Facts.tsx'
import { sizeText } from '../../ui/fields/FilesField.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Panel } from '../../ui/Page.tsx'
import type { AchievementWire, DisclosureListsWire } from './achievement.api.ts'
import { FieldsOf } from './FieldsOf.tsx'

/** What else is known: maturity, money, the rights of others, and the fields of the texts. */
export function More(props: {
  one: AchievementWire
  lists: DisclosureListsWire
  mayWrite: boolean
}) {
  const { one, lists, mayWrite } = props
  const { t, say, named } = useLanguage()
  const scale = lists.maturity.find(({ code }) => code === one.maturityScale)
  const level = scale?.levels.find((each) => each.level === one.maturityLevel)
  const money = lists.documents.funding[one.fundingKind ?? '']
  const parties = Object.entries(one.thirdParties).filter(([, { answer }]) => answer !== 'no')
  return (
    <Panel>
      <Facts>
        <Fact label={t('achievements.level')}>
          {one.maturityLevel !== null &&
            (level && scale
              ? `${say(scale.label)} ${level.level} · ${say(level.label)}`
              : `${one.maturityLevel} / 9`)}
        </Fact>
        <Fact label={t('disclosure.fundingKind')}>{money && say(money)}</Fact>
        <Fact label={t('achievements.funding')}>{one.fundingSource}</Fact>
        <Fact label={t('achievements.project')}>{one.projectNo}</Fact>
        <Fact label={t('disclosure.serviceBasis')}>
          {one.serviceBasis && named('disclosure.serviceBases', one.serviceBasis)}
        </Fact>
        <Fact label={t('achievements.fields.madeOn')}>{one.madeOn}</Fact>
        <Fact label={t('achievements.registeredOn')}>{one.registeredOn}</Fact>
        <Fact label={t('disclosure.thirdPartiesOf')}>
          {parties.length > 0 &&
            parties.map(([topic, { answer, about }]) => (
              <div key={topic}>
                {named('disclosure.topics', topic)}: {named('disclosure.answers', answer)} {about}
              </div>
            ))}
        </Fact>
        <Fact label={t('disclosure.fieldsOf')}>
          {lists.kinds.fields.length > 0 && (
            <FieldsOf one={one} lists={lists} mayWrite={mayWrite} />
          )}
        </Fact>
        <Fact label={t('achievements.remark')}>{one.remark}</Fact>
      </Facts>
    </Panel>
  )
}

/** The files, each with what it is. */
export function Papers({ one, lists }: { one: AchievementWire; lists: DisclosureListsWire }) {
  const { t, say } = useLanguage()
  if (one.files.length === 0) return null
  return (
    <Panel title={t('general.files')}>
      <ul className="rows">
        {one.files.map((file) => (
          <li key={file.sha256}>
            <a href={address(`/files/${file.sha256}`)} target="_blank" rel="noreferrer">
              {file.name}
            </a>{' '}
            <span className="muted">
              {file.as && say(lists.documents.kinds[file.as])} {sizeText(file.size)}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
