import type { Day, Lang } from '@yizhuan/kit'
import { callerOf, type Role } from '../../platform/access.ts'
import { type Column, columnsIn } from '../../platform/csv.ts'
import { asReader } from '../../platform/database.ts'
import { exportRoutes } from '../../platform/export.ts'
import type { App, Context } from '../../platform/module.ts'
import { tieReaders } from '../interests/index.ts'
import { allServiceContracts, listServiceContracts } from './service-contract.queries.ts'
import { recognitionWords } from './service-contract.ts'
import {
  ServiceContractFilterWire,
  type ServiceContractLineWire,
  ServiceContractPageWire,
  ServiceContractQueryWire,
} from './service-contract.wire.ts'

/** Who reads contracts and their money. */
const readers: readonly Role[] = [
  'tto_negotiator',
  'tto_reviewer',
  'finance',
  'leaders',
  'legal',
  'discipline',
  'auditor',
  'admin',
  'platform_company',
]

const seesTies = (roles: readonly string[]) =>
  roles.some((role) => (tieReaders as readonly string[]).includes(role))

/** The register of commissioned work with its sums, over HTTP. */
export function serviceContractRoutes(app: App, context: Context): void {
  const { db, clock } = context
  app.get(
    '/service-contracts',
    {
      config: { access: readers },
      schema: {
        tags: ['service-contracts'],
        querystring: ServiceContractQueryWire,
        response: { 200: ServiceContractPageWire },
      },
    },
    (request) => {
      const caller = callerOf(request)
      const today = clock.today() as Day
      return asReader(db, caller, (tx) =>
        listServiceContracts(tx, caller.institution, request.query, today, seesTies(caller.roles)),
      )
    },
  )

  exportRoutes(app, context, {
    path: '/service-contracts',
    access: readers,
    filter: ServiceContractFilterWire,
    name: { zh: '三技合同', en: 'Service contracts' },
    isPersonal: true,
    columns: serviceContractColumns,
    lines: (tx, { institution, roles }, filter) =>
      allServiceContracts(tx, institution, filter, clock.today() as Day, seesTies(roles)),
  })
}

const kindWords: Readonly<Record<string, { zh: string; en: string }>> = {
  development: { zh: '技术开发', en: 'Development' },
  consulting: { zh: '技术咨询', en: 'Consulting' },
  service: { zh: '技术服务', en: 'Service' },
}

function serviceContractColumns(lang: Lang): Column<ServiceContractLineWire>[] {
  const { text, day, money } = columnsIn<ServiceContractLineWire>(lang)
  const list = (names: readonly string[]) => names.join(lang === 'zh' ? '、' : '; ')
  return [
    text('合同编号', 'Number', ({ number }) => number),
    text('合同名称', 'Title', ({ title }) => title),
    text('类型', 'Kind', ({ kind }) => kindWords[kind]?.[lang] ?? kind),
    text('委托方', 'Client', ({ counterparty }) => counterparty),
    text('项目组', 'Team', ({ team }) => list(team)),
    day('签订日期', 'Signed on', ({ signedOn }) => signedOn),
    text('登记编号', 'Registration', ({ registrationNo }) => registrationNo),
    money('合同金额', 'Amount', ({ amountFen }) => amountFen),
    money('到账', 'Received', ({ receivedFen }) => receivedFen),
    money('奖酬金', 'Rewards', ({ rewardedFen }) => rewardedFen),
    text(
      '考核计入',
      'Counts in appraisals',
      ({ recognition }) => recognition && recognitionWords[recognition.state][lang],
    ),
    text(
      '利益关联人',
      'Related',
      ({ recognition }) => recognition && list(recognition.related.map(({ name }) => name)),
    ),
  ]
}
