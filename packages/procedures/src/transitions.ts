// The transitions of every procedure by their numbers, each with the acts that walk it. A test holds
// that each number is here, that tests walk it, and that docs/procedures.md says the same.
import type { Words } from '@yizhuan/kit'
import { correctionSteps } from './transfer-case/correction/correction.ts'

/** One transition: from where to where, and the acts that carry it out; several where there are ways. */
export interface Transition {
  readonly row: string
  readonly what: Words
  /** `procedure.act`; a transition of the clock has the act by which it becomes known. */
  readonly acts: readonly string[]
}

const row = (id: string, zh: string, en: string, ...acts: readonly string[]): Transition => ({
  row: id,
  what: { zh, en },
  acts,
})

const notices: readonly Transition[] = [
  row('N1', '起草→排定', 'drafting → scheduled', 'transfer.noticePublished'),
  row('N2', '排定→公示中', 'scheduled → running', 'transfer.noticePublished'),
  row('N3', '公示中→期满', 'running → ended clean', 'transfer.noticeCertified'),
  row(
    'N4',
    '公示中→中止',
    'running → suspended',
    'transfer.objectionFiled',
    'transfer.abnormalityFound',
  ),
  row('N5', '中止→核实', 'suspended → drafting', 'transfer.objectionFound'),
  row('N6', '核实→重新公示', 'drafting → running again', 'transfer.noticePublished'),
  row('N7', '中止→取消', 'suspended → cancelled', 'transfer.objectionFound'),
  row('N8', '期满→被取代', 'ended → superseded', 'transfer.termsChanged'),
]

const distribution: readonly Transition[] = [
  row(
    'D1',
    '到账→净收入',
    'receipt → net income',
    'transfer.receiptRecorded',
    'transfer.costRecorded',
  ),
  row('D2', '→方案提交', '→ plan drafted', 'transfer.planDrafted'),
  row('D3', '→团队同意', '→ team agreed', 'transfer.planAgreed'),
  row('D4', '→核验', '→ checked', 'transfer.planNoticePublished'),
  row('D5', '→公示', '→ published', 'transfer.planNoticePublished', 'transfer.planNoticeCertified'),
  row('D6', '→可发放', '→ payable', 'transfer.planNoticeCertified', 'transfer.planDecided'),
  row('D7', '→已发放', '→ paid', 'transfer.paid'),
  row(
    'D8',
    '→有异议或更正',
    '→ disputed or put right',
    'transfer.planObjected',
    'transfer.planObjectionFound',
    ...Object.keys(correctionSteps).map((type) => `transfer.${type}`),
  ),
]

const guangdong: readonly Transition[] = [
  row('G1', '草稿→报备', 'draft → disclosed', 'transfer.disclosed', 'transfer.disclosureReturned'),
  row(
    'G2',
    '报备→权属登记',
    'disclosed → title registered or open',
    'transfer.titleRegistered',
    'transfer.titleLeftOpen',
  ),
  row('G3', '→筛查', '→ screened', 'transfer.screened', 'transfer.specialApprovalRecorded'),
  row('G4', '筛查→谈判', 'screened → negotiating', 'transfer.negotiationStarted'),
  row(
    'G5',
    '谈判→方案',
    'negotiating → proposed',
    'transfer.negotiationLogged',
    'transfer.proposed',
  ),
  row('G6', '方案→审核', 'proposed → reviewed', 'transfer.reviewed'),
  row('G7', '审核→公示', 'reviewed → notice', 'transfer.noticePublished'),
  row('G8', '公示→期满', 'notice → noticed', 'transfer.noticeCertified'),
  row('G9', '期满→决策', 'noticed → decided', 'transfer.decided'),
  row('G10', '决策→签约', 'decided → signed', 'transfer.signed'),
  row(
    'G11',
    '合同登记',
    'registration',
    'transfer.contractRegistered',
    'transfer.registrationReported',
  ),
  row(
    'G12',
    '十五日报告',
    'report',
    'transfer.reported',
    'transfer.reportReturned',
    'transfer.reportSupplemented',
  ),
  row('G13', '履约', 'performance', 'transfer.receiptRecorded', 'transfer.changeNoticePublished'),
  row('G14', '履约→结案', 'running → closed', 'transfer.closed', 'transfer.reopened'),
  row(
    'G15',
    '→撤回或终止',
    '→ withdrawn or terminated',
    'transfer.withdrawn',
    'transfer.terminated',
  ),
]

const shanghai: readonly Transition[] = [
  row('S1', '草稿→报备', 'draft → disclosed', 'transfer.disclosed'),
  row('S2', '→申请前评估', '→ evaluated before filing', 'transfer.negotiationLogged'),
  row('S3', '→筛查', '→ screened', 'transfer.screened'),
  row('S4', '→定价', '→ priced', 'transfer.negotiationStarted', 'transfer.proposed'),
  row('S5', '→公示', '→ notice', 'transfer.noticePublished'),
  row('S6', '公示→决策', 'notice → decided', 'transfer.decided'),
  row('S7', '决策→签约', 'decided → signed', 'transfer.signed'),
  row('S8', '合同登记', 'registration', 'transfer.contractRegistered'),
  row(
    'S9',
    '履约与分配',
    'performance and distribution',
    'transfer.receiptRecorded',
    'transfer.paid',
  ),
  row(
    'S10',
    '年度报告',
    'annual report',
    'annual_report.annualReportPrepared',
    'annual_report.annualReportSubmitted',
  ),
]

const held = (...acts: readonly string[]) => acts.map((act) => `equity_holding.${act}`)

const equity: readonly Transition[] = [
  row(
    'H1',
    '形成股权',
    'formed',
    ...held('holdingOpened', 'openingCorrected', 'formerEvent', 'taxChosen'),
  ),
  row('H2', '产权登记', 'property registered', 'equity_holding.propertyRegistered'),
  row('H3', '列入清单', 'listed', 'equity_holding.listed'),
  row('H4', '分红', 'dividends', ...held('dividendDeclared', 'dividendReceived', 'entryStruck')),
  row('H5', '增资、减持', 'increase, reduction', ...held('eventDecided', 'eventHandled')),
  row(
    'H6',
    '转让、划转、对外投资',
    'transfer, allocation, outward investment',
    'equity_holding.appraised',
    'equity_holding.departmentDecided',
    'equity_holding.eventHandled',
  ),
  row('H7', '减值', 'impairment', 'equity_holding.eventHandled'),
  row('H8', '产品进入市场', 'product on the market', 'equity_holding.marketEntered'),
  row('H9', '应退出', 'exit due', 'equity_holding.stayExplained'),
  row('H10', '退出', 'exited', 'equity_holding.eventHandled', 'equity_holding.closed'),
  row('H11', '破产清算', 'liquidation', ...held('windingUp', 'eventHandled')),
  row('H12', '考核', 'assessment', 'equity_holding.assessed'),
]

const ownership: readonly Transition[] = [
  row('O1', '→团队约定', '→ prepared', 'empowerment_ownership.ownershipPrepared'),
  row('O2', '约定→申请', 'prepared → applied', 'empowerment_ownership.applied'),
  row(
    'O3',
    '申请→筛查或不予受理',
    'applied → screened or refused',
    'empowerment_ownership.screened',
    'empowerment_ownership.refused',
  ),
  row('O4', '筛查→决策', 'screened → approved', 'empowerment_ownership.decided'),
  row(
    'O5',
    '决策→公示',
    'approved → notice',
    'empowerment_ownership.noticePublished',
    'empowerment_ownership.noticeCertified',
  ),
  row('O6', '公示→协议', 'notice → agreed', 'empowerment_ownership.agreed'),
  row('O7', '协议→登记', 'agreed → registered', 'empowerment_ownership.registered'),
  row('O8', '登记→共有', 'registered → co-owned', 'empowerment_ownership.coOwned'),
  row(
    'O9',
    '共有→让渡留存份额',
    'co-owned → retained share ceded',
    'empowerment_ownership.retainedShareCeded',
  ),
  row('O10', '→完全归属', '→ fully owned', 'empowerment_ownership.fullyOwned'),
  row(
    'O11',
    '→转化、办结',
    '→ transforming → closed',
    'empowerment_ownership.incomeReported',
    'empowerment_ownership.closed',
  ),
]

const use: readonly Transition[] = [
  row('U1', '→申请', '→ applied', 'empowerment_use.usePrepared', 'empowerment_use.applied'),
  row(
    'U2',
    '申请→筛查→决策',
    'applied → screened → approved',
    'empowerment_use.screened',
    'empowerment_use.decided',
  ),
  row(
    'U3',
    '决策→公示→协议',
    'approved → notice → agreed',
    'empowerment_use.noticePublished',
    'empowerment_use.agreed',
  ),
  row('U4', '协议→使用中', 'agreed → in use', 'empowerment_use.useBegan'),
  row('U5', '再许可', 'sublicence', 'empowerment_use.sublicensed'),
  row('U6', '申请延长', 'extension requested', 'empowerment_use.extensionRequested'),
  row(
    'U7',
    '延长或不予延长',
    'extended or refused',
    'empowerment_use.extensionEvaluated',
    'empowerment_use.extended',
    'empowerment_use.extensionRefused',
  ),
  row(
    'U8',
    '到期或终止',
    'expired or terminated',
    'empowerment_use.useExpired',
    'empowerment_use.useTerminated',
  ),
  row('U9', '试点结束', 'pilot ends', 'empowerment_use.pilotEnded'),
]

const abandonment: readonly Transition[] = [
  row('A1', '持有→提出放弃', 'held → proposed', 'abandonment.abandonmentProposed'),
  row('A2', '提出→审核或保留', 'proposed → reviewed or kept', 'abandonment.valueReviewed'),
  row(
    'A3',
    '审核→告知完成人',
    'reviewed → notified',
    'abandonment.completersNotified',
    'abandonment.completerAnswered',
    'abandonment.takenOver',
  ),
  row('A4', '告知→公示', 'notified → notice', 'abandonment.noticePublished', 'abandonment.feePaid'),
  row(
    'A5',
    '公示→中止',
    'notice → suspended',
    'abandonment.objectionFiled',
    'abandonment.objectionFound',
  ),
  row('A6', '公示→放弃', 'notice → abandoned', 'abandonment.abandoned'),
  row('A7', '放弃→核销', 'abandoned → accounted', 'abandonment.accounted'),
  row('A8', '不提出申请', 'not filed at all', 'abandonment.filingDropped'),
]

const exemption: readonly Transition[] = [
  row('X1', '→受理', '→ opened', 'exemption.exemptionOpened'),
  row('X2', '受理→移送', 'opened → referred', 'exemption.referred', 'exemption.referralAnswered'),
  row(
    'X3',
    '受理→调查取证',
    'opened → evidence',
    'exemption.investigatorsNamed',
    'exemption.evidenceGathered',
    'exemption.interviewed',
  ),
  row('X4', '取证→听取意见', 'evidence → hearing', 'exemption.hearingCalled', 'exemption.heard'),
  row(
    'X5',
    '听取意见→认定',
    'hearing → finding',
    'exemption.conductScreened',
    'exemption.exempted',
    'exemption.notExempted',
  ),
  row(
    'X6',
    '认定结果',
    'exempt, partly, not exempt',
    'exemption.exempted',
    'exemption.notExempted',
  ),
  row('X7', '认定→落实', 'exempt → effect', 'exemption.effectFlagged'),
  row('X8', '申诉', 'appealed', 'exemption.appealed', 'exemption.appealDecided'),
  row('X9', '重新调查', 'reopened', 'exemption.reopened'),
]

const company: readonly Transition[] = [
  row(
    'P1',
    '设想→核算',
    'idea → computed',
    'platform_company.companyPlanned',
    'platform_company.conditionsCounted',
  ),
  row('P2', '核算→决策', 'computed → decided', 'platform_company.decided'),
  row(
    'P3',
    '决策→高校审核',
    'decided → university reviewed',
    'platform_company.universityReviewed',
  ),
  row(
    'P4',
    '→报送→同意或不同意',
    '→ submitted → consented or refused',
    'platform_company.countsConfirmed',
    'platform_company.applied',
    'platform_company.healthAnswered',
  ),
  row(
    'P5',
    '同意→占有产权登记',
    'consented → occupancy registered',
    'platform_company.financeApplied',
    'platform_company.occupancyRegistered',
  ),
  row('P6', '→公司登记', '→ company registered', 'platform_company.companyRegistered'),
  row('P7', '→运行', '→ active', 'platform_company.supervisorNamed'),
  row('P8', '运行→委托', 'active → delegated', 'platform_company.delegated'),
  row(
    'P9',
    '变更、解散',
    'changed, dissolved',
    'platform_company.companyChanged',
    'platform_company.dissolved',
  ),
]

const useFirst: readonly Transition[] = [
  row('F1', '推出', 'offered', 'use_first.useFirstOffered', 'use_first.disclosed'),
  row('F2', '申请→筛查', 'requested → screened', 'use_first.requested', 'use_first.screened'),
  row(
    'F3',
    '审核→公示→决策',
    'reviewed → notice → decided',
    'use_first.reviewed',
    'use_first.noticePublished',
    'use_first.decided',
  ),
  row('F4', '决策→签约', 'decided → use signed', 'use_first.signed', 'use_first.reported'),
  row('F5', '签约→使用中', 'use signed → in use', 'use_first.useBegan', 'use_first.supportPaid'),
  row('F6', '使用中→评估', 'in use → assessed', 'use_first.assessed'),
  row('F7', '评估→付费', 'assessed → converted to pay', 'use_first.convertedToPay'),
  row('F8', '评估→合作', 'assessed → converted to cooperate', 'use_first.convertedToCooperate'),
  row(
    'F9',
    '评估→延长',
    'assessed → extended',
    'use_first.extensionDecided',
    'use_first.useExtended',
  ),
  row('F10', '评估→结束', 'assessed → ended', 'use_first.useEnded', 'use_first.returned'),
]

const rectification: readonly Transition[] = [
  row('R1', '→申报', '→ declared', 'rectification.foundingDeclared'),
  row('R2', '申报→追溯', 'declared → traced', 'rectification.traced'),
  row('R3', '追溯→筛查', 'traced → screened', 'rectification.screened', 'rectification.referred'),
  row('R4', '筛查→方案', 'screened → proposal', 'rectification.proposed'),
  row('R5', '方案→决策', 'proposal → approved', 'rectification.decided'),
  row('R6', '决策→公示', 'approved → notice', 'rectification.noticePublished'),
  row('R7', '公示→协议', 'notice → agreed', 'rectification.agreed'),
  row('R8', '协议→执行', 'agreed → executed', 'rectification.executed'),
  row(
    'R9',
    '执行→跟踪→结案',
    'executed → monitored → closed',
    'rectification.checked',
    'rectification.closed',
  ),
  row('R10', '→不予整改', '→ refused', 'rectification.refused'),
]

/** Every transition, in the order of the procedures. */
export const transitions: readonly Transition[] = [
  ...notices,
  ...distribution,
  ...guangdong,
  ...shanghai,
  ...ownership,
  ...use,
  ...useFirst,
  ...rectification,
  ...abandonment,
  ...exemption,
  ...company,
  ...equity,
]
