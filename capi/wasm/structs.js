// The structs of gongkai.h in the memory of a 32-bit machine, which WebAssembly is: where each member lies. The test
// capi.bindings_parity holds the members to gongkai.ffi.h. s: size_t, p: pointer, 4 and 8: whole numbers of so many
// bytes, t: gk_text, P: gk_place.
const sizes = { s: 4, p: 4, 4: 4, 8: 8, t: 8, P: 32 };

const layout = (members) => {
  const offsets = {};
  let end = 0, alignment = 4;
  for (const [name, kind] of members.split(', ').map((member) => member.split(' '))) {
    const [letter, times = 1] = kind.split('*');
    alignment = letter === '8' ? 8 : alignment;
    const own = letter === '8' ? 8 : 4;
    end = Math.ceil(end / own) * own;
    offsets[name] = { at: end, kind: letter };
    end += sizes[letter] * times;
  }
  return { offsets, size: Math.ceil(end / alignment) * alignment, isSized: members.startsWith('struct_size ') };
};

export const structs = {
  gk_text: layout('data p, size s'),
  gk_value: layout('number 8, is_blank 4, reserved 4'),
  gk_error: layout('struct_size s, code 4, cell 4, row 8, message_zh t, message_en t, place P'),
  gk_cell_info: layout('struct_size s, key t, index 4, section 4, in_2019 4, in_2021 4, is_money 4, is_signed 4, table_key t, table_title_zh t, table_title_en t, row_key t, row_group t, row_label_zh t, row_label_zh_2019 t, row_label_zh_2021 t, row_label_en t, column_name t, column_group t, column_label_zh t, column_label_zh_2019 t, column_label_zh_2021 t, column_label_en t, unit_zh t, unit_en t, basis_zh t, basis_en t, position_2019 4*2, position_2021 4*2'),
  gk_edition_info: layout('struct_size s, name t, edition 4, cell_count 4'),
  gk_field_info: layout('struct_size s, key t, section 4, reserved 4, label_zh t, label_en t, basis_zh t, basis_en t'),
  gk_about: layout('struct_size s, edition 4, year 4, level 4, kind 4, coverage 4, publication_year 4, publication_month 4, publication_day 4, authority t'),
  gk_read_options: layout('struct_size s, max_bytes s, max_cells s, max_blocks s, authority p, year 4, level 4, kind 4, coverage 4, publication_year 4, publication_month 4, publication_day 4, format 4, max_depth s, max_span s, max_archive_entries s, max_unpacked_bytes s, max_unpacked_ratio s, no_inference 4, reserved 4'),
  gk_source: layout('struct_size s, state 4, reserved 4, place P, text t'),
  gk_severity_override: layout('rule p, severity 4, reserved 4'),
  gk_check_options: layout('struct_size s, blanks 4, language 4, only p, only_count s, skip p, skip_count s, severities p, severity_count s'),
  gk_counts: layout('struct_size s, findings s, errors s, warnings s, infos s, waived s'),
  gk_child: layout('name p, report p, reading p, gap 4, reserved 4'),
  gk_dossier: layout('struct_size s, report p, reading p, previous p, previous_reading p, children p, child_count s, children_are_complete 4, reserved 4'),
  gk_rollup_options: layout('struct_size s, authority p, year 4, blanks 4'),
  gk_json_options: layout('struct_size s, reading p, checking p, tell 4, all_reports 4'),
};
