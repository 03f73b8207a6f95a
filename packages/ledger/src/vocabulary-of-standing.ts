import type { Vocabulary } from './vocabulary.ts'

// The words of the lists of carriers and of certificates. What counts as a centre, and who is fit for the
// work of transfer, is asked for by law: a word that is not known keeps its row out.

export const carrierKinds: Vocabulary<
  | 'research_centre'
  | 'proof_of_concept'
  | 'pilot_base'
  | 'incubator'
  | 'maker_space'
  | 'transfer_platform'
  | 'joint_laboratory'
  | 'training_base'
  | 'other'
> = {
  rules: [
    [/^(临床研究中心|临床医学研究中心|研究中心|clinicalresearchcentre)$/, 'research_centre'],
    [/^(概念验证中心|概念验证平台|proof-?of-?conceptcentre)$/, 'proof_of_concept'],
    [/^(中试基地|中试平台|中试熟化基地|pilotplant)$/, 'pilot_base'],
    [/^(孵化器|孵化基地|科技企业孵化器|incubator)$/, 'incubator'],
    [/^(众创空间|创客空间|makerspace)$/, 'maker_space'],
    [/^(成果转化平台|转化平台|技术转移中心|转化中心|transferplatform)$/, 'transfer_platform'],
    [/^(联合实验室|共建实验室|jointlaboratory)$/, 'joint_laboratory'],
    [/^(实训基地|培训基地|trainingbase)$/, 'training_base'],
    [/^(其他|其它|other)$/, 'other'],
  ],
  first: true,
  unknown: 'word_unknown',
}

export const credentialKinds: Vocabulary<
  'training' | 'technology_manager' | 'patent_agent' | 'lawyer' | 'valuer' | 'degree' | 'other'
> = {
  rules: [
    [/^(培训|继续教育|培训班|training)$/, 'training'],
    [
      /^(技术经理人证书|技术经理人|技术经纪人|技术经纪人证书|(初|中|高)级技术经理人|technologymanager)$/,
      'technology_manager',
    ],
    [/^(专利代理师资格|专利代理师|专利代理人|patentagent)$/, 'patent_agent'],
    [/^(法律职业资格|律师|律师执业证|legalqualification)$/, 'lawyer'],
    [/^(资产评估师资格|资产评估师|评估师|valuer)$/, 'valuer'],
    [/^(技术转移学位|技术转移硕士|学位|degree)$/, 'degree'],
    [/^(其他|其它|other)$/, 'other'],
  ],
  first: true,
  unknown: 'word_unknown',
}

export const trusteeKinds: Vocabulary<'platform_company' | 'company' | 'institution'> = {
  rules: [
    [/^(转化平台公司|平台公司|transferplatformcompany)$/, 'platform_company'],
    [/^(企业|公司|company)$/, 'company'],
    [/^(其他机构|其它机构|机构|institution|otherinstitution)$/, 'institution'],
  ],
  first: true,
  unknown: 'word_unknown',
}

export const trustPayers: Vocabulary<'third_party' | 'institution'> = {
  rules: [
    [/^(第三方|受托方|thirdparty)$/, 'third_party'],
    [/^(本单位|本机构|本院|institution)$/, 'institution'],
  ],
  first: true,
  unknown: 'word_unknown',
}
