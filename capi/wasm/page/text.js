// What the page itself says, in Chinese and English. What is found in a report is said by the library.

const words = {
  title: ["政府信息公开工作年度报告：检查与填报", "Annual report on government information disclosure: check and fill in"],
  privacy: [
    "报告只在这台电脑的浏览器里处理，不上传，也不连接网络。",
    "Reports stay in this browser on this computer. Nothing is sent, and no network is used.",
  ],
  skip: ["跳到正文", "Skip to content"],
  views: ["功能", "Views"],
  check: ["检查报告", "Check reports"],
  fill: ["填写报告", "Fill in a report"],
  language: ["English", "中文"],
  version: ["gongkai {0}", "gongkai {0}"],

  starting: ["正在准备……", "Getting ready …"],
  noWasm: [
    "这个浏览器不能运行本页面（不支持 WebAssembly）。请换用新版的 Edge、Chrome、火狐，或者 360、奇安信等浏览器的极速模式。",
    "This browser cannot run the page (no WebAssembly). Please use a current Edge, Chrome or Firefox.",
  ],
  refusedWasm: [
    "浏览器的安全设置不允许本页面运行（WebAssembly 被禁止）。请把文件保存到本机后打开，或者换一个浏览器；网站管理员请在 CSP 的 script-src 里加上 'wasm-unsafe-eval'。",
    "The security settings do not let this page run (WebAssembly is refused). Save the file and open it from the computer, or use another browser; administrators: add 'wasm-unsafe-eval' to script-src of the CSP.",
  ],
  oldBrowser: [
    "这个浏览器的版本太旧，不能运行本页面。请换用新版的 Edge、Chrome（97 以上）、火狐（100 以上），或者其他浏览器的极速模式。",
    "This browser is too old for the page. Please use a current Edge, Chrome (97 or later) or Firefox (100 or later).",
  ],
  damaged: ["页面文件不完整，请重新下载", "the file of the page is damaged, please download it again"],
  fault: ["本页面出了故障：{0}。报告没有改动；请刷新后再试。", "The page failed: {0}. No report was changed; please reload and try again."],

  chooseFiles: ["选择文件", "Choose files"],
  chooseFolder: ["选择文件夹", "Choose a folder"],
  dropHere: ["把年度报告拖到这里，或者", "Drop annual reports here, or"],
  readable: [
    "能读：Word（.docx）、Excel（.xlsx）、网页、文本{0}。可以一次选许多文件或整个文件夹。",
    "Read are Word (.docx), Excel (.xlsx), web pages and text{0}. Many files or a whole folder will do.",
  ],
  readablePdf: ["、带文字的 PDF", ", PDF with text"],
  noPdf: [
    "这一版页面不能读 PDF。请用 Word 或 WPS 打开后另存为 .docx，或者使用带 PDF 的版本（gongkai-pdf.html）。",
    "This build of the page does not read PDF. Save the report as .docx, or use the build that does (gongkai-pdf.html).",
  ],
  emptyFile: ["这个文件是空的，没有内容。", "The file is empty."],
  unreadableFile: ["浏览器读不到这个文件（可能已被移走或没有权限）。", "The browser cannot get at this file; it may have moved, or access is denied."],
  reading: ["正在检查第 {0} 份，共 {1} 份……", "Checking {0} of {1} …"],
  checked: ["已检查 {0} 份报告：{1} 份有错误，{2} 份读不出。", "{0} reports checked: {1} with errors, {2} unreadable."],
  stop: ["停止", "Stop"],
  clear: ["清空列表", "Clear the list"],
  reports: ["报告", "Reports"],
  columnReport: ["报告", "Report"],
  columnErrors: ["错误", "Errors"],
  columnWarnings: ["核实", "To verify"],
  columnInfos: ["提示", "Remarks"],
  columnFirst: ["第一条", "First"],
  unreadable: ["读不出", "Unreadable"],
  nothingFound: ["没有发现问题", "Nothing found"],
  saveAll: ["保存全部结果：", "Save all findings:"],
  asTable: ["表格（CSV，Excel 可打开）", "table (CSV)"],
  asPage: ["网页", "web page"],
  back: ["返回列表", "Back to the list"],

  yearEdition: ["{0}年度　{1}年版格式", "Year {0}, form of {1}"],
  unknownYear: ["年度没有写明", "year not stated"],
  counts: ["错误 {0}　核实 {1}　提示 {2}", "Errors {0} · to verify {1} · remarks {2}"],
  findings: ["检查结果", "Findings"],
  why: ["哪一格可能填错", "Which cell may be wrong"],
  reason: ["依据和说明", "Ground and details"],
  toText: ["到文中查看", "Show in the text"],
  nothingWrong: ["没有发现问题。", "Nothing found."],
  wrongCells: ["有 {0} 格填的不是能用的数，没有计入；保存时这些格是空白。", "{0} cells hold no usable number; they do not count, and are saved blank."],
  unit: ["单位：{0}", "Unit: {0}"],
  savedIsNew: [
    "保存的是按统一格式重新生成的文件，原文件不会改动。表格前后的其他文字、读不出的格子不在其中，请对照原文件。",
    "What is saved is made anew in the official layout; your file is not touched. Other text around the tables and cells that could not be read are not in it: compare with your file.",
  ],
  toTable: ["到表中查看", "Show in the form"],
  error: ["错误", "Error"],
  warning: ["核实", "Verify"],
  info: ["提示", "Remark"],
  beside: ["当前格", "This cell"],
  besideEmpty: ["选中表中的一格，这里说明它有什么问题。", "Select a cell of the form: what is wrong with it is said here."],
  cellFine: ["这一格没有发现问题。", "Nothing was found about this cell."],
  inferred: ["原文里这一格的数读不清，这个数是按勾稽关系推定的，请对照原文。", "The document does not show this number clearly; it was inferred from the sums. Please compare."],
  unread: ["原文里这一格读不出：“{0}”。请对照原文填上。", "This cell could not be read: “{0}”. Please fill it in from the document."],
  suggest: ["改为 {0}", "Change to {0}"],
  reported: ["原来是 {0}", "It was {0}"],
  blankWord: ["空白", "blank"],
  changed: ["已改动 {0} 格。", "{0} cells changed."],
  form: ["报告全文", "The report"],
  keys: [
    "在表里：上下箭头和回车换行，Tab 换格，“=” 填入算出的合计。",
    "In the form: arrows and Enter change the row, Tab the cell, “=” takes the computed total.",
  ],

  besides: ["对照其他报告", "Beside other reports"],
  previous: ["上年的报告", "Last year's report"],
  children: ["所含下级单位的报告", "Reports of the bodies included"],
  none: ["没有", "none"],
  addFile: ["选择文件……", "Choose a file …"],
  previousUsed: ["已与上年报告对照：{0}", "Compared with last year's: {0}"],
  childrenUsed: ["已与 {0} 份下级单位的报告对照。", "Compared with the reports of {0} bodies."],
  childrenComplete: ["下级单位已经齐全", "These are all of them"],
  remove: ["去掉", "Remove"],

  saveReport: ["保存报告：", "Save the report:"],
  saveFindings: ["保存检查结果：", "Save the findings:"],
  word: ["Word", "Word"],
  excel: ["Excel", "Excel"],
  html: ["网页", "Web page"],
  json: ["JSON", "JSON"],
  csv: ["CSV", "CSV"],
  print: ["打印", "Print"],
  saved: ["已交给浏览器保存：{0}", "Handed to the browser to save: {0}"],
  reportFile: ["年度报告", "annual report"],
  findingsFile: ["检查结果", "findings"],

  start: ["开始填写", "Start"],
  yearLabel: ["报告年度", "Year reported on"],
  authorityLabel: ["报告机关全称", "Name of the body"],
  editionOf: ["按 {0} 年版格式填写。", "Filled in by the form of {0}."],
  startEmpty: ["从空表开始", "Start empty"],
  startPrevious: ["从上年报告开始（填好“上年结转”）", "Start from last year's report (carries over)"],
  startFile: ["打开已有的报告继续填", "Open a report and go on"],
  draftFound: ["这台电脑的浏览器里有一份没写完的草稿：{0}（{1}）。", "This browser holds an unfinished draft: {0} ({1})."],
  resume: ["继续填写草稿", "Go on with the draft"],
  draftOn: [
    "在这台电脑的浏览器里自动保存草稿（不上传；公用电脑请不要勾选）",
    "Keep a draft in this browser on this computer (nothing is sent; leave it off on a shared computer)",
  ],
  draftSaved: ["草稿已保存在本机浏览器里。", "Draft kept in this browser."],
  draftOff: ["不保存草稿。关闭页面前请先保存文件。", "No draft is kept. Save a file before you close the page."],
  draftFailed: [
    "浏览器不允许保存草稿。关闭页面前请先保存文件。",
    "The browser does not let the page keep a draft. Save a file before you close it.",
  ],
  draftDelete: ["删除草稿", "Delete the draft"],
  draftDeleted: ["草稿已删除。", "The draft was deleted."],
  leaveUnsaved: ["改动还没有保存成文件，离开后就没有了。确定离开吗？", "The changes were not saved to a file and will be lost. Leave all the same?"],
  another: ["另填一份", "Another report"],
  noTitle: ["未写明机关的报告", "a report without a name"],
  wrongYear: ["请填四位数的年度，如 2024。", "Please give the year in four digits, like 2024."],
  blanksLeft: ["还有 {0} 格没有填。", "{0} cells are still blank."],
  noBlanks: ["各格都已填写。", "Every cell is filled in."],
  totalsBlank: ["合计都已填写。", "All totals are filled in."],
  fillTotals: ["填入 {0} 个空着的合计", "Fill in {0} blank totals"],
  fillZeros: ["其余空格全部填 0", "Fill the other blanks with 0"],
  filled: ["已填入 {0} 格。", "{0} cells were filled in."],
  undo: ["撤销", "Undo"],
  undone: ["已恢复原样。", "As it was before."],
  computed: ["按表里的数算出来是 {0}。", "By the form it comes to {0}."],
  takeOver: ["填入 {0}", "Take {0}"],
  carryFilled: ["已按上年报告填好“上年结转”（{0} 格），请核对。", "Carried over from last year's report ({0} cells); please compare."],
  noProblemSoFar: ["已填的数没有对不上的地方。", "So far everything adds up."],
  textChars: ["{0} 字", "{0} characters"],

  wrongDigits: ["这里只能填一个数。没有的请填 0。", "Only a number can stand here. Put 0 for none."],
  wrongNegative: ["这一格不能是负数。", "This cell cannot be negative."],
  wrongWhole: ["这一格的小数位数太多，或者应填整数。", "Too many decimals, or a whole number is wanted."],
  wrongLarge: ["这个数太大，表里填不下。", "The number is larger than the form can hold."],
  notTaken: ["（没有计入检查）", " (not counted in the check)"],
};

let language = "zh";

/** "zh" or "en". */
export const currentLanguage = () => language;

export function setLanguage(to) {
  language = to === "en" ? "en" : "zh";
}

/** The words for a key in the language of the page, with {0}, {1} filled in. */
export function t(key, ...values) {
  const [zh, en] = words[key];
  return (language === "en" ? en : zh).replace(/\{(\d)\}/g, (whole, index) => String(values[Number(index)] ?? ""));
}

/** The one of two texts that the page's language wants: what the library says comes in both. */
export const inLanguage = (label) => (language === "en" ? label.en : label.zh);
