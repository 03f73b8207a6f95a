import type { ClauseContent, ClauseKind, ContractType, Obligation } from './standard.ts'

// Sample clauses of the platform's own, short and plain. They show how a library is kept and are no advice: a house
// copies them, has its lawyers look at them, and makes them its own.

/** A sample by its key. */
export interface SampleClause {
  readonly key: string
  readonly name: string
  readonly content: ClauseContent
}

const transfers: readonly ContractType[] = ['assignment', 'license']
const services: readonly ContractType[] = ['development', 'consulting', 'service']
const every: readonly ContractType[] = [...transfers, ...services]

const guidance = '平台示例文本，供参考，不构成法律意见；使用前请由本单位法务审核。'

type More = Partial<Pick<ClauseContent, 'conditions' | 'norms' | 'headingEn' | 'en'>>

const clause = (
  key: string,
  name: string,
  [kind, types, obligation]: readonly [ClauseKind, readonly ContractType[], Obligation],
  zh: string,
  more: More = {},
): SampleClause => {
  const blank = { conditions: [], norms: [], headingEn: null, en: null }
  return { key, name, content: { ...blank, kind, types, obligation, zh, guidance, ...more } }
}

const beginning: readonly SampleClause[] = [
  clause(
    'parties',
    '合同当事人',
    ['parties', every, 'must'],
    '甲方：{{甲方}}，住所：{{甲方地址}}。\n乙方：{{乙方}}，统一社会信用代码：{{乙方信用代码}}，住所：{{乙方地址}}。\n双方在自愿、平等的基础上协商一致，订立本合同（合同编号：{{合同编号}}）。',
    {
      headingEn: 'Parties',
      en: 'Party A: {{甲方}}, of {{甲方地址}}.\nParty B: {{乙方}}, credit code {{乙方信用代码}}, of {{乙方地址}}.\nThe parties conclude this contract (No. {{合同编号}}) of their own free will and on equal terms.',
    },
  ),
  clause(
    'other-parties',
    '其他当事人',
    ['parties', every, 'usual'],
    '其他当事人：{{其他各方}}。其权利义务以本合同明确写明的为限。',
    { conditions: ['moreParties'] },
  ),
  clause(
    'object-rights',
    '标的技术（含已登记权利）',
    ['object', transfers, 'must'],
    '本合同的标的技术是“{{科技成果}}”，由{{研究团队}}完成，包括下列权利：\n{{权利清单}}。',
    {
      conditions: ['rights'],
      norms: ['cn.contract.patent'],
      headingEn: 'Technology',
      en: 'The technology under this contract is “{{科技成果}}”, completed by {{研究团队}}, with the following rights:\n{{权利清单}}.',
    },
  ),
  clause(
    'object-plain',
    '标的技术（技术秘密）',
    ['object', transfers, 'must'],
    '本合同的标的技术是“{{科技成果}}”，由{{研究团队}}完成，以未公开的技术信息和资料为主要形式，资料范围见“技术资料交付”条款。',
  ),
  clause(
    'title-sole',
    '权属说明',
    ['title', transfers, 'usual'],
    '甲方是标的技术的权利人，有权订立本合同。甲方就权利负担和在先许可的情况已如实告知乙方。',
  ),
  clause(
    'title-shared',
    '权属说明（共有）',
    ['title', transfers, 'usual'],
    '标的技术由甲方与{{权利共有人}}共有。共有人已同意甲方订立本合同，书面意见作为附件。',
    { conditions: ['coOwners'] },
  ),
  clause(
    'transfer',
    '权利转让',
    ['object', ['assignment'], 'must'],
    '甲方将标的技术的全部权利转让给乙方。双方在合同生效后共同办理权利人变更登记；登记完成前，甲方不得向他人处分该权利。完成人的优先受让意见已依规定取得。',
    {
      norms: ['cn.contract.written', 'cn.preemption'],
      headingEn: 'Assignment',
      en: 'Party A assigns all rights in the technology to Party B. After the contract takes effect the parties enter the change of holder together; until then Party A disposes of the rights to nobody else.',
    },
  ),
]

const licence =
  '许可内容：{{授权内容}}；领域：{{许可领域}}；地域：{{许可地域}}；期限：自{{期限起}}至{{期限止}}。'
const licenceEn =
  'Granted: {{授权内容}}; field of use: {{许可领域}}; territory: {{许可地域}}; term: from {{期限起}} to {{期限止}}.'

const grants: readonly SampleClause[] = [
  clause(
    'grant-exclusive',
    '许可范围（独占）',
    ['grant', ['license'], 'must'],
    `甲方授予乙方独占许可。许可期限内，在约定的领域和地域，甲方自己不实施标的技术，也不许可他人实施；甲方为科研、教学和临床研究目的使用的除外。${licence}`,
    {
      conditions: ['exclusive'],
      norms: ['cn.contract.written', 'cn.licence.term'],
      headingEn: 'Licence',
      en: `Party A grants Party B an exclusive licence. Within the field and territory Party A neither works the technology itself nor licenses others, except for research, teaching and clinical study. ${licenceEn}`,
    },
  ),
  clause(
    'grant-sole',
    '许可范围（排他）',
    ['grant', ['license'], 'must'],
    `甲方授予乙方排他许可。许可期限内，甲方可以自己实施标的技术，不再许可他人实施。${licence}`,
    { conditions: ['sole'], norms: ['cn.contract.written', 'cn.licence.term'] },
  ),
  clause(
    'grant-plain',
    '许可范围（普通）',
    ['grant', ['license'], 'must'],
    `甲方授予乙方普通许可。甲方可以自己实施，也可以许可他人实施标的技术。${licence}`,
    { conditions: ['plain'], norms: ['cn.contract.written', 'cn.licence.term'] },
  ),
  clause(
    'sublicence',
    '再许可',
    ['grant', ['license'], 'optional'],
    '再许可：{{再许可}}。乙方就再许可对象的行为向甲方承担责任。',
  ),
  clause(
    'diligence',
    '实施义务',
    ['diligence', ['license'], 'usual'],
    '乙方按下列里程碑实施标的技术：{{实施里程碑}}。乙方无正当理由未达到里程碑的，甲方可以书面要求限期改正；逾期不改正的，甲方可以将独占或者排他许可变更为普通许可，或者解除合同。',
  ),
  clause(
    'upkeep',
    '权利维持和年费',
    ['upkeep', transfers, 'usual'],
    '合同期内，权利由{{权利维持方}}维持有效，年费由{{年费承担方}}承担。拟放弃权利的，应当提前书面通知对方，对方可以代为缴费。',
    { conditions: ['rights'] },
  ),
]

const money: readonly SampleClause[] = [
  clause(
    'price-once',
    '价款（一次付清）',
    ['payment', every, 'must'],
    '合同总金额为{{合同金额}}（大写：{{合同金额大写}}），由乙方一次付清：\n{{付款安排}}。\n款项付至：{{收款账户}}。',
    { conditions: ['lumpSum'], norms: ['gd.signing.terms'] },
  ),
  clause(
    'price-instalments',
    '价款（分期）',
    ['payment', every, 'must'],
    '合同总金额为{{合同金额}}（大写：{{合同金额大写}}），由乙方分期支付：\n{{付款安排}}。\n款项付至：{{收款账户}}。',
    { conditions: ['instalments'], norms: ['gd.signing.terms'] },
  ),
  clause(
    'price-plain',
    '价款',
    ['payment', every, 'must'],
    '合同金额为{{合同金额}}（大写：{{合同金额大写}}），付款安排：{{付款安排}}。款项付至：{{收款账户}}。',
    {
      norms: ['gd.signing.terms'],
      headingEn: 'Price',
      en: 'The price is {{合同金额}} (in capitals: {{合同金额大写}}), payable as follows: {{付款安排}}. Payments go to: {{收款账户}}.',
    },
  ),
  clause(
    'milestone-payments',
    '里程碑付款',
    ['payment', every, 'usual'],
    '乙方另按里程碑付款：\n{{里程碑付款}}。\n里程碑达成后，乙方应当及时书面告知甲方。',
    { conditions: ['milestones'], norms: ['gd.signing.terms'] },
  ),
  clause(
    'royalty',
    '提成',
    ['payment', ['license', 'assignment', 'cooperation'], 'usual'],
    '乙方另按下列约定支付提成：\n{{提成约定}}。',
    {
      conditions: ['royalty'],
      norms: ['gd.signing.terms'],
      headingEn: 'Royalties',
      en: 'Party B also pays royalties as follows:\n{{提成约定}}.',
    },
  ),
  clause(
    'equity',
    '股权对价',
    ['payment', ['license', 'assignment', 'equity_contribution'], 'usual'],
    '作为对价的一部分，双方约定下列股权安排：\n{{股权约定}}。股权的取得和登记另行签署文件。',
    { conditions: ['equity'] },
  ),
  clause(
    'audit',
    '账目查核',
    ['audit', ['license', 'assignment', 'cooperation'], 'usual'],
    '乙方应当就提成的计算保存完整账目。甲方提前{{查账通知期}}书面通知后，可以自行或者委托会计师查核相关账目，频次为{{查账频次}}。查核发现少付的，乙方应当补足；少付较多的，查核费用由乙方承担。',
    { conditions: ['royalty'] },
  ),
  clause(
    'tax',
    '税费和发票',
    ['tax', every, 'usual'],
    '与本合同有关的税费由{{税费承担}}承担。甲方收款后依法开具{{发票类型}}。技术合同认定登记后可以享受税收优惠的，双方互相配合。',
  ),
]

const performance: readonly SampleClause[] = [
  clause(
    'delivery',
    '技术资料交付',
    ['delivery', transfers, 'must'],
    '甲方在{{交付期限}}内向乙方交付下列技术资料：{{交付资料}}。乙方签收后按“{{验收标准}}”验收。甲方提供的技术服务和培训：{{技术服务}}。',
    { norms: ['gd.signing.terms'] },
  ),
  clause(
    'work',
    '工作内容和进度',
    ['work', services, 'must'],
    '甲方受乙方委托，就“{{合同名称}}”完成下列工作：{{工作内容}}。进度安排：{{进度安排}}。',
  ),
  clause(
    'work-acceptance',
    '验收',
    ['acceptance', services, 'must'],
    '甲方交付工作成果后，乙方按下列标准验收：{{验收标准}}。乙方收到成果后无正当理由不验收的，经书面催告后仍不验收的，视为通过验收。',
  ),
  clause(
    'risk',
    '研究开发风险',
    ['work', ['development'], 'usual'],
    '研究开发中出现以现有技术水平难以克服的困难，致使研究开发失败或者部分失败的，损失由{{研发风险承担}}承担。任何一方发现可能失败的情形，应当及时通知对方并采取措施减少损失。',
  ),
  clause(
    'improvements',
    '后续改进',
    ['improvements', transfers, 'must'],
    '任何一方对标的技术作出后续改进的，改进成果归{{改进归属}}。双方不得借本合同限制对方改进技术或者从其他来源取得技术。',
    {
      norms: ['cn.contract.improvements', 'cn.contract.competition'],
      headingEn: 'Improvements',
      en: 'Improvements of the technology belong to {{改进归属}}. Neither party uses this contract to keep the other from improving technology or obtaining it elsewhere.',
    },
  ),
  clause(
    'results',
    '成果归属',
    ['improvements', services, 'must'],
    '履行本合同产生的新的技术成果和知识产权归{{改进归属}}。双方各自原有的知识产权不因本合同改变。',
  ),
  clause(
    'ethics',
    '伦理、数据和遗传资源',
    ['ethics', every, 'usual'],
    '涉及人的生物医学研究、临床数据、样本或者人类遗传资源的，双方依法取得审查、批准或者备案后实施，并约定：{{数据和样本约定}}。未取得的，任何一方不得要求对方先行提供。',
  ),
]

const ending: readonly SampleClause[] = [
  clause(
    'confidentiality',
    '保密',
    ['confidentiality', every, 'must'],
    '双方对因本合同知悉的对方未公开信息保密，期限为{{保密期限}}，不因合同终止而提前结束。甲方依法公示、报告和登记的内容不在此限。',
  ),
  clause(
    'warranty',
    '陈述和保证',
    ['warranty', transfers, 'usual'],
    '甲方保证有权订立本合同，不就标的技术的商业前景作出保证；承诺的技术指标：{{技术指标}}。乙方保证具备实施标的技术的资质和能力，并如实申报与甲方人员的利益关联。',
  ),
  clause(
    'infringement',
    '侵权处理',
    ['infringement', transfers, 'usual'],
    '发现他人侵犯标的技术的权利，或者他人指控乙方实施标的技术侵权的，发现方应当及时通知对方。处理分工：{{侵权处理分工}}。',
  ),
  clause(
    'liability',
    '违约责任',
    ['liability', every, 'must'],
    '乙方逾期付款的：{{逾期付款责任}}。任何一方违约给对方造成损失的，应当赔偿；除故意或者重大过失外，赔偿总额以{{责任限额}}为限。',
  ),
  clause(
    'registration',
    '合同登记',
    ['registration', every, 'usual'],
    '本合同由{{登记办理方}}办理技术合同认定登记，另一方提供所需材料。合同变更或者终止的，同时办理登记的变更或者注销。',
    { norms: ['gd.registration', 'sh.registration'] },
  ),
  clause(
    'termination',
    '变更和解除',
    ['termination', every, 'must'],
    '本合同的变更采用书面形式；涉及甲方已公示事项的，甲方先依规定重新公示。一方违约，经书面催告后{{解除宽限期}}内仍不改正的，另一方可以解除合同。合同终止后：{{善后安排}}。',
  ),
  clause(
    'disputes',
    '适用法律和争议解决',
    ['disputes', every, 'must'],
    '本合同适用中华人民共和国法律。争议由双方协商解决；协商不成的：{{争议解决}}。',
    {
      headingEn: 'Law and disputes',
      en: 'The law of the People’s Republic of China governs this contract. Disputes are settled by negotiation; failing that: {{争议解决}}.',
    },
  ),
  clause(
    'signing',
    '通知和生效',
    ['signing', every, 'must'],
    '通知送达：甲方 {{甲方联系方式}}；乙方 {{乙方联系方式}}。本合同自双方签字盖章之日起生效，一式{{合同份数}}份。签订日期：{{签订日期}}。',
  ),
]

export const sampleClauses: readonly SampleClause[] = [
  ...beginning,
  ...grants,
  ...money,
  ...performance,
  ...ending,
]
