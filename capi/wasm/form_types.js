// Makes cells.d.ts, the keys of the form as types, from the catalogue: what `typesOf(gongkai.catalogue)` gives.
//   node form_types.js ../../build/wasm/package/gongkai.js > cells.d.ts
const union = (name, keys, comment = () => undefined) =>
  `export type ${name} =\n${keys.map((key) => (comment(key) ? `  /** ${comment(key)} */\n` : '') + `  | '${key}'`).join('\n')};\n`;

export function typesOf({ cells, tables, texts, cell }) {
  const label = (key) => {
    const { row, column } = cell(key);
    return [row.label, column.label].map(({ zh_2021, zh_2019 }) => zh_2021 ?? zh_2019).join('，');
  };
  const keys = (isMoney) => cells.filter((each) => each.is_money === isMoney).map((each) => each.key);
  return ['/** The keys of the form. Made by form_types.js from the catalogue. */\n',
    union('CountKey', keys(false), label),
    union('MoneyKey', keys(true), label),
    'export type CellKey = CountKey | MoneyKey;\n',
    union('TableKey', tables.map((table) => table.key)),
    union('TextKey', texts.map((text) => text.key))].join('\n');
}

if (process.argv[1]?.endsWith('form_types.js')) {
  const { load } = await import((await import('node:url')).pathToFileURL(process.argv[2]));
  process.stdout.write(typesOf((await load()).catalogue));
}
