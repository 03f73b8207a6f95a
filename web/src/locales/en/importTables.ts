/** The tables that can be imported, and what each needs. */
export const importTables = {
  importTables: {
    lead: 'What each table needs, and who may import it',
    file: 'Download the template (.xlsx)',
    must: 'Columns that must be there',
    may: 'Further columns',
    words: '{{column}} takes only: {{words}}',
    none: 'none',
    notYours: 'Your roles may not import this table',
    title: 'Tables that can be imported',
    personal:
      'Identity cards, telephones, bank accounts, mail addresses, dates of birth and addresses are not read and not kept; the person or an administrator enters them on the page of the person, where they are sealed.',
    go: 'Import',
    needs: {
      achievements:
        'One achievement a row. One whose number is registered is not written again; where it says something else, you decide whether to update it.',
      patents:
        'One patent or application a row, known by its application number. Shares of the title read "本单位60%、某大学40%" and come to the whole; where they are not known, write 不详 or nothing. They are recorded as the owners of the right and as who bears its fees. A reduction of fees has its rate, the day it was recorded and its last year; with co-owners the shares are given too, and different years read "本单位2028、某大学2027". Without its day it counts from the filing. All of it stands on the page of the right.',
      software: 'One software copyright a row, known by its registration number.',
      preparations: 'One preparation a row, known by its approval or filing number.',
      trademarks:
        'One trademark a row, known by its number; one in several classes is one row, too. Renewals and the like are recorded on the timeline of the right. Where one that is registered differs, you decide. The transfer office or an administrator imports it.',
      layouts:
        'One layout design a row, known by its number; a wrong check digit keeps the row out. The first commercial use is recorded on the timeline of the right. Where one that is registered differs, you decide. The transfer office or an administrator imports it.',
      varieties:
        'One variety a row, known by its number. Vines, forest trees, fruit trees and ornamental trees say "是" (yes) under 藤本或木本: their term is longer. Where one that is registered differs, you decide. The transfer office or an administrator imports it.',
      knowHow:
        'One secret a row, known by the number the house gave it. Say what it is called, who made it and when, never what the secret is; how it is kept is not read. Where one that is registered differs, you decide. The transfer office or an administrator imports it.',
      contracts:
        'One transfer contract a row, known by its number; numbers of achievements and patents link it.',
      receipts: 'One receipt a row, linked to its contract by the contract number.',
      serviceContracts: 'One contract of development, consulting or services a row.',
      units:
        'One department or unit a row. The unit above is named by name or code and is registered or in the same file; without a kind it is a department. Known by its code where there is one, else by its name. Administrators only.',
      people:
        'One person a row, known by the staff number; one name with two numbers is two people, never merged. The department is named by name or code and is registered or in the same file. The line of work is one of the list in the template. Where somebody known differs, each difference is shown and you decide. Administrators only.',
      posts:
        'One post a row, of a person who is registered or in the same file. Days are given to the day; without a department it is a post of the institution. "正职领导" (chief) is the head of the institution or of a legal-person unit; the head of a department is "中层干部" (middle). A row that says the last day of a registered post ends it, once you accept that; where anything else of it changes, end it and give the post as it is now a row of its own. Annul posts on the page of the person. Administrators only.',
      projects:
        'One project a row, known by its number. Each row names one source of money, public, of an enterprise or own, with the day on which research with it began; further sources of a project are added on its page. A leader with a staff number is registered or in the same file, and may record the work of the group. Achievements are registered or in the same file. The transfer office imports it.',
      projectEntries:
        'One entry a row: who joined or left on which day, the division of work, progress, result, or a share of the work. The project is registered or in the same file. Somebody named with a staff number may confirm or dispute it; a name alone is somebody from outside. A share is a row of its own. An entry is never changed; a later one corrects it. Shares above the whole and joining twice are asked about row by row, to be accepted if they are meant; nobody leaves who has not joined. The transfer office imports it.',
      costs:
        'One cost a row, collected for an achievement that is registered already; achievements cannot come in the same import. The same achievement, voucher, kind and amount is the same cost and is not booked twice. The day is whole and the amount above nought; a mistake is taken back, not written below nought. Where achievements share a voucher, one of the rows says what the whole voucher comes to, and together they never take more. Writing books it; an import that is taken back takes each back in red, and both lines stay. The transfer office or finance imports it.',
      carriers:
        'One centre, base or incubator a row, known by its name. Where one that is registered differs, each difference is shown and you decide. The first day is given to the day; it ended on the first day on which it is no longer one. The transfer office or an administrator imports it.',
      credentials:
        'One training or certificate a row, of a person who is registered or in the same file. The same person, kind, title and day is the same certificate. A registered one is not changed: annul it on the page of the person and enter it anew; a renewed one is a row of its own. Scans are attached on the page of the person. An administrator or a reviewer of the transfer office imports it.',
      trusteeships:
        'One agreement a row, known by its number. The achievements and patents in trust are registered before, several numbers parted by "、". Each power says who holds it; the income says shares as well, such as "甲医院70%、乙公司30%", and they come to the whole. It is held against the same conflicts as by hand. Where one that is registered differs, you decide; ends before the term and files are entered on its page. The transfer office imports it.',
      internalRules:
        'One rule a row, known by its title and its first day in force; a new version is a row of its own, and the old one says when it was repealed. The topic is one of the list in the template: by it the rules that the law asks for are found. Where one that is registered differs, you decide; its text is attached on its page. An administrator or a reviewer of the transfer office imports it.',
      spinOffs:
        'One company a row, known by its name. Achievements, contracts and the holding on the separate list are registered before and named by their numbers, several parted by "、". Each of its people is name, role, footing and first day, as in "张某 创办人 离岗创业 2024-01-01", several parted by "；"; who approved a post, and files, are entered on its page. Where one that is registered differs, you decide. The transfer office imports it.',
      interests:
        'One tie a row; the rows of one person and day are one declaration, which goes in whole: while one row is to be settled, none does. Nothing to declare is a row that says "无关联". The person is registered or in the same file. Names of relatives are sealed, and the preview shows their first character; the credit code may be left out. A registered declaration is never changed: what changed is a whole new one of its own day. Enter only what the person signed; the page says who entered it. A reviewer of the transfer office or the discipline officer imports it.',
      evaluations:
        'One evaluation a row, known by achievement, kind, day and evaluator. The achievement is registered, and the report hangs on its page before, under the very name in the row. Scores are a criterion and its points from 0 to 5, as in "新颖性 4、市场前景 3". Only a pre-filing review has an outcome, and not filing a reason. A registered evaluation is never changed; correct it on the page of the achievement and say why. The transfer office imports it.',
      stockAnswers:
        'What one person says of one line a row, known by stock-taking, number and who answers. The stock-taking runs, the number is that of its list (or of an achievement with one right there), and who answers is among the inventors it lists. Levels are a question and its level counted from 0, all four of them, as in "使用情况 1、成熟程度 2、市场需求 2、本人投入意愿 3". Who has answered is not answered for again: the newer answer is given on the page. The page says who entered it; once the stock-taking is closed it is not taken back. The transfer office imports it.',
    },
  },
} as const
