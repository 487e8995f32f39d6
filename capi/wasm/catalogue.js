// What the form and the rules are, asked of the library once.
const listOf = (instance, struct, count, get, make) =>
  Array.from({ length: instance.exports[count]() }, (_, i) => instance.call((call) => {
    const at = call.struct(struct);
    instance.check(instance.exports[get](i, at));
    return make((name) => instance.member(struct, at, name));
  }));

const tableAt = (member) => ({
  key: member('table_key'), section: member('section'),
  title: { zh: member('table_title_zh'), en: member('table_title_en') },
});

/** The keys of a table's cells by row and column of an edition. */
const layoutOf = (cells, table, edition) => {
  const layout = [];
  for (const cell of cells) {
    const position = cell.positions[edition];
    if (cell.table === table && position !== null) {
      (layout[position.row] ??= [])[position.column] = cell.key;
    }
  }
  return layout;
};

const tablesOf = (instance, cells) => {
  const byKey = new Map();
  for (const table of listOf(instance, 'gk_cell_info', 'gk_cell_count', 'gk_cell_get', tableAt)) {
    if (!byKey.has(table.key)) {
      byKey.set(table.key, { ...table, layout: { 2019: layoutOf(cells, table.key, '2019'), 2021: layoutOf(cells, table.key, '2021') } });
    }
  }
  return [...byKey.values()];
};

const frozen = (value) => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
};

export function catalogueOf(instance) {
  const json = (name) => JSON.parse(instance.call((call) => call.string(name)));
  const { cells } = json('gk_cells_json');
  const { rules } = json('gk_rules_json');
  const cellsByKey = new Map(cells.map((cell) => [cell.key, cell]));
  const rulesById = new Map(rules.map((rule) => [rule.id, rule]));
  return frozen({
    cells,
    rules,
    tables: tablesOf(instance, cells),
    texts: listOf(instance, 'gk_field_info', 'gk_field_count', 'gk_field_get', (member) => ({
      key: member('key'), section: member('section'),
      label: { zh: member('label_zh'), en: member('label_en') }, basis: { zh: member('basis_zh'), en: member('basis_en') },
    })),
    editions: listOf(instance, 'gk_edition_info', 'gk_edition_count', 'gk_edition_get',
      (member) => ({ name: member('name'), cell_count: member('cell_count') })),
    cell: (key) => cellsByKey.get(key),
    rule: (id) => rulesById.get(id),
  });
}
